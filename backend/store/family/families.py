"""A town with all its branches: who they are, which is the main one, what they are called."""

from __future__ import annotations

from sqlalchemy import select, update

from backend.store.postgres.database import Database
from backend.store.postgres.lineage import family
from backend.store.postgres.tables import towns
from backend.store.town.towns import TOWN_COLUMNS, TownRow, find_town, town_row


def family_of(database: Database, town: str) -> list[TownRow]:
    """The town that was founded and all branches of it and of these, the oldest first; not the deleted ones."""
    with database.begin() as connection:
        rows = connection.execute(
            select(*TOWN_COLUMNS)
            .where(towns.c.root == family(town), towns.c.status != "deleted")
            .order_by(towns.c.created_at, towns.c.id)
        )
        return [town_row(row) for row in rows]


def main_of(rows: list[TownRow]) -> str:
    """The id of the main one of a family: the founded one, until somebody chose another."""
    founded = next(row for row in rows if row.parent is None)
    return founded.main or founded.id


def rename_town(database: Database, town: str, name: str) -> TownRow:
    """Raises UnknownTown."""
    with database.begin() as connection:
        connection.execute(update(towns).where(towns.c.id == town).values(name=name))
        return find_town(connection, town)


def make_main(database: Database, town: str) -> None:
    """Makes it the main one of its family. Raises UnknownTown."""
    with database.begin() as connection:
        row = find_town(connection, town)
        connection.execute(update(towns).where(towns.c.id == row.root).values(main=town))
