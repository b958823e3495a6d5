"""How a question is closed: answered, or lapsed with a reason."""

from __future__ import annotations

from textwrap import shorten

from backend.domain import events as e
from backend.domain.questions import Adjudicate, AnyAnswer, AnyQuestion, Say
from worker.engine import talks
from worker.engine.people import requests
from worker.engine.town import Town

MOST_REASON = 300
"""Characters of a reason in the log."""


def answered(town: Town, question: AnyQuestion, answer: AnyAnswer, mind: str) -> None:
    town.emit(
        e.Answered(
            key=question.key,
            question=question.kind,
            resident=question.resident,
            mind=mind,
            choice=answer.choice,
            cites=answer.cites,
        )
    )


def lapsed(town: Town, question: AnyQuestion, reason: str) -> None:
    """The world has moved on, or the answer does not fit: a talk ends by it, a request is refused."""
    town.emit(
        e.AnswerLapsed(
            key=question.key,
            question=question.kind,
            resident=question.resident,
            # It may quote the answer, and an answer may be anything.
            reason=shorten(reason, MOST_REASON, placeholder=" …"),
        )
    )
    if isinstance(question, Say) and question.talk in town.state.talks:
        talks.end_talk(town, question.talk, "words failed")
    elif isinstance(question, Adjudicate):
        requests.unjudged(town, question)
