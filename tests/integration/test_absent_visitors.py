"""A visitor whose page has gone away does not stand about in town for ever."""

from __future__ import annotations

import pytest

from backend.domain.inputs import Emote, Enter, SetWeather
from backend.live.town_id import new_town_id
from backend.store.history.events import state_at
from backend.store.postgres.database import Database
from backend.store.queues.inputs import list_inputs, put_input
from backend.store.town.towns import create_town
from tests.integration.a_branch import branch_of
from tests.integration.a_slice import A_SLICE
from tests.small_town import a_scenario
from worker.engine import live
from worker.engine.absent import Signs
from worker.engine.live import Workshop, live_slice

EVE = "visitor:eve"

pytestmark = pytest.mark.usefixtures("hands")


@pytest.mark.parametrize(("patience", "kinds"), [(0.0, ["enter", "leave"]), (1800.0, ["enter"])])
def test_who_gives_no_sign_for_long_is_led_out_by_an_input_like_its_own(
    database: Database, shop: Workshop, monkeypatch: pytest.MonkeyPatch, patience: float, kinds: list[str]
) -> None:
    monkeypatch.setattr(live, "ABSENT_SECONDS", patience)
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules", paused=True)
    put_input(database, town, "in", Enter(visitor=EVE, name="Eve"))
    for _ in kinds:
        live_slice(shop, town, "me", A_SLICE)
    inputs = list_inputs(database, town)
    assert [row.input.kind for row in inputs] == kinds
    assert {row.fate.status for row in inputs} == {"applied"}


def kinds_of(database: Database, town: str) -> list[str]:
    return [row.input.kind for row in list_inputs(database, town)]


def test_who_only_stands_in_a_branch_is_not_led_out_of_it_until_it_comes_there_itself(
    database: Database, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A branch lives the same however slowly: nobody who is at the door of another town is missed in it."""
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules", paused=True)
    put_input(database, town, "in", Enter(visitor=EVE, name="Eve"))
    live_slice(shop, town, "me", A_SLICE)
    branch, again = branch_of(database, town), branch_of(database, town)
    monkeypatch.setattr(live, "ABSENT_SECONDS", 0.0)
    for _ in range(2):
        live_slice(shop, branch, "me", A_SLICE)
    assert kinds_of(database, branch) == ["enter"]
    assert EVE in state_at(database, branch, 0).visitors
    put_input(database, again, "hello", Emote(visitor=EVE, emote="wave"))
    for _ in range(2):
        live_slice(shop, again, "me", A_SLICE)
    assert kinds_of(database, again) == ["enter", "emote", "leave"]


def test_who_comes_again_in_a_life_without_something_that_was_done_is_led_out_only_where_it_was(
    database: Database, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules", paused=True)
    number, _ = put_input(database, town, "rain", SetWeather(weather="rain"))
    put_input(database, town, "in", Enter(visitor=EVE, name="Eve"))
    live_slice(shop, town, "me", A_SLICE)
    undone = branch_of(database, town, undo=number.id)
    monkeypatch.setattr(live, "ABSENT_SECONDS", 0.0)
    for _ in range(2):
        live_slice(shop, undone, "me", A_SLICE)
    assert kinds_of(database, undone) == ["enter"]
    assert [row.fate.status for row in list_inputs(database, undone)] == ["applied"]


def test_everybody_has_the_same_time_from_the_last_sign_on() -> None:
    signs = Signs({"b"})
    signs.of("a", 10.0)
    assert signs.absent(["a", "b"], 12.0, after=5.0) == []
    signs.of("b", 14.0)
    assert signs.absent(["a", "b"], 15.0, after=5.0) == ["a"]
    assert signs.absent(["b"], 19.0, after=5.0) == ["b"]
