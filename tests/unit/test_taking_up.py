"""A town that is taken up anywhere goes on as if it had never stopped."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.chance import Chance
from backend.domain.events import Recorded, Remembered
from backend.domain.inputs import Announce, AnswerGiven, Arrived, SetObject, Speak, Stamp
from backend.domain.log import Digest
from backend.domain.questions import AnyQuestion
from backend.domain.reduce import reduce_all
from backend.domain.scenario import Scenario
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import initial_state
from backend.scenarios import load_scenario
from backend.store.batch import Batch
from worker.cognition.cognition import Cognition
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

SEED = 11
TICKS = 3000


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(Path(__file__).parents[2] / "scenarios" / "brook_lane")


@dataclass
class Archive:
    """What a database would hold of a town."""

    log: list[Recorded] = field(default_factory=list)
    questions: dict[str, AnyQuestion] = field(default_factory=dict)
    answers: dict[str, AnswerGiven] = field(default_factory=dict)
    applied: set[int] = field(default_factory=set)
    tick: int = 0

    def store(self, batch: Batch) -> None:
        self.log += batch.events
        self.questions |= {question.key: question for question in batch.questions}
        self.applied |= {number for number, _ in batch.fates}
        for key in batch.closed:
            self.questions.pop(key, None)
            self.answers.pop(key, None)
        self.tick = batch.head.tick

    def take_up(self, scenario: Scenario, *, inline: bool) -> Engine:
        """An engine as a worker makes it that knows nothing but the archive."""
        state = restore(*snapshot(reduce_all(initial_state(scenario), self.log)))
        cognition = Cognition(scenario)
        memories = [recorded for recorded in self.log if isinstance(recorded.event, Remembered)]
        cognition.restore(memories, state.accesses, state.importances)
        town = Town(scenario, SEED, state, cognition)
        town.tick = self.tick
        town.happened = [recorded.event for recorded in self.log if recorded.tick == self.tick]
        town.questions = {key: self.questions[key] for key in state.questions}
        return Engine(town, minds("rules") if inline else None)


def inputs_of(scenario: Scenario) -> list[Arrived]:
    residents, objects = sorted(scenario.personas), sorted(scenario.world.objects)
    given = [
        (
            300,
            Speak(
                visitor="visitor:v", name="Vera", to=residents[0], text="Good morning! What are you up to?"
            ),
        ),
        (900, SetObject(object=objects[3], state="covered in ants")),
        (901, Announce(text="The bridge is closed for the day.")),
        (
            1800,
            Speak(visitor="visitor:v", name="Vera", to=residents[2], text="There is a concert on Sunday."),
        ),
    ]
    return [Arrived(n, f"input {n}", it, Stamp(tick, 0)) for n, (tick, it) in enumerate(given)]


def uninterrupted(scenario: Scenario) -> str:
    return life(scenario, stops=frozenset(), inline=True)


def life(scenario: Scenario, stops: frozenset[int], *, inline: bool) -> str:
    """Lives `TICKS` ticks; at each of the commits in `stops` the engine is thrown away and another takes up."""
    archive, mind = Archive(), minds("rules")
    engine = archive.take_up(scenario, inline=inline)
    engine.found("rules")
    commits = 0
    while True:
        for arrived in inputs_of(scenario):
            if arrived.id not in archive.applied:
                engine.receive_input(arrived)
        moved = engine.step(TICKS - 1)
        batch = batch_of(engine)
        archive.store(batch)
        commits += 1
        if commits in stops:
            engine = archive.take_up(scenario, inline=inline)
        if not moved and not inline and engine.waits_for():
            for question in sorted(
                archive.questions.values(), key=lambda q: Chance(1, q.key, "order", 0).unit()
            ):
                answer = mind.answer(question).model_dump(mode="json")
                archive.answers.setdefault(question.key, AnswerGiven(question.key, "rules", answer))
        for answer_given in archive.answers.values():
            engine.receive_answer(answer_given)
        if engine.town.tick >= TICKS - 1 and not engine.waits_for():
            break
    engine.finish()
    archive.store(batch_of(engine))
    return Digest().feed(archive.log).hexdigest()


@settings(max_examples=12, deadline=None)
@given(stops=st.frozensets(st.integers(1, 900), min_size=1, max_size=12))
def test_an_engine_thrown_away_between_any_two_commits_changes_nothing(
    scenario: Scenario, stops: frozenset[int]
) -> None:
    assert life(scenario, stops, inline=True) == uninterrupted(scenario)


@settings(max_examples=6, deadline=None)
@given(stops=st.frozensets(st.integers(1, 900), max_size=8))
def test_minds_elsewhere_that_answer_late_and_in_any_order_change_nothing(
    scenario: Scenario, stops: frozenset[int]
) -> None:
    assert life(scenario, stops, inline=False) == uninterrupted(scenario)


def test_another_seed_is_another_life(scenario: Scenario) -> None:
    def founded(seed: int) -> list[Recorded]:
        town = Town(scenario, seed, initial_state(scenario), Cognition(scenario))
        engine = Engine(town, minds("rules"))
        engine.found("rules")
        while engine.step(1000):
            pass
        return batch_of(engine).events

    mine, yours = founded(1), founded(2)
    assert mine != yours
