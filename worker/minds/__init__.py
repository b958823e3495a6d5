"""Minds answer the nine questions that cognition asks (design, section 6).

A mind is pure for the town: it gets a closed question and gives an answer. It knows no database, no index and
no other question. `MINDS` has those that answer in the asking process; `worker/minds/model` is asked through a
worker, for it takes its time, may cost money, and needs somebody to stand in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from backend.domain.questions import AnyAnswer, AnyQuestion
from worker.minds.rules import RulesMind
from worker.minds.validated import Validated


class Mind(Protocol):
    """What answers questions."""

    @property
    def name(self) -> str:
        """As recorded beside each answer."""

    def answer(self, question: AnyQuestion) -> AnyAnswer:
        """The answer, of the same kind as the question.

        Raises:
            Unanswerable: it can't answer now; the question stays open.
            InvalidAnswer: what it came up with does not fit the question.
        """


class UnknownMind(LookupError):
    """A mind of this name does not exist; the message lists those that do."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no mind {name!r}; choose one of {sorted(MINDS)}")


MINDS: dict[str, Callable[[], Mind]] = {
    "rules": RulesMind,
}


def minds(name: str) -> Mind:
    """The mind of this name, its answers checked against their questions.

    Raises:
        UnknownMind: no mind has this name.
    """
    try:
        make = MINDS[name]
    except KeyError:
        raise UnknownMind(name) from None
    return Validated(make())
