"""What two towns of one family have lived since they had one past, as `backend.domain.compare` takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import orjson
from sqlalchemy import ARRAY, BigInteger, Connection, Text, any_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from backend.domain.compare import (
    Held,
    Line,
    Sent,
    Sides,
    apart,
    first_difference,
    is_yet_to_come,
    sent_alike,
)
from backend.domain.events import Recorded, Said
from backend.domain.state import TownState
from backend.domain.tracing import NAMES_NOTHING, Document, Step, traced
from backend.store.history.events import last_position, state_upto
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, PAYLOAD, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, inputs, memories, towns
from backend.store.queues.inputs import inputs_seen

AT_ONCE = 2000
"""Events whose text is compared at once; twice as many each time, by a hash alone, as long as they are the same."""
MOST_AT_ONCE = 64_000
FOLLOWED = 50_000
_LINE = (events.c.seq, events.c.tick, events.c.order, events.c.kind, events.c.resident, PAYLOAD)


class NotOneFamily(Exception):
    """The two towns have no past in common."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one!r} and {other!r} have no past in common; compare branches of one town")
        self.one, self.other = one, other


@dataclass(frozen=True)
class Compared:
    """Two towns, up to a tick that both have lived."""

    shared: int
    """Position of the last event that both have from the same town."""
    first: Sides[Line | None] | None
    """The first events that are not the same; None: there is no difference up to that tick."""
    inputs: Sides[list[Sent]]
    """What people did in one of them alone."""
    lines: Sides[list[Line]]
    """The first `FOLLOWED` events from the first difference on, with a hash in the place of their payload."""
    steps: Sides[dict[int, Step]]
    """Of these what is in one of them alone, by its position in the log, each with what it comes from."""
    said: Sides[list[Recorded]]
    """Lines of talk that were said in one of them alone."""
    memories: Sides[list[Held]]
    """What is remembered in one of them alone."""
    states: Sides[TownState]


def compare(database: Database, one: str, other: str, tick: int) -> Compared:
    """Raises NotOneFamily, StoreUnavailable."""
    with database.begin(snapshot=True) as connection:
        mine, yours = lineage_of(connection, one), lineage_of(connection, other)
        if mine.root != yours.root:
            raise NotOneFamily(one, other)
        shared = _shared(mine, yours)
        both = Sides(_since(connection, mine, shared, tick), _since(connection, yours, shared, tick))
        since = (
            connection.scalar(select(events.c.tick).where(mine.holds(events), events.c.seq == shared)) or 0
        )
        sent = apart(_sent(connection, mine, since, tick), _sent(connection, yours, since, tick), sent_alike)
        heads = Sides(_head(connection, one), _head(connection, other))
        first = _first(connection, both, shared)
        if first is not None and is_yet_to_come(first, sent, heads):
            first = None
        begin = _before(first, shared)
        later = Sides(both.one.clipped(begin), both.other.clipped(begin))
        lines = Sides(_hashed(connection, later.one), _hashed(connection, later.other))
        alone = apart(lines.one, lines.other, _as_it_happened)
        told = Sides(_told(connection, later.one, alone.one), _told(connection, later.other, alone.other))
        return Compared(
            shared=shared,
            first=first,
            inputs=sent,
            lines=lines,
            steps=traced(told, sent),
            said=apart(_said(connection, later.one), _said(connection, later.other), _words),
            memories=apart(_held(connection, later.one), _held(connection, later.other), _remembered),
            states=Sides(state_upto(connection, mine, tick), state_upto(connection, yours, tick)),
        )


def _shared(mine: Lineage, yours: Lineage) -> int:
    """Up to which position both read the same rows."""
    shared = 0
    for a, b in zip(mine.sections, yours.sections, strict=False):
        if a.town != b.town:
            break
        ends = [section.upto for section in (a, b) if section.upto is not None]
        shared = min(ends, default=2**62)
        if a.upto != b.upto:
            break
    return shared


