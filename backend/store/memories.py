"""A resident's memories, for the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from backend.domain.events import MemoryKind, Source
from backend.store.database import Database
from backend.store.tables import memories


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
    news: str | None
    source: Source
    about: tuple[str, ...]


def memories_of(
    database: Database,
    town: str,
    resident: str,
    limit: int = 100,
    before: int | None = None,
    kind: MemoryKind | None = None,
    upto_tick: int | None = None,
    words: Sequence[str] = (),
) -> list[MemoryRow]:
    """Newest first.

    Args:
        before: only those formed before this position of the log; for the next page, the last row's `seq`.
        kind: only those of this kind.
        upto_tick: only those formed up to this tick, itself included.
        words: only those whose text holds all of these, in any case and also within longer words.
    """
    chosen = select(
        memories.c.id,
        memories.c.resident,
        memories.c.tick,
        memories.c.seq,
        memories.c.kind,
        memories.c.text,
        func.coalesce(memories.c.rated, memories.c.importance).label("importance"),
        memories.c.news,
        memories.c.source,
        memories.c.about,
    ).where(memories.c.town == town, memories.c.resident == resident)
    if before is not None:
        chosen = chosen.where(memories.c.seq < before)
    if kind is not None:
        chosen = chosen.where(memories.c.kind == kind)
    if upto_tick is not None:
        chosen = chosen.where(memories.c.tick <= upto_tick)
    for word in words:
        chosen = chosen.where(memories.c.text.icontains(word, autoescape=True))
    with database.begin() as connection:
        rows = connection.execute(chosen.order_by(memories.c.seq.desc()).limit(limit))
        return [
            MemoryRow(**{**row._mapping, "source": Source(**row.source), "about": tuple(row.about)})
            for row in rows
        ]
