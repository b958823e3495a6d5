"""One question, from its claim to its stored answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from backend.domain.questions import (
    AnyAnswer,
    AnyQuestion,
    InvalidAnswer,
    Reply,
    Unanswerable,
    no_answer,
)
from backend.store.environment.failpoints import fail_point
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.queues.questions import claim_question, put_answer, release_question
from backend.store.queues.recorded import recorded_answer, share_answer
from backend.store.redis.hints import Hints
from backend.store.redis.streaming import AnswerStream
from backend.store.town.towns import TownRow, get_town, set_degraded, set_trouble
from worker.keeping import Keeping

log = logging.getLogger(__name__)

AFTER_A_FAULT = 10.0
"""Real seconds until a question is asked again that made its mind fail."""

CLAIM_SECONDS = 3.0
"""How long a question belongs to the worker that claimed it; a dead worker's question is then asked again."""

BUILT_IN = "rules"
FOR_LONG = frozenset({"off", "budget", "away"})
"""Why the built-in mind stands in for a model, where it will for the next questions, too."""


class Mind(Protocol):
    @property
    def name(self) -> str: ...

    def answer(self, question: AnyQuestion) -> AnyAnswer: ...


class Models(Protocol):
    def answer(
        self, town: str, question: AnyQuestion, streamed: Callable[[str], None] | None
    ) -> tuple[AnyAnswer, str]:
        """The answer and who gave it: "model", or "rules:WHY"."""


@dataclass(frozen=True)
class Desk:
    """What answering takes, put together by the worker."""

    database: Database
    hints: Hints
    mind: Mind
    """The built-in one."""
    models: Models
    keeping: Keeping


@dataclass(frozen=True)
class _Thought:
    mind: str
    payload: dict[str, Any]
    of_model: bool = False
    """A model was asked just now, or would have been."""


def answer_question(desk: Desk, town: str, key: str) -> bool:
    """Has a question answered by the mind that it is for; True if the answer is stored.

    False: somebody else has it, it is not open any more, or the mind can't now; it is asked again then.

    Raises:
        StoreUnavailable: Postgres is away; the question stays open.
    """
    database = desk.database
    question = claim_question(database, town, key, CLAIM_SECONDS)
    if question is None:
        return False
    fail_point("mind-claimed")
    row = get_town(database, town)
    stream = AnswerStream(desk.hints, town, question) if isinstance(question, Reply) else None
    try:
        thought = _think(desk, town, question, stream)
    except Unanswerable as fault:
        log.warning("%s of %s is not answered yet: %s", key, town, fault)
        release_question(database, town, key, fault.retry_after)
        return False
    except InvalidAnswer as fault:
        log.error("%s of %s got an answer that does not fit: %s", key, town, fault)
        thought = _Thought(BUILT_IN, no_answer(fault))
    except StoreUnavailable:
        raise
    except Exception as error:
        words = f"The mind has failed at {key} and is tried again in {AFTER_A_FAULT:.0f} s"
        set_trouble(database, town, f"{words}: {type(error).__name__}: {error}")
        release_question(database, town, key, AFTER_A_FAULT)
        raise
    if stream is not None and "text" in thought.payload:
        stream.end(thought.payload["text"])
    stored = put_answer(database, town, key, thought.mind, thought.payload)
    if row.trouble is not None:
        set_trouble(database, town, None)
    if thought.of_model:
        _say_who_thinks(database, row, thought.mind)
    desk.hints.wake(town)
    return stored


def _think(desk: Desk, town: str, question: AnyQuestion, stream: AnswerStream | None) -> _Thought:
    if question.mind == BUILT_IN:
        return _Thought(BUILT_IN, desk.mind.answer(question).model_dump(mode="json"))
    known = recorded_answer(desk.database, town, question)
    if known is not None:
        return _Thought(known.mind, known.payload)
    with desk.keeping.claim(town, question.key):
        answer, mind = desk.models.answer(town, question, None if stream is None else stream.so_far)
    counts = share_answer(desk.database, town, question, mind, answer.model_dump(mode="json"))
    return _Thought(counts.mind, counts.payload, of_model=True)


def _say_who_thinks(database: Database, row: TownRow, mind: str) -> None:
    """Lets the page tell while the built-in mind stands in for the model; one unfit answer is no such while."""
    _, _, why = mind.partition(":")
    if why in FOR_LONG:
        if row.degraded != why:
            set_degraded(database, row.id, why)
    elif mind == "model" and row.degraded is not None:
        set_degraded(database, row.id, None)
