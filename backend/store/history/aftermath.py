"""What came of an intervention, found in the tables without reading the whole log.

`backend.domain.aftermath` tells what leads to what; here is looked up what it may need: the intervention's own events,
the memories of what it did, all that were told from these, the questions in which they were weighed, and what the
answers caused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Connection,
    Text,
    and_,
    any_,
    cast,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain import events as e
from backend.domain.aftermath import Aftermath
from backend.domain.events import Recorded
from backend.domain.inputs import Stamp
from backend.domain.spread import Held, told_from
from backend.store.history.armed import fired_at
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, inputs, memories

_PAYLOAD = cast(events.c.payload, JSONB)
_SOURCE = cast(memories.c.source, JSONB)
_CAUSED = ("action_chosen", "talk_started", "let_in", "day_planned", "goal_set", "believed", "said")
_Log = dict[int, Recorded]


def aftermath_of(database: Database, town: str, number: int, stamp: Stamp) -> Aftermath:
    """All that came by now of an input; of one that waited for something, since it was fired.

    Args:
        number: the input's id.
        stamp: when it took effect.
    """
    with database.begin(snapshot=True) as connection:
        lineage = lineage_of(connection, town)
        if _changed_nothing(connection, lineage, number, stamp):
            return Aftermath(stamp)
        stamp = fired_at(connection, lineage, stamp) or stamp
        until = _next_input(connection, lineage, stamp)
        found = _Finding(connection, lineage, stamp, until)
        log = found.everything()
    aftermath = Aftermath(stamp, until)
    for seq in sorted(log):
        aftermath.feed(log[seq])
    return aftermath


def _changed_nothing(connection: Connection, lineage: Lineage, number: int, stamp: Stamp) -> bool:
    """Whether the next input came to the same position: what was wanted was so already."""
    next_ones = select(inputs.c.id).where(
        lineage.stamped(inputs),
        inputs.c.status == "applied",
        inputs.c.tick == stamp.tick,
        inputs.c.order == stamp.order,
        inputs.c.id > number,
    )
    return connection.scalar(next_ones.limit(1)) is not None


def _next_input(connection: Connection, lineage: Lineage, stamp: Stamp) -> int | None:
    """The order of the next input that took effect, or was fired, in the same tick."""
    later = select(func.min(inputs.c.order)).where(
        lineage.stamped(inputs),
        inputs.c.status == "applied",
        inputs.c.tick == stamp.tick,
        inputs.c.order > stamp.order,
    )
    fired = select(func.min(events.c.order)).where(
        lineage.holds(events),
        events.c.kind == "fired",
        events.c.tick == stamp.tick,
        events.c.order > stamp.order,
    )
    orders = (connection.scalar(later), connection.scalar(fired))
    return min((order for order in orders if order is not None), default=None)


class _Finding:
    """Events that may belong to the aftermath, by their positions in the log; too many do no harm."""

    def __init__(self, connection: Connection, lineage: Lineage, stamp: Stamp, until: int | None) -> None:
        self._connection, self._lineage, self._stamp, self._until = connection, lineage, stamp, until

    def everything(self) -> _Log:
        first = and_(events.c.tick == self._stamp.tick, events.c.order >= self._stamp.order)
        log = self._events(first)
        if not log:
            return log
        self._lineage = self._lineage.clipped(after=min(log) - 1)
        log |= self._agreements_and_requests(log)
        log |= self._noticed(log)
        roots = self._fed(log).memories
        carriers = self._told_on(roots)
        log |= self._telling(carriers)
        log |= self._thinking(carriers, log)
        return log

    def _fed(self, log: _Log) -> Aftermath:
        aftermath = Aftermath(self._stamp, self._until)
        for seq in sorted(log):
            aftermath.feed(log[seq])
        return aftermath

    def _agreements_and_requests(self, log: _Log) -> _Log:
        made = [one.event.commitment for one in log.values() if isinstance(one.event, e.Offered)]
        asked = [one.event.request for one in log.values() if isinstance(one.event, e.Requested)]
        found = self._of_kinds(
            ("offer_answered", "commitment_settled"), _PAYLOAD["commitment"].astext.in_(made)
        )
        judged = self._of_kinds(
            ("request_judged", "request_carried_out"), _PAYLOAD["request"].astext.in_(asked)
        )
        for one in judged.values():
            if isinstance(one.event, e.RequestCarriedOut):
                found |= self._events(and_(events.c.tick == one.tick, events.c.seq > one.seq))
        return found | judged

    def _noticed(self, log: _Log) -> _Log:
        """Memories of what was announced, closed or changed and of the weather; and what changed these later on."""
        things = [one.event.object for one in log.values() if isinstance(one.event, e.ObjectChanged)]
        by = _SOURCE["by"].astext
        seen = or_(
            by == "intervention",
            and_(
                by == "perception",
                or_(memories.c.about == _texts(()), memories.c.about.op("&&")(_texts(things))),
            ),
        )
        found = self._formed(and_(memories.c.kind == "observation", seen))
        found |= self._of_kinds(("object_changed",), _PAYLOAD["object"].astext.in_(things))
        return found | self._events(events.c.kind == "weather_changed")

    def _told_on(self, roots: Iterable[str]) -> set[str]:
        chosen = select(
            memories.c.id, memories.c.resident, memories.c.tick, memories.c.seq, memories.c.source
        )
        told = chosen.where(_SOURCE["by"].astext == "speaker", _SOURCE["memories"] != literal([], JSONB))
        rows = self._lineage.in_order(self._connection, told, memories)
        held = {
            row.id: Held(row.id, row.resident, row.tick, row.seq, row.source["memories"][0]) for row in rows
        }
        return told_from(held, roots)

    def _telling(self, carriers: set[str]) -> _Log:
        """The memories, the lines that passed them on, and what was thought of them."""
        ids = _texts(carriers)
        found = self._formed(memories.c.id.in_(carriers))
        found |= self._formed(and_(memories.c.kind == "reflection", _SOURCE["memories"].has_any(ids)))
        found |= self._of_kinds(("said",), _PAYLOAD["tells"].has_any(ids))
        return found | self._of_kinds(("believed", "goal_set"), _PAYLOAD["memories"].has_any(ids))

    def _thinking(self, carriers: set[str], log: _Log) -> _Log:
        """The questions in which they were weighed, and what the answers led to."""
        asked = self._of_kinds(
            ("asked",),
            and_(
                _PAYLOAD["question"].astext == "react", _PAYLOAD["memories"][0].astext.in_(sorted(carriers))
            ),
        )
        weighed = self._of_kinds(("answered",), _PAYLOAD["cites"].has_any(_texts(carriers)))
        keys = {one.event.key for one in (asked | log).values() if isinstance(one.event, e.Asked)}
        keys |= {one.event.key for one in weighed.values() if isinstance(one.event, e.Answered)}
        answered = weighed | self._of_kinds(("answered",), _PAYLOAD["key"].astext.in_(sorted(keys)))
        anew = {
            (one.tick, one.event.resident)
            for one in answered.values()
            if isinstance(one.event, e.Answered) and one.event.choice == "replan"
        }
        planning = self._of_kinds(
            ("asked",),
            and_(
                _PAYLOAD["question"].astext == "plan_day",
                tuple_(events.c.tick, events.c.resident).in_(sorted(anew)),
            ),
        )
        keys |= {one.event.key for one in planning.values() if isinstance(one.event, e.Asked)}
        caused = self._of_kinds(_CAUSED, _PAYLOAD["cause"].astext.in_(sorted(keys)))
        return asked | answered | planning | caused

    def _formed(self, which: ColumnElement[bool]) -> _Log:
        """The events that formed memories."""
        rows = self._lineage.in_order(self._connection, select(memories.c.seq).where(which), memories)
        formed = literal([row.seq for row in rows], ARRAY(BigInteger))
        return self._events(events.c.seq == any_(formed))

    def _of_kinds(self, kinds: Iterable[str], which: ColumnElement[bool]) -> _Log:
        return self._events(and_(events.c.kind.in_(tuple(kinds)), which))

    def _events(self, which: ColumnElement[bool]) -> _Log:
        rows = self._lineage.in_order(self._connection, select(*EVENT_COLUMNS).where(which), events)
        return {row.seq: read_event(*row) for row in rows}


def _texts(values: Iterable[str]) -> ColumnElement[Any]:
    return literal(sorted(values), ARRAY(Text))
