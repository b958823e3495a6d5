"""The events of a span of a town's life."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from sqlalchemy import ColumnElement, cast, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import Recorded
from backend.store.history.events import last_position
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, memories

Memories = Literal["all", "news", "striking"]
"""Which `remembered` events are read: all; those of news; reflections and what came from a director's hand."""

_BY = cast(memories.c.source, JSONB)["by"].astext
_WHICH: dict[Memories, ColumnElement[bool]] = {
    "news": memories.c.news.is_not(None),
    "striking": or_(memories.c.kind == "reflection", _BY == "intervention"),
}


def events_of_span(
    database: Database,
    town: str,
    after_tick: int,
    upto_tick: int,
    kinds: Collection[str] | None = None,
    limit: int | None = None,
    remembered: Memories = "all",
) -> list[Recorded]:
    """The events of the ticks after `after_tick` up to `upto_tick`, itself included, in order.

    Args:
        after_tick: -1 begins with the founding.
        kinds: only events of these kinds; None takes all.
        limit: at most so many, the oldest.
        remembered: which of the memories, where those are among the kinds. Most of what happens is that somebody
            remembers it: long spans are read much quicker without.
    """
    chosen = select(*EVENT_COLUMNS)
    if kinds is not None:
        chosen = chosen.where(events.c.kind.in_(sorted(kinds)))
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        after, upto = (last_position(connection, lineage, tick) for tick in (after_tick, upto_tick))
        span = lineage.clipped(after, upto)
        if remembered != "all":
            chosen = chosen.where(or_(events.c.kind != "remembered", _of(span, _WHICH[remembered])))
        found = span.in_order(connection, chosen, events, limit)
        return [read_event(*row) for row in found]


def _of(span: Lineage, which: ColumnElement[bool]) -> ColumnElement[bool]:
    return events.c.seq.in_(select(memories.c.seq).where(span.holds(memories), which))
