"""A resident made in a form, in words or by a file: previewed, saved in a scenario, and come to live in a town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from backend.api.edge import footsteps
from backend.domain.questions import AnyQuestion, Sketch, Unanswerable
from backend.live.town_id import new_town_id
from backend.scenarios import load_scenario
from backend.store.environment.settings import PROJECT
from backend.store.redis.hints import Hints
from backend.store.redis.presence import Presence
from backend.store.redis.sketches import Sketched, WantedSketch
from backend.store.town.towns import create_town
from tests.integration.a_branch import live_to
from tests.integration.a_cast import DIRECTOR, Cast
from tests.integration.a_desk import Model, Streamed, a_desk
from tests.integration.served import Served, served
from worker.answering import Desk
from worker.first_day import first_day
from worker.sketching import sketch

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


def a_file(cast: Cast) -> str:
    file: str = cast.ask(DIRECTOR, "POST", f"{OWN}/preview", {"form": FORM}).json()["file"]
    return file


def test_the_file_of_a_form_makes_the_same_resident(cast: Cast, town: str) -> None:
    file = a_file(cast)
    seen = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/preview", {"file": file}).json()
    assert (seen["faults"], seen["name"], seen["traits"]) == ([], "Nora Lind", ["curious", "warm"])
    ways = {"file": file}, {"form": FORM}
    sent = [
        cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", {**way, "key": f"by-{number}"})
        for number, way in enumerate(ways)
    ]
    assert [one.status_code for one in sent] == [202, 202], sent[0].text
    assert sent[0].json()["input"]["newcomer"] == sent[1].json()["input"]["newcomer"]
    again = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", {"file": file, "key": "by-0"})
    assert again.json()["id"] == sent[0].json()["id"]


def test_faults_of_a_file_are_told_by_their_lines(cast: Cast, town: str) -> None:
    file = a_file(cast).replace("age: 34", "age: 340").replace("home: Signal Cottage", "home: Signal Cotage")
    faults = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/preview", {"file": file}).json()[
        "faults"
    ]
    lines = file.splitlines()
    told = {fault["place"]: fault["message"] + fault["remedy"] for fault in faults}
    assert f"line {lines.index('age: 340') + 1}, age" in told
    assert "Did you mean 'Signal Cottage'?" in told[f"line {lines.index('home: Signal Cotage') + 1}, home"]
    for bad in (file, "{", "- a list", "name: !!python/object:os.system x", "x: &a [*a]"):
        refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", {"file": bad, "key": "bad"})
        assert refused.status_code == 422, bad
        assert refused.json()["faults"][0]["where"] == "body.file"
        assert refused.json()["faults"][0]["detail"].startswith("line ")


def test_a_form_and_a_file_at_once_or_neither_are_refused(cast: Cast, town: str) -> None:
    for wish in ({}, {"form": FORM, "file": "name: x"}, {"file": "x" * 40_001}):
        refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/preview", wish)
        assert (refused.status_code, refused.json()["type"]) == (422, "/problems/invalid-request")


def test_a_saved_file_is_one_of_a_scenario(cast: Cast, home: Path) -> None:
    saved = cast.ask(DIRECTOR, "POST", OWN, {"file": a_file(cast)})
    assert saved.status_code == 201, saved.text
    folder = home / "scenarios" / saved.json()["id"]
    assert load_scenario(folder).personas["nora"].name == "Nora Lind"


@dataclass
class Talking:
    """The part of a `talk` worker that reads descriptions."""

    desk: Desk

    def ask(self, _hints: Hints, _presence: Presence, wanted: WantedSketch) -> Sketched:
        # Over Redis it goes as JSON.
        return sketch(
            self.desk, replace(wanted, question=Sketch.model_validate_json(wanted.question.model_dump_json()))
        )


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def talking(backend: Served, hints: Hints, model: Model, monkeypatch: pytest.MonkeyPatch) -> Talking:
    worker = Talking(a_desk(backend.database, hints, model=model))
    monkeypatch.setattr("backend.api.routes.sketches.ask_for_sketch", worker.ask)
    return worker


SAILOR = {"text": "a retired sailor who loves the café and knows Marta"}


def test_a_description_becomes_a_form_that_can_be_sent_and_nothing_else(
    cast: Cast, town: str, talking: Talking, model: Model
) -> None:
    found = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/sketch", SAILOR)
    assert found.status_code == 200, found.text
    made = found.json()
    assert (made["by"], made["why"], model.asked) == ("built_in", None, [])
    assert made["form"]["likes"] == ["The Blue Kettle"]
    assert made["form"]["knows"] == {"marta": 0.1}
    assert {"likes", "knows"} <= set(made["said"])
    assert cast.ask(DIRECTOR, "POST", f"{OWN}/sketch", SAILOR).json() == made, (
        "the town's seed is that of scenarios"
    )
    assert cast.ask(DIRECTOR, "GET", f"/api/towns/{town}/inputs").text == ""
    sent = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents", {"form": made["form"], "key": "sailor"})
    assert sent.status_code == 202, sent.text


@pytest.mark.parametrize(
    ("mind", "by", "why"), [("model", "model", None), ("rules:budget", "stand_in", "budget")]
)
def test_the_model_of_a_town_reads_for_it(
    backend: Served, cast: Cast, talking: Talking, model: Model, mind: str, by: str, why: str | None
) -> None:
    town, scenario = new_town_id(), load_scenario(PROJECT / "scenarios" / "brook_lane")
    create_town(backend.database, town, scenario, name="Lane", seed=7, mind="model", paused=True)
    live_to(backend.database, town, 1)
    model.mind = mind
    made = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/sketch", SAILOR).json()
    assert (made["by"], made["why"]) == (by, why)
    assert model.of_towns == {town}


def test_where_a_model_is_busy_the_built_in_mind_reads(
    backend: Served, cast: Cast, talking: Talking, model: Model
) -> None:
    town, scenario = new_town_id(), load_scenario(PROJECT / "scenarios" / "brook_lane")
    create_town(backend.database, town, scenario, name="Lane", seed=7, mind="model", paused=True)
    live_to(backend.database, town, 1)

    def busy(_question: AnyQuestion, _streamed: Streamed) -> None:
        raise Unanswerable("all slots are taken")

    model.meanwhile = busy
    made = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/sketch", SAILOR).json()
    assert (made["by"], made["why"]) == ("stand_in", "busy")


def test_without_a_worker_one_is_told_what_to_do(cast: Cast, town: str) -> None:
    away = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/sketch", SAILOR)
    assert (away.status_code, away.json()["form"], away.json()["by"]) == (200, None, None)
    assert "worker" in away.json()["no_form"]
    assert "by hand" in away.json()["no_form"]


def test_a_description_that_says_nothing_or_too_much_is_refused(cast: Cast, town: str) -> None:
    for text in ("", "   ", "x" * 1001):
        refused = cast.ask(DIRECTOR, "POST", f"/api/towns/{town}/residents/sketch", {"text": text})
        assert (refused.status_code, refused.json()["type"]) == (422, "/problems/invalid-request")
