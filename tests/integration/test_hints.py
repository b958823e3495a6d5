"""Hints come at once while Redis is there, and cost next to nothing while it is not."""

from __future__ import annotations

import socket

import orjson
import pytest
import redis

from backend.store.redis.hints import Hints, town_channel
from backend.store.redis.wakes import Wakes
from tests.waiting import wait_until
from townlet.services import EmbeddedServices


@pytest.fixture
def nowhere() -> str:
    """The address of a Redis that is not there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"redis://127.0.0.1:{probe.getsockname()[1]}/0"


def kill_redis(services: EmbeddedServices) -> None:
    process = services.processes["redis"]
    process.wait_started_again(process.kill())
    process.wait_ready()


def test_pages_get_the_frames_of_their_town_only(hints: Hints, redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client, client.pubsub(ignore_subscribe_messages=True) as page:
        page.subscribe(town_channel("t-1"))
        wait_until(lambda: client.pubsub_numsub(town_channel("t-1"))[0][1] == 1)
        assert hints.publish("t-2", {"type": "events", "seq": 1})
        assert hints.publish("t-1", {"type": "events", "seq": 2})
        heard: list[object] = []

        def hear() -> bool:
            message = page.get_message()
            if message is not None:
                heard.append(orjson.loads(message["data"]))
            return bool(heard)

        wait_until(hear)
        assert heard == [{"type": "events", "seq": 2}]


def test_an_engine_hears_a_wake_of_its_town(hints: Hints, redis_url: str) -> None:
    with hints.wakes("t-1") as wakes:
        assert wakes.wait(120), "what was sent before it listened is to be looked for"
        assert not wakes.wait(0.05)
        hints.wake("t-2")
        assert not wakes.wait(0.05)
        hints.wake("t-1")
        hints.wake("t-1")
        assert wakes.wait(120)
        assert not wakes.wait(0.05), "several wakes are one"


def test_a_task_waits_in_the_queue_of_its_workers(hints: Hints) -> None:
    before = hints.queued("minds"), hints.queued("talk"), hints.queued("towns")
    assert hints.ask("t-1", "react:ana:5:0", "react")
    assert hints.ask("t-1", "answer:ana:5", "answer")
    assert hints.live("t-1")
    after = hints.queued("minds"), hints.queued("talk"), hints.queued("towns")
    assert [(now or 0) - (then or 0) for then, now in zip(before, after, strict=True)] == [1, 1, 1]


def test_without_redis_nothing_is_raised_and_nobody_waits(
    nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.store.redis.hints.RESPITE", 1000.0)
    tried: list[object] = []

    class Counted(redis.Connection):
        def connect(self) -> None:
            tried.append(self)
            super().connect()

    hints = Hints(nowhere)
    hints._redis.connection_pool.connection_class = Counted
    assert not hints.publish("t-1", {})
    after_one = len(tried)
    assert 1 <= after_one <= 2
    assert not hints.wake("t-1")
    assert not hints.live("t-1")
    assert hints.queued("towns") is None
    assert len(tried) == after_one, "Redis is left alone for a while"
    with Wakes(nowhere, "t-1") as wakes:
        slept: list[float] = []
        monkeypatch.setattr("backend.store.redis.wakes.time.sleep", slept.append)
        assert not wakes.wait(1000.0)
        assert sum(slept) > 0, "an engine must not spin while Redis is away"


def test_a_killed_redis_is_used_again_as_soon_as_it_is_back(hints: Hints, services: EmbeddedServices) -> None:
    with hints.wakes("t-1") as wakes:
        assert wakes.wait(120)
        assert hints.live("t-1")
        kill_redis(services)
        wait_until(lambda: hints.live("t-1"))
        wait_until(lambda: wakes.wait(0.05))
        assert hints.wake("t-1")
        assert wakes.wait(120)


def test_tasks_are_delivered_after_redis_was_flushed(hints: Hints, redis_url: str) -> None:
    hints.live("t-1")
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    assert hints.queued("towns") == 0
    assert hints.live("t-1")
    assert hints.queued("towns") == 1
