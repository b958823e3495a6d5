"""Founding a town, looking at it, setting its clock, deleting it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from backend.store.environment.settings import PROJECT
from backend.store.postgres.database import Database
from backend.store.town.towns import end_town, get_town
from tests.integration.served import Served, served


@pytest.fixture(scope="module")
def scenarios(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's scenarios in a folder that a test may change."""
    folder = tmp_path_factory.mktemp("project") / "scenarios"
    shutil.copytree(PROJECT / "scenarios", folder)
    return folder


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, scenarios: Path) -> Iterator[Served]:
    with served(database_url, redis_url, scenarios=scenarios) as running:
        yield running


def found(backend: Served, **wish: Any) -> dict[str, Any]:
    answer = backend.http.post("/api/towns", json={"scenario": "brook_lane", "paused": True, **wish})
    assert answer.status_code == 201, answer.text
    town: dict[str, Any] = answer.json()
    return town


def set_clock(backend: Served, town: dict[str, Any], **wish: Any) -> httpx.Response:
    return backend.http.post(f"/api/towns/{town['id']}/clock", json=wish)


def test_a_founded_town_is_at_the_address_that_was_told(backend: Served) -> None:
    answer = backend.http.post(
        "/api/towns", json={"scenario": "brook_lane", "seed": 7, "mind": "rules", "name": "Tuesday"}
    )
    assert answer.status_code == 201
    town = backend.http.get(answer.headers["Location"]).json()
    assert town["name"] == "Tuesday"
    assert (town["scenario"], town["seed"], town["mind"]) == ("brook_lane", 7, "rules")
    assert town["horizon"] == {"tick": 0, "order": -1, "seq": 0}
    assert town["clock"]["local"] == town["start"]
    assert (town["clock"]["speed"], town["clock"]["status"]) == (30.0, "starting")


def test_towns_are_listed_newest_first_without_the_deleted_ones(backend: Served) -> None:
    first, second, third = (found(backend, name=name) for name in ("one", "two", "three"))
    assert backend.http.delete(f"/api/towns/{second['id']}").status_code == 204
    listed = [town["id"] for town in backend.http.get("/api/towns").json()]
    assert listed.index(third["id"]) < listed.index(first["id"])
    assert second["id"] not in listed


def test_a_town_without_a_seed_gets_one_and_tells_it(backend: Served) -> None:
    town = found(backend)
    assert isinstance(town["seed"], int)
    assert town["name"] == backend.http.get("/api/scenarios/brook_lane").json()["title"]


def test_a_scenario_is_given_with_its_map_and_people(backend: Served) -> None:
    scenario = backend.http.get("/api/scenarios/brook_lane").json()
    assert len(scenario["walkable"]) == scenario["world"]["height"]
    assert {len(row) for row in scenario["walkable"]} == {scenario["world"]["width"]}
    assert len(scenario["residents"]) == 6
    assert "memories" not in scenario["residents"][0]


def test_a_town_keeps_the_scenario_it_was_founded_on(backend: Served, scenarios: Path) -> None:
    shutil.copytree(scenarios / "brook_lane", scenarios / "moved_away")
    town = found(backend, scenario="moved_away")
    shutil.rmtree(scenarios / "moved_away")
    assert backend.http.get("/api/scenarios/moved_away").status_code == 404
    kept = backend.http.get(f"/api/towns/{town['id']}/scenario").json()
    assert kept["hash"] == town["scenario_hash"]


def test_a_new_scenario_folder_appears_without_a_restart(backend: Served, scenarios: Path) -> None:
    shutil.copytree(scenarios / "brook_lane", scenarios / "a_new_one")
    listed = {one["id"]: one for one in backend.http.get("/api/scenarios").json()}
    assert listed["a_new_one"]["faults"] == []
    assert listed["a_new_one"]["residents"] == 6


def test_a_faulty_scenario_is_listed_with_its_faults_and_founds_nothing(
    backend: Served, scenarios: Path
) -> None:
    faulty = scenarios / "faulty"
    shutil.copytree(scenarios / "brook_lane", faulty)
    resident = next((faulty / "residents").glob("*.yaml"))
    resident.write_text(resident.read_text().replace("age:", "aeg:"))
    listed = {one["id"]: one for one in backend.http.get("/api/scenarios").json()}
    assert any("aeg" in fault["message"] + fault["place"] for fault in listed["faulty"]["faults"])
    refused = backend.http.post("/api/towns", json={"scenario": "faulty"})
    assert refused.status_code == 409
    assert refused.json()["type"] == "/problems/scenario-faulty"
    assert any(resident.name in fault["where"] for fault in refused.json()["faults"])


def test_an_unknown_scenario_is_answered_with_the_nearest(backend: Served) -> None:
    answer = backend.http.post("/api/towns", json={"scenario": "brok_lane"})
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/unknown-scenario"
    assert answer.json()["nearest"] == "brook_lane"
    assert backend.http.get("/api/scenarios/..%2Fbrook_lane").status_code == 404


