"""Hints through Redis: something happened, look at Postgres. Losing one costs a second, never more.

Whoever sends a hint does not wait for Redis: while it is away, hints are dropped.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Literal

import orjson
import redis
from celery import Celery
from kombu.exceptions import KombuError
from redis.backoff import NoBackoff
from redis.retry import Retry

from backend.domain.questions import FOR_PEOPLE
from backend.store.redis.wakes import Wakes, wake_channel

Queue = Literal["towns", "minds", "talk", "batch"]

LIVE = "towns.live"
"""Task (town): live it for a slice; queue towns."""
ANSWER = "minds.answer"
"""Task (town, key): answer the question; queue minds."""
TALK = "talk.answer"
"""Task (town, key): answer a person who waits; queue talk."""

TELL = "minds.tell"
"""Task (root, key): have a town told of; queue minds."""

CHECK = "talk.check_models"
"""Task (number): try the model server and tell what was found under that number; queue talk."""

FIRST_DAY = "talk.first_day"
"""Task (number): live the first day that is kept under that number; queue talk."""

SKETCH = "talk.sketch"
"""Task (number): make a form of the description that is kept under that number; queue talk."""

LONGEST = 0.3
"""Real seconds that sending a hint may take."""
RESPITE = 0.5
"""Real seconds for which Redis is left alone after it failed."""

_TOWN = "townlet:town:"
_AWAY = (redis.RedisError, KombuError, OSError)


def town_channel(town: str) -> str:
    """Where frames for the pages that watch a town go."""
    return _TOWN + town


def queue_of(kind: str) -> Queue:
    """Who answers a question of this kind: people who wait have workers of their own."""
    return "talk" if kind in FOR_PEOPLE else "minds"


class Hints:
    """The sending side; safe to share between threads. Where Redis is away it returns False, never raises."""

    def __init__(self, redis_url: str) -> None:
        self.redis_url = redis_url
        # One more try where a connection has gone stale, none where Redis is slow or away.
        again = Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))
        self._redis = redis.Redis.from_url(
            redis_url, socket_timeout=LONGEST, socket_connect_timeout=LONGEST, retry=again
        )
        self._producer = Celery("townlet-hints", broker=redis_url, set_as_current=False)
        self._producer.conf.update(
            task_ignore_result=True,
            task_publish_retry=False,
            broker_transport_options={
                "socket_timeout": LONGEST,
                "socket_connect_timeout": LONGEST,
                "max_retries": 1,
                "interval_start": 0,
                "interval_step": 0,
            },
        )
        self._left_alone_until = 0.0

    def publish(self, town: str, message: dict[str, Any]) -> bool:
        """Sends a frame to the pages that watch the town."""
        return self._send(lambda: self._redis.publish(town_channel(town), orjson.dumps(message)))

    def wake(self, town: str) -> bool:
        """Tells the town's engine that an input, an answer or a wish about its clock is there."""
        return self._send(lambda: self._redis.publish(wake_channel(town), b""))

    def task(self, name: str, *args: str, queue: Queue) -> bool:
        """Asks a worker of `queue` to do a task, now or never."""

        def send() -> None:
            self._redis.ping()  # fails sooner than the producer would
            self._producer.send_task(name, args=args, queue=queue, ignore_result=True, retry=False)

        return self._send(send)

    def live(self, town: str) -> bool:
        """Asks for an engine for the town; harmless where one is at it."""
        return self.task(LIVE, town, queue="towns")

    def ask(self, town: str, key: str, kind: str) -> bool:
        """Asks a mind to answer a question of this kind."""
        queue = queue_of(kind)
        return self.task(TALK if queue == "talk" else ANSWER, town, key, queue=queue)

    def tell(self, root: str, key: str) -> bool:
        """Asks a mind to write what it was asked to tell of a town."""
        return self.task(TELL, root, key, queue="minds")

    def queued(self, queue: Queue) -> int | None:
        """How many messages wait in a queue; None if Redis is away."""
        found: list[int] = []
        return found[0] if self._send(lambda: found.append(int(self._redis.llen(queue)))) else None

    def wakes(self, town: str) -> Wakes:
        """What `wake` sends, for the town's engine."""
        return Wakes(self.redis_url, town)

    def close(self) -> None:
        self._redis.close()
        self._producer.close()

    def _send(self, send: Callable[[], object]) -> bool:
        if time.monotonic() < self._left_alone_until:
            return False
        try:
            send()
        except _AWAY:
            self._left_alone_until = time.monotonic() + RESPITE
            return False
        return True