def _since(connection: Connection, lineage: Lineage, shared: int, tick: int) -> Lineage:
    return lineage.clipped(shared, last_position(connection, lineage, tick))


def _first(connection: Connection, both: Sides[Lineage], after: int) -> Sides[Line | None] | None:
    """Whole stretches of the two logs are compared by a hash that Postgres makes, until one differs."""
    size = AT_ONCE
    while True:
        stretch = Sides(both.one.clipped(after, after + size), both.other.clipped(after, after + size))
        if not stretch.one.sections and not stretch.other.sections:
            return None
        if size == AT_ONCE or _hash(connection, stretch.one) != _hash(connection, stretch.other):
            found = first_difference(_lines(connection, stretch.one), _lines(connection, stretch.other))
            if found is not None:
                return found
        after, size = after + size, min(size * 2, MOST_AT_ONCE)


def _hash(connection: Connection, lineage: Lineage) -> str | None:
    written = func.concat_ws(" ", events.c.tick, events.c.order, events.c.kind, cast(events.c.payload, Text))
    in_order = aggregate_order_by(literal(""), events.c.seq)
    all_of_it = func.md5(func.string_agg(func.md5(written), in_order))
    found: str | None = connection.scalar(select(all_of_it).where(lineage.holds(events)))
    return found


def _head(connection: Connection, town: str) -> int:
    head: int = connection.scalars(select(towns.c.head_tick).where(towns.c.id == town)).one()
    return head


def _before(first: Sides[Line | None] | None, shared: int) -> int:
    """The position after which there is something to compare."""
    if first is None:
        return 2**62
    return max(shared, min(line.seq for line in (first.one, first.other) if line is not None) - 1)


def _lines(connection: Connection, lineage: Lineage) -> Iterator[Line]:
    for row in lineage.in_order(connection, select(*_LINE), events):
        yield Line(*row)


def _hashed(connection: Connection, lineage: Lineage) -> list[Line]:
    chosen = select(*_LINE[:-1], func.md5(cast(events.c.payload, Text)))
    return [Line(*row) for row in lineage.in_order(connection, chosen, events, FOLLOWED)]


def _as_it_happened(line: Line) -> tuple[int, str, str | None, str]:
    """Orders within a tick hang on what others did in it, so they do not count here."""
    return line.tick, line.kind, line.resident, line.payload


def _told(connection: Connection, lineage: Lineage, lines: list[Line]) -> Iterator[tuple[Line, Document]]:
    """Events with what their payloads tell of what they come from."""
    wanted = [line.seq for line in lines if line.kind not in NAMES_NOTHING]
    chosen = select(PAYLOAD).where(events.c.seq == any_(cast(wanted, ARRAY(BigInteger))))
    payloads = lineage.in_order(connection, chosen, events)
    for line in lines:
        yield line, {} if line.kind in NAMES_NOTHING else orjson.loads(next(payloads)[0])


def _sent(connection: Connection, lineage: Lineage, since: int, tick: int) -> list[Sent]:
    """What took effect from tick `since` on; whatever did before, both have."""
    table = inputs.c
    seen = inputs_seen(connection, lineage, table.status == "applied", table.tick.between(since, tick))
    return [Sent(row.id, row.input, row.fate.stamp) for row in seen if row.fate.stamp is not None]


def _said(connection: Connection, lineage: Lineage) -> list[Recorded]:
    chosen = select(*EVENT_COLUMNS).where(events.c.kind == "said")
    return [read_event(*row) for row in lineage.in_order(connection, chosen, events)]


def _words(recorded: Recorded) -> tuple[str, str]:
    assert isinstance(recorded.event, Said)
    return recorded.event.speaker, recorded.event.text


def _held(connection: Connection, lineage: Lineage) -> list[Held]:
    table = memories.c
    chosen = select(
        table.id, table.resident, table.tick, table.seq, table.kind, table.text, table.importance, table.news
    )
    return [Held(*row) for row in lineage.in_order(connection, chosen, memories)]


def _remembered(memory: Held) -> tuple[str, str]:
    return memory.resident, memory.text
