"""What was armed, looked up by its ids; and where in the log it was fired."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, and_, cast, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import Armed
from backend.domain.inputs import Stamp
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage
from backend.store.postgres.tables import events, inputs

_ID = cast(events.c.payload, JSONB)["armed"].astext


@dataclass(frozen=True)
class ArmedBy:
    event: Armed
    input: int | None
    """Id of the input that armed it."""


def armed_by_id(connection: Connection, lineage: Lineage, ids: Collection[str]) -> dict[str, ArmedBy]:
    """What was armed under each of `ids`."""
    if not ids:
        return {}
    sent = and_(inputs.c.tick == events.c.tick, inputs.c.order == events.c.order, inputs.c.kind == "arm")
    chosen = (
        select(*EVENT_COLUMNS, inputs.c.id)
        .outerjoin(inputs, and_(sent, lineage.stamped(inputs)))
        .where(lineage.holds(events), events.c.kind == "armed", _ID.in_(ids))
    )
    found = ((read_event(*row[:-1]).event, row[-1]) for row in connection.execute(chosen))
    return {event.armed: ArmedBy(event, number) for event, number in found if isinstance(event, Armed)}


def fired_at(connection: Connection, lineage: Lineage, stamp: Stamp) -> Stamp | None:
    """Where that was fired which was armed at `stamp`; None: nothing was armed there, or it was not fired yet."""
    here = and_(events.c.tick == stamp.tick, events.c.order == stamp.order)
    armed = connection.scalar(select(_ID).where(lineage.holds(events), events.c.kind == "armed", here))
    if armed is None:
        return None
    fired = select(events.c.tick, events.c.order).where(
        lineage.holds(events), events.c.kind == "fired", armed == _ID
    )
    row = connection.execute(fired).one_or_none()
    return None if row is None else Stamp(row.tick, row.order)
