"""Two towns of one family side by side, and from what their difference comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Path, Query

from backend.api.moment import LAST_TICK
from backend.api.openapi import problems_of
from backend.api.parts import PartsOf, TownOf, town_named
from backend.api.problems import InvalidRequest, NotOneFamily, TickNotYet, TownGone, UnknownTown
from backend.domain import compare as domain
from backend.domain.calendar import Calendar
from backend.domain.compare import Held, Line, Sent, Sides
from backend.domain.events import MemoryKind, Recorded, Said
from backend.domain.inputs import AnyInput
from backend.domain.world import Tile
from backend.live.frames import View
from backend.store.comparison import Compared, compare

router = APIRouter(prefix="/api/towns/{town}/compare", tags=["branches"])

MOST = 40
"""Of a list that is told; how many there are in all is told, too."""


class EventOf(View):
    """An event of one of the two, as far as it tells where to look."""

    seq: int
    tick: int
    local: str
    """Town-local date and time, ISO 8601."""
    kind: str
    resident: str | None
    """Whom it is mainly about."""


class DifferenceView(View):
    """The first events that are not the same; null for the one that has lived nothing more."""

    one: EventOf | None
    other: EventOf | None


class InputOf(View):
    """What somebody did in one of the two alone."""

    town: str
    id: int
    input: AnyInput
    tick: int
    local: str


class Whereabouts(View):
    tile: Tile
    arena: str | None
    """Null on a street."""
    action: str | None
    asleep: bool


class ApartView(View):
    """A resident who is elsewhere or does something else; null for the town in which it does not live."""

    resident: str
    one: Whereabouts | None
    other: Whereabouts | None
    since: DifferenceView | None
    """The first events about it that are not the same."""


class LineOf(View):
    """Something said in one of them alone."""

    seq: int
    tick: int
    local: str
    speaker: str
    to: list[str]
    text: str


class MemoryOf(View):
    """Something remembered in one of them alone."""

    id: str
    resident: str
    seq: int
    tick: int
    local: str
    kind: MemoryKind
    text: str
    importance: int


class SideView(View):
    """What is in one of the two alone."""

    town: str
    inputs: list[InputOf]
    said: list[LineOf]
    """The first of them."""
    said_in_all: int
    memories: list[MemoryOf]
    """The most important of them, oldest first."""
    memories_in_all: int
    knows_more: dict[str, int]
    """Resident to how much it remembers that it does not in the other."""


class CompareView(View):
    at: int
    """The tick up to which both are compared."""
    local: str
    shared_seq: int
    """Position of the last event that both have from the same town."""
    first: DifferenceView | None
    """Null: up to `at` there is no difference."""
    cause: InputOf | None
    """What somebody did, from which the first difference comes; null where it comes from what minds have answered."""
    apart: list[ApartView]
    """Who is elsewhere or does something else at `at`; those first whose life changed first."""
    one: SideView
    other: SideView


@router.get(
    "/{other}",
    responses=problems_of(UnknownTown, TownGone, TickNotYet, NotOneFamily, InvalidRequest),
    name="compare two branches",
)
def compare_towns(
    row: TownOf,
    parts: PartsOf,
    other: Annotated[str, Path(description="The other town's id.", examples=["t-9m2x4v3kpa"])],
    at: Annotated[
        int | None,
        Query(ge=0, le=LAST_TICK, description="Up to this tick; left out, as far as both have lived."),
    ] = None,
) -> CompareView:
    """Where two towns of one family parted and why, and what is otherwise since then."""
    second = town_named(parts, other)
    lived = min(row.head_tick, second.head_tick)
    if at is not None and at > lived:
        raise TickNotYet(at, lived)
    tick = lived if at is None else at
    scenario = parts.scenarios.of(row)
    found = compare(parts.database, row.id, second.id, tick)
    told = _Told(row.id, second.id, scenario.calendar)
    positions = domain.elsewhere(scenario.world, found.states.one, found.states.other, tick)
    since = domain.first_differences(found.lines.one, found.lines.other)
    order = {who: number for number, who in enumerate(since)}
    return CompareView(
        at=tick,
        local=scenario.calendar.at(tick).isoformat(),
        shared_seq=min(found.shared, found.states.one.seq, found.states.other.seq),
        first=None if found.first is None else told.difference(found.first),
        cause=told.cause(found),
        apart=[
            ApartView(
                resident=who,
                one=_whereabouts(positions[who].one),
                other=_whereabouts(positions[who].other),
                since=told.difference(since[who]) if who in since else None,
            )
            for who in sorted(positions, key=lambda who: (order.get(who, len(order)), who))
        ],
        one=told.side(row.id, found.inputs.one, found.said.one, found.memories.one),
        other=told.side(second.id, found.inputs.other, found.said.other, found.memories.other),
    )


class _Told:
    """How what was found is told."""

    def __init__(self, one: str, other: str, calendar: Calendar) -> None:
        self._one, self._other, self._calendar = one, other, calendar

    def local(self, tick: int) -> str:
        return self._calendar.at(tick).isoformat()

    def difference(self, sides: Sides[Line | None]) -> DifferenceView:
        return DifferenceView(one=self._event(sides.one), other=self._event(sides.other))

    def cause(self, found: Compared) -> InputOf | None:
        cause = None if found.first is None else domain.first_cause(found.first, found.inputs)
        if cause is None:
            return None
        is_of_one, sent = cause
        return self._input(self._one if is_of_one else self._other, sent)

    def side(self, town: str, inputs: Iterable[Sent], said: list[Recorded], memories: list[Held]) -> SideView:
        foremost = sorted(memories, key=lambda memory: (-memory.importance, memory.seq))[:MOST]
        return SideView(
            town=town,
            inputs=[self._input(town, sent) for sent in inputs],
            said=[self._line(recorded) for recorded in said[:MOST]],
            said_in_all=len(said),
            memories=[self._memory(memory) for memory in sorted(foremost, key=lambda memory: memory.seq)],
            memories_in_all=len(memories),
            knows_more=dict(sorted(Counter(memory.resident for memory in memories).items())),
        )

    def _event(self, line: Line | None) -> EventOf | None:
        if line is None:
            return None
        return EventOf(
            seq=line.seq, tick=line.tick, local=self.local(line.tick), kind=line.kind, resident=line.resident
        )

    def _input(self, town: str, sent: Sent) -> InputOf:
        tick = sent.stamp.tick
        return InputOf(town=town, id=sent.id, input=sent.input, tick=tick, local=self.local(tick))

    def _line(self, recorded: Recorded) -> LineOf:
        said = recorded.event
        assert isinstance(said, Said)
        return LineOf(
            seq=recorded.seq,
            tick=recorded.tick,
            local=self.local(recorded.tick),
            speaker=said.speaker,
            to=list(said.to),
            text=said.text,
        )

    def _memory(self, memory: Held) -> MemoryOf:
        return MemoryOf.model_validate(
            {
                "id": memory.id,
                "resident": memory.resident,
                "seq": memory.seq,
                "tick": memory.tick,
                "local": self.local(memory.tick),
                "kind": memory.kind,
                "text": memory.text,
                "importance": memory.importance,
            }
        )


def _whereabouts(found: domain.Whereabouts | None) -> Whereabouts | None:
    if found is None:
        return None
    return Whereabouts(tile=found.tile, arena=found.arena, action=found.action, asleep=found.asleep)
