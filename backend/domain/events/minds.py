"""Questions to minds, and what became of them."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event

QuestionKind = Literal[
    "plan_day",
    "detail_plan",
    "react",
    "say",
    "digest",
    "rate",
    "reflect",
    "answer",
    "adjudicate",
    "embed",
    "tell",
    "sketch",
]


class Asked(Event):
    """A question left for a mind. Its retrieved memories count as accessed at this tick."""

    kind: Literal["asked"] = "asked"
    key: str
    question: QuestionKind
    resident: str
    effect: int | None = None
    """The tick at which the answer takes effect; None: stamped on arrival (`answer`)."""
    memories: tuple[str, ...] = ()
    about: str | None = None
    """Who or what it is about: a resident, a visitor, an object, a talk, a block."""


class Answered(Event):
    """An answer takes effect; what it leads to follows as events of their own with `cause` = `key`."""

    kind: Literal["answered"] = "answered"
    key: str
    question: QuestionKind
    resident: str
    mind: str
    """"rules", "model", or "rules:WHY" where the built-in mind stood in for the model (budget, away, invalid, …)."""
    choice: str = ""
    """What was decided, in few words."""
    cites: tuple[str, ...] = ()
    """The memories that the mind gave as its grounds."""


class AnswerLapsed(Event):
    """The world had moved on, or the answer was not possible in it."""

    kind: Literal["answer_lapsed"] = "answer_lapsed"
    key: str
    question: QuestionKind
    resident: str
    reason: str
