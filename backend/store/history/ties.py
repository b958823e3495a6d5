"""How what residents are to each other has changed, from the log."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Double, cast, func, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import lineage_of
from backend.store.postgres.tables import events

_PAYLOAD = cast(events.c.payload, JSONB)


@dataclass(frozen=True)
class Change:
    """What one is to another became something else: a `RelationshipChanged`."""

    recorded: Recorded
    event: e.RelationshipChanged
    was: float | None
    """The closeness before; None: nothing in the log tells it, for it is the first change."""


def changes(
    database: Database,
    town: str,
    upto_tick: int,
    limit: int,
    *,
    resident: str | None = None,
    before: int | None = None,
) -> list[Change]:
    """The last changes up to a tick, newest first.

    Args:
        limit: at most so many.
        resident: only those of what it is to somebody, or somebody to it.
        before: only those before this position of the log.
    """
    other = _PAYLOAD["other"].astext
    was = func.lag(cast(_PAYLOAD["closeness"].astext, Double)).over(
        partition_by=(events.c.resident, other), order_by=events.c.seq
    )
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        every = select(*EVENT_COLUMNS, events.c.resident, other.label("other"), was.label("was")).where(
            lineage.holds(events),
            events.c.kind == "relationship_changed",
            events.c.seq <= lineage.last_upto(upto_tick),
        )
        found = every.subquery()
        chosen = select(found).order_by(found.c.seq.desc()).limit(limit)
        if resident is not None:
            chosen = chosen.where(or_(found.c.resident == resident, found.c.other == resident))
        if before is not None:
            chosen = chosen.where(found.c.seq < before)
        rows = connection.execute(chosen).all()
    read = [(read_event(row.seq, row.tick, row.order, row.kind, row.payload), row.was) for row in rows]
    return [
        Change(recorded, recorded.event, was)
        for recorded, was in read
        if isinstance(recorded.event, e.RelationshipChanged)
    ]
