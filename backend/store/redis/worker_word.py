"""Asking any worker for something that no row is worth: the question and the word go through Redis alone."""

from __future__ import annotations

import secrets
import zlib

import redis

from backend.store.redis.hints import Hints, Queue
from backend.store.redis.presence import Presence, RedisAway

KEPT_SECONDS = 120
_ASKED, _TOLD = "townlet:word:asked:", "townlet:word:told:"


class NobodyAnswers(Exception):
    """No worker gave its word; the message says what to do."""


def ask_a_worker(
    hints: Hints, presence: Presence, task: str, queue: Queue, asked: bytes, within_seconds: float
) -> bytes:
    """What a worker of `queue` had to say.

    Args:
        task: gets the number under which what is asked is kept.

    Raises:
        NobodyAnswers: nobody did in time.
    """
    try:
        if queue not in presence.workers():
            raise NobodyAnswers(f"No worker of `{queue}` is there to do it. See `townlet doctor`.")
    except RedisAway as error:
        raise NobodyAnswers(str(error)) from error
    number = secrets.token_hex(8)
    try:
        # A connection of its own: it waits for longer than others may.
        with redis.Redis.from_url(hints.redis_url, socket_connect_timeout=2) as client:
            client.set(_ASKED + number, zlib.compress(asked, 1), ex=KEPT_SECONDS)
            if not hints.task(task, number, queue=queue):
                raise NobodyAnswers("Redis does not answer. Try again when it is back.")
            found = client.blpop([_TOLD + number], timeout=within_seconds)
    except (redis.RedisError, OSError) as error:
        raise NobodyAnswers("Redis went away meanwhile. Try again when it is back.") from error
    if found is None:
        words = f"The worker had nothing to say within {within_seconds:.0f} s. See its log, `{queue}-1`."
        raise NobodyAnswers(words)
    word: bytes = found[1]
    return word


def asked_under(redis_url: str, number: str) -> bytes | None:
    """What is asked under this number; None where nobody waits any more."""
    with redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        kept = client.get(_ASKED + number)
    return None if kept is None else zlib.decompress(kept)


def tell_under(redis_url: str, number: str, word: bytes) -> None:
    """Tells whoever asked; nobody, if they have gone."""
    with redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        client.rpush(_TOLD + number, word)
        client.expire(_TOLD + number, KEPT_SECONDS)
