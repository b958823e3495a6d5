"""The log of a town, read: pages of events, the state at a past tick, the digest."""

from __future__ import annotations

from sqlalchemy import ScalarSelect, select

from backend.domain.events import Recorded, ResidentAdded
from backend.domain.log import Digest
from backend.domain.newcomer import Newcomer
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore
from backend.domain.state import TownState, initial_state
from backend.store.database import Database
from backend.store.event_rows import EVENT_COLUMNS, PAYLOAD, canonical_row, read_event
from backend.store.scenario_document import read_scenario_document
from backend.store.tables import events, snapshots, towns
from backend.store.towns import TownGone, find_town

_AT_ONCE = 2000


def read_events(
    database: Database,
    town: str,
    after: int = 0,
    limit: int = 500,
    resident: str | None = None,
    kind: str | None = None,
    upto_tick: int | None = None,
) -> list[Recorded]:
    """The events after position `after`, in order.

    Args:
        after: `seq` of the last event that the caller has.
        limit: at most so many.
        resident: only those that are mainly about this resident or visitor.
        kind: only those of this kind.
        upto_tick: only those up to this tick, itself included.
    """
    chosen = select(*EVENT_COLUMNS).where(events.c.town == town, events.c.seq > after)
    if resident is not None:
        chosen = chosen.where(events.c.resident == resident)
    if kind is not None:
        chosen = chosen.where(events.c.kind == kind)
    if upto_tick is not None:
        chosen = chosen.where(events.c.seq <= _last_of(town, upto_tick))
    with database.begin() as connection:
        return [read_event(*row) for row in connection.execute(chosen.order_by(events.c.seq).limit(limit))]


def newcomers_of(database: Database, town: str, after: int, upto: int) -> list[Newcomer]:
    """Who came to live there in the events after one position up to another, in the order in which they came."""
    came = (
        select(*EVENT_COLUMNS)
        .where(events.c.town == town, events.c.seq > after, events.c.seq <= upto)
        .where(events.c.kind == "resident_added")
        .order_by(events.c.seq)
    )
    with database.begin() as connection:
        found = [read_event(*row).event for row in connection.execute(came)]
    return [event.newcomer for event in found if isinstance(event, ResidentAdded)]


def state_at(database: Database, town: str, tick: int) -> TownState:
    """The state after all events up to `tick`, itself included; the newest if that lies in the future.

    Raises:
        UnknownTown, TownGone: there never was such a town, or it was deleted.
    """
    with database.begin(snapshot=True) as connection:
        row = find_town(connection, town)
        if row.status == "deleted":
            raise TownGone(town, row.status)
        nearest = connection.execute(
            select(snapshots.c.seq, snapshots.c.state, snapshots.c.private)
            .where(snapshots.c.town == town, snapshots.c.tick <= tick)
            .order_by(snapshots.c.seq.desc())
            .limit(1)
        ).one_or_none()
        if nearest is None:
            document = connection.scalars(select(towns.c.scenario_document).where(towns.c.id == town)).one()
            state, after = initial_state(read_scenario_document(document)), 0
        else:
            state, after = restore(nearest.state, nearest.private), nearest.seq
        rest = connection.execute(
            select(*EVENT_COLUMNS)
            .where(events.c.town == town, events.c.seq > after, events.c.seq <= _last_of(town, tick))
            .order_by(events.c.seq)
        )
        return reduce_all(state, (read_event(*event) for event in rest))


def digest(database: Database, town: str, before_tick: int | None = None) -> tuple[str, int]:
    """The digest of the log and the number of events in it (design, section 3), taken over the stored bytes.

    Args:
        before_tick: only events of earlier ticks; None takes all.
    """
    chosen = (
        select(events.c.tick, events.c.order, events.c.kind, PAYLOAD)
        .where(events.c.town == town)
        .order_by(events.c.seq)
    )
    if before_tick is not None:
        chosen = chosen.where(events.c.seq <= _last_of(town, before_tick - 1))
    found = Digest()
    with database.begin() as connection:
        streamed = connection.execution_options(yield_per=_AT_ONCE).execute(chosen)
        for row in streamed:
            found.feed_line(canonical_row(*row))
    return found.hexdigest(), found.events


def _last_of(town: str, tick: int) -> ScalarSelect[int]:
    """The position of the last event up to `tick`, so that a look at the past reads nothing of what came later."""
    return (
        select(events.c.seq)
        .where(events.c.town == town, events.c.tick <= tick)
        .order_by(events.c.tick.desc(), events.c.order.desc())
        .limit(1)
        .scalar_subquery()
    )
