"""Whether an unusual act may be, and what it does."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import ObjectView


class Adjudicate(Question):
    """An unusual act or a director's free text: may it be, and what does it do?"""

    kind: Literal["adjudicate"] = "adjudicate"
    text: str
    objects: tuple[ObjectView, ...]


class AdjudicateAnswer(Answer):
    kind: Literal["adjudicate"] = "adjudicate"
    verdict: Literal["allowed", "altered", "refused"]
    reason: Annotated[str, Field(max_length=300)]
    object_states: dict[str, Annotated[str, Field(min_length=1, max_length=80)]] = Field(default_factory=dict)
    """The only change it may make: objects' new states."""

    @property
    def choice(self) -> str:
        return self.verdict

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Adjudicate)
        if unknown := set(self.object_states) - {o.id for o in question.objects}:
            raise InvalidAnswer(f"changes {sorted(unknown)}, which are not there; change only given objects")
