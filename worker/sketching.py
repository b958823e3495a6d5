"""Makes a form of what somebody says of a newcomer, for whoever waits for it."""

from __future__ import annotations

import logging

from backend.domain.questions import InvalidAnswer, SketchAnswer, Unanswerable
from backend.store.redis.sketches import Sketched, WantedSketch
from worker.answering import BUILT_IN, Desk

log = logging.getLogger(__name__)


def sketch(desk: Desk, wanted: WantedSketch) -> Sketched:
    """By the town's mind; somebody waits, so where a model can't now or won't do, by the built-in one.

    Raises:
        StoreUnavailable: Postgres is away.
    """
    question = wanted.question
    if wanted.town is None or question.mind == BUILT_IN:
        return _by(desk.mind.answer(question), BUILT_IN)
    try:
        return _by(*desk.models.answer(wanted.town, question, None))
    except Unanswerable as fault:
        log.info("The built-in mind reads a description for %s: %s", wanted.town, fault)
        return _by(desk.mind.answer(question), f"{BUILT_IN}:busy")
    except InvalidAnswer as fault:
        log.error("A description for %s got an answer that does not fit: %s", wanted.town, fault)
        return _by(desk.mind.answer(question), f"{BUILT_IN}:invalid")


def _by(answer: object, mind: str) -> Sketched:
    assert isinstance(answer, SketchAnswer), "answers are of the kind of their questions"
    return Sketched(answer, mind)
