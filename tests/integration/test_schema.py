"""The migrations make the tables that the store expects."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from backend.store.database import Database
from backend.store.tables import metadata
from townlet.services.migrations import migrate


def test_the_migrated_database_is_the_one_that_the_store_describes(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(database: Database, database_url: str) -> None:
    migrate(database_url)
    with database.engine.connect() as connection:
        assert MigrationContext.configure(connection).get_current_revision() == "0005"
