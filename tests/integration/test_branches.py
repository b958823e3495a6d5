"""A branch shares its parent's past and nothing else; left alone, it lives the same life."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.domain.inputs import Announce, AnyInput, SetObject, SetWeather, Speak
from backend.domain.scenario import Scenario
from backend.store.history.events import digest, state_at
from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send

END = 1500
QUIET_FROM = 700
"""No input comes from here on."""

SENT: list[tuple[int, AnyInput]] = [
    (300, Speak(visitor="visitor:v", name="Vera", to="marta", text="Good morning! What are you up to?")),
    (640, SetObject(object="Brook Lane:The Blue Kettle:kitchen:stove", state="leaking gas")),
    (641, Announce(text="The bridge is closed for the day.")),
    (660, SetWeather(weather="rain")),
    (QUIET_FROM, Speak(visitor="visitor:v", name="Vera", to="walter", text="There is a concert on Sunday.")),
]
AT_ANY_TICK = st.integers(-1, END)
CAREFULLY = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return brook_lane()


@pytest.fixture(scope="module")
def town(database: Database, scenario: Scenario) -> str:
    """Lived to its end, with inputs on the way."""
    town = found(database, scenario)
    for number, (tick, given_) in enumerate(SENT):
        send(database, town, f"input {number}", given_, tick)
    live_to(database, town, END)
    return town


@CAREFULLY
@given(tick=st.integers(QUIET_FROM, END), steps=st.integers(1, 200))
def test_a_branch_that_is_left_alone_lives_its_parents_life(
    database: Database, town: str, tick: int, steps: int
) -> None:
    branch = branch_of(database, town, tick=tick)
    live_to(database, branch, END, steps_a_commit=steps)
    assert log_of(database, branch) == log_of(database, town)
    assert digest(database, branch) == digest(database, town)
    assert state_at(database, branch, END) == state_at(database, town, END)


@CAREFULLY
@given(tick=AT_ANY_TICK, stop=AT_ANY_TICK)
def test_two_branches_of_one_moment_live_the_same_life(
    database: Database, town: str, tick: int, stop: int
) -> None:
    one, other = branch_of(database, town, tick=max(tick, 0)), branch_of(database, town, tick=max(tick, 0))
    live_to(database, one, max(stop, tick + 1))
    live_to(database, one, END + 1)
    live_to(database, other, END + 1, steps_a_commit=7)
    assert log_of(database, one) == log_of(database, other)


@CAREFULLY
@given(
    first=st.integers(QUIET_FROM, END),
    lived=st.integers(QUIET_FROM, END),
    second=st.integers(QUIET_FROM, END),
)
def test_a_branch_of_a_branch_reads_through_both(
    database: Database, town: str, first: int, lived: int, second: int
) -> None:
    branch = branch_of(database, town, tick=first)
    if lived > first:
        live_to(database, branch, lived)
    again = branch_of(database, branch, tick=min(second, max(first, lived)))
    live_to(database, again, END)
    assert log_of(database, again) == log_of(database, town)
