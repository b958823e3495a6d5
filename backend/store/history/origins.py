"""How those know of something whom nobody in town told: the act, the words or the thought behind their memory."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, cast, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.spread import Held, Origin
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events

_PAYLOAD = cast(events.c.payload, JSONB)


def origins_of(database: Database, town: str, roots: Iterable[Held]) -> dict[str, Origin]:
    """Where each of these memories comes from, by its id."""
    with database.begin(snapshot=True) as connection:
        lineage = lineage_of(connection, town)
        rows = connection.execute(
            select(*EVENT_COLUMNS).where(
                lineage.holds(events), events.c.seq.in_([held.seq for held in roots])
            )
        ).all()
        looking = _Looking(connection, lineage)
        return {
            recorded.event.id: looking.behind(recorded, recorded.event)
            for recorded in (read_event(*row) for row in rows)
            if isinstance(recorded.event, e.Remembered)
        }


def spell_of(connection: Connection, lineage: Lineage, thing: str, seq: int) -> tuple[int, int | None]:
    """The positions of the changes of a thing before and after `seq`; 0 and None where there is none."""
    changed = and_(events.c.kind == "object_changed", _PAYLOAD["object"].astext == thing)
    before = lineage.clipped(upto=seq).newest_first(
        connection, select(events.c.seq).where(changed), events, 1
    )
    after = lineage.clipped(after=seq).in_order(connection, select(events.c.seq).where(changed), events, 1)
    return next((row.seq for row in before), 0), next((row.seq for row in after), None)


class _Looking:
    def __init__(self, connection: Connection, lineage: Lineage) -> None:
        self._connection, self._lineage = connection, lineage
        self._announced: dict[str, Recorded | None] = {}

    def behind(self, formed: Recorded, memory: e.Remembered) -> Origin:
        match memory.source.by:
            case "scenario":
                return Origin("knew")
            case "intervention" if memory.percept is not None:
                return self._words(formed, memory.percept)
            case "intervention":
                return Origin("planted", formed.seq, memory.source.who)
            case "perception":
                return self._seen(formed, memory)
            case "speaker":
                return self._heard(formed, memory)
            case _:
                return Origin("thought", formed.seq)

    def _words(self, formed: Recorded, percept: str) -> Origin:
        """An announcement; or a place that was closed or opened, as one reads it at its door."""
        if percept not in self._announced:
            said = and_(events.c.kind == "announced", events.c.tick == formed.tick)
            own = and_(said, _PAYLOAD["text"].astext == percept.partition("|")[2].partition("|")[2])
            self._announced[percept] = self._last(formed, own)
        announced = self._announced[percept]
        if announced is None or not isinstance(announced.event, e.Announced):
            return Origin("saw", formed.seq)
        return Origin("announced", announced.seq, announced.event.by, announced.event.text)

    def _seen(self, formed: Recorded, memory: e.Remembered) -> Origin:
        """The act that was seen: what changed a thing or the weather, or what somebody began to do."""
        subject, _, state = (memory.percept or "").partition("|")
        if subject == "weather":
            act = self._last(formed, events.c.kind == "weather_changed")
        elif ":" in subject and not subject.startswith("visitor:"):
            of_it = and_(_PAYLOAD["object"].astext == subject, _PAYLOAD["state"].astext == state)
            act = self._last(formed, and_(events.c.kind == "object_changed", of_it))
        else:
            act = self._last(formed, and_(events.c.kind == "action_begun", events.c.resident == subject))
        if act is None:
            return Origin("saw", formed.seq)
        return Origin("saw", act.seq, act.event.subject, state)

    def _heard(self, formed: Recorded, memory: e.Remembered) -> Origin:
        """A line of somebody from outside, or one of a talk that was caught in passing."""
        who = memory.source.who
        line = self._last(
            formed,
            and_(events.c.kind == "said", events.c.tick == formed.tick, _PAYLOAD["speaker"].astext == who),
        )
        if line is None or not isinstance(line.event, e.Said):
            return Origin("heard", formed.seq, who)
        return Origin("heard", line.seq, who, line.event.text)

    def _last(self, formed: Recorded, which: ColumnElement[bool]) -> Recorded | None:
        upto = self._lineage.clipped(upto=formed.seq)
        row = next(
            iter(upto.newest_first(self._connection, select(*EVENT_COLUMNS).where(which), events, 1)), None
        )
        return None if row is None else read_event(*row)
