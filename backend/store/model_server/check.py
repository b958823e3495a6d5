"""Having a worker try the model server, and telling whoever asked what it found: through Redis alone."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass

import orjson
import redis

from backend.store.redis.hints import CHECK, Hints, Queue
from backend.store.redis.presence import Presence, RedisAway

WITHIN_SECONDS = 45
"""So long whoever asked waits for what the worker finds."""
KEPT_SECONDS = 60
QUEUE: Queue = "talk"
_PREFIX = "townlet:model:check:"


class NobodyChecks(Exception):
    """No worker tries the server; the message says what to do."""


@dataclass(frozen=True)
class Finding:
    """Attributes:
    part: what was looked at.
    fine: whether it is as it should be.
    words: how it is; where it isn't fine, what to do, too.
    """

    part: str
    fine: bool
    words: str


def ask_for_check(hints: Hints, presence: Presence) -> list[Finding]:
    """What a worker found. Raises NobodyChecks."""
    try:
        if QUEUE not in presence.workers():
            raise NobodyChecks(
                f"No worker of `{QUEUE}` is there to ask the model server. See `townlet doctor`."
            )
    except RedisAway as error:
        raise NobodyChecks(str(error)) from error
    number = secrets.token_hex(8)
    if not hints.task(CHECK, number, queue=QUEUE):
        raise NobodyChecks("Redis does not answer, so no worker can be asked. Try again when it is back.")
    try:
        # A connection of its own: it waits for longer than others may.
        with redis.Redis.from_url(hints.redis_url, socket_connect_timeout=2) as client:
            found = client.blpop([_PREFIX + number], timeout=WITHIN_SECONDS)
    except (redis.RedisError, OSError) as error:
        raise NobodyChecks("Redis went away meanwhile. Try again when it is back.") from error
    if found is None:
        raise NobodyChecks(
            f"The worker found nothing out within {WITHIN_SECONDS} s. See its log, `{QUEUE}-1`."
        )
    return [Finding(**one) for one in orjson.loads(found[1])]


def tell_check(redis_url: str, number: str, findings: list[Finding]) -> None:
    """Tells whoever asked; nobody, if they have gone."""
    with redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        client.rpush(_PREFIX + number, orjson.dumps([asdict(finding) for finding in findings]))
        client.expire(_PREFIX + number, KEPT_SECONDS)
