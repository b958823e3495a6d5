"""A resident made in a form: previewed, saved in a scenario of one's own, and come to live in a town."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.api.edge import footsteps
from backend.live.town_id import new_town_id
from backend.scenarios import load_scenario
from backend.store.environment.settings import PROJECT
from backend.store.town.towns import create_town
from tests.integration.a_branch import live_to
from tests.integration.a_cast import DIRECTOR, Cast
from tests.integration.served import Served, served
from worker.first_day import first_day

FORM: dict[str, Any] = {
    "name": "Nora Lind",
    "age": 34,
    "pronouns": "she/her/her",
    "looks": {"skin": "fair", "hair": "auburn", "hair_style": "bun", "top": "mustard", "bottom": "denim"},
    "traits": ["curious", "warm"],
    "home": "Signal Cottage",
    "job": {"title": "a waitress", "workplace": "The Blue Kettle:main room"},
    "knows": {"ivo": 0.5},
    "wants": "She wants to open a small print shop.",
}
OWN = "/api/scenarios/brook_lane/residents"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, home: Path) -> Iterator[Served]:
    with served(database_url, redis_url, home=home) as running:
        yield running


@pytest.fixture(scope="module")
def cast(backend: Served) -> Cast:
    return Cast(backend)


@pytest.fixture
def town(backend: Served) -> str:
    town, scenario = new_town_id(), load_scenario(PROJECT / "scenarios" / "brook_lane")
    create_town(backend.database, town, scenario, name="Lane", seed=7, mind="rules", paused=True)
    return town


def test_a_preview_shows_portrait_and_file_and_changes_nothing(cast: Cast) -> None:
    before = cast.ask(DIRECTOR, "GET", "/api/scenarios").json()
    seen = cast.ask(DIRECTOR, "POST", f"{OWN}/preview", {"form": FORM}).json()
    assert seen["faults"] == []
    assert seen["id"] == "nora"
    assert "home: Signal Cottage" in seen["file"]
    # No worker runs here: the page says why there is no day.
    assert seen["day"] == []
    assert "worker" in seen["no_day"]
    portrait = cast.ask(DIRECTOR, "GET", seen["portrait"])
    assert portrait.content.startswith(b"\x89PNG")
    assert cast.ask(DIRECTOR, "GET", "/api/scenarios").json() == before


def test_all_faults_of_a_form_are_told_by_their_place(cast: Cast, town: str) -> None:
    bad = FORM | {"age": 340, "home": "Mill Hose", "wants": ""}
    for path in (f"{OWN}/preview", f"/api/towns/{town}/residents/preview"):
        places = {
            fault["place"] for fault in cast.ask(DIRECTOR, "POST", path, {"form": bad}).json()["faults"]
        }
        assert places >= {"age", "home", "wants"}
    refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", {"form": bad, "key": "k"})
    assert refused.status_code == 422
    assert {fault["where"] for fault in refused.json()["faults"]} >= {"body.form.age", "body.form.wants"}


def test_a_saved_resident_lives_in_a_copy_on_which_a_town_is_founded(cast: Cast, home: Path) -> None:
    shipped = PROJECT / "scenarios" / "brook_lane"
    before = load_scenario(shipped).hash
    saved = cast.ask(DIRECTOR, "POST", OWN, {"form": FORM})
    assert saved.status_code == 201, saved.text
    name = saved.json()["id"]
    assert name != "brook_lane"
    assert saved.json()["faults"] == []
    assert load_scenario(shipped).hash == before
    assert (home / "scenarios" / name / "residents" / "nora.yaml").is_file()
    more = cast.ask(
        DIRECTOR, "POST", f"/api/scenarios/{name}/residents", {"form": FORM | {"name": "Otto Klee"}}
    )
    assert more.json()["id"] == name
    assert more.json()["residents"] == saved.json()["residents"] + 1
    founded = cast.ask(DIRECTOR, "POST", "/api/towns", {"scenario": name, "seed": 7, "paused": True})
    people = cast.ask(DIRECTOR, "GET", f"/api/towns/{founded.json()['id']}/residents").json()
    assert {"nora", "otto", "ivo"} <= {one["id"] for one in people}


def test_a_new_resident_of_a_town_is_sent_once_as_an_input(cast: Cast, town: str) -> None:
    wish = {"form": FORM, "key": "nora-1"}
    sent = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", wish)
    again = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", wish)
    assert (sent.status_code, again.status_code) == (202, 202)
    assert sent.json()["id"] == again.json()["id"]
    assert sent.json()["input"]["newcomer"]["persona"]["name"] == "Nora Lind"
    direct = {"key": "nora-2", "input": sent.json()["input"]}
    refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/inputs", direct)
    assert refused.status_code == 422
    assert "/residents" in refused.json()["detail"]


def test_the_first_day_is_planned_by_the_built_in_mind() -> None:
    hours = first_day(load_scenario(PROJECT / "scenarios" / "brook_lane"), "ivo", 7)
    assert hours[0].begins >= "07:00"
    assert len(hours) > 5
    assert any("Blue Kettle" in hour.place or "study" in hour.place for hour in hours)


def test_what_is_sent_again_after_it_was_done_is_answered_as_before(cast: Cast, town: str) -> None:
    wish = {"form": FORM, "key": "nora-again"}
    sent = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", wish)
    live_to(cast.backend.database, town, 10)
    again = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", wish)
    assert (again.status_code, again.json()["id"], again.json()["status"]) == (
        202,
        sent.json()["id"],
        "applied",
    )
    other = cast.ask(
        DIRECTOR, "POST", f"/api/towns/{town}/residents", wish | {"form": FORM | {"name": "Ida"}}
    )
    assert (other.status_code, other.json()["type"]) == (409, "/problems/key-reused")


def test_steps_that_are_sent_again_are_not_counted_again(
    cast: Cast, town: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(footsteps, "PACE", 1e-9)  # however long it takes, nobody may walk further meanwhile
    path = [[1, 1 + step] for step in range(8)]
    walk = {"key": "walk", "input": {"kind": "walk", "visitor": "visitor:q", "path": path}}
    fates = [cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/inputs", walk) for _ in range(3)]
    assert [fate.status_code for fate in fates] == [202, 200, 200]
    refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/inputs", walk | {"key": "walk-2"})
    assert refused.status_code == 429
