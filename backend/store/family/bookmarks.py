"""Moments of a town's life that somebody has marked, with a note. They are no part of that life.

A branch sees those of the towns that it comes from, up to its fork.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.dialects.postgresql import insert

from backend.store.people.authors import named
from backend.store.postgres.database import Database, storable
from backend.store.postgres.lineage import lineage_of
from backend.store.postgres.tables import bookmarks, tokens
from backend.store.queues.inputs import KeyReused


class UnknownBookmark(LookupError):
    """The town has no such bookmark."""

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no bookmark {number} in this town; list its bookmarks")
        self.number = number


@dataclass(frozen=True)
class Bookmark:
    tick: int
    note: str
    who: str | None
    """The resident whose panel was open."""
    view: tuple[int, int] | None
    """The middle of the view, in art pixels."""


@dataclass(frozen=True)
class BookmarkRow:
    id: int
    bookmark: Bookmark
    author: str | None
    """The label of the link by which whoever made it came in; None where it has none."""


_ROWS = select(bookmarks, tokens.c.label).outerjoin(tokens, tokens.c.id == bookmarks.c.author)


def list_bookmarks(database: Database, town: str) -> list[BookmarkRow]:
    """By their moments."""
    with database.begin() as connection:
        seen = lineage_of(connection, town).asked(bookmarks)
        return [
            _row(row)
            for row in connection.execute(_ROWS.where(seen).order_by(bookmarks.c.tick, bookmarks.c.id))
        ]


def add_bookmark(
    database: Database, town: str, key: str, wanted: Bookmark, author: str
) -> tuple[BookmarkRow, bool]:
    """Marks a moment; with the same key once.

    Args:
        author: id of the link by which whoever makes it came in.

    Returns:
        The stored bookmark, and whether it is new.

    Raises:
        KeyReused: the key belongs to a bookmark of another moment.
    """
    x, y = wanted.view or (None, None)
    row = {
        "town": town,
        "key": key,
        "tick": wanted.tick,
        "note": storable(wanted.note),
        "who": wanted.who,
        "x": x,
        "y": y,
        "author": author,
    }
    with database.begin() as connection:
        made = connection.execute(
            insert(bookmarks).values(row).on_conflict_do_nothing().returning(bookmarks.c.id)
        ).one_or_none()
        of_key = _ROWS.where(bookmarks.c.town == town, bookmarks.c.key == key)
        stored = _row(connection.execute(of_key).one())
    # Its note may have been reworded since.
    if replace(stored.bookmark, note=wanted.note) != wanted:
        raise KeyReused(key)
    return stored, made is not None


def reword_bookmark(database: Database, town: str, number: int, note: str) -> BookmarkRow:
    """Gives it another note. Raises UnknownBookmark."""
    with database.begin() as connection:
        seen = lineage_of(connection, town).asked(bookmarks)
        connection.execute(
            update(bookmarks).where(seen, bookmarks.c.id == number).values(note=storable(note))
        )
        row = connection.execute(_ROWS.where(seen, bookmarks.c.id == number)).one_or_none()
    if row is None:
        raise UnknownBookmark(number)
    return _row(row)


def remove_bookmark(database: Database, town: str, number: int) -> None:
    """Twice is as good as once."""
    with database.begin() as connection:
        seen = lineage_of(connection, town).asked(bookmarks)
        connection.execute(delete(bookmarks).where(seen, bookmarks.c.id == number))


def _row(row: Row[*tuple[Any, ...]]) -> BookmarkRow:
    view = None if row.x is None or row.y is None else (row.x, row.y)
    return BookmarkRow(row.id, Bookmark(row.tick, row.note, row.who, view), named(row.label))
