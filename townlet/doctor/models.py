"""Whether the model server does its work, as it is set up; towns live without one, too."""

from __future__ import annotations

from sqlalchemy.exc import ProgrammingError

from backend.domain.calls import Call
from backend.store.environment.model_environment import is_of_models
from backend.store.environment.settings import with_models_of
from backend.store.model_server.sealing import Seal
from backend.store.model_server.settings import ModelSetup, read_model_setup, setup_of
from backend.store.model_server.spending import record_spending
from backend.store.postgres.database import Database, StoreUnavailable
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings
from worker.model_check import check_models

PART = "Model"


def models(around: Surroundings) -> Finding:
    database = None if around.database_url is None else Database(around.database_url, pool_size=1)
    try:
        setup = _setup(around, database)
        findings = check_models(setup, lambda call: _spent(database, call))
    except (StoreUnavailable, ProgrammingError):
        return Finding(PART, False, "not known while the database can't be read. Mend that first")
    finally:
        if database is not None:
            database.dispose()
    wrong = [finding for finding in findings if not finding.fine]
    words = "; ".join(finding.words for finding in wrong or findings)
    if setup.settings is not None:
        words = f"{setup.settings.model}, as the {setup.source} sets it: {words}"
    return Finding(PART, not wrong, words)


def _setup(around: Surroundings, database: Database | None) -> ModelSetup:
    told = with_models_of(around.project / ".env", around.environment)
    environment = {name: value for name, value in told.items() if is_of_models(name)}
    if database is None:
        return setup_of(environment)
    return read_model_setup(database, Seal(around.home), environment)


def _spent(database: Database | None, call: Call) -> None:
    """What is tried costs a little, too."""
    if database is not None:
        record_spending(database, call)
