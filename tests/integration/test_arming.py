"""Interventions that wait for something to come about: in branches, undone, marked, and checked at the edge."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.inputs import Announce, Arm, OpenPlace, SetWeather
from backend.domain.scenario import Scenario
from backend.store.journal.resume import load_town
from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send
from tests.integration.served import Served

CAFE = "Brook Lane:The Blue Kettle"
RAIN = e.WeatherIs(weather="rain")
CAKE = Announce(text="There is free cake at the Blue Kettle.")
ARM = Arm(when=RAIN, do=CAKE, by="Maya")
OF_ARMED = ("armed", "condition_met", "fired", "misfired", "expired", "disarmed")
END = 400


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return brook_lane()


def told(database: Database, town: str) -> list[tuple[int, str]]:
    events = [(tick, text) for _, tick, _, text in log_of(database, town)]
    return [(tick, kind) for tick, text in events for kind in OF_ARMED if f'"kind":"{kind}"' in text]


def an_armed_town(database: Database, scenario: Scenario) -> tuple[str, int]:
    """Armed at 100, set off at 250 by a director's rain."""
    town = found(database, scenario)
    live_to(database, town, 100)
    number = send(database, town, "arm", ARM)
    live_to(database, town, 250)
    send(database, town, "rain", SetWeather(weather="rain"))
    live_to(database, town, END)
    return town, number


def test_a_branch_from_between_still_waits_and_does_it_on_its_own(
    database: Database, scenario: Scenario
) -> None:
    town, _ = an_armed_town(database, scenario)
    assert told(database, town) == [(100, "armed"), (250, "condition_met"), (251, "fired")]
    branch = branch_of(database, town, tick=200)
    assert list(load_town(database, branch).state().armed)
    live_to(database, branch, 300)
    assert told(database, branch) == [(100, "armed")]
    send(database, branch, "rain again", SetWeather(weather="rain"))
    live_to(database, branch, END)
    assert told(database, branch) == [(100, "armed"), (300, "condition_met"), (301, "fired")]


def test_a_branch_from_the_very_tick_in_which_it_was_met_does_it_in_the_next(
    database: Database, scenario: Scenario
) -> None:
    town, _ = an_armed_town(database, scenario)
    branch = branch_of(database, town, tick=250)
    live_to(database, branch, END)
    assert log_of(database, branch) == log_of(database, town)


def test_undoing_the_arming_takes_all_away_that_came_of_it(database: Database, scenario: Scenario) -> None:
    town, number = an_armed_town(database, scenario)
    branch = branch_of(database, town, undo=number)
    live_to(database, branch, END)
    never = found(database, scenario)
    live_to(database, never, 250)
    send(database, never, "rain", SetWeather(weather="rain"))
    live_to(database, never, END)
    assert log_of(database, branch) == log_of(database, never)


def test_undoing_what_set_it_off_has_it_wait_on(database: Database, scenario: Scenario) -> None:
    town, _ = an_armed_town(database, scenario)
    rain = send(database, town, "rain", SetWeather(weather="rain"))
    branch = branch_of(database, town, undo=rain)
    live_to(database, branch, END)
    assert told(database, branch) == [(100, "armed")]


def test_the_timeline_marks_what_was_armed_done_refused_and_waited_for_in_vain(
    backend: Served, database: Database, scenario: Scenario
) -> None:
    town = found(database, scenario)
    send(database, town, "a", ARM, 10)
    send(database, town, "b", Arm(when=RAIN, do=OpenPlace(place=CAFE), by="Noor"), 20)
    send(database, town, "c", Arm(when=e.WeatherIs(weather="snow"), do=CAKE, minutes=20, by="Noor"), 30)
    send(database, town, "d", SetWeather(weather="rain"), 100)
    live_to(database, town, END)
    answer = backend.http.get(f"/api/towns/{town}/timeline", params={"bins": END})
    marks: list[dict[str, Any]] = answer.json()["marks"]
    seen = {(mark["kind"], mark["tick"]): mark for mark in marks}
    assert seen["intervention", 10]["what"] == CAKE.text
    assert seen["fired", 101]["count"] == 2
    assert (seen["fired", 101]["input"], seen["fired", 101]["author"]) == ("announce", "Maya")
    assert (seen["refusal", 101]["input"], seen["refusal", 101]["author"]) == ("open_place", "Noor")
    assert (seen["expired", 150]["what"], seen["expired", 150]["author"]) == (CAKE.text, "Noor")


def test_what_was_armed_is_followed_since_it_was_fired(
    backend: Served, database: Database, scenario: Scenario
) -> None:
    town = found(database, scenario)
    number = send(database, town, "a", ARM, 100)
    other = send(database, town, "b", Arm(when=RAIN, do=Announce(text="Mind the puddles.")), 101)
    live_to(database, town, 200)

    def steps(of: int) -> list[dict[str, Any]]:
        answer = backend.http.get(f"/api/towns/{town}/interventions/{of}/effects")
        assert answer.status_code == 200, answer.text
        return list(answer.json()["steps"])

    assert [step["what"] for step in steps(number)] == ["armed"]
    send(database, town, "c", SetWeather(weather="rain"), 250)
    live_to(database, town, END)
    for one, words in ((number, CAKE.text), (other, "Mind the puddles.")):
        did = [(step["what"], step["words"]) for step in steps(one) if step["kind"] == "did"]
        assert did == [("fired", ""), ("announced", words)]
        heard = [step for step in steps(one) if step["kind"] == "perceived"]
        assert heard
        assert all(words in step["words"] for step in heard)
    marks = backend.http.get(f"/api/towns/{town}/timeline", params={"bins": END}).json()["marks"]
    assert [mark["number"] for mark in marks if mark["kind"] == "fired"] == [number]


UNKNOWN: tuple[tuple[dict[str, Any], str], ...] = (
    ({"when": {"condition": "arrives", "who": "nobody", "place": CAFE}}, "body.input.when.who"),
    ({"when": {"condition": "arrives", "place": "Nowhere"}}, "body.input.when.place"),
    ({"when": {"condition": "thing", "object": "a stove", "state": "on"}}, "body.input.when.object"),
    ({"when": {"condition": "talk", "one": "marta", "other": "nobody"}}, "body.input.when.other"),
    ({"do": {"kind": "whisper", "resident": "nobody", "text": "Cake!"}}, "body.input.do.resident"),
    ({"do": {"kind": "close_place", "place": "Nowhere"}}, "body.input.do.place"),
)  # fmt: skip


@pytest.mark.parametrize(("unknown", "where"), UNKNOWN)
def test_names_of_nobody_and_nothing_are_found_at_the_edge(
    backend: Served, database: Database, scenario: Scenario, unknown: dict[str, Any], where: str
) -> None:
    town = found(database, scenario)
    sent = {**ARM.model_dump(mode="json"), **unknown}
    answer = backend.http.post(f"/api/towns/{town}/inputs", json={"key": "arm", "input": sent})
    assert answer.status_code == 422, answer.text
    assert where in answer.text
