"""One question, from its claim to its stored answer."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from backend.domain.questions import (
    AnyAnswer,
    AnyQuestion,
    InvalidAnswer,
    Reply,
    ReplyAnswer,
    Unanswerable,
    no_answer,
)
from backend.store.database import Database
from backend.store.failpoints import fail_point
from backend.store.hints import Hints
from backend.store.questions import claim_question, put_answer, release_question
from backend.store.streaming import stream_answer
from backend.store.towns import get_town, set_trouble

log = logging.getLogger(__name__)

AFTER_A_FAULT = 10.0
"""Real seconds until a question is asked again that made its mind fail."""

CLAIM_SECONDS = 3.0
"""How long a question belongs to the worker that claimed it; a dead worker's question is then asked again."""


class Mind(Protocol):
    @property
    def name(self) -> str: ...

    def answer(self, question: AnyQuestion) -> AnyAnswer: ...


def answer_question(
    database: Database, hints: Hints, mind_named: Callable[[str], Mind], town: str, key: str
) -> bool:
    """Has a question answered by its town's mind; True if the answer is stored.

    False: somebody else has it, it is not open any more, or the mind can't now; it is asked again then.

    Raises:
        StoreUnavailable: Postgres is away; the question stays open.
    """
    question = claim_question(database, town, key, CLAIM_SECONDS)
    if question is None:
        return False
    fail_point("mind-claimed")
    row = get_town(database, town)
    try:
        mind = mind_named(row.mind)
        answer = mind.answer(question)
    except Unanswerable as fault:
        log.warning("%s of %s is not answered yet: %s", key, town, fault)
        release_question(database, town, key, fault.retry_after)
        return False
    except InvalidAnswer as fault:
        log.error("%s of %s got an answer that does not fit: %s", key, town, fault)
        stored = put_answer(database, town, key, mind.name, no_answer(fault))
        hints.wake(town)
        return stored
    except Exception as error:
        words = f"The mind has failed at {key} and is tried again in {AFTER_A_FAULT:.0f} s"
        set_trouble(database, town, f"{words}: {type(error).__name__}: {error}")
        release_question(database, town, key, AFTER_A_FAULT)
        raise
    if isinstance(question, Reply) and isinstance(answer, ReplyAnswer):
        stream_answer(hints, town, question, answer.text)
    stored = put_answer(database, town, key, mind.name, answer.model_dump(mode="json"))
    if row.trouble is not None:
        set_trouble(database, town, None)
    hints.wake(town)
    return stored
