"""What a town's models were asked: listed and summed up for whoever watches, shown whole to directors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from backend.domain.roles import Role
from backend.live.town_id import new_town_id
from backend.store.model_server.calls import record_call
from backend.store.people.tokens import mint_token
from backend.store.postgres.database import Database
from backend.store.town.towns import create_town, set_degraded
from tests.integration.served import Served, served
from tests.integration.test_calls import a_call
from tests.small_town import a_scenario


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    limits = {"TOWNLET_MODEL": "big", "TOWNLET_MODEL_TOKENS_PER_DAY": "10000"}
    with served(database_url, redis_url, home=tmp_path_factory.mktemp("home"), models=limits) as running:
        yield running


@pytest.fixture
def town(database: Database) -> str:
    """A town with five calls: three of Ana's, of which one failed, and two of Ben's."""
    town = new_town_id()
    create_town(database, town, a_scenario("ana", "ben"), name="Lane", seed=7, mind="model", paused=True)
    for number in range(5):
        resident, kind = ("ana", "react") if number < 3 else ("ben", "say")
        call = a_call(f"{kind}:{resident}@{number}", resident=resident, kind=kind, tick=number)
        record_call(database, town, replace(call, outcome="timeout" if number == 0 else "ok"))
    return town


def test_calls_are_told_a_page_at_a_time_without_what_was_said(backend: Served, town: str) -> None:
    first = backend.http.get(f"/api/towns/{town}/calls?limit=2")
    assert [call["tick"] for call in first.json()["calls"]] == [4, 3]
    assert "go_on" not in first.text
    after = backend.http.get(f"/api/towns/{town}/calls?limit=9&before={first.json()['next']}").json()
    assert [call["tick"] for call in after["calls"]] == [2, 1, 0]
    assert after["next"] is None


@pytest.mark.parametrize(
    ("query", "ticks"),
    [
        ("resident=ben", [4, 3]),
        ("kind=react", [2, 1, 0]),
        ("outcome=timeout", [0]),
        ("question=say:ben@3", [3]),
        ("resident=nobody", []),
    ],
)
def test_calls_are_filtered(backend: Served, town: str, query: str, ticks: list[int]) -> None:
    found = backend.http.get(f"/api/towns/{town}/calls?{query}").json()
    assert [call["tick"] for call in found["calls"]] == ticks


@pytest.mark.parametrize("query", ["kind=sing", "outcome=fine", "before=0", "limit=501", "resident=%00"])
def test_what_no_call_has_is_refused(backend: Served, town: str, query: str) -> None:
    assert backend.http.get(f"/api/towns/{town}/calls?{query}").status_code == 422


def test_a_director_sees_what_was_put_before_the_model_and_what_it_said(backend: Served, town: str) -> None:
    number = backend.http.get(f"/api/towns/{town}/calls").json()["calls"][0]["id"]
    call = backend.http.get(f"/api/towns/{town}/calls/{number}").json()
    assert [message["role"] for message in call["prompt"]] == ["system", "user"]
    assert call["answer"] == '{"option": "go_on"}'
    _, secret = mint_token(backend.database, Role.VIEWER)
    with backend.client(secret) as viewer:
        refused = viewer.get(f"/api/towns/{town}/calls/{number}")
        assert refused.status_code == 403
        assert "go_on" not in refused.text
        assert viewer.get(f"/api/towns/{town}/calls/summary").status_code == 200


def test_a_call_of_another_town_is_not_there(backend: Served, town: str, database: Database) -> None:
    number = backend.http.get(f"/api/towns/{town}/calls").json()["calls"][0]["id"]
    other = new_town_id()
    create_town(database, other, a_scenario(), name="Lane", seed=7, mind="rules")
    refused = backend.http.get(f"/api/towns/{other}/calls/{number}")
    assert (refused.status_code, refused.json()["type"]) == (404, "/problems/unknown-call")


def test_the_summary_tells_what_was_spent_and_what_is_left(backend: Served, town: str) -> None:
    told = backend.http.get(f"/api/towns/{town}/calls/summary").json()
    by_question = {tally["name"]: (tally["calls"], tally["faults"]) for tally in told["by_question"]}
    assert by_question == {"react": (3, 1), "say": (2, 0)}
    assert [tally["name"] for tally in told["by_resident"]] == ["ana", "ben"]
    assert told["by_resident"][0]["cost"] == pytest.approx(0.006)
    budget = told["budget"]
    assert budget["tokens_left"] == max(10_000 - budget["tokens"], 0)
    assert budget["calls"] >= 5


def test_a_town_without_calls_sums_up_to_nothing(backend: Served, database: Database) -> None:
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules")
    told = backend.http.get(f"/api/towns/{town}/calls/summary").json()
    assert (told["by_question"], told["by_resident"]) == ([], [])


def test_a_town_is_founded_with_the_mind_that_it_is_to_have(backend: Served) -> None:
    for mind in ("rules", "model", "auto"):
        wish = {"scenario": "brook_lane", "mind": mind, "paused": True}
        assert backend.http.post("/api/towns", json=wish).json()["mind"] == mind
    refused = backend.http.post("/api/towns", json={"scenario": "brook_lane", "mind": "oracle"})
    assert refused.status_code == 422


def test_the_page_is_told_while_the_built_in_mind_stands_in(
    backend: Served, database: Database, town: str
) -> None:
    assert backend.http.get(f"/api/towns/{town}").json()["degraded"] is None
    with backend.live(town) as channel:
        assert channel.next("clock")["degraded"] is None
        set_degraded(database, town, "budget")
        while (told := channel.next("clock")["degraded"]) is None:
            pass
    assert told["reason"] == "budget"
    assert told == backend.http.get(f"/api/towns/{town}").json()["degraded"]
    set_degraded(database, town, None)
    assert backend.http.get(f"/api/towns/{town}").json()["degraded"] is None
