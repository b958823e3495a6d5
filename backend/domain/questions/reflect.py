"""Insights from what has piled up (paper, section 4.2)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Frozen


class Reflect(Question):
    """The grounds are the question's `memories` (paper, section 4.2)."""

    kind: Literal["reflect"] = "reflect"


class Insight(Frozen):
    text: Annotated[str, Field(min_length=1, max_length=500)]
    importance: Annotated[int, Field(ge=1, le=10)]
    because: tuple[str, ...]


class ReflectAnswer(Answer):
    kind: Literal["reflect"] = "reflect"
    insights: Annotated[tuple[Insight, ...], Field(max_length=5)]

    def check(self, question: Question) -> None:
        super().check(question)
        known = {memory.id for memory in question.memories}
        for insight in self.insights:
            if not insight.because or not known.issuperset(insight.because):
                raise InvalidAnswer(f"insight {insight.text!r} cites no or unknown memories; cite given ones")
