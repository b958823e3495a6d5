"""However many workers there are, a model server is asked no more than was set."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from itertools import count

import pytest
import redis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from backend.domain.calls import BudgetReached, Busy, Call
from backend.domain.model_settings import ModelSettings, Price
from backend.store.model_server.calls import record_call
from backend.store.model_server.meter import ModelMeter, slots_for
from backend.store.postgres.database import Database
from backend.store.postgres.tables import spending
from tests.integration.conftest import FoundTown

_numbers = count(1)

FOR_LONG = 3600.0
"""Real seconds that a slot lasts: longer than any test."""
SLOTS = "townlet:model:slots"


@pytest.fixture
def client(database: Database, redis_url: str) -> Iterator[redis.Redis]:
    """Redis, empty; nothing was spent today."""
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
        with database.begin() as connection:
            connection.execute(delete(spending))
        yield client


@pytest.fixture
def meter(database: Database, redis_url: str, client: redis.Redis) -> Iterator[ModelMeter]:
    made = ModelMeter(database, redis_url, slot_seconds=FOR_LONG)
    yield made
    made.close()


def limits(**more: object) -> ModelSettings:
    return ModelSettings.model_validate({"model": "big", "prices": {"big": Price(input=1.0)}, **more})


def a_call(tokens: int, cost: float = 0.0) -> Call:
    return Call(
        question=f"say:ana@{next(_numbers)}", resident="ana", kind="say", tick=1, attempt=1, model="big",
        prompt=(), answer="", outcome="ok", input_tokens=tokens, cost=cost,
    )  # fmt: skip


def test_calls_in_flight_are_never_more_than_the_slots_of_all_workers(
    database: Database, redis_url: str, client: redis.Redis
) -> None:
    workers = [ModelMeter(database, redis_url, slot_seconds=FOR_LONG) for _ in range(3)]
    inside, most, lock, refused = 0, 0, threading.Lock(), threading.Event()
    limit = limits(slots=8)

    def call(number: int) -> None:
        nonlocal inside, most
        for _ in range(20):
            try:
                with workers[number % 3].enter(limit, "answer", 10):
                    with lock:
                        inside += 1
                        most = max(most, inside)
                    assert refused.wait(120), "they get into each other's way"
                    with lock:
                        inside -= 1
            except Busy:
                refused.set()

    with ThreadPoolExecutor(24) as threads:
        list(threads.map(call, range(24)))
    assert most <= 8
    assert workers[0].load() is not None
    assert workers[0].load().in_flight == 0  # type: ignore[union-attr]


def test_some_slots_are_left_for_people_who_wait(meter: ModelMeter) -> None:
    limit = limits(slots=4)
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(meter.enter(limit, "plan_day", 10))
        with pytest.raises(Busy):
            stack.enter_context(meter.enter(limit, "plan_day", 10))
        stack.enter_context(meter.enter(limit, "answer", 10))
        with pytest.raises(Busy):
            stack.enter_context(meter.enter(limit, "answer", 10))
    assert slots_for(limits(slots=1), "say") == 1


def test_the_slot_of_a_worker_that_died_comes_back_and_that_of_a_slow_one_does_not(
    database: Database, redis_url: str, client: redis.Redis
) -> None:
    dies, other = (ModelMeter(database, redis_url, slot_seconds=FOR_LONG) for _ in range(2))
    limit = limits(slots=1)
    dead = dies.enter(limit, "say", 10)
    dead.__enter__()

    def is_free() -> bool:
        try:
            with other.enter(limit, "say", 10):
                return True
        except Busy:
            return False

    assert not is_free()
    (slot,) = client.zrange(SLOTS, 0, -1)
    client.zadd(SLOTS, {slot: 0})  # its time is up
    assert is_free()
    slow = other.enter(limit, "say", 10)
    slow.__enter__()
    client.flushall()
    other.renew()
    assert not is_free(), "what it holds it says again"
    slow.__exit__(None, None, None)
    assert is_free()


def test_a_call_waits_for_a_slot_that_comes_free(meter: ModelMeter) -> None:
    limit = limits(slots=1)
    held, waited = meter.enter(limit, "say", 10), threading.Event()

    def call() -> None:
        with meter.under(limit).enter("say", 10):
            waited.set()

    held.__enter__()
    with pytest.raises(Busy), meter.under(limit, patience=0.0).enter("say", 10):
        pass
    thread = threading.Thread(target=call)
    thread.start()
    assert not waited.wait(0.2)
    held.__exit__(None, None, None)
    assert waited.wait(120)
    thread.join()


def test_the_minutes_calls_are_used_up_and_it_says_how_long(meter: ModelMeter) -> None:
    limit = limits(calls_per_minute=3)
    for _ in range(3):
        with meter.enter(limit, "say", 10):
            pass
    with pytest.raises(Busy) as refused, meter.enter(limit, "say", 10):
        pass
    assert 0 < refused.value.retry_after <= 60
    with pytest.raises(BudgetReached, match="the minute's 3 calls"), meter.under(limit).enter("say", 10):
        pass


def test_a_call_waits_where_the_next_minute_is_near(meter: ModelMeter, client: redis.Redis) -> None:
    limit = limits(calls_per_minute=1)
    with meter.enter(limit, "say", 10):
        pass
    ((first, begun),) = client.zrange("townlet:model:minute", 0, 0, withscores=True)
    client.zadd("townlet:model:minute", {first: begun - 59_700})
    with meter.under(limit).enter("say", 10):
        pass


def test_the_days_tokens_are_spent(meter: ModelMeter, database: Database, found_town: FoundTown) -> None:
    limit = limits(tokens_per_day=1000)
    with meter.enter(limit, "say", 400):
        call = a_call(900)
        record_call(database, found_town(), call)
        meter.spent(call)
    with meter.enter(limit, "say", 100):
        pass
    with pytest.raises(BudgetReached, match="tokens") as refused, meter.enter(limit, "say", 101):
        pass
    assert refused.value.what == "tokens"
    with meter.enter(limits(tokens_per_day=2000), "say", 101):
        pass


def test_what_is_in_flight_is_waited_for_where_the_budget_would_not_hold_both(meter: ModelMeter) -> None:
    limit = limits(tokens_per_day=1000)
    with meter.enter(limit, "say", 600), pytest.raises(Busy), meter.enter(limit, "say", 600):
        pass
    with meter.enter(limit, "say", 600):
        pass


def test_the_days_money_is_spent(meter: ModelMeter) -> None:
    limit = limits(money_per_day=0.5)
    with meter.enter(limit, "say", 10):
        meter.spent(a_call(10, cost=0.5))
    with pytest.raises(BudgetReached, match="money"), meter.enter(limit, "say", 0):
        pass


def test_a_flushed_redis_does_not_give_the_budget_back(
    meter: ModelMeter, database: Database, found_town: FoundTown, client: redis.Redis
) -> None:
    limit = limits(tokens_per_day=1000)
    record_call(database, found_town(), a_call(950))
    client.flushall()
    with pytest.raises(BudgetReached), meter.enter(limit, "say", 100):
        pass


def test_what_redis_believes_is_set_right_by_postgres_each_minute(
    meter: ModelMeter, database: Database, found_town: FoundTown, client: redis.Redis
) -> None:
    limit = limits(tokens_per_day=1000)
    with meter.enter(limit, "say", 1):
        meter.spent(a_call(900))  # which nobody ever recorded
    (day,) = client.keys("townlet:model:day:*")
    client.hset(day, "at", 0)
    with meter.enter(limit, "say", 1):
        pass
    assert client.hget(day, "tokens") == b"0"


def test_while_redis_is_away_nothing_is_spent(database: Database) -> None:
    away = ModelMeter(database, "redis://127.0.0.1:1/0")
    with pytest.raises(Busy), away.enter(limits(), "say", 1):
        pass
    away.spent(a_call(1))
    away.renew()
    assert away.load() is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 400), st.integers(0, 400)), max_size=30))
def test_never_more_is_spent_than_was_set_if_calls_take_no_more_than_they_were_expected_to(
    meter: ModelMeter, database: Database, client: redis.Redis, steps: list[tuple[int, int, int]]
) -> None:
    """Steps: enter with so many tokens expected, or end one of those under way having taken so many at most."""
    client.flushall()
    limit = limits(slots=3, tokens_per_day=1500)
    under_way: list[tuple[AbstractContextManager[None], int]] = []
    spent = 0
    for what, expected, took in steps:
        if what == 0 and under_way:
            held, most = under_way.pop(0)
            used = min(took, most)
            meter.spent(replace(a_call(used), kind="say"))
            held.__exit__(None, None, None)
            spent += used
            continue
        held = meter.enter(limit, "answer", expected)
        promised = spent + sum(most for _, most in under_way)
        try:
            held.__enter__()
        except BudgetReached:
            assert spent + expected > 1500
        except Busy:
            assert len(under_way) == 3 or promised + expected > 1500
        else:
            under_way.append((held, expected))
            assert promised + expected <= 1500
            assert len(under_way) <= 3
    for held, _ in under_way:
        held.__exit__(None, None, None)
    assert spent <= 1500