@pytest.mark.parametrize("name", ["<b>Town</b>", "Tow\u0000n", "To\u202ewn", "", "   ", "x" * 41, "\ud800"])
def test_a_name_with_markup_or_control_characters_is_refused(backend: Served, name: str) -> None:
    body = b'{"scenario": "brook_lane", "name": "%s"}' % name.encode("unicode_escape").replace(
        b"\\x", b"\\u00"
    )
    answer = backend.http.post("/api/towns", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert answer.json()["faults"][0]["where"] == "body.name"


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"scenario": 7},
        {"scenario": "brook_lane", "seed": -1},
        {"scenario": "brook_lane", "seed": 2**60},
        {"scenario": "brook_lane", "seed": "7"},
        {"scenario": "brook_lane", "seed": 7.5},
        {"scenario": "brook_lane", "mind": "oracle"},
        {"scenario": "brook_lane", "speed": 0},
        {"scenario": "brook_lane", "colour": "blue"},
        ["brook_lane"],
    ],
)
def test_a_wish_for_a_town_that_does_not_fit_is_told_all_its_faults(backend: Served, wish: Any) -> None:
    answer = backend.http.post("/api/towns", json=wish)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["faults"]


def test_the_clock_takes_speed_pause_and_the_tick_to_pause_at(backend: Served) -> None:
    town = found(backend)
    clock = set_clock(backend, town, speed=60, pause=False, until=720).json()["clock"]
    assert (clock["speed"], clock["paused"], clock["pause_at"]) == (60.0, False, 720)
    clock = set_clock(backend, town, speed="max").json()["clock"]
    assert (clock["speed"], clock["paused"], clock["pause_at"]) == ("max", False, 720)
    clock = set_clock(backend, town, pause=True).json()["clock"]
    assert (clock["speed"], clock["paused"], clock["status"]) == ("max", True, "paused")
    clock = set_clock(backend, town, until=None).json()["clock"]
    assert clock["pause_at"] is None


def test_two_steps_lead_twice_as_far(backend: Served) -> None:
    town = found(backend, paused=False)
    clock = set_clock(backend, town, step=6).json()["clock"]
    assert (clock["paused"], clock["step_to"]) == (True, 6)
    clock = set_clock(backend, town, step=6).json()["clock"]
    assert clock["step_to"] == 12
    clock = set_clock(backend, town, pause=False).json()["clock"]
    assert (clock["paused"], clock["step_to"]) == (False, None)


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"speed": None},
        {"speed": 0.5},
        {"speed": 301},
        {"speed": "fast"},
        {"speed": True},
        {"pause": 1},
        {"step": 0},
        {"step": True},
        {"step": 10**9},
        {"step": 1, "pause": False},
        {"until": -5},
        {"until": 2**40},
        {"jump": 5},
    ],
)
def test_a_clock_wish_that_does_not_fit_changes_nothing(backend: Served, wish: dict[str, Any]) -> None:
    town = found(backend)
    assert set_clock(backend, town, **wish).status_code == 422
    assert backend.http.get(f"/api/towns/{town['id']}").json()["clock"] == town["clock"]


def test_a_tick_that_is_past_can_not_be_paused_at(backend: Served) -> None:
    town = found(backend)
    answer = set_clock(backend, town, until=0)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/tick-passed")


def test_a_deleted_town_says_so_on_every_route(backend: Served) -> None:
    town = found(backend)
    address = f"/api/towns/{town['id']}"
    assert backend.http.delete(address).status_code == 204
    assert backend.http.delete(address).status_code == 204
    spoken = {"key": "k", "input": {"kind": "announce", "text": "Anybody there?"}}
    for answer in (
        backend.http.get(address),
        backend.http.get(f"{address}/state"),
        backend.http.get(f"{address}/events"),
        backend.http.get(f"{address}/residents"),
        backend.http.get(f"{address}/scenario"),
        backend.http.get(f"{address}/inputs"),
        backend.http.post(f"{address}/clock", json={"pause": False}),
        backend.http.post(f"{address}/inputs", json=spoken),
    ):
        assert (answer.status_code, answer.json()["type"]) == (410, "/problems/town-gone")


def test_an_ended_town_can_be_looked_at_but_not_changed(backend: Served, database: Database) -> None:
    town = found(backend)
    end_town(database, town["id"])
    address = f"/api/towns/{town['id']}"
    assert backend.http.get(address).json()["clock"]["status"] == "ended"
    assert backend.http.get(f"{address}/state").status_code == 200
    spoken = {"key": "k", "input": {"kind": "announce", "text": "Anybody there?"}}
    for answer in (
        set_clock(backend, town, pause=False),
        backend.http.post(f"{address}/inputs", json=spoken),
    ):
        assert (answer.status_code, answer.json()["type"]) == (409, "/problems/town-ended")


@pytest.mark.parametrize(
    "town", ["t-nowhere", "%00", "..", "t" * 500, "T-UPPER", "%F0%9F%8F%A0", "a;drop table"]
)
def test_an_unknown_town_is_named_and_said_how_to_find_one(backend: Served, town: str) -> None:
    for path in ("", "/state", "/events", "/residents", "/inputs"):
        if town == "..":
            continue
        answer = backend.http.get(f"/api/towns/{town}{path}")
        assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-town"), answer.text
        assert "GET /api/towns" in answer.json()["detail"]
    assert backend.http.delete(f"/api/towns/{town}x").status_code == 404


def test_a_town_is_founded_without_an_event_for_its_engine_writes_the_first(
    backend: Served, database: Database
) -> None:
    town = found(backend)
    assert get_town(database, town["id"]).head_seq == 0
    assert backend.http.get(f"/api/towns/{town['id']}/events").json()["events"] == []
