"""A town that is taken up anywhere goes on as if it had never stopped."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.chance import Chance
from backend.domain.events import ArrivesAt, Recorded, Remembered, ThingIs, WeatherIs
from backend.domain.inputs import (
    AddResident,
    Announce,
    AnswerGiven,
    AnyInput,
    Arm,
    Arrived,
    Emote,
    Enter,
    Fate,
    Leave,
    Request,
    SetObject,
    Speak,
    SpeakAs,
    Stamp,
    UseObject,
    Walk,
    Whisper,
)
from backend.domain.log import Digest
from backend.domain.newcomer import Newcomer
from backend.domain.pathfinding import Pathfinder
from backend.domain.questions import AnyQuestion
from backend.domain.reduce import reduce_all
from backend.domain.scenario import Scenario
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import initial_state
from backend.scenarios import ResidentForm, load_scenario, settle
from backend.store.journal.batch import Batch
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
    fates: dict[int, Fate] = field(default_factory=dict)
    replies: list[AnswerGiven] = field(default_factory=list)
    """Those stamped on arrival, with their stamps."""
    tick: int = 0

    def store(self, batch: Batch) -> None:
        self.log += batch.events
        self.questions |= {question.key: question for question in batch.questions}
        self.fates |= dict(batch.fates)
        given = self.answers | {answer.question: answer for answer in batch.answers}
        self.replies += [replace(given[key], stamp=stamp) for key, stamp in batch.stamps.items()]
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

    @property
    def digest(self) -> str:
        return Digest().feed(self.log).hexdigest()


Sent = list[tuple[int, AnyInput]]
"""What people send, each with a tick."""


def some_inputs(scenario: Scenario) -> Sent:
    residents, objects = sorted(scenario.personas), sorted(scenario.world.objects)
    vera = {"visitor": "visitor:v", "name": "Vera"}
    return [
        (300, Speak(**vera, to=residents[0], text="Good morning! What are you up to?")),
        (900, SetObject(object=objects[3], state="covered in ants")),
        (901, Announce(text="The bridge is closed for the day.")),
        *((660 + 3 * n, it) for n, it in enumerate(a_visit(scenario, "Wim"))),
        (1100, AddResident(newcomer=somebody_new(scenario))),
        (1800, Speak(**vera, to=residents[2], text="There is a concert on Sunday.")),
        *((250 + n, it) for n, it in enumerate(some_that_wait(residents, objects))),
    ]


def some_that_wait(residents: list[str], objects: list[str]) -> list[AnyInput]:
    """Two that are set off by the same, both of which have to be answered; one for each walk; one in vain."""
    reporter, cafe = "a reporter", "Brook Lane:The Blue Kettle"
    ants = ThingIs(object=objects[3], state="covered in ants")
    return [
        Arm(when=ants, do=SpeakAs(role=reporter, to=residents[0], text="Where do these ants come from?")),
        Arm(when=ants, do=SpeakAs(role=reporter, to=residents[1], text="Do you mind the ants?")),
        Arm(when=ants, do=Request(text="Let it rain on the ants.", at_once=True)),
        *(
            Arm(when=ArrivesAt(who=one, place=cafe), do=Whisper(resident=one, text="Cake!"))
            for one in residents
        ),
        Arm(when=ArrivesAt(place=cafe), do=Announce(place=cafe, text="Welcome!")),
        Arm(when=WeatherIs(weather="snow"), do=Announce(text="Snow!"), minutes=120),
    ]


def somebody_new(scenario: Scenario) -> Newcomer:
    wants = "She wants to open a small print shop."
    form = ResidentForm(
        name="Nora Lind", pronouns="she/her/her", traits=["warm"], home="Signal Cottage", wants=wants
    )
    return settle(scenario, form).newcomer


def a_visit(scenario: Scenario, name: str) -> list[AnyInput]:
    """In by the gate, past the bandstand and into the café, a word with all who are there, and away."""
    world, me = scenario.world, f"visitor:{name.lower()}"
    cafe = next(arena for arena in world.arenas if arena.endswith("Kettle:main room"))
    inside = world.objects[f"{cafe}:cake display"].spots[0]
    path = Pathfinder(world).path(world.spawns["gate"], inside)
    assert path is not None
    steps = [Walk(visitor=me, path=path[n : n + 8]) for n in range(1, len(path), 8)]
    deeds: list[AnyInput] = [
        Emote(visitor=me, emote="wave"),
        Speak(visitor=me, name=name, to=None, text="Good day, everybody! What is new in the café?"),
        UseObject(visitor=me, object=f"{cafe}:cake display", use="shop"),
        Emote(visitor=me, emote="laugh"),
        Speak(visitor=me, name=name, to=None, text="My cousin has bought the old mill."),
        Speak(visitor=me, name=name, to="marta", text="Goodbye, and thank you!"),
    ]
    return [Enter(visitor=me, name=name), *steps, *deeds, Leave(visitor=me)]


@pytest.fixture(scope="module")
def uninterrupted(scenario: Scenario) -> str:
    """The digest of a life in which one engine went on all the time."""
    return life(scenario, frozenset(), some_inputs(scenario), inline=True).digest


def life(
    scenario: Scenario,
    stops: frozenset[int],
    scheduled: Sent,
    on_arrival: Sent = (),  # type: ignore[assignment]
    *,
    inline: bool,
) -> Archive:
    """Lives `TICKS` ticks; at each of the commits in `stops` the engine is thrown away and another takes up.

    What comes on arrival comes while the tick is open, be it that somebody's answer is awaited then. Minds elsewhere
    answer only when the town can't go on without, and whoever spoke to a resident waits as long.
    """
    archive, mind = Archive(), minds("rules")
    engine = archive.take_up(scenario, inline=inline)
    engine.found("rules")
    numbered = [
        Arrived(n, f"input {n}", it, Stamp(tick, 0)) for n, (tick, it) in enumerate(scheduled, start=1)
    ]
    coming = [
        (tick, Arrived(n, f"word {n}", it))
        for n, (tick, it) in enumerate(sorted(on_arrival, key=lambda s: s[0]), start=1000)
    ]
    commits = 0
    while True:
        for arrived in numbered:
            if arrived.id not in archive.fates:
                engine.receive_input(arrived)
        moved = engine.step(
            min([TICKS - 1, *(tick for tick, arrived in coming if arrived.id not in archive.fates)])
        )
        archive.store(batch_of(engine))
        for tick, arrived in coming:
            if tick <= engine.town.tick and arrived.id not in archive.fates:
                engine.receive_input(arrived)
                archive.store(batch_of(engine))
        commits += 1
        if commits in stops:
            engine = archive.take_up(scenario, inline=inline)
        if not moved and not inline and engine.waits_for():
            for question in sorted(
                archive.questions.values(), key=lambda q: Chance(1, q.key, "order", 0).unit()
            ):
                answer = mind.answer(question).model_dump(mode="json")
                archive.answers.setdefault(question.key, AnswerGiven(question.key, "rules", answer))
        for answer_given in list(archive.answers.values()):
            engine.receive_answer(answer_given)
        # Answers may have let what was scheduled for the same tick take its turn.
        archive.store(batch_of(engine))
        if engine.town.tick >= TICKS - 1 and not engine.waits_for():
            break
    engine.finish()
    archive.store(batch_of(engine))
    return archive


def lived_again(scenario: Scenario, inputs: list[Arrived], archive: Archive) -> Archive:
    """The same life headless, from what was exported of it: inputs and replies with their stamps."""
    again = Archive(answers={reply.question: reply for reply in archive.replies})
    engine = again.take_up(scenario, inline=True)
    engine.found("rules")
    for reply in archive.replies:
        engine.receive_answer(reply)
    for arrived in inputs:
        fate = archive.fates[arrived.id]
        if fate.stamp is not None:
            engine.receive_input(replace(arrived, stamp=fate.stamp))
    while engine.step(TICKS - 1):
        pass
    engine.finish()
    again.store(batch_of(engine))
    return again


@settings(max_examples=12, deadline=None)
@given(stops=st.frozensets(st.integers(1, 900), min_size=1, max_size=12))
def test_an_engine_thrown_away_between_any_two_commits_changes_nothing(
    scenario: Scenario, uninterrupted: str, stops: frozenset[int]
) -> None:
    assert life(scenario, stops, some_inputs(scenario), inline=True).digest == uninterrupted


@settings(max_examples=6, deadline=None)
@given(stops=st.frozensets(st.integers(1, 900), max_size=8))
def test_minds_elsewhere_that_answer_late_and_in_any_order_change_nothing(
    scenario: Scenario, uninterrupted: str, stops: frozenset[int]
) -> None:
    assert life(scenario, stops, some_inputs(scenario), inline=False).digest == uninterrupted


@pytest.mark.parametrize("inline", [True, False], ids=["mind at hand", "minds elsewhere"])
@pytest.mark.parametrize("ticks", [(60, 901, 2200), (300, 300, 1800), (1500, 1509, 1800)])
@pytest.mark.parametrize(
    "stops", [frozenset(), frozenset({5, 50, 200, 333})], ids=["one engine", "five engines"]
)
def test_what_people_did_on_the_spot_lives_again_from_its_stamps(
    scenario: Scenario, stops: frozenset[int], ticks: tuple[int, int, int], inline: bool
) -> None:
    residents = sorted(scenario.personas)
    words: Sent = [
        (tick, Speak(visitor="visitor:o", name="Ola", to=resident, text="What is new?"))
        for tick, resident in zip(ticks, residents, strict=False)
    ]
    visit = [(ticks[0] + 2 * n, it) for n, it in enumerate(a_visit(scenario, "Yan"))]
    news: Sent = [(tick, Announce(text=f"It is {tick}.")) for tick in ticks]
    scheduled, on_arrival = some_inputs(scenario), sorted([*words, *visit, *news], key=lambda s: s[0])
    archive = life(scenario, stops, scheduled, on_arrival, inline=inline)
    inputs = [Arrived(n, f"input {n}", it) for n, (_, it) in enumerate(scheduled, start=1)]
    inputs += [Arrived(n, f"word {n}", it) for n, (_, it) in enumerate(on_arrival, start=1000)]
    assert {fate.status for fate in archive.fates.values()} >= {"applied"}
    assert lived_again(scenario, inputs, archive).log == archive.log


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
