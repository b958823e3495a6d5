"""Telling what was found when two towns were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from backend.api.views.compare_views import (
    ApartView,
    CauseView,
    CompareView,
    DifferenceView,
    EventOf,
    InputOf,
    LineOf,
    MemoryOf,
    SideView,
    StepOf,
    TraceOf,
    Whereabouts,
)
from backend.domain import compare as domain
from backend.domain.calendar import Calendar
from backend.domain.compare import Held, Line, Sent, Sides, first_differences
from backend.domain.events import Recorded, Said
from backend.domain.tracing import Step, first_cause, of_whereabouts
from backend.store.family.comparison import Compared

MOST = 40
"""Of a list that is told; how many there are in all is told, too."""
MOST_PASSED = 8
"""Lives on the way from a cause to a difference that are told."""

Positions = Mapping[str, Sides[domain.Whereabouts | None]]


class Told:
    """What two towns differ in, in the words of the API.

    Args:
        one, other: Their ids.
        found: What was found up to a tick.
        positions: Who is elsewhere at that tick.
    """

    def __init__(
        self, one: str, other: str, calendar: Calendar, found: Compared, positions: Positions
    ) -> None:
        self._towns, self._calendar = Sides(one, other), calendar
        self._found, self._positions = found, positions
        self._since = first_differences(found.lines.one, found.lines.other)
        self._placed = of_whereabouts(found.steps)
        self._said = Sides(found.said.one[:MOST], found.said.other[:MOST])
        self._memories = Sides(_foremost(found.memories.one), _foremost(found.memories.other))
        begins = {_doing(step): step.begin for step in self._told_steps()}
        by_time = sorted(begins.values(), key=lambda step: (step.line.tick, step.line.order))
        self._causes = {_doing(step): (number, step) for number, step in enumerate(by_time)}
        """All from which what is told comes, with their numbers."""

    def whole(self, tick: int) -> CompareView:
        found = self._found
        order = {who: number for number, who in enumerate(self._since)}
        return CompareView(
            at=tick,
            local=self._local(tick),
            shared_seq=min(found.shared, found.states.one.seq, found.states.other.seq),
            first=None if found.first is None else self._difference(found.first),
            cause=self._first_cause(),
            causes=self._told_causes(),
            apart=[
                self._apart(who)
                for who in sorted(self._positions, key=lambda who: (order.get(who, len(order)), who))
            ],
            one=self._side(is_of_one=True),
            other=self._side(is_of_one=False),
        )

    def _told_steps(self) -> Iterator[Step]:
        """Of each single difference that is told, as far as it was followed."""
        first = self._found.first
        for is_of_one in (True, False):
            steps = self._found.steps.of(is_of_one)
            begins = None if first is None else first.of(is_of_one)
            told = [] if begins is None else [begins.seq]
            told += [recorded.seq for recorded in self._said.of(is_of_one)]
            told += [memory.seq for memory in self._memories.of(is_of_one)]
            yield from (steps[seq] for seq in told if seq in steps)
        yield from (self._placed[who] for who in self._positions if who in self._placed)

    def _told_causes(self) -> list[CauseView]:
        found = self._found
        memories, said = Counter[object](), Counter[object]()
        for is_of_one in (True, False):
            steps = found.steps.of(is_of_one)
            memories.update(
                _doing(steps[held.seq]) for held in found.memories.of(is_of_one) if held.seq in steps
            )
            said.update(_doing(steps[line.seq]) for line in found.said.of(is_of_one) if line.seq in steps)
        return [
            CauseView(
                town=self._towns.of(step.is_of_one),
                input=None if step.sent is None else self._input(step.is_of_one, step.sent),
                first=self._event(step.line),
                memories=memories[doing],
                said=said[doing],
            )
            for doing, (_, step) in self._causes.items()
        ]

    def _trace(self, step: Step | None) -> TraceOf | None:
        if step is None:
            return None
        passed = step.passed
        ends = (
            passed if len(passed) <= MOST_PASSED else passed[: MOST_PASSED // 2] + passed[-MOST_PASSED // 2 :]
        )
        return TraceOf(
            cause=self._causes[_doing(step)][0],
            certain=step.is_sure,
            passed=[
                StepOf(
                    town=self._towns.of(each.is_of_one),
                    named=each.is_linked,
                    **self._event(each.line).model_dump(),
                )
                for each in ends
            ],
            passed_in_all=len(passed),
        )

    def _apart(self, who: str) -> ApartView:
        positions, since = self._positions[who], self._since.get(who)
        return ApartView(
            resident=who,
            one=_whereabouts(positions.one),
            other=_whereabouts(positions.other),
            since=None if since is None else self._difference(since),
            trace=self._trace(self._placed.get(who)),
        )

    def _side(self, *, is_of_one: bool) -> SideView:
        found = self._found
        memories, steps = found.memories.of(is_of_one), found.steps.of(is_of_one)
        return SideView(
            town=self._towns.of(is_of_one),
            inputs=[self._input(is_of_one, sent) for sent in found.inputs.of(is_of_one)],
            said=[self._line(recorded, steps) for recorded in self._said.of(is_of_one)],
            said_in_all=len(found.said.of(is_of_one)),
            memories=[self._memory(memory, steps) for memory in self._memories.of(is_of_one)],
            memories_in_all=len(memories),
            knows_more=dict(sorted(Counter(memory.resident for memory in memories).items())),
        )

    def _first_cause(self) -> InputOf | None:
        begin = first_cause(self._found.first, self._found.steps)
        return None if begin is None or begin.sent is None else self._input(begin.is_of_one, begin.sent)

    def _local(self, tick: int) -> str:
        return self._calendar.at(tick).isoformat()

    def _difference(self, sides: Sides[Line | None]) -> DifferenceView:
        one, other = sides.one, sides.other
        return DifferenceView(
            one=None if one is None else self._event(one), other=None if other is None else self._event(other)
        )

    def _event(self, line: Line) -> EventOf:
        return EventOf(
            seq=line.seq, tick=line.tick, local=self._local(line.tick), kind=line.kind, resident=line.resident
        )

    def _input(self, is_of_one: bool, sent: Sent) -> InputOf:
        tick = sent.stamp.tick
        town = self._towns.of(is_of_one)
        return InputOf(town=town, id=sent.id, input=sent.input, tick=tick, local=self._local(tick))

    def _line(self, recorded: Recorded, steps: Mapping[int, Step]) -> LineOf:
        said = recorded.event
        assert isinstance(said, Said)
        return LineOf(
            seq=recorded.seq,
            tick=recorded.tick,
            local=self._local(recorded.tick),
            speaker=said.speaker,
            to=list(said.to),
            text=said.text,
            trace=self._trace(steps.get(recorded.seq)),
        )

    def _memory(self, memory: Held, steps: Mapping[int, Step]) -> MemoryOf:
        return MemoryOf.model_validate(
            {
                "id": memory.id,
                "resident": memory.resident,
                "seq": memory.seq,
                "tick": memory.tick,
                "local": self._local(memory.tick),
                "kind": memory.kind,
                "text": memory.text,
                "importance": memory.importance,
                "trace": self._trace(steps.get(memory.seq)),
            }
        )


def _doing(step: Step) -> tuple[bool, str, int]:
    """What tells one cause from another: an input may have several first events."""
    begin = step.begin
    if begin.sent is not None:
        return begin.is_of_one, "input", begin.sent.id
    return begin.is_of_one, "event", begin.line.seq


def _foremost(memories: list[Held]) -> list[Held]:
    foremost = sorted(memories, key=lambda memory: (-memory.importance, memory.seq))[:MOST]
    return sorted(foremost, key=lambda memory: memory.seq)


def _whereabouts(found: domain.Whereabouts | None) -> Whereabouts | None:
    if found is None:
        return None
    return Whereabouts(tile=found.tile, arena=found.arena, action=found.action, asleep=found.asleep)
