"""Prometheus gets to know how the towns are, cheaply and whatever is away."""

from __future__ import annotations

import pytest
from prometheus_client.parser import text_string_to_metric_families

from backend.api.views import town_metrics
from backend.live.town_id import new_town_id
from backend.store.environment.settings import PROJECT
from backend.store.model_server.calls import record_call
from backend.store.postgres.database import Database
from backend.store.redis.presence import Presence
from backend.store.town.census import Census
from backend.store.town.towns import create_town, set_degraded
from tests.integration.served import Served
from tests.integration.test_calls import a_call
from tests.small_town import a_scenario
from tests.waiting import wait_until

Values = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look is a new one."""
    monkeypatch.setattr(town_metrics, "KEPT_SECONDS", 0.0)


def measured(backend: Served) -> Values:
    answer = backend.http.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def value(values: Values, name: str, **labels: str) -> float | None:
    return values.get((name, frozenset(labels.items())))


@pytest.mark.usefixtures("fresh")
def test_a_town_with_an_input_that_waits_is_counted(
    backend: Served, database: Database, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = new_town_id()
    before = measured(backend)
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules", paused=True)
    announce = {"kind": "announce", "place": None, "text": "The fair is open"}
    sent = backend.http.post(f"/api/towns/{town}/inputs", json={"key": "fair", "input": announce})
    assert sent.status_code == 202, sent.text
    monkeypatch.setattr("backend.store.redis.presence.SEEN_SECONDS", 600)
    presence = Presence(redis_url)
    assert presence.announce("towns", "towns-1@here")
    presence.close()
    after = measured(backend)
    assert value(after, "townlet_database_up") == 1
    assert value(after, "townlet_redis_up") == 1
    assert value(after, "townlet_workers", queue="towns") == 1
    assert value(before, "townlet_inputs", fate="waiting") == 0
    assert value(after, "townlet_inputs", fate="waiting") == 1
    assert value(after, "townlet_inputs", fate="refused") == 0
    for name in ("tick", "events", "speed_reached", "questions_open", "trouble"):
        assert value(before, f"townlet_town_{name}", town=town) is None
        assert value(after, f"townlet_town_{name}", town=town) == 0
    told = sum(number for (name, _), number in after.items() if name == "townlet_towns")
    assert told == sum(number for (name, _), number in before.items() if name == "townlet_towns") + 1


@pytest.mark.usefixtures("fresh")
def test_pages_that_watch_are_counted_while_they_do(backend: Served, database: Database) -> None:
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="rules", paused=True)
    assert value(measured(backend), "townlet_viewers") == 0
    with backend.live(town) as first, backend.live(town) as second:
        first.next("snapshot")
        second.next("snapshot")
        assert value(measured(backend), "townlet_viewers") == 2
    wait_until(lambda: value(measured(backend), "townlet_viewers") == 0)


def test_latencies_are_told_by_route_and_not_by_what_people_ask_for(backend: Served) -> None:
    for town in ("t-aaaaaaaaaa", "t-bbbbbbbbbb"):
        assert backend.http.get(f"/api/towns/{town}").status_code == 404
        assert backend.http.get(f"/nothing/{town}").status_code == 404
    assert backend.http.request("PROPFIND", "/api/towns").status_code == 405
    values = measured(backend)
    count = "townlet_request_seconds_count"
    assert value(values, count, method="GET", route="/api/towns/{town}", status="404") == 2
    assert value(values, count, method="GET", route="files", status="404") >= 2  # type: ignore[operator]
    routes = {dict(labels).get("route", "") for name, labels in values if name == count}
    assert not any("aaaaaaaaaa" in route or "nothing" in route for route in routes)
    assert value(values, count, method="other", route="/api/towns", status="405") == 1


def test_the_store_is_asked_once_however_often_prometheus_asks(
    backend: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counting(database: Database) -> Census:
        asked.append(database)
        return Census({}, {})

    monkeypatch.setattr(town_metrics, "KEPT_SECONDS", 3600.0)
    measured(backend)
    monkeypatch.setattr(town_metrics, "take_census", counting)
    for _ in range(5):
        measured(backend)
    assert asked == []


def test_every_metric_is_told_in_the_docs(backend: Served) -> None:
    docs = (PROJECT / "docs" / "operating.md").read_text(encoding="utf-8")
    families = {
        family.name.removesuffix("_created")
        for family in text_string_to_metric_families(backend.http.get("/metrics").text)
        if not family.name.startswith("process_")
    }
    assert "townlet_towns" in families
    assert [name for name in sorted(families) if f"`{name}`" not in docs] == []


@pytest.mark.usefixtures("fresh")
def test_what_models_cost_and_where_the_built_in_mind_stands_in_is_measured(
    backend: Served, database: Database
) -> None:
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind="model", paused=True)
    before = measured(backend)
    assert value(before, "townlet_town_degraded", town=town) == 0
    record_call(database, town, a_call())
    set_degraded(database, town, "budget")
    after = measured(backend)
    assert value(after, "townlet_town_degraded", town=town) == 1
    grown = [
        (value(after, f"townlet_model_{what}_today") or 0)
        - (value(before, f"townlet_model_{what}_today") or 0)
        for what in ("calls", "tokens", "cost")
    ]
    assert grown == [1, 930, pytest.approx(0.002)]
