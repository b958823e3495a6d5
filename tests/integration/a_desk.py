"""A worker's desk for a test, with a model that says what the test wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from backend.domain.questions import AnyAnswer, AnyQuestion
from backend.store.model_server.meter import ModelMeter
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from worker.answering import Desk, Mind
from worker.keeping import Keeping
from worker.minds import minds

A_LONG_WHILE = 600.0
"""Real seconds that a claim lasts which is renewed."""
Streamed = Callable[[str], None] | None


@dataclass
class Model:
    """Answers as the built-in mind does, in the name of `mind`."""

    mind: str = "model"
    asked: list[str] = field(default_factory=list)
    of_towns: set[str] = field(default_factory=set)
    meanwhile: Callable[[AnyQuestion, Streamed], None] = lambda _question, _streamed: None

    def answer(self, town: str, question: AnyQuestion, streamed: Streamed) -> tuple[AnyAnswer, str]:
        self.asked.append(question.key)
        self.of_towns.add(town)
        self.meanwhile(question, streamed)
        return minds("rules").answer(question), self.mind


def a_desk(database: Database, hints: Hints, *, model: Model | None = None, mind: Mind | None = None) -> Desk:
    keeping = Keeping(database, ModelMeter(database, hints.redis_url), A_LONG_WHILE)
    return Desk(database, hints, mind or minds("rules"), model or Model(), keeping)
