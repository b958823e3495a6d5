"""Insights from what has piled up (paper, section 4.2)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.digest import BeliefChange, check_beliefs
from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Frozen


class Reflect(Question):
    """The grounds are the question's `memories`, retrieved for each of the focal points (paper, section 4.2)."""

    kind: Literal["reflect"] = "reflect"
    focal_points: tuple[str, ...] = ()
    """Three questions that the recent memories raise."""


class Insight(Frozen):
    text: Annotated[str, Field(min_length=1, max_length=500)]
    importance: Annotated[int, Field(ge=1, le=10)]
    because: tuple[str, ...]


class GoalChange(Frozen):
    goal: str | None = None
    """The words of one of the question's `goals`, as given; None for a new one."""
    text: Annotated[str, Field(min_length=1, max_length=200)]
    status: Literal["open", "reached", "dropped"] = "open"
    because: tuple[str, ...] = ()


class ReflectAnswer(Answer):
    kind: Literal["reflect"] = "reflect"
    insights: Annotated[tuple[Insight, ...], Field(max_length=5)]
    beliefs: Annotated[tuple[BeliefChange, ...], Field(max_length=3)] = ()
    goals: Annotated[tuple[GoalChange, ...], Field(max_length=2)] = ()

    def check(self, question: Question) -> None:
        super().check(question)
        known = {memory.id for memory in question.memories}
        for insight in self.insights:
            if not insight.because or not known.issuperset(insight.because):
                raise InvalidAnswer(f"insight {insight.text!r} cites no or unknown memories; cite given ones")
        check_beliefs(self.beliefs, question)
        for goal in self.goals:
            if goal.goal is not None and goal.goal not in question.goals:
                raise InvalidAnswer(f"changes the goal {goal.goal!r}, which is not one; use its exact words")
            if not known.issuperset(goal.because):
                raise InvalidAnswer(f"goal {goal.text!r} rests on unknown memories; cite given ones")
