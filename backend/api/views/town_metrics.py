"""What Prometheus gets to know of the towns: read when it asks, and at most once a second."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from threading import Lock
from typing import get_args

from prometheus_client import Metric
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from backend.live.frames import TownStatus
from backend.live.hubs import Hubs
from backend.live.views import status_of
from backend.store.model_server.spending import Spent, spent_today
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.redis.presence import Presence, RedisAway
from backend.store.town.census import Census, take_census
from backend.store.town.towns import TownRow, list_towns

KEPT_SECONDS = 1.0
FATES = ("waiting", "applied", "refused")


class TownMetrics(Collector):
    """Collects from the store, from Redis and from the hubs; what is away is missing, and said to be down."""

    def __init__(self, database: Database, presence: Presence, hubs: Hubs) -> None:
        self._database, self._presence, self._hubs = database, presence, hubs
        self._lock = Lock()
        self._made: list[Metric] = []
        self._made_at = float("-inf")

    def describe(self) -> Iterable[Metric]:
        """Nothing, so that registering it asks nobody."""
        return ()

    def collect(self) -> Iterable[Metric]:
        with self._lock:
            if time.monotonic() - self._made_at >= KEPT_SECONDS:
                self._made = [*self._of_the_store(), *self._of_redis()]
                self._made_at = time.monotonic()
            return [*self._made, _one("townlet_viewers", "Pages that watch a town.", self._hubs.pages())]

    def _of_the_store(self) -> list[Metric]:
        up = "Whether Postgres answers."
        try:
            towns, census = list_towns(self._database), take_census(self._database)
            spent = spent_today(self._database)
        except StoreUnavailable:
            return [_one("townlet_database_up", up, 0)]
        return [_one("townlet_database_up", up, 1), *_of_towns(towns, census), *_of_models(spent)]

    def _of_redis(self) -> list[Metric]:
        up = "Whether Redis answers."
        try:
            seen = self._presence.workers()
        except RedisAway:
            return [_one("townlet_redis_up", up, 0)]
        workers = GaugeMetricFamily(
            "townlet_workers", "Worker processes heard of in the last seconds.", labels=["queue"]
        )
        for queue, number in seen.items():
            workers.add_metric([queue], number)
        return [_one("townlet_redis_up", up, 1), workers]


def _of_towns(rows: list[TownRow], census: Census) -> Iterable[Metric]:
    statuses = Counter(status_of(row) for row in rows)
    towns = GaugeMetricFamily("townlet_towns", "Towns by status.", labels=["status"])
    for status in get_args(TownStatus):
        towns.add_metric([status], statuses[status])
    inputs = GaugeMetricFamily("townlet_inputs", "Inputs of all towns by their fate.", labels=["fate"])
    for fate in FATES:
        inputs.add_metric([fate], census.inputs.get(fate, 0))
    tick = GaugeMetricFamily("townlet_town_tick", "The tick that a town is at.", labels=["town"])
    events = GaugeMetricFamily("townlet_town_events", "Events in a town's log.", labels=["town"])
    speed = GaugeMetricFamily(
        "townlet_town_speed_reached", "Simulated seconds per real second, lately.", labels=["town"]
    )
    questions = GaugeMetricFamily(
        "townlet_town_questions_open", "Questions without an answer.", labels=["town"]
    )
    trouble = GaugeMetricFamily("townlet_town_trouble", "Whether a town says what is wrong.", labels=["town"])
    degraded = GaugeMetricFamily(
        "townlet_town_degraded", "Whether the built-in mind stands in for the model.", labels=["town"]
    )
    for row in rows:
        degraded.add_metric([row.id], row.degraded is not None)
        tick.add_metric([row.id], row.head_tick)
        events.add_metric([row.id], row.head_seq)
        speed.add_metric([row.id], 0.0 if row.paused else row.reached)
        questions.add_metric([row.id], census.questions.get(row.id, 0))
        trouble.add_metric([row.id], row.trouble is not None)
    return towns, inputs, tick, events, speed, questions, trouble, degraded


def _of_models(spent: Spent) -> Iterable[Metric]:
    return (
        _one("townlet_model_calls_today", "Calls of models, by the day in UTC.", spent.calls),
        _one("townlet_model_tokens_today", "Their tokens, in and out.", spent.tokens),
        _one("townlet_model_cost_today", "Their cost, in the currency of the prices.", spent.cost),
    )


def _one(name: str, words: str, value: float) -> Metric:
    return GaugeMetricFamily(name, words, value=value)
