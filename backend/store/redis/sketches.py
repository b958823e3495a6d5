"""Having a mind make a form of what is said of somebody new, and telling whoever asked: nothing is kept of it."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from backend.domain.questions import QUESTION_ADAPTER, Sketch, SketchAnswer
from backend.store.redis.hints import SKETCH, Hints, Queue
from backend.store.redis.presence import Presence
from backend.store.redis.worker_word import ask_a_worker, asked_under, tell_under

WITHIN_SECONDS = 60
"""So long whoever asked waits; a model may take its time."""
QUEUE: Queue = "talk"


@dataclass(frozen=True)
class WantedSketch:
    town: str | None
    """Whose model is asked, and in whose log of calls it stands; None: the built-in mind's, for a scenario."""
    question: Sketch


@dataclass(frozen=True)
class Sketched:
    answer: SketchAnswer
    mind: str
    """Who made it: "rules", "model", or "rules:WHY" where the built-in mind stood in."""


def ask_for_sketch(hints: Hints, presence: Presence, wanted: WantedSketch) -> Sketched:
    """Raises NobodyAnswers."""
    asked = orjson.dumps({"town": wanted.town, "question": wanted.question.model_dump(mode="json")})
    told = orjson.loads(ask_a_worker(hints, presence, SKETCH, QUEUE, asked, WITHIN_SECONDS))
    return Sketched(SketchAnswer.model_validate(told["answer"]), told["mind"])


def read_wanted_sketch(redis_url: str, number: str) -> WantedSketch | None:
    """What is wanted under this number; None where nobody waits any more."""
    asked = asked_under(redis_url, number)
    if asked is None:
        return None
    document = orjson.loads(asked)
    question = QUESTION_ADAPTER.validate_python(document["question"])
    assert isinstance(question, Sketch), "it was asked as one"
    return WantedSketch(document["town"], question)


def tell_sketch(redis_url: str, number: str, sketched: Sketched) -> None:
    """Tells whoever asked; nobody, if they have gone."""
    told = orjson.dumps({"answer": sketched.answer.model_dump(mode="json"), "mind": sketched.mind})
    tell_under(redis_url, number, told)
