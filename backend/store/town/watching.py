"""Whether anybody watches a town, as far as its row knows."""

from __future__ import annotations

from sqlalchemy import func, update

from backend.store.postgres.database import Database
from backend.store.postgres.tables import towns


def mark_watched(database: Database, town: str) -> None:
    """Says that a page watches the town just now. Raises StoreUnavailable."""
    with database.begin(lasting=False) as connection:
        connection.execute(
            update(towns)
            .where(towns.c.id == town, towns.c.status == "alive")
            .values(watched_at=func.clock_timestamp())
        )
