"""A resident's memories, for the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, any_, cast, literal, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import MemoryKind, Recorded, Source
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, memories, ratings


@dataclass(frozen=True)
class MemoryRow:
    id: str
    resident: str
    tick: int
    seq: int
    """Position in the log of the event that formed it."""
    kind: MemoryKind
    text: str
    importance: int
    """1 to 10: a mind's rating, or the built-in one until there is one."""
    first_importance: int
    """The built-in rating."""
    news: str | None
    source: Source
    about: tuple[str, ...]


_MEMORIES = select(
    memories.c.id,
    memories.c.resident,
    memories.c.tick,
    memories.c.seq,
    memories.c.kind,
    memories.c.text,
    memories.c.importance,
    memories.c.importance.label("first_importance"),
    memories.c.news,
    memories.c.source,
    memories.c.about,
)


def memories_of(
    database: Database,
    town: str,
    resident: str,
    limit: int = 100,
    before: int | None = None,
    kind: MemoryKind | None = None,
    from_tick: int | None = None,
    upto_tick: int | None = None,
    words: Sequence[str] = (),
    about: str | None = None,
) -> list[MemoryRow]:
    """Newest first.

    Args:
        before: only those formed before this position of the log; for the next page, the last row's `seq`.
        kind: only those of this kind.
        from_tick, upto_tick: only those formed from and up to these ticks, themselves included.
        words: only those whose text holds all of these, in any case and also within longer words.
        about: only those about this resident, visitor or object, or told by it.
    """
    chosen = _MEMORIES.where(memories.c.resident == resident)
    if before is not None:
        chosen = chosen.where(memories.c.seq < before)
    if kind is not None:
        chosen = chosen.where(memories.c.kind == kind)
    if from_tick is not None:
        chosen = chosen.where(memories.c.tick >= from_tick)
    if upto_tick is not None:
        chosen = chosen.where(memories.c.tick <= upto_tick)
    if about is not None:
        teller = cast(memories.c.source, JSONB)["who"].astext
        chosen = chosen.where(or_(literal(about) == any_(memories.c.about), teller == about))
    for word in words:
        chosen = chosen.where(memories.c.text.icontains(word, autoescape=True))
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        rows = lineage.newest_first(connection, chosen, memories, limit)
        return _rated(connection, lineage, rows)


def rated_as_of(found: Sequence[MemoryRow], importances: Mapping[str, int]) -> list[MemoryRow]:
    """The same as they were rated at a moment, whose state has these `importances`."""
    return [replace(row, importance=importances.get(row.id, row.first_importance)) for row in found]


def memories_formed(database: Database, town: str, resident: str, upto: int) -> list[Recorded]:
    """The `Remembered` events of a resident up to position `upto` of the log, with their vectors, in order."""
    chosen = select(*EVENT_COLUMNS).where(
        events.c.resident == resident,
        events.c.kind == "remembered",
    )
    with database.begin() as connection:
        formed = lineage_of(connection, town).clipped(upto=upto)
        return [read_event(*row) for row in formed.in_order(connection, chosen, events)]


def memories_chosen(database: Database, town: str, ids: Sequence[str]) -> list[MemoryRow]:
    """Those with the given ids, whosever they are, oldest first."""
    chosen = _MEMORIES.where(memories.c.id.in_(ids))
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        return _rated(connection, lineage, list(lineage.in_order(connection, chosen, memories)))


def _rated(
    connection: Connection, lineage: Lineage, rows: Sequence[Row[*tuple[Any, ...]]]
) -> list[MemoryRow]:
    """The memories with what a mind has rated them last, in this town or before it became a branch."""
    given = connection.execute(
        select(ratings.c.memory, ratings.c.rating)
        .where(lineage.holds(ratings), ratings.c.memory.in_([row.id for row in rows]))
        .order_by(ratings.c.seq)
    )
    rated = {row.memory: row.rating for row in given}
    return [
        MemoryRow(
            **{
                **row._mapping,
                "importance": rated.get(row.id, row.importance),
                "source": Source(**row.source),
                "about": tuple(row.about),
            }
        )
        for row in rows
    ]
