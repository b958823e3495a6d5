"""The migrations make the tables that the store expects."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from backend.store.environment.settings import PROJECT, with_psycopg
from backend.store.postgres.database import Database
from backend.store.postgres.tables import metadata, ratings
from townlet.services.migrations import migrate


def test_the_migrated_database_is_the_one_that_the_store_describes(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_ratings_of_memories_outlive_the_change_to_branches_and_back(other_database_url: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(PROJECT / "migrations"))
    config.attributes["database_url"] = with_psycopg(other_database_url)
    command.downgrade(config, "0004")
    database = Database(other_database_url)
    event = "INSERT INTO events (town, seq, tick, \"order\", kind, payload) VALUES ('t', 9, 5, 0, 'rated', :payload)"
    memory = (
        "INSERT INTO memories (town, id, resident, tick, seq, kind, text, importance, rated, source, about) "
        "VALUES ('t', 'm1', 'ana', 1, 1, 'observation', 'A fire', 3, 8, '{}', '{}')"
    )
    with database.begin() as connection:
        connection.execute(text(event), {"payload": '{"ratings": {"m1": 8, "m2": 2}}'})
        connection.execute(text(memory))
    for _ in range(2):
        command.upgrade(config, "head")
        with database.begin() as connection:
            rows = connection.execute(select(ratings).order_by(ratings.c.memory)).all()
            assert [tuple(row) for row in rows] == [("t", "m1", 9, 8), ("t", "m2", 9, 2)]
        command.downgrade(config, "0004")
        with database.begin() as connection:
            assert connection.scalars(text("SELECT rated FROM memories")).all() == [8]
    database.dispose()


def test_migrating_again_changes_nothing(database: Database, database_url: str) -> None:
    migrate(database_url)
    with database.engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == "0007"
