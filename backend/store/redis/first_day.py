"""Having a worker live the first day of somebody who is yet to come, and telling whoever asked: through Redis alone."""

from __future__ import annotations

import secrets
import zlib
from dataclasses import asdict, dataclass, replace

import orjson
import redis

from backend.domain.scenario import Scenario
from backend.store.redis.hints import FIRST_DAY, Hints, Queue
from backend.store.redis.presence import Presence, RedisAway
from backend.store.town.scenario_document import read_scenario_document, scenario_document

WITHIN_SECONDS = 20
"""So long whoever asked waits."""
KEPT_SECONDS = 60
QUEUE: Queue = "talk"
_ASKED, _TOLD = "townlet:day:asked:", "townlet:day:told:"


class NobodyPreviews(Exception):
    """No worker lives the day; the message says what to do."""


@dataclass(frozen=True)
class Hour:
    """One block of a day's plan."""

    begins: str
    """Town-local, "08:30"."""
    activity: str
    emoji: str
    place: str
    """Address of an arena."""


def ask_for_first_day(
    hints: Hints, presence: Presence, scenario: Scenario, resident: str, seed: int
) -> list[Hour]:
    """What a worker found for a resident of `scenario`. Raises NobodyPreviews."""
    try:
        if QUEUE not in presence.workers():
            raise NobodyPreviews(f"No worker of `{QUEUE}` is there to live the day. See `townlet doctor`.")
    except RedisAway as error:
        raise NobodyPreviews(str(error)) from error
    number = secrets.token_hex(8)
    asked = {
        "scenario": scenario_document(replace(scenario, layers=())),
        "resident": resident,
        "seed": seed,
    }
    try:
        with redis.Redis.from_url(hints.redis_url, socket_connect_timeout=2) as client:
            client.set(_ASKED + number, zlib.compress(orjson.dumps(asked), 1), ex=KEPT_SECONDS)
            if not hints.task(FIRST_DAY, number, queue=QUEUE):
                raise NobodyPreviews("Redis does not answer. Try again when it is back.")
            found = client.blpop([_TOLD + number], timeout=WITHIN_SECONDS)
    except (redis.RedisError, OSError) as error:
        raise NobodyPreviews("Redis went away meanwhile. Try again when it is back.") from error
    if found is None:
        raise NobodyPreviews(f"The worker had no day within {WITHIN_SECONDS} s. See its log, `{QUEUE}-1`.")
    return [Hour(**one) for one in orjson.loads(found[1])]


@dataclass(frozen=True)
class Wanted:
    scenario: Scenario
    resident: str
    seed: int


def read_wanted(redis_url: str, number: str) -> Wanted | None:
    """What is to be lived under this number; None where nobody waits any more."""
    with redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        kept = client.get(_ASKED + number)
    if kept is None:
        return None
    asked = orjson.loads(zlib.decompress(kept))
    return Wanted(read_scenario_document(asked["scenario"]), asked["resident"], asked["seed"])


def tell_first_day(redis_url: str, number: str, hours: list[Hour]) -> None:
    """Tells whoever asked; nobody, if they have gone."""
    with redis.Redis.from_url(redis_url, socket_timeout=2, socket_connect_timeout=2) as client:
        client.rpush(_TOLD + number, orjson.dumps([asdict(hour) for hour in hours]))
        client.expire(_TOLD + number, KEPT_SECONDS)
