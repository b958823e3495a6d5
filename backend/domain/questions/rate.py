"""The importance of a batch of memories."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question


class Rate(Question):
    """The memories to rate are the question's `memories`."""

    kind: Literal["rate"] = "rate"


class RateAnswer(Answer):
    kind: Literal["rate"] = "rate"
    ratings: dict[str, Annotated[int, Field(ge=1, le=10)]]

    def check(self, question: Question) -> None:
        super().check(question)
        if unknown := set(self.ratings) - {memory.id for memory in question.memories}:
            raise InvalidAnswer(
                f"rates {sorted(unknown)}, which were not asked about; rate only given memories"
            )
