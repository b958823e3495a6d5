"""What this mind is handed: a meter, a log of calls, a mind that stands in. It knows nothing else of the three."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Literal, Protocol

from backend.domain.calls import BudgetReached, Busy, Call
from backend.domain.events import QuestionKind
from backend.domain.questions import AnyAnswer, AnyQuestion

__all__ = ["BudgetReached", "Busy", "Call", "CallLog", "Given", "Meter", "StandIn", "Why"]

Why = Literal["budget", "away", "invalid", "refused", "timeout", "off"]
"""Why the built-in mind stood in for the model."""


@dataclass(frozen=True)
class Given:
    """An answer, and who gave it: "model", or "rules:WHY" where the built-in mind stood in."""

    answer: AnyAnswer
    mind: str


class Meter(Protocol):
    """Slots, calls a minute and the day's budget over all workers."""

    def enter(self, kind: QuestionKind, expected_tokens: int) -> AbstractContextManager[None]:
        """Holds a slot for one attempt that may take so many tokens, in and out.

        Raises:
            BudgetReached: nothing more may be spent today.
            Busy: not now.
        """

    def spent(self, call: Call) -> None:
        """Counts what an attempt came to; called once for each, failed ones too."""


class CallLog(Protocol):
    """Where each attempt is recorded, once."""

    def record(self, call: Call) -> None: ...


class StandIn(Protocol):
    """The built-in mind."""

    @property
    def name(self) -> str: ...

    def answer(self, question: AnyQuestion) -> AnyAnswer: ...
