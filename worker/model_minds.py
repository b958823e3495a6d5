"""The mind `model` as a worker has it: set up as it is set just now, metered and recorded for each town."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Protocol

from backend.domain.calls import Call
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import AnyAnswer, AnyQuestion
from backend.store.model_server.calls import TownCallLog
from backend.store.model_server.meter import ModelMeter, SettingsMeter
from backend.store.model_server.settings import ModelSetup
from backend.store.postgres.database import Database

FRESH_SECONDS = 2.0
"""So long what was set is not read again."""
OFF = "rules:off"
"""Who answers where there is no model: the built-in mind."""


class Given(Protocol):
    """An answer and who gave it, as it is recorded: "model", or "rules:WHY"."""

    @property
    def answer(self) -> AnyAnswer: ...

    @property
    def mind(self) -> str: ...


class StandIn(Protocol):
    @property
    def name(self) -> str: ...

    def answer(self, question: AnyQuestion) -> AnyAnswer: ...


class Asking(Protocol):
    """A model that has one question put to it."""

    def answer(self, question: AnyQuestion) -> Given: ...


class CallLog(Protocol):
    def record(self, call: Call) -> None: ...


class MakeAsking(Protocol):
    """How a model is asked; cheap, for it is made for each question."""

    def __call__(
        self,
        settings: ModelSettings,
        meter: SettingsMeter,
        log: CallLog,
        stand_in: StandIn,
        streamed: Callable[[str], None] | None,
        *,
        town: str,
    ) -> Asking: ...


class ModelMinds:
    """Puts questions to the model; safe to share between threads.

    Args:
        read_setup: what is set for the model now.
        make: how it is asked.
        stand_in: the built-in mind.
        seconds: a clock that only goes forward.
    """

    def __init__(
        self,
        database: Database,
        meter: ModelMeter,
        read_setup: Callable[[], ModelSetup],
        make: MakeAsking,
        stand_in: StandIn,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database, self._meter, self._read_setup = database, meter, read_setup
        self._make, self._stand_in, self._seconds = make, stand_in, seconds
        self._setup: ModelSetup | None = None
        self._read_at = 0.0
        self._lock = threading.Lock()

    def answer(
        self, town: str, question: AnyQuestion, streamed: Callable[[str], None] | None
    ) -> tuple[AnyAnswer, str]:
        """The answer and who gave it.

        Raises:
            Unanswerable: not now.
            InvalidAnswer: not even the built-in mind has a fitting one.
            StoreUnavailable: Postgres is away.
        """
        settings = self._settings()
        if settings is None:
            return self._stand_in.answer(question), OFF
        asking = self._make(
            settings,
            self._meter.under(settings),
            TownCallLog(self._database, town, question.key),
            self._stand_in,
            streamed,
            town=town,
        )
        given = asking.answer(question)
        return given.answer, given.mind

    def _settings(self) -> ModelSettings | None:
        with self._lock:
            if self._setup is None or self._seconds() - self._read_at > FRESH_SECONDS:
                self._setup, self._read_at = self._read_setup(), self._seconds()
            return self._setup.settings
