"""A director sets up the model server by the page; nobody ever reads its key."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.store.model_server.check import Finding, tell_check
from backend.store.model_server.settings import forget_model_settings
from backend.store.moving.export_town import export_town
from backend.store.postgres.database import Database
from backend.store.redis.presence import Presence
from tests.integration.conftest import FoundTown
from tests.integration.served import Served, served

KEY = "sk-never-to-be-seen-5577"
WISH: dict[str, Any] = {
    "base_url": "https://models.example/v1",
    "model": "big",
    "cheap_model": "small",
    "models": {"say": "chatty"},
    "prices": {"big": {"input": 2.0, "output": 8}},
    "slots": 4,
    "tokens_per_day": 1000,
    "money_per_day": 1.5,
}


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("home")
    told = {
        "TOWNLET_MODEL": "env",
        "OPENAI_BASE_URL": "https://env.example/v1",
        "OPENAI_API_KEY": "sk-env-key-1",
    }
    with served(database_url, redis_url, home=home, models=told) as running:
        yield running


@pytest.fixture(autouse=True)
def _as_the_environment_says(database: Database) -> Iterator[None]:
    yield
    forget_model_settings(database)


def test_what_the_environment_sets_is_shown_without_its_key(backend: Served) -> None:
    answer = backend.http.get("/api/models")
    told = answer.json()
    assert (told["source"], told["settings"]["model"]) == ("environment", "env")
    assert told["settings"]["api_key"] == {"set": True, "ending": "ey-1"}
    assert "sk-env-key" not in answer.text


def test_a_director_sets_up_the_server_and_takes_it_back(backend: Served) -> None:
    told = backend.http.put("/api/models", json=WISH | {"api_key": KEY}).json()
    assert told == backend.http.get("/api/models").json()
    settings = told["settings"]
    assert (told["source"], told["fault"]) == ("page", None)
    assert {name: settings[name] for name in ("base_url", "model", "cheap_model", "models", "slots")} == {
        name: WISH[name] for name in ("base_url", "model", "cheap_model", "models", "slots")
    }
    assert settings["prices"] == {"big": {"input": 2.0, "cached": None, "output": 8.0}}
    assert settings["api_key"] == {"set": True, "ending": "5577"}
    assert (told["budget"]["tokens_left"], told["budget"]["money_left"]) == (1000, 1.5)
    assert (told["budget"]["in_flight"], told["budget"]["slots"]) == (0, 4)
    again = backend.http.put("/api/models", json=WISH | {"model": "bigger"}).json()
    assert again["settings"]["api_key"]["ending"] == "5577", "the key stays while it is not sent"
    assert backend.http.delete("/api/models").json()["source"] == "environment"


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"model": ""}, "model"),
        ({"slots": 0}, "slots"),
        ({"slots": "4"}, "slots"),
        ({"base_url": "ftp://x"}, "base_url"),
        ({"base_url": "https://user:secret@x/v1"}, "base_url"),
        ({"money_per_day": -1}, "money_per_day"),
        ({"models": {"sing": "x"}}, "models"),
        ({"api_key": f"{KEY}\nX-Evil: 1"}, "api_key"),
        ({"api_key": KEY * 200}, "api_key"),
        ({"api_key": [KEY]}, "api_key"),
        ({"api_key": KEY, "surprise": KEY}, "surprise"),
    ],
)
def test_what_can_not_be_used_is_refused_by_name_and_no_key_is_echoed_or_logged(
    backend: Served, caplog: pytest.LogCaptureFixture, wrong: dict[str, Any], where: str
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = backend.http.put("/api/models", json=WISH | wrong)
    assert answer.status_code == 422
    assert where in answer.text
    assert KEY not in answer.text
    assert KEY not in caplog.text
    assert backend.http.get("/api/models").json()["source"] == "environment"


def test_the_key_is_not_sent_to_a_server_that_it_was_not_given_for(backend: Served) -> None:
    backend.http.put("/api/models", json=WISH | {"api_key": KEY}).raise_for_status()
    answer = backend.http.put("/api/models", json=WISH | {"base_url": "https://thief.example/v1"})
    assert answer.status_code == 422
    assert "given for another server" in answer.json()["detail"]


def test_no_answer_of_the_api_and_no_export_holds_the_key(
    backend: Served,
    database: Database,
    found_town: FoundTown,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    town = found_town()
    with caplog.at_level(logging.DEBUG):
        backend.http.put("/api/models", json=WISH | {"api_key": KEY}).raise_for_status()
        routes = ("/api/models", "/api/towns", "/api/health", "/metrics", "/api/openapi.json")
        said = "".join(backend.http.get(route).text for route in routes)
        said += backend.http.post("/api/models/check").text
    export_town(database, town, tmp_path / "town.zip")
    assert KEY not in said
    assert KEY.encode() not in (tmp_path / "town.zip").read_bytes()
    assert KEY not in caplog.text


def test_without_a_worker_the_check_says_whom_to_start(backend: Served) -> None:
    told = backend.http.post("/api/models/check").json()
    assert told["fine"] is False
    assert "townlet doctor" in told["findings"][0]["words"]


def test_the_check_tells_what_a_worker_found(
    backend: Served, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.store.redis.hints import CHECK, Hints

    def a_worker(_hints: Hints, name: str, number: str, *, queue: str) -> bool:
        assert (name, queue) == (CHECK, "talk")
        tell_check(redis_url, number, [Finding("Server", True, "answers"), Finding("Key", False, "Set it.")])
        return True

    monkeypatch.setattr(Hints, "task", a_worker)
    monkeypatch.setattr("backend.store.redis.presence.SEEN_SECONDS", 600)
    presence = Presence(redis_url)
    presence.announce("talk", "a-test")
    found = backend.http.post("/api/models/check").json()
    assert found["fine"] is False
    assert [finding["words"] for finding in found["findings"]] == ["answers", "Set it."]
