"""What people send that the town does not allow: refused by name, with a way out, and nothing changed."""

from __future__ import annotations

from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.inputs import (
    Announce,
    AnyInput,
    Arrived,
    Enter,
    Fate,
    Leave,
    SetObject,
    Speak,
    Stamp,
    Walk,
)
from backend.domain.norms import may_enter
from backend.domain.pathfinding import Pathfinder
from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.domain.world import Tile
from tests.a_life import Life, brook_lane, live
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

SEED, NOON = 7, 1800
EVE = "visitor:eve"
ENTER = Enter(visitor=EVE, name="Eve")
CAFE = "Brook Lane:The Blue Kettle:main room"


@cache
def town() -> Scenario:
    return brook_lane()


def gate() -> Tile:
    return town().world.spawns["gate"]


def fates_of(*inputs: AnyInput, at: int = NOON, spacing: int = 1) -> list[Fate]:
    """What becomes of inputs, sent one after the other from tick `at` on."""
    return list(lived(*inputs, at=at, spacing=spacing).fates.values())


def lived(*inputs: AnyInput, at: int = NOON, spacing: int = 1) -> Life:
    timed = [(at + number * spacing, given) for number, given in enumerate(inputs)]
    return live(town(), seed=SEED, ticks=timed[-1][0] + 2 if timed else at + 2, inputs=timed)


def way_to(goal: Tile) -> list[AnyInput]:
    """A visitor's steps from the gate to a tile, as the page sends them."""
    path = Pathfinder(town().world).path(gate(), goal)
    assert path is not None
    return [Walk(visitor=EVE, path=path[n : n + 8]) for n in range(1, len(path), 8)]


REFUSED = (
    (Speak(visitor=EVE, name="Eve", to="marthe", text="Hello!"), "UnknownResident", "did you mean 'marta'?"),
    (Speak(visitor=EVE, name="Eve", to="<b>0</b>", text="Hello!"), "UnknownResident", "list"),
    (Announce(place="Brook Lane:The Blue Kettel", text="Cake!"), "UnknownPlace", "'Brook Lane:The Blue Kettle'"),
    (SetObject(object=f"{CAFE}:cofee machine", state="on"), "UnknownObject", f"'{CAFE}:coffee machine'"),
    (Walk(visitor=EVE, path=((0, 0),)), "NotInTown", "enter first"),
    (Leave(visitor=EVE), "NotInTown", "nothing to leave"),
    (Enter(visitor=EVE, name="Marta Oyelaran"), "NameTaken", "choose another name"),
    (Enter(visitor=EVE, name="mARTA oYELARAN"), "NameTaken", "choose another name"),
)  # fmt: skip


@pytest.mark.parametrize(("given", "error", "remedy"), REFUSED)
def test_an_input_that_the_town_does_not_allow_is_refused_with_a_remedy(
    given: AnyInput, error: str, remedy: str
) -> None:
    (fate,) = fates_of(given, at=30)
    assert (fate.status, fate.error, fate.stamp) == ("refused", error, None)
    assert remedy in fate.reason


def test_what_is_refused_changes_nothing() -> None:
    disturbed = lived(*(given for given, _, _ in REFUSED), at=30, spacing=0)
    assert {fate.status for fate in disturbed.fates.values()} == {"refused"}
    assert disturbed.digest == live(town(), seed=SEED, ticks=disturbed.ticks).digest


def test_nobody_enters_twice_or_under_the_name_of_another_visitor() -> None:
    fates = fates_of(ENTER, ENTER, Enter(visitor="visitor:two", name="EVE"), at=30)
    assert [fate.error for fate in fates] == ["", "AlreadyInTown", "NameTaken"]


def test_who_has_left_may_come_again_but_not_walk_meanwhile() -> None:
    x, y = gate()
    step = Walk(visitor=EVE, path=((x + 1, y) if town().world.is_free((x + 1, y)) else (x - 1, y),))
    fates = fates_of(ENTER, Leave(visitor=EVE), step, ENTER, step, at=30)
    assert [fate.error for fate in fates] == ["", "", "NotInTown", "", ""]


def test_a_visitor_walks_through_no_wall_and_leaps_nowhere() -> None:
    world = town().world
    wall, near = next(
        ((x, y), (x + dx, y))
        for y in range(world.height)
        for x in range(world.width)
        for dx in (1, -1)
        if not world.is_free((x, y)) and world.is_free((x + dx, y)) and world.arena_at((x + dx, y)) is None
    )
    path = Pathfinder(world).path(gate(), near)
    assert path is not None
    steps = way_to(near)
    x, y = near
    fates = fates_of(
        ENTER, *steps, Walk(visitor=EVE, path=(wall,)), Walk(visitor=EVE, path=((x + 2, y),)),
        Walk(visitor=EVE, path=((-1, -1),)), at=NOON,
    )  # fmt: skip
    assert [fate.error for fate in fates[: len(steps) + 1]] == [""] * (len(steps) + 1)
    assert [fate.error for fate in fates[-3:]] == ["StepBlocked"] * 3
    assert "not free" in fates[-3].reason
    assert "tile by tile" in fates[-2].reason


