"""A headless run keeps to its slots, its calls a minute and its budget."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from typing import Any

import pytest

from backend.domain.calls import BudgetReached, Busy, Call, Message
from backend.domain.model_settings import ModelSettings
from townlet.local_meter import LocalMeter


class Clock:
    now = 100.0
    day = date(2023, 2, 13)

    def seconds(self) -> float:
        return self.now

    def today(self) -> date:
        return self.day


def a_meter(clock: Clock | None = None, **limits: Any) -> LocalMeter:
    clock = clock or Clock()
    return LocalMeter(ModelSettings(model="test-large", **limits), clock.seconds, clock.today)


def a_call(tokens: int = 100, cost: float | None = None) -> Call:
    return Call(
        question="say:ana:3",
        resident="ana",
        kind="say",
        tick=3,
        attempt=1,
        model="test-large",
        prompt=(Message("user", "Hello"),),
        answer="{}",
        outcome="ok",
        input_tokens=tokens,
        cost=cost,
    )


def test_no_more_calls_are_in_flight_than_there_are_slots() -> None:
    meter = a_meter(slots=2)
    with ExitStack() as held:
        held.enter_context(meter.enter("say", 10))
        held.enter_context(meter.enter("say", 10))
        with pytest.raises(Busy) as busy, meter.enter("say", 10):
            pass
        assert busy.value.what == "slots"
    with meter.enter("say", 10):
        pass


def test_a_minutes_calls_are_used_up_until_the_first_is_a_minute_old() -> None:
    clock = Clock()
    meter = a_meter(clock, calls_per_minute=2)
    for _ in range(2):
        with meter.enter("say", 10):
            clock.now += 20
    with pytest.raises(Busy) as busy, meter.enter("say", 10):
        pass
    assert (busy.value.what, busy.value.retry_after) == ("calls_per_minute", 20.0)
    clock.now += 20
    with meter.enter("say", 10):
        pass


def test_tokens_are_reserved_while_a_call_is_in_flight_and_counted_afterwards() -> None:
    meter = a_meter(tokens_per_day=1000)
    with meter.enter("plan_day", 900), pytest.raises(BudgetReached), meter.enter("say", 200):
        pass
    meter.spent(a_call(tokens=850))
    with meter.enter("say", 150):
        pass
    with pytest.raises(BudgetReached, match="tokens"), meter.enter("say", 151):
        pass


def test_money_that_is_spent_comes_back_the_next_day() -> None:
    clock = Clock()
    meter = a_meter(clock, money_per_day=1.0)
    meter.spent(a_call(cost=1.2))
    with pytest.raises(BudgetReached, match="money"), meter.enter("say", 10):
        pass
    clock.day = date(2023, 2, 14)
    with meter.enter("say", 10):
        pass
