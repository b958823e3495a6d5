"""The way of a piece of news or of any memory through a town, from its tables."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, cast, func, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import Recorded, Source
from backend.domain.spread import Held, Knower
from backend.store.database import Database
from backend.store.event_rows import EVENT_COLUMNS, read_event
from backend.store.lineage import lineage_of
from backend.store.tables import events, memories

_SOURCE = cast(memories.c.source, JSONB)
_BY = _SOURCE["by"].astext
_HELD = select(memories.c.id, memories.c.resident, memories.c.tick, memories.c.seq, memories.c.source)


def memories_of_news(database: Database, town: str, item: str) -> list[Held]:
    """All memories that carry an item of news, oldest first."""
    return _held(database, town, memories.c.news == item)


def told_memories(database: Database, town: str) -> list[Held]:
    """All memories that were told by a resident, oldest first."""
    return _held(database, town, _BY == "speaker")


def announced_alike(database: Database, town: str, memory: str) -> list[Held]:
    """The memory, and those of others that the same announcement made."""
    chosen = select(memories.c.text, memories.c.tick, _BY.label("by")).where(memories.c.id == memory)
    with database.begin() as connection:
        held = lineage_of(connection, town).holds(memories)
        found = connection.execute(chosen.where(held)).one_or_none()
    if found is None or found.by != "intervention":
        return _held(database, town, memories.c.id == memory)
    alike = and_(memories.c.text == found.text, memories.c.tick == found.tick, _BY == "intervention")
    return _held(database, town, alike)


def count_knowers(database: Database, town: str, upto_tick: int | None = None) -> dict[str, int]:
    """How many residents hold a memory of each item of news; items that nobody knows are missing.

    Args:
        upto_tick: as of this tick; None is now.
    """
    chosen = (
        select(memories.c.news, func.count(memories.c.resident.distinct()).label("knowers"))
        .where(memories.c.news.is_not(None))
        .group_by(memories.c.news)
    )
    if upto_tick is not None:
        chosen = chosen.where(memories.c.tick <= upto_tick)
    with database.begin() as connection:
        held = lineage_of(connection, town).holds(memories)
        return {row.news: row.knowers for row in connection.execute(chosen.where(held))}


def lines_that_told(database: Database, town: str, told: Iterable[Knower]) -> dict[str, Recorded]:
    """The line by which each knower came to know, by the id of the knower's memory; none where there was none."""
    wanted = [knower for knower in told if knower.teller is not None]
    chosen = select(*EVENT_COLUMNS).where(
        events.c.kind == "said", events.c.tick.in_({knower.held.tick for knower in wanted})
    )
    with database.begin() as connection:
        found_lines = lineage_of(connection, town).in_order(connection, chosen, events)
        lines = [read_event(*row) for row in found_lines]
    found: dict[str, Recorded] = {}
    for knower in wanted:
        assert knower.teller is not None
        for line in lines:
            event = line.event
            if (
                event.kind == "said"
                and line.tick == knower.held.tick
                and event.speaker == knower.teller.resident
                and knower.teller.id in event.tells
            ):
                found[knower.held.id] = line
    return found


def _held(database: Database, town: str, which: ColumnElement[bool]) -> list[Held]:
    with database.begin() as connection:
        rows = list(lineage_of(connection, town).in_order(connection, _HELD.where(which), memories))
    return [Held(row.id, row.resident, row.tick, row.seq, _told(Source(**row.source))) for row in rows]


def _told(source: Source) -> str | None:
    return source.memories[0] if source.by == "speaker" and source.memories else None