def test_a_blocked_step_leaves_the_visitor_where_it_was() -> None:
    x, y = gate()
    good = next(t for t in ((x + 1, y), (x - 1, y), (x, y - 1), (x, y + 1)) if town().world.is_free(t))
    life = lived(
        ENTER, Walk(visitor=EVE, path=(good, (good[0] + 5, good[1]))), Walk(visitor=EVE, path=(good,)), at=30
    )
    assert [fate.status for fate in life.fates.values()] == ["applied", "refused", "applied"]
    assert [moved.path for _, moved in life.all(e.VisitorMoved)] == [(gate(), good)]


def test_a_visitor_does_not_walk_into_a_private_home() -> None:
    world = town().world
    home = next(sector.id for sector in world.sectors.values() if sector.private)
    inside = next(
        tile
        for arena in world.arenas.values()
        if arena.sector == home
        for tile in sorted(arena.tiles)
        if world.is_free(tile)
    )
    fates = fates_of(ENTER, *way_to(inside), at=NOON)
    first = next(fate for fate in fates if fate.status == "refused")
    assert first.error == "PlaceClosed"
    assert "private" in first.reason


def test_a_closed_door_stays_closed_to_visitors() -> None:
    calendar, world = town().calendar, town().world
    night = calendar.tick_of(0, 22 * 60)
    refusal = may_enter(world, calendar, CAFE, EVE, night)
    assert refusal is not None
    inside = next(tile for tile in sorted(world.arenas[CAFE].tiles) if world.is_free(tile))
    fates = fates_of(ENTER, *way_to(inside), at=night)
    first = next(fate for fate in fates if fate.status == "refused")
    assert first.error == "PlaceClosed"
    assert "until Tuesday 07:30" in first.reason
    assert {fate.error for fate in fates_of(ENTER, *way_to(inside))} == {""}


def test_nobody_is_woken_to_talk() -> None:
    night = town().calendar.tick_of(1, 3 * 60)
    (fate,) = fates_of(Speak(visitor=EVE, name="Eve", to="marta", text="Are you awake?"), at=night)
    assert fate.error == "ResidentAsleep"
    assert "Marta Oyelaran is asleep until about 05:" in fate.reason


def test_a_visitor_in_town_speaks_to_those_within_earshot_alone() -> None:
    fates = fates_of(ENTER, Speak(visitor=EVE, name="Eve", to="marta", text="Hello there!"), at=minutes(60))
    assert [fate.error for fate in fates] == ["", "TooFar"]
    assert "walk up" in fates[1].reason


def test_words_to_somebody_awake_are_answered_at_once() -> None:
    life = lived(
        Speak(visitor=EVE, name="Eve", to="marta", text="Good morning! Who are you?"), at=minutes(60)
    )
    assert [fate.status for fate in life.fates.values()] == ["applied"]
    words = [(tick, said.speaker) for tick, said in life.all(e.Said) if EVE in (said.speaker, *said.to)]
    assert words == [(minutes(60), EVE), (minutes(60), "marta")]


def test_a_stamp_in_the_past_is_too_late() -> None:
    scenario = town()
    engine = Engine(Town(scenario, SEED, initial_state(scenario), Cognition(scenario)), minds("rules"))
    engine.found("rules")
    while engine.step(100):
        pass
    engine.receive_input(Arrived(1, "late", Announce(place=None, text="Too late."), Stamp(50, 0)))
    engine.receive_input(Arrived(2, "now", Announce(place=None, text="In time."), Stamp(100, 0)))
    (_, late), (_, now) = engine.taken.fates
    assert (late.status, late.error) == ("refused", "StampPassed")
    assert "tick 100" in late.reason
    assert now.status == "applied"
    assert [event.text for event in engine.town.happened if isinstance(event, e.Announced)] == ["In time."]


def test_an_input_known_by_its_key_happens_once() -> None:
    scenario = town()
    engine = Engine(Town(scenario, SEED, initial_state(scenario), Cognition(scenario)), minds("rules"))
    engine.found("rules")
    for number in (1, 2):
        engine.receive_input(Arrived(number, "same", Announce(place=None, text="Hear!"), Stamp(20, 0)))
    while engine.step(30):
        pass
    assert sum(isinstance(r.event, e.Announced) for r in engine.town.pending) == 1
