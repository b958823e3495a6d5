"""Homes are entered by those who live there and by those let in: callers knock, and somebody opens or nobody does."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE, Calendar
from backend.domain.norms import Reason, barred_arenas, may_enter
from backend.domain.questions import PersonView, PlaceView, React
from backend.domain.reduce import reduce
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import TownState, initial_state
from tests.small_town import a_scenario
from tests.unit.test_norms import CALENDAR, MONDAY, a_town, at
from tests.visits_paid import Call, calls, welcome_in
from tests.whole_days import BROOK_LANE, THE_VILLE, Days, Lived, days_of
from worker.engine.visits import PATIENCE
from worker.minds.rules.temper import Temper
from worker.minds.rules.visits import openness, visits

HALL, ANAS, HOUSE = "t:house:hall", "t:house:ana", "t:house"
NOON = at(MONDAY, "12:00")

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(
    scope="module", params=(Lived(BROOK_LANE, 1), Lived(THE_VILLE, 1), Lived(THE_VILLE, 2)), ids=str
)
def days(request: pytest.FixtureRequest) -> Days:
    return days_of(request.param)


def of_all(days: Days) -> list[Call]:
    return calls(days.life)


# -- the norm


def test_a_guest_may_be_in_the_rooms_of_a_home_but_in_nobodys_own_room() -> None:
    town = a_town()
    assert may_enter(town, CALENDAR, HALL, "cleo", NOON, HOUSE) is None
    refusal = may_enter(town, CALENDAR, ANAS, "cleo", NOON, HOUSE)
    assert refusal is not None
    assert refusal.reason is Reason.PRIVATE_ROOM
    assert HALL not in barred_arenas(town, CALENDAR, "cleo", NOON, welcome_in=HOUSE)
    assert ANAS in barred_arenas(town, CALENDAR, "cleo", NOON, welcome_in=HOUSE)


def test_who_is_let_into_one_home_is_a_stranger_in_the_next() -> None:
    refusal = may_enter(a_town(), CALENDAR, HALL, "cleo", NOON, "t:another")
    assert refusal is not None
    assert refusal.reason is Reason.PRIVATE_HOME


# -- the state


def let_in(until: int) -> TownState:
    state = initial_state(a_scenario("ana", "ben"))
    event = e.LetIn(resident="ana", guest="ben", home="lane:house", until=until)
    reduce(state, e.Recorded(1, 5, 0, event))
    return state


def test_a_welcome_holds_until_its_end_and_is_kept_by_snapshots() -> None:
    state = let_in(until=9)
    assert [state.welcome_in("ben", tick) for tick in (5, 8, 9)] == ["lane:house", "lane:house", None]
    assert restore(*snapshot(state)).welcomes == state.welcomes


def test_snapshots_of_towns_from_before_there_were_guests_still_open() -> None:
    public, private = snapshot(let_in(until=9))
    del public["welcomes"]
    assert restore(public, private).welcomes == {}


# -- what the built-in mind does


def a_place(**changes: object) -> PlaceView:
    host = PersonView(
        id="ana", name="Ana Berg", appearance="a woman", activity="", closeness=0.7, note="", minutes_since_talk=None
    )  # fmt: skip
    known = {"arena": HALL, "name": "the hall", "sector_kind": "home", "own": False, "needs": ("rest", "talk"),
             "hosts": (host,)}  # fmt: skip
    return PlaceView.model_validate({**known, **changes})


@pytest.mark.parametrize(
    ("start", "end", "changes", "calls_on"),
    [
        (17 * 60, 18 * 60, {}, True),
        (7 * 60, 8 * 60, {}, False),
        (20 * 60, 21 * 60, {}, False),
        (17 * 60, 17 * 60 + 20, {}, False),
        (17 * 60, 18 * 60, {"needs": ("sleep",)}, False),
        (17 * 60, 18 * 60, {"always": False, "opens": 8 * 60, "closes": 21 * 60}, True),
        (17 * 60, 18 * 60, {"always": False, "opens": 8 * 60, "closes": 17 * 60 + 30}, False),
    ],
)
def test_one_calls_on_friends_at_fitting_hours(
    start: int, end: int, changes: dict[str, object], calls_on: bool
) -> None:
    assert bool(list(visits([a_place(**changes)], start, end))) is calls_on


def test_nobody_calls_on_somebody_who_is_hardly_known() -> None:
    host = a_place().hosts[0].model_copy(update={"closeness": 0.1})
    assert not list(visits([a_place(hosts=(host,))], 17 * 60, 18 * 60))


def test_doors_open_to_friends_rather_than_to_strangers() -> None:
    even = Temper()
    friend = a_place().hosts[0]
    foe = friend.model_copy(update={"closeness": -0.8})
    stranger = friend.model_copy(update={"name": None, "closeness": 0.0})
    assert openness(friend, even) > 0.9
    assert openness(foe, even) < 0.1
    assert openness(stranger, even) < 0.3


# -- whole days


def test_people_call_on_each_other_now_and_then(days: Days) -> None:
    assert len(of_all(days)) <= 30
    everywhere = [call for seed in (1, 2) for call in calls(days_of(Lived(THE_VILLE, seed)).life)]
    assert any(call.opened for call in everywhere)


def test_callers_stand_before_the_door_and_not_in_the_house(days: Days) -> None:
    world = days.scenario.world
    for call in of_all(days):
        room = days.whereabouts.arena(call.guest, call.tick)
        assert room is None or world.arenas[room].sector != call.home, call


def test_only_who_lives_there_is_in_and_awake_opens(days: Days) -> None:
    world = days.scenario.world
    for call in of_all(days):
        if call.opened is None:
            continue
        tick, welcome = call.opened
        assert welcome.resident in world.sectors[call.home].residents
        room = days.whereabouts.arena(welcome.resident, call.tick)
        assert room is not None
        assert world.arenas[room].sector == call.home
        assert welcome.cause is not None
        question = days.life.questions[welcome.cause]
        assert isinstance(question, React)
        assert question.subject == "knock"
        assert call.tick < tick <= call.tick + PATIENCE + 30 * TICKS_PER_MINUTE


def test_who_is_not_let_in_goes_away(days: Days) -> None:
    calendar: Calendar = days.scenario.calendar
    for call in of_all(days):
        later = call.tick + 20 * TICKS_PER_MINUTE
        if call.opened is not None or later >= days.life.ticks:
            continue
        steps = days.whereabouts.tiles(call.guest)[call.tick : later]
        assert len(set(steps)) > 1, f"{call.guest} still stands there at {calendar.clock(later)}"


def test_guests_come_in_and_have_left_in_time(days: Days) -> None:
    world = days.scenario.world
    came = 0
    for call in of_all(days):
        if call.opened is None or call.opened[1].until >= days.life.ticks:
            continue
        opened, welcome = call.opened
        inside = [
            tick
            for tick in range(opened, min(welcome.until + 60, days.life.ticks))
            if (room := days.whereabouts.arena(call.guest, tick)) is not None
            and world.arenas[room].sector == call.home
        ]
        came += bool(inside)
        assert all(welcome_in(days.life, call.guest, tick) == call.home for tick in inside), call
    opened_doors = sum(call.opened is not None for call in of_all(days))
    assert came >= opened_doors / 2
