"""Branches as scripts and the page make them."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain.inputs import Announce, SetWeather, Speak
from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import found, live_to, send
from tests.integration.served import Served

NOW = 300
Json = dict[str, Any]


@pytest.fixture(scope="module")
def town(database: Database) -> str:
    town = found(database, brook_lane())
    live_to(database, town, NOW)
    return town


def make(backend: Served, town: str, key: str, **wish: Any) -> Json:
    answer = backend.http.post(f"/api/towns/{town}/branches", json=wish, headers={"Idempotency-Key": key})
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    assert answer.headers["Location"] == f"/api/towns/{made['id']}"
    return made


def test_a_branch_is_a_town_with_the_same_past(backend: Served, town: str) -> None:
    made = make(backend, town, "past", tick=200, name="Had it rained")
    assert (made["name"], made["parent"], made["fork_tick"], made["main"]) == (
        "Had it rained",
        town,
        200,
        False,
    )
    assert made["fork_local"].endswith("07:33:20")
    one, other = (
        backend.http.get(f"/api/towns/{each}/digest", params={"before": 200}).json()
        for each in (made["id"], town)
    )
    assert one == other
    state = backend.http.get(f"/api/towns/{made['id']}/state").json()
    assert state["seq"] == made["fork_seq"] == made["horizon"]["seq"]
    with backend.live(made["id"], after=made["fork_seq"] - 5) as channel:
        assert channel.events_upto(made["fork_seq"])[-5:] == list(
            range(made["fork_seq"] - 4, made["fork_seq"] + 1)
        )


def test_the_same_wish_with_the_same_key_is_one_branch(backend: Served, town: str) -> None:
    made = make(backend, town, "once")
    again = backend.http.post(f"/api/towns/{town}/branches", json={"key": "once"})
    assert (again.status_code, again.json()["id"]) == (200, made["id"])
    other = backend.http.post(f"/api/towns/{town}/branches", json={"key": "once", "tick": 5})
    assert (other.status_code, other.json()["type"]) == (409, "/problems/key-reused")


def test_a_wish_sent_again_is_the_same_although_the_town_has_gone_on(
    backend: Served, database: Database
) -> None:
    town = found(database, brook_lane())
    live_to(database, town, 10)
    made = make(backend, town, "now")
    live_to(database, town, 200)
    again = backend.http.post(f"/api/towns/{town}/branches", json={"key": "now"})
    assert (again.status_code, again.json()["id"], again.json()["name"]) == (200, made["id"], made["name"])


def test_a_family_has_names_and_a_main_one(backend: Served, town: str) -> None:
    made = make(backend, town, "named", paused=True)
    changed = backend.http.patch(
        f"/api/towns/{made['id']}", json={"name": "The real one", "main": True}
    ).json()
    assert (changed["name"], changed["main"]) == ("The real one", True)
    family = backend.http.get(f"/api/towns/{town}/branches").json()
    assert family == backend.http.get(f"/api/towns/{made['id']}/branches").json()
    assert [one["id"] for one in family if one["main"]] == [made["id"]]
    assert family[0]["id"] == town
    refused = backend.http.delete(f"/api/towns/{town}")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/town-has-branches")
    assert refused.json()["branches"][made["id"]] == "The real one"
    assert backend.http.delete(f"/api/towns/{made['id']}").status_code == 204
    family = backend.http.get(f"/api/towns/{town}/branches").json()
    assert [one["id"] for one in family if one["main"]] == [town]


@pytest.mark.parametrize(
    ("wish", "status", "problem"),
    [
        ({"tick": NOW + 1}, 409, "tick-not-yet"),
        ({"seq": 10**8}, 404, "unknown-event"),
        ({"undo": 10**9}, 404, "unknown-input"),
        ({"undo": 1, "tick": 5}, 422, "invalid-request"),
        ({"tick": -1}, 422, "invalid-request"),
        ({"name": "x" * 100_000}, 413, "too-large"),
        ({"name": "  "}, 422, "invalid-request"),
    ],
)
def test_a_wish_that_makes_no_sense_is_told_so(
    backend: Served, town: str, wish: Json, status: int, problem: str
) -> None:
    answer = backend.http.post(f"/api/towns/{town}/branches", json={"key": "senseless", **wish})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{problem}")


def test_a_branch_without_a_key_or_of_a_deleted_town_is_refused(backend: Served, town: str) -> None:
    assert backend.http.post(f"/api/towns/{town}/branches", json={}).status_code == 422
    made = make(backend, town, "short-lived")
    backend.http.delete(f"/api/towns/{made['id']}")
    gone = backend.http.post(f"/api/towns/{made['id']}/branches", json={"key": "late"})
    assert (gone.status_code, gone.json()["type"]) == (410, "/problems/town-gone")


def test_what_directors_did_is_told_with_what_undoes_it(backend: Served, database: Database) -> None:
    town = found(database, brook_lane())
    send(database, town, "quiet", SetWeather(weather="rain"), 40)
    send(database, town, "said", Speak(visitor="visitor:v", name="Vera", to="marta", text="Hello!"), 60)
    send(database, town, "loud", Announce(text="The bridge is closed."), 90)
    live_to(database, town, NOW)
    done = backend.http.get(f"/api/towns/{town}/interventions").json()
    assert [one["input"]["kind"] for one in done] == ["announce", "set_weather"]
    rain = done[1]
    assert (rain["status"], rain["stamp"]["tick"]) == ("applied", 40)

    without = make(backend, town, "no-rain", undo=rain["id"])

    assert without["undone"] == rain["id"]
    live_to(database, without["id"], NOW)
    left = backend.http.get(f"/api/towns/{without['id']}/interventions").json()
    assert [one["input"]["kind"] for one in left] == ["announce"]
