"""A town whose residents think with a model: all processes real, the model's server one of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.store.postgres.database import Database
from backend.store.postgres.tables import questions, tellings
from tests.integration.a_townlet import Townlet, a_townlet
from tests.integration.stand_ins import EMBEDDED
from tests.model_server import EMBEDDING_MODEL, ModelServer, model_server
from tests.waiting import wait_until
from worker.minds.model.wire import write
from worker.model_probe import TRIED, sample

KEY = "sk-of-a-whole-town-8642"
MORNING = 400
"""Ticks: everybody has got up, planned and begun the day."""

pytestmark = pytest.mark.timeout(900)


class Asked:
    """Finds the question behind a call in the database of a Townlet that is started later."""

    def __init__(self) -> None:
        self.database: Database | None = None

    def __call__(self, town: str, key: str) -> AnyQuestion | None:
        if town == TRIED:
            return sample("rate")
        assert self.database is not None, "nobody asks before a town lives"
        with self.database.begin() as connection:
            payload = connection.scalar(
                select(questions.c.payload).where(questions.c.town == town, questions.c.key == key)
            ) or connection.scalar(
                select(tellings.c.question).where(tellings.c.town == town, tellings.c.key == key)
            )
        return None if payload is None else QUESTION_ADAPTER.validate_python(payload)


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    with model_server(find=Asked(), encode=write, key=KEY) as running:
        yield running


@pytest.fixture(scope="module")
def townlet(server: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    home = tmp_path_factory.mktemp("home")
    model = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY, "TOWNLET_MODEL": "test-large"}
    model["TOWNLET_EMBEDDING_MODEL"] = EMBEDDING_MODEL
    with a_townlet(home, environment={**EMBEDDED, **model}, towns=1, minds=1, talk=1, batch=0) as running:
        assert isinstance(server.find, Asked)
        server.find.database = database = Database(running.processes.database_url)
        yield running
    # Not before all workers are gone: their last calls would open a connection anew.
    database.dispose()


def found(townlet: Townlet, mind: str) -> str:
    wish = {"scenario": "brook_lane", "seed": 7, "mind": mind, "paused": True}
    town: str = townlet.request("POST", "/api/towns", wish).json()["id"]
    return town


def summary(townlet: Townlet, town: str) -> dict[str, Any]:
    return townlet.get(f"/api/towns/{town}/calls/summary")


def calls_of(townlet: Townlet, town: str) -> int:
    return sum(tally["calls"] for tally in summary(townlet, town)["by_question"])


def thoughts_of(townlet: Townlet, town: str) -> dict[str, int]:
    """Calls by kind of question, without those for vectors, which a town embeds all its memories by."""
    told = summary(townlet, town)["by_question"]
    return {tally["name"]: tally["calls"] for tally in told if tally["name"] != "embed"}


def minds_in_the_log(townlet: Townlet, town: str, after: int = 0) -> set[str]:
    minds: set[str] = set()
    page: dict[str, Any] = {"next": after}
    while page["next"] is not None:
        page = townlet.get(f"/api/towns/{town}/events?kind=answered&limit=500&after={page['next']}")
        events = [recorded["event"] for recorded in page["events"]]
        minds |= {event["mind"] for event in events if event["question"] != "embed"}
    return minds


def test_a_morning_is_lived_on_what_the_model_says_and_each_call_is_known(
    townlet: Townlet, server: ModelServer
) -> None:
    town = found(townlet, "model")
    townlet.live_until(town, MORNING)
    townlet.wait_for(town, MORNING)
    assert minds_in_the_log(townlet, town) == {"model"}
    wait_until(lambda: calls_of(townlet, town) == server.spent.calls)
    told = summary(townlet, town)
    assert {"plan_day", "detail_plan", "embed"} <= {tally["name"] for tally in told["by_question"]}
    assert all(tally["stand_ins"] == tally["faults"] == 0 for tally in told["by_question"]), told
    assert told["budget"]["tokens"] == server.spent.input_tokens + server.spent.output_tokens
    number = townlet.get(f"/api/towns/{town}/calls?kind=plan_day")["calls"][0]["id"]
    call = townlet.get(f"/api/towns/{town}/calls/{number}")
    assert call["prompt"][0]["role"] == "system"
    assert call["answer"].startswith("{")
    assert townlet.get(f"/api/towns/{town}")["degraded"] is None


def test_only_whoever_a_visitor_speaks_to_thinks_with_the_model_where_the_mind_is_chosen_by_itself(
    townlet: Townlet,
) -> None:
    town = found(townlet, "auto")
    townlet.live_until(town, MORNING)
    townlet.wait_for(town, MORNING)
    assert thoughts_of(townlet, town) == {}
    said = {"kind": "speak", "visitor": "visitor:me", "name": "Maya", "to": "marta", "text": "Good morning!"}
    townlet.send(town, "hello", said)
    wait_until(lambda: thoughts_of(townlet, town) == {"answer": 1})
    wait_until(lambda: minds_in_the_log(townlet, town) == {"rules", "model"})


def test_a_spent_budget_and_a_lost_server_are_seen_in_the_page_and_the_town_lives_on(
    townlet: Townlet, server: ModelServer
) -> None:
    town = found(townlet, "model")
    settings = {"base_url": server.url, "api_key": KEY, "model": "test-large", "tokens_per_day": 1}
    townlet.request("PUT", "/api/models", settings)
    before = server.spent.calls

    def lived_on(until: int, reason: str | None) -> None:
        townlet.live_until(town, until)
        townlet.wait_for(town, until)
        degraded = townlet.get(f"/api/towns/{town}")["degraded"]
        assert (degraded and degraded["reason"]) == reason

    # Workers go by what is set within two seconds.
    other = found(townlet, "model")
    townlet.clock(other, pause=False, speed="max")
    wait_until(lambda: "rules:budget" in minds_in_the_log(townlet, other))
    townlet.clock(other, pause=True)
    before = server.spent.calls
    lived_on(MORNING, "budget")
    assert server.spent.calls == before, "nothing more is spent"
    assert minds_in_the_log(townlet, town) == {"rules:budget"}

    away = settings | {"base_url": "http://127.0.0.1:1/v1", "api_key": "", "tokens_per_day": None}
    townlet.request("PUT", "/api/models", away)
    townlet.clock(other, pause=False)
    wait_until(lambda: "rules:away" in minds_in_the_log(townlet, other))
    townlet.clock(other, pause=True)
    lived_on(2 * MORNING, "away")

    townlet.request("DELETE", "/api/models")
    townlet.clock(other, pause=False)
    wait_until(lambda: townlet.get(f"/api/towns/{other}")["degraded"] is None)


def test_the_model_is_the_game_master_of_its_towns_also_while_they_are_paused(townlet: Townlet) -> None:
    town = found(townlet, "model")
    townlet.wait_for(town, 0)
    townlet.send(town, "asked", {"kind": "request", "text": "A hurricane hits the lane"})

    def asked() -> dict[str, Any]:
        return next(iter(townlet.get(f"/api/towns/{town}/state")["requests"].values()), {})

    wait_until(lambda: asked().get("verdict") is not None)
    assert asked()["effects"] == [{"effect": "weather", "weather": "storm"}]
    assert thoughts_of(townlet, town)["adjudicate"] == 1
    townlet.send(town, "done", {"kind": "carry_out", "request": asked()["id"]})
    wait_until(lambda: townlet.get(f"/api/towns/{town}/state")["weather"] == "storm")


def test_what_happened_is_written_by_the_model_outside_the_town_s_life(townlet: Townlet) -> None:
    town = found(townlet, "model")
    townlet.send(
        town,
        "news",
        {"kind": "announce", "place": None, "text": "The circus comes on Sunday!"},
        {"tick": 10, "order": 0},
    )
    townlet.live_until(town, 30)
    townlet.wait_for(town, 30)
    path = f"/api/towns/{town}/recap?from=0&upto=29"
    before, calls = townlet.digest(town, 30), calls_of(townlet, town)
    built_in = townlet.get(path)
    assert built_in["written"]["by"] == "unasked"
    assert townlet.request("POST", path).json()["written"]["by"] == "writing"
    wait_until(lambda: townlet.get(path)["written"]["by"] == "model")
    # The test server answers as the built-in mind would.
    assert [one["text"] for one in townlet.get(path)["sentences"]] == [
        one["text"] for one in built_in["sentences"]
    ]
    assert thoughts_of(townlet, town)["tell"] == 1
    assert calls_of(townlet, town) == calls + 1
    townlet.request("POST", path)
    assert thoughts_of(townlet, town)["tell"] == 1, "it is asked once"
    assert townlet.digest(town, 30) == before


def test_the_page_tries_the_server(townlet: Townlet) -> None:
    wait_until(lambda: bool(townlet.request("POST", "/api/models/check").json()["fine"]))


def test_no_log_of_any_process_holds_the_key(townlet: Townlet) -> None:
    home: Path = townlet.processes.services.home.root
    logs = list((home / "logs").iterdir())
    assert {"backend.log", "minds-1.log", "talk-1.log"} <= {log.name for log in logs}
    for log in logs:
        assert KEY.encode() not in log.read_bytes(), log.name
