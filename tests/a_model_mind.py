"""A model's mind on the test server, with a meter that counts and a log that keeps, and no time lost in waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from backend.domain.calls import BudgetReached, Busy, Call
from backend.domain.events import QuestionKind
from backend.domain.model_settings import ModelSettings, model_settings
from tests.model_server import KEY
from worker.minds import minds
from worker.minds.model.mind import ModelMind


@dataclass
class Desk:
    """All that a mind is handed, kept to be looked at."""

    calls: list[Call] = field(default_factory=list)
    spent_calls: list[Call] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    entered: list[tuple[QuestionKind, int]] = field(default_factory=list)
    inside: int = 0
    refusal: BudgetReached | Busy | None = None

    @contextmanager
    def enter(self, kind: QuestionKind, expected_tokens: int) -> Iterator[None]:
        if self.refusal is not None:
            raise self.refusal
        self.entered.append((kind, expected_tokens))
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1

    def spent(self, call: Call) -> None:
        self.spent_calls.append(call)

    def record(self, call: Call) -> None:
        assert self.inside == 0, "a slot is free again before the call is written down"
        self.calls.append(call)

    @property
    def outcomes(self) -> list[str]:
        return [call.outcome for call in self.calls]


def a_mind(settings: ModelSettings, desk: Desk, streamed: Callable[[str], None] | None = None) -> ModelMind:
    return ModelMind(settings, desk, desk, minds("rules"), streamed, town="town", sleep=desk.waits.append)


def settings_for(url: str, **changes: Any) -> ModelSettings:
    return model_settings(
        {"base_url": url, "api_key": KEY, "model": "test-large", "timeout_s": 120.0} | changes
    )
