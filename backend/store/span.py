"""The events of a span of a town's life."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select

from backend.domain.events import Recorded
from backend.store.database import Database
from backend.store.event_rows import EVENT_COLUMNS, read_event
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
    chosen = (
        select(*EVENT_COLUMNS)
        .where(events.c.town == town, events.c.tick > after_tick, events.c.tick <= upto_tick)
        .order_by(events.c.seq)
    )
    if kinds is not None:
        chosen = chosen.where(events.c.kind.in_(sorted(kinds)))
    if limit is not None:
        chosen = chosen.limit(limit)
    with database.begin() as connection:
        return [read_event(*row) for row in connection.execute(chosen)]
