"""How an engine hears that something waits for it in Postgres."""

from __future__ import annotations

import time
from contextlib import suppress
from types import TracebackType
from typing import Self

import redis
from redis.backoff import NoBackoff
from redis.client import PubSub
from redis.retry import Retry

_ANSWERS_WITHIN = 0.3
"""Real seconds in which Redis has to answer a subscription."""


def wake_channel(town: str) -> str:
    """Where the engine of a town listens."""
    return f"townlet:wake:{town}"


class Wakes:
    """Listens for the wakes of one town; a context manager, for one thread.

    Redis may go and come: meanwhile `wait` is a sleep, and afterwards it returns at once, for wakes may have
    been missed.
    """

    def __init__(self, redis_url: str, town: str) -> None:
        self._channel = wake_channel(town)
        self._redis = redis.Redis.from_url(
            redis_url,
            socket_timeout=_ANSWERS_WITHIN,
            socket_connect_timeout=_ANSWERS_WITHIN,
            retry=Retry(NoBackoff(), 0),
        )
        self._listening: PubSub | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._stop_listening()
        self._redis.close()

    def wait(self, seconds: float) -> bool:
        """Returns True as soon as there is something to look at, or False after `seconds` real seconds."""
        until = time.monotonic() + seconds
        try:
            if self._listening is None:
                self._listen()
                return True
            return self._heard(until)
        except (redis.RedisError, OSError):
            self._stop_listening()
            time.sleep(max(until - time.monotonic(), 0.0))
            return False

    def _listen(self) -> None:
        listening: PubSub = self._redis.pubsub()  # type: ignore[no-untyped-call]
        listening.subscribe(self._channel)
        confirmed = listening.get_message(timeout=_ANSWERS_WITHIN)
        if confirmed is None:
            listening.close()
            raise redis.TimeoutError("Redis does not answer")
        self._listening = listening

    def _heard(self, until: float) -> bool:
        assert self._listening is not None
        message = self._listening.get_message(timeout=max(until - time.monotonic(), 0.0))
        if message is None:
            return False
        while self._listening.get_message(timeout=0.0) is not None:
            """All wakes that came meanwhile are one."""
        return True

    def _stop_listening(self) -> None:
        listening, self._listening = self._listening, None
        if listening is not None:
            with suppress(redis.RedisError, OSError):
                listening.close()
