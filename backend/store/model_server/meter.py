"""How much a model server is asked, over all workers: calls in flight, calls a minute, tokens and money a day.

Kept in Redis, each step one script, so that no two workers take the last slot. A slot is a lease: that of a worker
that died comes back by itself. What was spent is reconciled with Postgres each minute, and at once after Redis was
flushed. While Redis is away nobody can count, so nothing is spent: callers are told to wait.
"""

from __future__ import annotations

import math
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from backend.domain.calls import BudgetReached, Busy, Call
from backend.domain.events import QuestionKind
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import FOR_PEOPLE
from backend.store.model_server.spending import spent_today
from backend.store.postgres.database import Database

SLOT_SECONDS = 5.0
"""A slot that was not renewed for so long belongs to a worker that died; `renew` within it."""
RECONCILED_SECONDS = 60.0
LOOK_AGAIN_SECONDS = 0.05
"""So long whoever finds no slot should wait before it looks again."""
PATIENCE = 20.0
"""… and so long it does, before it gives its place to another question."""
MINUTE_PATIENCE = {False: 5.0, True: 1.0}
"""So long a question waits where the minute's calls are used up, before the built-in mind answers; with a person
waiting, less."""
AWAY_SECONDS = 1.0
LONGEST = 0.5
"""Real seconds that Redis may take to answer."""

_PREFIX = "townlet:model:"
_SLOTS, _MINUTE = f"{_PREFIX}slots", f"{_PREFIX}minute"
_DAY_LASTS = 2 * 24 * 3600

_ENTER = """
local slots, minute, day = KEYS[1], KEYS[2], KEYS[3]
local token, most, a_minute = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local tokens, cost = tonumber(ARGV[4]), tonumber(ARGV[5])
local tokens_a_day, money_a_day = tonumber(ARGV[6]), tonumber(ARGV[7])
local lasts, stale = tonumber(ARGV[8]), tonumber(ARGV[9])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if redis.call('EXISTS', day) == 0 then return {'unknown', 0} end
redis.call('ZREMRANGEBYSCORE', slots, '-inf', now)
local spent = redis.call('HMGET', day, 'tokens', 'cost', 'at')
tokens, cost = tokens + tonumber(spent[1]), cost + tonumber(spent[2])
if tokens_a_day >= 0 and tokens > tokens_a_day then return {'tokens', 0} end
if money_a_day >= 0 and (cost > money_a_day or tonumber(spent[2]) >= money_a_day) then return {'money', 0} end
local held = redis.call('ZRANGE', slots, 0, -1)
if #held >= most then return {'slots', 0} end
-- What is in flight is promised: whoever would go beyond the budget with it waits for what it comes to.
for _, slot in ipairs(held) do
  local expected, price = string.match(slot, '^[^:]*:([^:]*):(.*)$')
  tokens, cost = tokens + tonumber(expected), cost + tonumber(price)
end
if tokens_a_day >= 0 and tokens > tokens_a_day then return {'slots', 0} end
if money_a_day >= 0 and cost > money_a_day then return {'slots', 0} end
if a_minute >= 0 then
  redis.call('ZREMRANGEBYSCORE', minute, '-inf', now - 60000)
  if redis.call('ZCARD', minute) >= a_minute then
    local first = redis.call('ZRANGE', minute, 0, 0, 'WITHSCORES')
    return {'minute', math.max(first[2] + 60000 - now, 1)}
  end
end
redis.call('ZADD', minute, now, token)
redis.call('PEXPIRE', minute, 61000)
redis.call('ZADD', slots, now + lasts, token)
redis.call('PEXPIRE', slots, lasts + 60000)
if now - tonumber(spent[3]) > stale then
  redis.call('HSET', day, 'at', now)
  return {'reconcile', 0}
end
return {'ok', 0}
"""

_RENEW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, token in ipairs(ARGV) do
  if token ~= ARGV[1] then redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), token) end
end
redis.call('PEXPIRE', KEYS[1], tonumber(ARGV[1]) + 60000)
"""

_SPENT = """
if redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
  redis.call('HINCRBYFLOAT', KEYS[1], 'cost', ARGV[2])
end
"""

_RECONCILED = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], 'tokens', ARGV[1], 'cost', ARGV[2], 'at', now)
redis.call('EXPIRE', KEYS[1], ARGV[3])
"""

_AWAY = (redis.RedisError, OSError)


@dataclass(frozen=True)
class Load:
    """How much is asked just now."""

    in_flight: int
    last_minute: int


