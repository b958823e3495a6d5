"""Things in states that no code names: those who see it give it a thought and act, others know nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.inputs import SetObject
from backend.domain.questions import React
from backend.domain.scenario import Scenario
from backend.domain.view import SIGHT, distance
from tests.a_life import Life, brook_lane, live
from tests.deeds import deeds_of
from tests.whereabouts import Whereabouts

SEED = 7
MORNING, EVENING = 700, 4900
"""Ticks between which somebody is about."""
AT_ONCE = 8
"""Ticks within which everybody present has turned to it: the thought that one is at takes 6."""
WATCHED_FOR = 60
"""Ticks for which such a life is followed."""

CAFE, BANK, GREEN = (
    "Brook Lane:The Blue Kettle:main room",
    "Brook Lane:Alder Green:pond bank",
    "Brook Lane:Alder Green:bandstand green",
)
MACHINE, TABLE, BENCH = f"{CAFE}:coffee machine", f"{CAFE}:table 3", f"{BANK}:pond bench"
CHESS, LATHE = f"{GREEN}:chess table", "Brook Lane:Second Wheel:workroom:lathe"

UNUSUAL = (
    (MACHINE, "leaking gas"), (TABLE, "covered in ants"), (CHESS, "humming a strange tune"),
    (BENCH, "smeared with green slime"), (LATHE, "giving off sparks"), (MACHINE, "full of angry wasps"),
    (TABLE, "cracked down the middle"), (CHESS, "giving off a smell of rotten eggs"), (BENCH, "hanging upside down"),
    (LATHE, "frozen solid"), (TABLE, "sprouting feathers"), (CHESS, "dripping with something dark"),
)  # fmt: skip
HARMLESS = ((MACHINE, "polished"), (TABLE, "polished"), (CHESS, "polished"), (LATHE, "freshly polished"))


@cache
def town() -> Scenario:
    return brook_lane()


@cache
def undisturbed() -> Life:
    return live(town(), seed=SEED, ticks=EVENING)


@cache
def whereabouts() -> Whereabouts:
    return Whereabouts(undisturbed())


def sees(where: Whereabouts, resident: str, thing: str, tick: int) -> bool:
    """Whether the thing is in view of the resident, awake or not."""
    what = town().world.objects[thing]
    at = where.at(resident, tick)
    return where.arena(resident, tick) == what.arena and any(
        distance(at, tile) <= SIGHT for tile in what.footprint
    )


def asleep(life: Life, resident: str, tick: int) -> bool:
    return any(
        deed.resident == resident and deed.what.asleep and deed.begun is not None
        and deed.begun <= tick < deed.ended
        for deed in deeds_of(life)
    )  # fmt: skip


def present(where: Whereabouts, thing: str, tick: int) -> list[str]:
    return [
        resident
        for resident in town().personas
        if sees(where, resident, thing, tick) and not asleep(where.life, resident, tick)
    ]


@cache
def busiest(thing: str) -> int:
    """A tick at which most people are about the thing, and stay a while."""
    where = whereabouts()

    def company(tick: int) -> int:
        return len(set(present(where, thing, tick)) & set(present(where, thing, tick + AT_ONCE)))

    return max(range(MORNING, EVENING - WATCHED_FOR, 90), key=company)


@dataclass(frozen=True)
class Incident:
    """A life in which a thing was set to a state at a tick."""

    life: Life
    thing: str
    state: str
    tick: int
    where: Whereabouts

    def thoughts(self) -> dict[str, tuple[int, e.Asked]]:
        """Resident to the first question about the thing that it was asked, with its tick."""
        found: dict[str, tuple[int, e.Asked]] = {}
        for tick, asked in self.life.all(e.Asked):
            if asked.question == "react" and asked.about == self.thing and tick >= self.tick:
                found.setdefault(asked.resident, (tick, asked))
        return found

    def choices(self) -> dict[str, str]:
        """Resident to what it chose to do about the thing."""
        keys = {asked.key for _, asked in self.thoughts().values()}
        return {a.resident: a.choice.split(":")[0] for _, a in self.life.all(e.Answered) if a.key in keys}


@cache
def incident(thing: str, state: str) -> Incident:
    tick = busiest(thing)
    life = live(
        town(), seed=SEED, ticks=tick + WATCHED_FOR, inputs=[(tick, SetObject(object=thing, state=state))]
    )
    assert {fate.status for fate in life.fates.values()} == {"applied"}
    return Incident(life, thing, state, tick, Whereabouts(life))


@pytest.fixture(params=UNUSUAL, ids=lambda case: f"{case[0].split(':')[-1]} {case[1]}")
def unusual(request: pytest.FixtureRequest) -> Incident:
    return incident(*request.param)


def test_all_who_are_present_give_it_a_thought_with_the_memory_of_it(unusual: Incident) -> None:
    thoughts = unusual.thoughts()
    here = [
        resident
        for resident in present(unusual.where, unusual.thing, unusual.tick)
        if sees(unusual.where, resident, unusual.thing, unusual.tick + AT_ONCE)
    ]
    assert here, "nobody is in the room"
    for resident in here:
        assert resident in thoughts, f"{resident} takes no notice"
        tick, asked = thoughts[resident]
        assert tick <= unusual.tick + AT_ONCE
        question = unusual.life.questions[asked.key]
        assert isinstance(question, React)
        assert unusual.state in question.noticed
        assert question.noticed_memory in asked.memories
        memory = next(m for _, m in unusual.life.all(e.Remembered) if m.id == question.noticed_memory)
        assert memory.resident == resident
        assert unusual.state in memory.text
        assert memory.source.by == "perception"


def test_answers_to_it_cite_the_memory_of_it(unusual: Incident) -> None:
    keys = {asked.key for _, asked in unusual.thoughts().values()}
    answers = [answer for _, answer in unusual.life.all(e.Answered) if answer.key in keys]
    assert answers
    for answer in answers:
        question = unusual.life.questions[answer.key]
        assert isinstance(question, React)
        assert question.noticed_memory in answer.cites


def test_somebody_who_is_present_does_something_about_it(unusual: Incident) -> None:
    acting = {who for who, choice in unusual.choices().items() if choice in ("look_into", "leave", "warn")}
    assert acting & set(present(unusual.where, unusual.thing, unusual.tick))
    keys = {asked.key for _, asked in unusual.thoughts().values()}
    deeds = {chosen.resident for _, chosen in unusual.life.all(e.ActionChosen) if chosen.cause in keys}
    # Two who mean to warn each other at once have one talk; and who is about to see to it may be drawn into one first.
    warned = {
        who
        for _, talk in unusual.life.all(e.TalkStarted)
        if talk.cause in keys
        for who in talk.participants
        if who == talk.resident or unusual.choices().get(who) == "warn"
    }
    assert deeds | warned <= acting
    assert deeds | warned


def test_who_does_not_see_it_does_not_react_to_it(unusual: Incident) -> None:
    for resident, (tick, _) in unusual.thoughts().items():
        assert sees(unusual.where, resident, unusual.thing, tick)
    absent = set(town().personas) - set(present(unusual.where, unusual.thing, unusual.tick))
    assert absent, "everybody is in one room"
    for tick, memory in unusual.life.all(e.Remembered):
        if memory.resident in absent and unusual.state in memory.text and memory.source.by == "perception":
            assert sees(unusual.where, memory.resident, unusual.thing, tick)


@pytest.mark.parametrize(("thing", "state"), HARMLESS)
def test_a_polished_thing_alarms_nobody(thing: str, state: str) -> None:
    polished = incident(thing, state)
    assert present(polished.where, thing, polished.tick), "nobody is in the room"
    assert set(polished.choices().values()) <= {"go_on"}
    causes = {asked.key for _, asked in polished.thoughts().values()}
    assert not [chosen for _, chosen in polished.life.all(e.ActionChosen) if chosen.cause in causes]


def test_two_troubles_in_one_room_are_both_noticed() -> None:
    tick = busiest(TABLE)
    troubles = {TABLE: "covered in ants", f"{CAFE}:notice board": "making a scratching noise"}
    life = live(
        town(),
        seed=SEED,
        ticks=tick + WATCHED_FOR,
        inputs=[(tick, SetObject(object=thing, state=state)) for thing, state in troubles.items()],
    )
    where = Whereabouts(life)
    for thing in troubles:
        for resident in present(where, thing, tick):
            if sees(where, resident, thing, tick + 2 * AT_ONCE):
                assert any(
                    asked.question == "react" and asked.about == thing and asked.resident == resident
                    for _, asked in life.all(e.Asked)
                ), f"{resident} overlooks the {thing}"


def test_trouble_ends_a_talk_beside_it() -> None:
    talk = next(
        (tick, started) for tick, started in undisturbed().all(e.TalkStarted) if started.arena == CAFE
    )
    tick = talk[0] + 12
    life = live(
        town(),
        seed=SEED,
        ticks=tick + WATCHED_FOR,
        inputs=[(tick, SetObject(object=TABLE, state="leaking gas"))],
    )
    ended = [(at, over.reason) for at, over in life.all(e.TalkEnded) if over.talk == talk[1].talk]
    assert ended
    assert ended[0][0] <= tick + AT_ONCE + 6
