"""The way of a piece of news or of any memory through a town, from its tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ARRAY, ColumnElement, Text, and_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import Announced, Believed, Recorded, Source
from backend.domain.inputs import VISITOR_PREFIX
from backend.domain.spread import Held, Knower, told_by
from backend.domain.trails import announced_as
from backend.store.history.origins import spell_of
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import lineage_of
from backend.store.postgres.tables import events, memories

_SOURCE = cast(memories.c.source, JSONB)
_BY = _SOURCE["by"].astext
_HELD = select(memories.c.id, memories.c.resident, memories.c.tick, memories.c.seq, memories.c.source)


def memories_of_news(database: Database, town: str, item: str) -> list[Held]:
    """All memories that carry an item of news, oldest first."""
    return _held(database, town, memories.c.news == item)


def told_memories(database: Database, town: str) -> list[Held]:
    """All memories that were told by a resident, oldest first."""
    return _held(database, town, _BY == "speaker")


def made_alike(database: Database, town: str, memory: str) -> list[Held]:
    """The memory, and those of others that the same announcement, or the same state of a thing, made."""
    columns = (memories.c.text, memories.c.tick, memories.c.seq, memories.c.about, _BY.label("by"))
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        chosen = select(*columns).where(memories.c.id == memory, lineage.holds(memories))
        found = connection.execute(chosen).one_or_none()
        alike = memories.c.id == memory
        if found is not None and found.by == "intervention":
            alike = and_(memories.c.text == found.text, memories.c.tick == found.tick, _BY == "intervention")
        elif found is not None and found.by == "perception" and _is_of_a_thing(found.about):
            before, after = spell_of(connection, lineage, found.about[0], found.seq)
            alike = and_(memories.c.text == found.text, memories.c.seq > before, _BY == "perception")
            if after is not None:
                alike = and_(alike, memories.c.seq < after)
    return _held(database, town, alike)


def memories_of_announcement(database: Database, town: str, announced: Recorded) -> list[Held]:
    """The memories of those who heard an `Announced`."""
    assert isinstance(announced.event, Announced)
    percept = announced_as(announced.tick, announced.event.text)
    heard = select(events.c.seq).where(
        events.c.kind == "remembered",
        events.c.tick == announced.tick,
        cast(events.c.payload, JSONB)["percept"].astext == percept,
    )
    with database.begin() as connection:
        rows = lineage_of(connection, town).in_order(connection, heard, events)
        seqs = [row.seq for row in rows]
    return _held(database, town, memories.c.seq.in_(seqs))


def belief_held(database: Database, town: str, belief: str) -> Believed | None:
    """The belief of this id as it was held last; None if nobody ever held it."""
    chosen = select(*EVENT_COLUMNS).where(
        events.c.kind == "believed", cast(events.c.payload, JSONB)["belief"].astext == belief
    )
    with database.begin() as connection:
        rows = lineage_of(connection, town).newest_first(connection, chosen, events, 1)
    held = read_event(*rows[0]).event if rows else None
    return held if isinstance(held, Believed) else None


def convinced_by(database: Database, town: str, grounds: Iterable[str]) -> dict[str, float]:
    """How firmly each resident believes something that rests on one of the memories `grounds`, 0 to 1; the firmest."""
    chosen = select(*EVENT_COLUMNS).where(
        events.c.kind == "believed",
        cast(events.c.payload, JSONB)["memories"].has_any(literal(sorted(grounds), ARRAY(Text))),
    )
    with database.begin() as connection:
        rows = lineage_of(connection, town).in_order(connection, chosen, events)
        found = [read_event(*row).event for row in rows]
    last = {event.belief: event for event in found if isinstance(event, Believed)}
    firmest: dict[str, float] = {}
    for event in last.values():
        firmest[event.resident] = max(event.confidence, firmest.get(event.resident, 0.0))
    return {resident: confidence for resident, confidence in firmest.items() if confidence > 0}


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
    return [Held(row.id, row.resident, row.tick, row.seq, told_by(Source(**row.source))) for row in rows]


def _is_of_a_thing(about: Sequence[str]) -> bool:
    return len(about) == 1 and ":" in about[0] and not about[0].startswith(VISITOR_PREFIX)
