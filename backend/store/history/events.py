"""The log of a town, read: pages of events, the state at a past tick, the digest."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from backend.domain.events import Recorded
from backend.domain.log import Digest
from backend.domain.present import OF_PEOPLE
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore
from backend.domain.state import TownState, initial_state
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, PAYLOAD, canonical_row, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, snapshots, towns
from backend.store.town.scenario_document import read_scenario_document
from backend.store.town.towns import TownGone, find_town

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
    chosen = select(*EVENT_COLUMNS)
    if resident is not None:
        chosen = chosen.where(events.c.resident == resident)
    if kind is not None:
        chosen = chosen.where(events.c.kind == kind)
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        upto = None if upto_tick is None else last_position(connection, lineage, upto_tick)
        found = lineage.clipped(after, upto).in_order(connection, chosen, events, limit)
        return [read_event(*row) for row in found]


def changes_of_people(database: Database, town: str, after: int, upto: int) -> list[Recorded]:
    """Who came, left or was rewritten in the events after one position up to another: see `domain.present`."""
    chosen = select(*EVENT_COLUMNS).where(events.c.kind.in_(OF_PEOPLE))
    with database.begin() as connection:
        rows = lineage_of(connection, town).clipped(after, upto).in_order(connection, chosen, events)
        return [read_event(*row) for row in rows]


def state_at(database: Database, town: str, tick: int) -> TownState:
    """The state after all events up to `tick`, itself included; the newest if that lies in the future.

    Raises:
        UnknownTown, TownGone: there never was such a town, or it was deleted.
    """
    with database.begin(snapshot=True) as connection:
        row = find_town(connection, town)
        if row.status == "deleted":
            raise TownGone(town, row.status)
        return state_upto(connection, lineage_of(connection, town), tick)


def state_upto(connection: Connection, lineage: Lineage, tick: int) -> TownState:
    """The same in a transaction under way; one that sees a single moment is best."""
    nearest = next(iter(newest_snapshot(connection, lineage, tick)), None)
    if nearest is None:
        state, after = initial_state(read_scenario_document(scenario_of_family(connection, lineage))), 0
    else:
        state, after = restore(nearest.state, nearest.private), nearest.seq
    upto = last_position(connection, lineage, tick)
    rest = lineage.clipped(after, upto).in_order(connection, select(*EVENT_COLUMNS), events)
    return reduce_all(state, (read_event(*event) for event in rest))


def newest_snapshot(
    connection: Connection, lineage: Lineage, tick: int | None = None
) -> list[Row[*tuple[Any, ...]]]:
    """The newest snapshot (seq, state, private) up to `tick`, of all if that is None; empty where there is none."""
    chosen = select(snapshots.c.seq, snapshots.c.state, snapshots.c.private)
    if tick is not None:
        chosen = chosen.where(snapshots.c.tick <= tick)
    return lineage.newest_first(connection, chosen, snapshots, 1)


def scenario_of_family(connection: Connection, lineage: Lineage) -> dict[str, Any]:
    """The document of the scenario that a town and all its branches were founded on."""
    chosen = select(towns.c.scenario_document).where(towns.c.id == lineage.root)
    document: dict[str, Any] = connection.scalars(chosen).one()
    return document


def digest(database: Database, town: str, before_tick: int | None = None) -> tuple[str, int]:
    """The digest of the log and the number of events in it (design, section 3), taken over the stored bytes.

    Args:
        before_tick: only events of earlier ticks; None takes all.
    """
    chosen = select(events.c.tick, events.c.order, events.c.kind, PAYLOAD)
    found = Digest()
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        upto = None if before_tick is None else last_position(connection, lineage, before_tick - 1)
        streaming = connection.execution_options(yield_per=_AT_ONCE)
        for row in lineage.clipped(0, upto).in_order(streaming, chosen, events):
            found.feed_line(canonical_row(*row))
    return found.hexdigest(), found.events


def last_position(connection: Connection, lineage: Lineage, tick: int) -> int:
    """The position of the last event up to `tick`; 0 if there is none."""
    return connection.scalar(select(lineage.last_upto(tick))) or 0
