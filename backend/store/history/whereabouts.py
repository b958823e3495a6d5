"""Where residents were when something happened to them, from the last event that moved each."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import BigInteger, Text, and_, column, select, true, values

from backend.domain import events as e
from backend.domain.world import Tile
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import lineage_of
from backend.store.postgres.tables import events

_MOVES = ("walked", "halted", "resident_moved", "resident_added")


def tiles_at(
    database: Database, town: str, whom: Collection[tuple[str, int, int]]
) -> Mapping[tuple[str, int], Tile]:
    """Where each of some residents was.

    Args:
        whom: (resident, position in the log, tick of that position).

    Returns:
        Tiles by (resident, position); without those who have never moved: they are where the town began.
    """
    if not whom:
        return {}
    asked = values(column("who", Text), column("upto", BigInteger), name="asked").data(
        sorted({(who, upto) for who, upto, _ in whom})
    )
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        last = (
            select(*EVENT_COLUMNS)
            .where(
                and_(
                    lineage.holds(events),
                    events.c.resident == asked.c.who,
                    events.c.kind.in_(_MOVES),
                    events.c.seq <= asked.c.upto,
                )
            )
            .order_by(events.c.seq.desc())
            .limit(1)
            .lateral()
        )
        rows = connection.execute(
            select(asked.c.who, asked.c.upto, last).select_from(asked.join(last, true()))
        ).all()
    moved = {
        (row.who, row.upto): read_event(row.seq, row.tick, row.order, row.kind, row.payload) for row in rows
    }
    found: dict[tuple[str, int], Tile] = {}
    for who, upto, tick in whom:
        if (who, upto) in moved:
            recorded = moved[who, upto]
            found[who, upto] = _tile(recorded.event, tick - recorded.tick)
    return found


def _tile(event: e.AnyEvent, ticks: int) -> Tile:
    """Where the body is so many ticks after the event."""
    if isinstance(event, e.Walked):
        return event.path[min(ticks, len(event.path) - 1)]
    assert isinstance(event, e.Halted | e.ResidentMoved | e.ResidentAdded)
    return event.at
