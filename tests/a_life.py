"""A town's life, lived headless into memory, to be questioned from its log alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from backend.domain.events import AnyEvent, Event, Recorded
from backend.domain.inputs import AnswerGiven, AnyInput, Arrived, Fate, Stamp
from backend.domain.log import Digest
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.scenarios import load_scenario
from backend.store.journal.batch import Batch, Clock, Head
from worker.cognition.ablations import COMPLETE, Ablations
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.minds import minds

BROOK_LANE = Path(__file__).parents[1] / "scenarios" / "brook_lane"

E = TypeVar("E", bound=Event)


def brook_lane() -> Scenario:
    return load_scenario(BROOK_LANE)


@dataclass
class Chronicle:
    """A journal in memory."""

    inputs: list[Arrived] = field(default_factory=list)
    log: list[Recorded] = field(default_factory=list)
    questions: dict[str, AnyQuestion] = field(default_factory=dict)
    fates: dict[int, Fate] = field(default_factory=dict)
    answers: dict[str, AnswerGiven] = field(default_factory=dict)

    def commit(self, batch: Batch) -> None:
        self.log += batch.events
        self.questions |= {question.key: question for question in batch.questions}
        self.fates |= dict(batch.fates)
        self.answers |= {answer.question: answer for answer in batch.answers}

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        """Nothing: nobody watches."""

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return self.inputs, []

    def clock(self) -> Clock:
        return Clock(paused=False, speed=0.0, pause_at=None, step_to=None, version=1, status="alive")

    def stand_still(self, clock: Clock) -> None:
        """Nothing: such a life has no stops but its end."""


@dataclass(frozen=True, eq=False)
class Life:
    """All that happened in a town from tick 0 to before tick `ticks`."""

    scenario: Scenario
    seed: int
    ticks: int
    log: list[Recorded]
    questions: dict[str, AnyQuestion]
    """Every question that a mind was asked, by its key."""
    fates: dict[int, Fate]
    answers: dict[str, AnswerGiven] = field(default_factory=dict)
    """What the mind answered, by the question's key."""

    def all(self, kind: type[E]) -> Iterator[tuple[int, E]]:
        """The events of a kind with their ticks, in order."""
        for recorded in self.log:
            if isinstance(recorded.event, kind):
                yield recorded.tick, recorded.event

    def at(self, tick: int) -> list[AnyEvent]:
        return [recorded.event for recorded in self.log if recorded.tick == tick]

    @property
    def digest(self) -> str:
        return Digest().feed(self.log).hexdigest()

    def clock(self, tick: int) -> str:
        """ "day 1 07:40", for what a failed test says."""
        calendar = self.scenario.calendar
        return f"day {calendar.day(tick)} {calendar.clock(tick)}"


def live(
    scenario: Scenario,
    *,
    seed: int,
    ticks: int,
    inputs: Iterable[tuple[int, AnyInput]] = (),
    ablations: Ablations = COMPLETE,
) -> Life:
    """Lives a town with the built-in mind. `inputs` come each with the tick at which it takes effect."""
    arrived = [
        Arrived(number, f"input {number}", given, Stamp(tick, number))
        for number, (tick, given) in enumerate(inputs, start=1)
    ]
    chronicle = Chronicle(arrived)
    cognition = Cognition(scenario, ablations)
    live_headless(scenario, seed, ticks, cognition=cognition, mind=minds("rules"), journal=chronicle)
    return Life(scenario, seed, ticks, chronicle.log, chronicle.questions, chronicle.fates, chronicle.answers)
