"""The events of a span of a town's life."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from backend.domain.events import Recorded
from backend.store.database import Database
from backend.store.event_rows import EVENT_COLUMNS, read_event
from backend.store.events import last_position
from backend.store.lineage import lineage_of
from backend.store.tables import events


def events_of_span(
    database: Database,
    town: str,
    after_tick: int,
    upto_tick: int,
    kinds: Collection[str] | None = None,
    limit: int | None = None,
) -> list[Recorded]:
    """The events of the ticks after `after_tick` up to `upto_tick`, itself included, in order.

    Args:
        after_tick: -1 begins with the founding.
        kinds: only events of these kinds; None takes all.
        limit: at most so many, the oldest.
    """
    chosen = select(*EVENT_COLUMNS)
    if kinds is not None:
        chosen = chosen.where(events.c.kind.in_(sorted(kinds)))
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        after, upto = (last_position(connection, lineage, tick) for tick in (after_tick, upto_tick))
        found = lineage.clipped(after, upto).in_order(connection, chosen, events, limit)
        return [read_event(*row) for row in found]
