"""Slots, calls a minute and the day's budget of a headless run, counted in its own process."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from backend.domain.calls import BudgetReached, Busy, Call
from backend.domain.events import QuestionKind
from backend.domain.model_settings import ModelSettings

MINUTE = 60.0
FULL = 0.05
"""Real seconds after which a taken slot is worth another look."""


def _today() -> date:
    return datetime.now(UTC).date()


class LocalMeter:
    """The meter that a model's mind is handed (see `worker.minds.model.ports`); safe to share between threads.

    Args:
        seconds: a clock that only goes forward.
        today: the day whose budget is spent, in UTC.
    """

    def __init__(
        self,
        settings: ModelSettings,
        seconds: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = _today,
    ) -> None:
        self._settings, self._seconds, self._today = settings, seconds, today
        self._lock = threading.Lock()
        self._in_flight = 0
        self._reserved = 0
        """Tokens that the calls in flight may take."""
        self._entered: deque[float] = deque()
        self._day = today()
        self._tokens, self._money = 0, 0.0

    @contextmanager
    def enter(self, kind: QuestionKind, expected_tokens: int) -> Iterator[None]:  # noqa: ARG002
        """Holds a slot for one attempt that may take so many tokens, in and out.

        Raises:
            BudgetReached: nothing more may be spent today.
            Busy: not now.
        """
        with self._lock:
            self._check(expected_tokens)
            self._in_flight += 1
            self._reserved += expected_tokens
            self._entered.append(self._seconds())
        try:
            yield
        finally:
            with self._lock:
                self._in_flight -= 1
                self._reserved -= expected_tokens

    def spent(self, call: Call) -> None:
        """Counts what an attempt came to."""
        with self._lock:
            self._turn_day()
            self._tokens += call.input_tokens + call.output_tokens
            self._money += call.cost or 0.0

    def _check(self, expected_tokens: int) -> None:
        settings, now = self._settings, self._seconds()
        self._turn_day()
        tokens = self._tokens + self._reserved + expected_tokens
        if settings.tokens_per_day is not None and tokens > settings.tokens_per_day:
            raise BudgetReached("tokens", settings.tokens_per_day)
        if settings.money_per_day is not None and self._money >= settings.money_per_day:
            raise BudgetReached("money", settings.money_per_day)
        if self._in_flight >= settings.slots:
            raise Busy("slots", FULL)
        while self._entered and now - self._entered[0] >= MINUTE:
            self._entered.popleft()
        if settings.calls_per_minute is not None and len(self._entered) >= settings.calls_per_minute:
            raise Busy("calls_per_minute", MINUTE - (now - self._entered[0]))

    def _turn_day(self) -> None:
        if self._day != (today := self._today()):
            self._day, self._tokens, self._money = today, 0, 0.0
