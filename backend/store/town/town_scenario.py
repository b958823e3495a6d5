"""The scenario that a town was founded on, as it was then."""

from __future__ import annotations

from sqlalchemy import select

from backend.domain.scenario import Scenario
from backend.store.postgres.database import Database
from backend.store.postgres.tables import towns
from backend.store.town.scenario_document import read_scenario_document
from backend.store.town.towns import TownGone, UnknownTown

_FOUNDED = towns.alias("founded")
"""A family has the scenario of the town that it began with."""


def scenario_of(database: Database, town: str) -> Scenario:
    """Raises UnknownTown, TownGone (deleted: its scenario went with it), StoreUnavailable."""
    with database.begin() as connection:
        found = connection.execute(
            select(towns.c.status, _FOUNDED.c.scenario_document)
            .join(_FOUNDED, _FOUNDED.c.id == towns.c.root)
            .where(towns.c.id == town)
        ).one_or_none()
    if found is None:
        raise UnknownTown(town)
    if found.status == "deleted":
        raise TownGone(town, found.status)
    return read_scenario_document(found.scenario_document)
