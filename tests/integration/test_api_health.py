"""Health tells which parts of Townlet are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis

from backend.store.redis.presence import Presence
from tests.integration.served import Served
from tests.waiting import wait_until
from worker.heartbeat import Heartbeat


@pytest.fixture
def presence(redis_url: str) -> Iterator[Presence]:
    opened = Presence(redis_url)
    yield opened
    opened.close()


def test_health_tells_how_every_part_is(backend: Served) -> None:
    health = backend.http.get("/api/health").json()
    assert health["status"] == "ok"
    assert health["version"]
    assert health["database"]["milliseconds"] >= 0
    assert health["redis"]["milliseconds"] >= 0


def test_workers_that_beat_are_counted_by_queue(
    backend: Served, presence: Presence, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.store.redis.presence.SEEN_SECONDS", 600)
    assert backend.http.get("/api/health").json()["workers"] == {}
    for number in (1, 2):
        Heartbeat(presence, ["minds"], f"minds-{number}@here").beat()
    assert presence.announce("towns", "towns-1@here")
    assert backend.http.get("/api/health").json()["workers"] == {"minds": 2, "towns": 1}
    with redis.Redis.from_url(redis_url) as client:
        left = [client.pttl(key) for key in client.scan_iter(match="townlet:worker:*")]
    assert len(left) == 3
    assert all(0 < milliseconds <= 600_000 for milliseconds in left), (
        "a dead worker would be counted for ever"
    )


def test_a_heart_beats_until_it_is_stopped(presence: Presence, redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        heartbeat = Heartbeat(presence, ["talk"], "talk-1@here", every=0.01)
        heartbeat.start()
        wait_until(lambda: presence.workers().get("talk") == 1)
        client.delete("townlet:worker:talk:talk-1@here")
        wait_until(lambda: presence.workers().get("talk") == 1)
        heartbeat.stop()


def test_a_worker_without_redis_goes_on() -> None:
    assert Presence("redis://127.0.0.1:1/0").announce("towns", "towns-1@here") is False
