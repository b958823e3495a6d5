"""Undoing one of the things that people did gives the life that never had it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backend.domain.inputs import (
    Announce,
    AnyInput,
    ClosePlace,
    MakeCommitment,
    MoveResident,
    PlantMemory,
    SetObject,
    SetWeather,
    Speak,
    Whisper,
)
from backend.domain.scenario import Scenario
from backend.store.family.branches import NothingToUndo, Wish, make_branch
from backend.store.history.events import digest
from backend.store.postgres.database import Database
from backend.store.queues.inputs import UnknownInput, list_inputs
from backend.store.town.towns import get_town
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send

END = 700
CAFE, GREEN = "Brook Lane:The Blue Kettle", "Brook Lane:Alder Green"
Done = list[tuple[int, AnyInput]]
Way = Callable[[Database, Scenario, Done], tuple[str, list[int]]]
SEEN: Done = [
    (100, Announce(text="The circus comes to Alder Green tonight.")),
    (250, SetObject(object="Brook Lane:The Blue Kettle:kitchen:stove", state="on fire")),
    (250, SetWeather(weather="storm")),
    (400, Speak(visitor="visitor:v", name="Vera", to="marta", text="What is new in the lane?")),
    (500, Announce(text="The bridge is closed for the day.", place=GREEN)),
]
WITHIN: Done = [
    (100, Whisper(resident="marta", text="I should see how Walter is doing.")),
    (250, ClosePlace(place=CAFE, reason="Water in the cellar.")),
    (250, PlantMemory(resident="walter", text="Marta owes Walter an umbrella.", source="marta")),
    (400, MoveResident(resident="marta", place=GREEN)),
    (500, MakeCommitment(resident="marta", other="walter", what="a walk", place=GREEN, start=620)),
]
"""Interventions in what residents think, may and have agreed to."""


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return brook_lane()


def a_town_with(database: Database, scenario: Scenario, done: Done) -> tuple[str, list[int]]:
    """Lived to the end; people did all at once when its time came, as directors do."""
    town, numbers = found(database, scenario), []
    for tick, given in done:
        if get_town(database, town).head_tick < tick:
            live_to(database, town, tick)
        numbers.append(send(database, town, f"{given.kind} at {tick}", given))
        live_to(database, town, tick)
    live_to(database, town, END)
    return town, numbers


def a_town_told_before(database: Database, scenario: Scenario, done: Done) -> tuple[str, list[int]]:
    """The same with everything scheduled from the first."""
    town = found(database, scenario)
    numbers = [send(database, town, f"{given.kind} at {tick}", given, tick) for tick, given in done]
    live_to(database, town, END)
    return town, numbers


@pytest.fixture(scope="module", params=[a_town_with, a_town_told_before], ids=["on the spot", "scheduled"])
def way(request: pytest.FixtureRequest) -> Way:
    found_way: Way = request.param
    return found_way


@pytest.fixture(scope="module", params=[SEEN, WITHIN], ids=["seen by all", "within"])
def done(request: pytest.FixtureRequest) -> Done:
    given: Done = request.param
    return given


@pytest.fixture(scope="module")
def lived(database: Database, scenario: Scenario, way: Way, done: Done) -> tuple[str, list[int]]:
    return way(database, scenario, done)


@pytest.mark.parametrize("number", range(5))
def test_undoing_one_of_five_interventions_is_the_run_that_never_had_it(
    database: Database, scenario: Scenario, way: Way, done: Done, lived: tuple[str, list[int]], number: int
) -> None:
    town, numbers = lived
    before = log_of(database, town)
    branch = branch_of(database, town, undo=numbers[number])
    row = get_town(database, branch)
    assert (row.paused, row.step_to, row.fork_tick) == (True, END, done[number][0] - 1)
    live_to(database, branch, END)
    never, _ = way(database, scenario, done[:number] + done[number + 1 :])
    assert log_of(database, branch) == log_of(database, never)
    assert digest(database, branch) == digest(database, never)
    assert digest(database, branch) != digest(database, town)
    assert log_of(database, town) == before
    took_effect = [one.input for one in list_inputs(database, branch) if one.fate.status == "applied"]
    assert took_effect == [given for other, (_, given) in enumerate(done) if other != number]


def test_what_was_undone_once_can_be_undone_with_another(
    database: Database, scenario: Scenario, way: Way, done: Done, lived: tuple[str, list[int]]
) -> None:
    town, numbers = lived
    branch = branch_of(database, town, undo=numbers[1])
    live_to(database, branch, END)
    again = next(one.id for one in list_inputs(database, branch) if one.input == done[4][1])
    twice = branch_of(database, branch, undo=again)
    live_to(database, twice, END)
    never, _ = way(database, scenario, [done[0], done[2], done[3]])
    assert log_of(database, twice) == log_of(database, never)
    with pytest.raises(UnknownInput):
        branch_of(database, twice, undo=again)


def test_the_first_thing_that_ever_happened_can_be_undone(database: Database, scenario: Scenario) -> None:
    town = found(database, scenario)
    number = send(database, town, "at once", Announce(text="Good morning, Brook Lane!"))
    live_to(database, town, 300)
    branch = branch_of(database, town, undo=number)
    live_to(database, branch, 300)
    untouched = found(database, scenario)
    live_to(database, untouched, 300)
    assert log_of(database, branch) == log_of(database, untouched)


def test_what_was_refused_can_not_be_undone(database: Database, scenario: Scenario) -> None:
    town = found(database, scenario)
    number = send(database, town, "nothing", SetObject(object="Brook Lane:Nowhere:x:y", state="on"))
    live_to(database, town, 10)
    with pytest.raises(NothingToUndo):
        make_branch(database, town, "t-none", "k", Wish("none", undo=number))