class ModelMeter:
    """Counts for one process what all share; safe to share between threads.

    Args:
        slot_seconds: how long a slot lasts that is not renewed.
    """

    def __init__(self, database: Database, redis_url: str, *, slot_seconds: float = SLOT_SECONDS) -> None:
        self._database = database
        self._redis: redis.Redis = redis.Redis.from_url(
            redis_url,
            socket_timeout=LONGEST,
            socket_connect_timeout=LONGEST,
            retry=Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
        )
        self._enter = self._redis.register_script(_ENTER)
        self._renew = self._redis.register_script(_RENEW)
        self._spent = self._redis.register_script(_SPENT)
        self._reconciled = self._redis.register_script(_RECONCILED)
        self._lasts = int(slot_seconds * 1000)
        self._held: set[str] = set()
        self._lock = threading.Lock()

    def under(self, settings: ModelSettings, patience: float = PATIENCE) -> SettingsMeter:
        """The meter with the limits of `settings`.

        Args:
            patience: real seconds that a call waits for a slot.
        """
        return SettingsMeter(self, settings, patience)

    @contextmanager
    def enter(self, settings: ModelSettings, kind: QuestionKind, expected_tokens: int) -> Iterator[None]:
        """Holds a slot.

        Raises:
            BudgetReached: so much may not be spent today any more.
            Busy: all slots are taken, the minute's calls are used up, or nobody can count.
            StoreUnavailable: what was spent is not known, and Postgres is away.
        """
        token = self._token(settings, kind, max(expected_tokens, 0))
        try:
            self._take(token, settings, kind)
        except _AWAY as error:
            raise Busy("slots", AWAY_SECONDS) from error
        with self._lock:
            self._held.add(token)
        try:
            yield
        finally:
            with self._lock:
                self._held.discard(token)
            # Where Redis is away it comes back by itself.
            with suppress(*_AWAY):
                self._redis.zrem(_SLOTS, token)

    def spent(self, call: Call) -> None:
        """Adds a call to the day's; Postgres has it too, from where it comes back if Redis is away."""
        try:
            tokens = call.input_tokens + call.output_tokens
            self._spent(keys=[_day()], args=[tokens, repr(call.cost or 0.0)])
        except _AWAY:
            return

    def renew(self) -> None:
        """Keeps the slots that this process holds; call it several times in `SLOT_SECONDS`."""
        with self._lock:
            held = list(self._held)
        if held:
            try:
                self._renew(keys=[_SLOTS], args=[self._lasts, *held])
            except _AWAY:
                return

    def reconcile(self) -> None:
        """Takes over from Postgres what was spent today. Raises StoreUnavailable, redis.RedisError."""
        spent = spent_today(self._database)
        self._reconciled(keys=[_day()], args=[spent.tokens, repr(spent.cost), _DAY_LASTS])

    def load(self) -> Load | None:
        """None while Redis is away."""
        try:
            seconds, micros = self._redis.time()
            now = seconds * 1000 + micros // 1000
            with self._redis.pipeline() as pipe:
                pipe.zcount(_SLOTS, now, "+inf")
                pipe.zcount(_MINUTE, now - 60_000, "+inf")
                in_flight, last_minute = pipe.execute()
        except _AWAY:
            return None
        return Load(in_flight, last_minute)

    def close(self) -> None:
        self._redis.close()

    def _take(self, token: str, settings: ModelSettings, kind: QuestionKind) -> None:
        expected, cost = token.split(":")[1:]
        # Twice: what was spent may have to be looked up first.
        for _ in range(2):
            answer, wait = self._enter(
                keys=[_SLOTS, _MINUTE, _day()],
                args=[
                    token,
                    slots_for(settings, kind),
                    _limit(settings.calls_per_minute),
                    expected,
                    cost,
                    _limit(settings.tokens_per_day),
                    _limit(settings.money_per_day),
                    self._lasts,
                    int(RECONCILED_SECONDS * 1000),
                ],
            )
            match answer:
                case b"unknown":
                    self.reconcile()
                case b"tokens":
                    raise BudgetReached("tokens", settings.tokens_per_day or 0)
                case b"money":
                    raise BudgetReached("money", settings.money_per_day or 0)
                case b"slots":
                    raise Busy("slots", LOOK_AGAIN_SECONDS)
                case b"minute":
                    raise Busy("calls_per_minute", int(wait) / 1000)
                case b"reconcile":
                    self.reconcile()
                    return
                case _:
                    return
        raise Busy("slots", LOOK_AGAIN_SECONDS)

    def _token(self, settings: ModelSettings, kind: QuestionKind, expected: int) -> str:
        """Says what is expected of the call, so that those in flight count for the budget, too."""
        cost = settings.cost(settings.model_for(kind), expected) or 0.0
        return f"{secrets.token_hex(8)}:{expected}:{cost!r}"


@dataclass(frozen=True)
class SettingsMeter:
    """A meter with its limits: the port that a model's mind is handed."""

    meter: ModelMeter
    settings: ModelSettings
    patience: float

    @contextmanager
    def enter(self, kind: QuestionKind, expected_tokens: int) -> Iterator[None]:
        """Holds a slot, for which it waits if need be: asked again from the start, a question would lose more time.

        Raises:
            BudgetReached: also where the minute's calls are used up for longer than a question should wait.
            Busy: no slot came free in time, or nobody can count.
            StoreUnavailable: as `ModelMeter.enter`.
        """
        until = time.monotonic() + self.patience
        with ExitStack() as held:
            while True:
                try:
                    held.enter_context(self.meter.enter(self.settings, kind, expected_tokens))
                    break
                except Busy as busy:
                    pause = busy.retry_after
                    if busy.what == "calls_per_minute" and pause > MINUTE_PATIENCE[kind in FOR_PEOPLE]:
                        limit = self.settings.calls_per_minute or 0
                        raise BudgetReached("calls_per_minute", limit) from busy
                    if busy.what == "slots" and (pause > LOOK_AGAIN_SECONDS or time.monotonic() >= until):
                        raise
                time.sleep(pause)
            yield

    def spent(self, call: Call) -> None:
        self.meter.spent(call)


def slots_for(settings: ModelSettings, kind: QuestionKind) -> int:
    """Some slots are kept free for people who wait for an answer."""
    if kind in FOR_PEOPLE:
        return settings.slots
    return max(settings.slots - math.ceil(settings.slots / 8), 1)


def _day() -> str:
    return f"{_PREFIX}day:{datetime.now(UTC).date().isoformat()}"


def _limit(value: float | None) -> float:
    return -1 if value is None else value
