"""What all questions and all answers share."""

from __future__ import annotations

from typing import Literal

from backend.domain.events import QuestionKind, Weather
from backend.domain.persona import Persona
from backend.domain.questions.views import BeliefView, BodyView, CommitmentView, Frozen, MemoryView

DELAY: dict[QuestionKind, int | None] = {
    "plan_day": 60,
    "detail_plan": 30,
    "react": 6,
    "say": 6,
    "digest": 12,
    "rate": 60,
    "reflect": 60,
    "answer": None,
    "adjudicate": None,
    "embed": 6,
}
"""Thinking time in ticks, by kind alone; None: the answer is stamped on arrival (design, section 3). What is told of a
town (`tell`) has none, for it never comes into its life."""


FOR_PEOPLE: frozenset[QuestionKind] = frozenset(kind for kind, delay in DELAY.items() if delay is None)
"""A person waits for the answer to these."""


class InvalidAnswer(ValueError):
    """An answer that does not fit its question; the message names the fault for the mind to mend."""


class Question(Frozen):
    """What all questions share."""

    kind: QuestionKind
    key: str
    resident: str
    tick: int
    effect: int | None
    seed: int
    now: str
    """Local weekday, date and time, "Monday 3 March, 09:20"."""
    minute: int
    persona: Persona
    activity: str
    """What the resident is doing, where."""
    memories: tuple[MemoryView, ...] = ()
    mind: Literal["rules", "model"] = "rules"
    """Who is to answer."""
    body: BodyView = BodyView()
    calendar: tuple[CommitmentView, ...] = ()
    """What the resident has accepted or was asked to, and is not over yet; soonest first."""
    goals: tuple[str, ...] = ()
    """Its open goals, in words."""
    beliefs: tuple[BeliefView, ...] = ()
    """Those that have to do with the question, firmest first."""
    weather: Weather = "clear"
    language: str = "English"
    """What people speak in town, by its English name."""


class Answer(Frozen):
    cites: tuple[str, ...] = ()
    """Ids of the question's memories that were its grounds."""

    @property
    def choice(self) -> str:
        """What was decided, in few words; empty where the answer's effects say it."""
        return ""

    def check(self, question: Question) -> None:
        """Raises InvalidAnswer where it does not fit `question`."""
        known = {memory.id for memory in question.memories}
        for memory in self.cites:
            if memory not in known:
                raise InvalidAnswer(
                    f"cites {memory!r}, which was not put before you; cite only given memories"
                )
