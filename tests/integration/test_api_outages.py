"""Postgres or Redis may go away under the backend and come back: it says so, goes on, and loses nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import ConnectionClosed

from backend.domain.events import Announced, Recorded
from backend.store.journal import Batch, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.postgres.database import Database
from backend.store.town.towns import acquire_lease, create_town, get_town
from tests.integration.served import Served, served
from tests.small_town import a_life, a_scenario
from tests.waiting import wait_until
from townlet.services import EmbeddedServices
from townlet.services.migrations import migrate

SCENARIO = a_scenario("ana", "ben")
TOWN = "t-outage"


@pytest.fixture(scope="module")
def own_services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServices]:
    """Services that a test may stop, for nobody else uses them."""
    with EmbeddedServices(tmp_path_factory.mktemp("outage"), environment={}) as running:
        migrate(running.database_url)
        yield running


@pytest.fixture(scope="module")
def backend(own_services: EmbeddedServices, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    dist: Path = tmp_path_factory.mktemp("dist")
    with served(own_services.database_url, own_services.redis_url, dist=dist) as running:
        yield running


@pytest.fixture(scope="module")
def journal(own_services: EmbeddedServices) -> Iterator[PostgresJournal]:
    database = Database(own_services.database_url)
    create_town(database, TOWN, SCENARIO, name="Lane", seed=7, mind="rules")
    fence = acquire_lease(database, TOWN, "engine", 600)
    assert fence is not None
    log = a_life(SCENARIO, ticks=5)
    writer = PostgresJournal(database, TOWN, fence)
    writer.commit(Batch(head=Head(log[-1].tick, log[-1].order, log[-1].seq), events=log))
    yield writer
    database.dispose()


@contextmanager
def away(services: EmbeddedServices, name: str) -> Iterator[None]:
    """Keeps a service down for the length of the block."""
    process = services.supervisor.processes.pop(name)
    process.ask_to_stop()
    process.wait_stopped(time.monotonic() + 120)
    yield
    services.supervisor.start(process.spec)


def announce(journal: PostgresJournal) -> int:
    seq = journal_seq(journal) + 1
    event = Recorded(seq, 10 + seq, 0, Announced(text=f"Number {seq}", by="director"))
    journal.commit(Batch(head=Head(event.tick, 0, seq), events=[event]))
    return seq


def journal_seq(journal: PostgresJournal) -> int:
    return get_town(journal.database, TOWN).head_seq


def told(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["Content-Type"] == "application/problem+json"
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def test_while_postgres_is_away_every_route_says_so_and_then_recovers(
    backend: Served, own_services: EmbeddedServices, journal: PostgresJournal
) -> None:
    sent = {"key": "while-away", "input": {"kind": "announce", "text": "Is anybody there?"}}
    address = f"/api/towns/{TOWN}"
    assert backend.http.get("/api/towns").is_success
    with away(own_services, "postgres"):
        for answer in (
            backend.http.get("/api/towns"),
            backend.http.get(address),
            backend.http.get(f"{address}/state"),
            backend.http.post("/api/towns", json={"scenario": "brook_lane"}),
            backend.http.post(f"{address}/inputs", json=sent),
            backend.http.post(f"{address}/clock", json={"pause": True}),
        ):
            assert told(answer) == (503, "store-unavailable")
            assert answer.headers["Retry-After"] == "1"
        health = backend.http.get("/api/health")
        assert told(health) == (503, "service-away")
        assert "Postgres" in health.json()["detail"]
        assert "Redis" not in health.json()["detail"]
        assert backend.http.get("/api/scenarios").status_code == 200
    assert backend.http.get("/api/health").status_code == 200
    assert backend.http.post(f"{address}/inputs", json=sent).status_code == 202
    assert backend.http.post(f"{address}/inputs", json=sent).status_code == 200


def test_metrics_tell_what_is_away_to_whoever_was_known_before(
    backend: Served, own_services: EmbeddedServices
) -> None:
    up = backend.http.get("/metrics").text
    with away(own_services, "postgres"):
        wait_until(lambda: "townlet_database_up 0.0" in backend.http.get("/metrics").text)
        down = backend.http.get("/metrics").text
        with backend.client("twl_nobody-has-ever-seen-this-one") as stranger:
            assert told(stranger.get("/metrics")) == (503, "store-unavailable")
    assert "townlet_database_up 1.0" in up
    assert "townlet_redis_up 1.0" in down


def test_a_channel_waits_for_postgres_and_loses_nothing(
    backend: Served, own_services: EmbeddedServices, journal: PostgresJournal
) -> None:
    with backend.live(TOWN) as channel:
        channel.next("snapshot")
        with away(own_services, "postgres"):
            while True:
                trouble = channel.next("clock")["trouble"]
                if trouble is not None:
                    break
            assert "database" in trouble
        seq = announce(journal)
        assert channel.events_upto(seq) == [seq]
        while channel.next("clock")["trouble"] is not None:
            pass


def test_a_channel_that_is_opened_while_postgres_is_away_asks_for_patience(
    backend: Served, own_services: EmbeddedServices, journal: PostgresJournal
) -> None:
    with away(own_services, "postgres"), backend.live(TOWN, after=3) as channel:
        with pytest.raises(ConnectionClosed) as closed:
            channel.next()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1013
    with backend.live(TOWN, after=3) as channel:
        assert channel.next()["type"] == "events"


def test_without_redis_everything_works(
    backend: Served, own_services: EmbeddedServices, journal: PostgresJournal
) -> None:
    address = f"/api/towns/{TOWN}"
    with backend.live(TOWN) as channel:
        channel.next("snapshot")
        with away(own_services, "redis"):
            for number in range(3):
                sent = {"key": f"no-redis-{number}", "input": {"kind": "announce", "text": "Hello"}}
                assert backend.http.post(f"{address}/inputs", json=sent).status_code == 202
                assert backend.http.post(f"{address}/clock", json={"pause": False}).status_code == 200
                seq = announce(journal)
                assert channel.events_upto(seq) == [seq]
            with backend.live(TOWN) as late:
                assert late.next()["type"] == "snapshot"
            health = backend.http.get("/api/health")
            assert told(health) == (503, "service-away")
            assert "Redis" in health.json()["detail"]
        wait_until(lambda: backend.http.get("/api/health").status_code == 200)
        seq = announce(journal)
        assert channel.events_upto(seq) == [seq]
