"""Whether Postgres answers, with the schema that this version works with."""

from __future__ import annotations

import psycopg
from alembic.config import Config
from alembic.script import ScriptDirectory

from backend.store.environment.settings import PROJECT, SettingWrong, with_psycopg
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

CONNECT_SECONDS = 5
_MIGRATE = "`make up` does so, as does: alembic upgrade head"


def database(around: Surroundings) -> Finding:
    if around.new:
        return Finding("Database", True, f"none yet; `make up` makes it in {around.home}")
    if around.database_url is None:
        return Finding("Database", False, f"could not be looked at. {around.fault}")
    try:
        address = with_psycopg(around.database_url).replace("+psycopg", "", 1)
        with psycopg.connect(address, connect_timeout=CONNECT_SECONDS) as connection:
            return _schema(connection)
    except SettingWrong as fault:
        return Finding("Database", False, str(fault))
    except psycopg.Error as error:
        todo = (
            "Start the server or correct DATABASE_URL"
            if around.environment.get("DATABASE_URL")
            else f"Its log is {around.log('postgres')}"
        )
        return Finding("Database", False, f"does not answer: {str(error).strip().rstrip('.?')}. {todo}")


def _schema(connection: psycopg.Connection[tuple[object, ...]]) -> Finding:
    server = connection.info.parameter_status("server_version")
    found = connection.execute("SELECT to_regclass('alembic_version')::text").fetchone()
    rows = connection.execute("SELECT version_num FROM alembic_version") if found and found[0] else None
    row = rows.fetchone() if rows is not None else None
    wanted, known = _migrations()
    if row is None:
        return Finding("Database", False, f"Postgres {server} holds no tables yet: migrate; {_MIGRATE}")
    if row[0] not in known:
        words = f"has the schema {row[0]} of a newer Townlet. Use that one, or a copy from before"
        return Finding("Database", False, words)
    if row[0] != wanted:
        return Finding("Database", False, f"has the schema {row[0]}, {wanted} is needed: migrate; {_MIGRATE}")
    size = connection.execute("SELECT pg_size_pretty(pg_database_size(current_database()))").fetchone()
    assert size is not None
    return Finding("Database", True, f"Postgres {server}, schema {row[0]}, {size[0]}")


def _migrations() -> tuple[str | None, set[str]]:
    """The newest schema of this version, and all that it knows."""
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    return scripts.get_current_head(), {script.revision for script in scripts.walk_revisions()}
