"""Which worker processes are there, by what they said in the last seconds; kept in Redis alone."""

from __future__ import annotations

from collections import Counter

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

SEEN_SECONDS = 5
"""So long a process counts as there after it was last heard of."""
LONGEST = 0.3
"""Real seconds that Redis may take to answer."""

_WORKER = "townlet:worker:"


class RedisAway(Exception):
    """Redis does not answer. Hints are lost and Postgres is looked at instead; start Redis again."""


class Presence:
    """Says and asks who is there; safe to share between threads."""

    def __init__(self, redis_url: str) -> None:
        self._redis: redis.Redis = redis.Redis.from_url(
            redis_url,
            socket_timeout=LONGEST,
            socket_connect_timeout=LONGEST,
            retry=Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
        )

    def announce(self, queue: str, process: str) -> bool:
        """Says that a worker process is there; call it each second. False while Redis is away."""
        try:
            self._redis.set(f"{_WORKER}{queue}:{process}", b"", ex=SEEN_SECONDS)
        except (redis.RedisError, OSError):
            return False
        return True

    def workers(self) -> dict[str, int]:
        """How many worker processes of each queue were heard of lately. Raises RedisAway."""
        try:
            keys = list(self._redis.scan_iter(match=f"{_WORKER}*", count=1000))
        except (redis.RedisError, OSError) as error:
            raise RedisAway(f"Redis does not answer: {error}") from error
        return dict(sorted(Counter(key.decode().split(":")[2] for key in keys).items()))

    def close(self) -> None:
        self._redis.close()
