"""Whether all parts of Townlet are there."""

from __future__ import annotations

import time
from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter

from backend.api.forms.openapi import problems_of
from backend.api.parts import PartsOf
from backend.api.problems import ServiceAway
from backend.live.frames import View
from backend.store.postgres.database import StoreUnavailable
from backend.store.redis.presence import RedisAway

router = APIRouter(prefix="/api", tags=["health"])

VERSION = version("townlet")


class PartHealth(View):
    milliseconds: float
    """How long it took to answer."""


class Health(View):
    status: Literal["ok"] = "ok"
    version: str
    database: PartHealth
    redis: PartHealth
    workers: dict[str, int]
    """Worker processes heard of in the last seconds, by queue; a queue without any is missing."""


@router.get("/health", responses=problems_of(ServiceAway), name="look after Townlet")
def health(parts: PartsOf) -> Health:
    """200 while database and Redis answer; else a problem that names what is away and what to do."""
    away = []
    workers: dict[str, int] = {}
    started = time.perf_counter()
    try:
        parts.database.ping()
    except StoreUnavailable:
        away.append("Postgres does not answer: towns stand still and lose nothing; start it again.")
    database, started = _since(started), time.perf_counter()
    try:
        workers = parts.presence.workers()
    except RedisAway:
        away.append("Redis does not answer: towns go on, a second slower; start it again.")
    if away:
        raise ServiceAway(" ".join(away) + " `townlet doctor` says more.")
    return Health(version=VERSION, database=database, redis=_since(started), workers=workers)


def _since(started: float) -> PartHealth:
    return PartHealth(milliseconds=round((time.perf_counter() - started) * 1000, 1))
