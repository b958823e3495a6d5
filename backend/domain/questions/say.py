"""One line of talk, by one speaker."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import LineView, PersonView

MOST_LINES = 12
"""A talk is broken off after so many."""


class Say(Question):
    kind: Literal["say"] = "say"
    talk: str
    other: PersonView
    lines: tuple[LineView, ...]
    occasion: str
    """What made the talk begin."""
    untold: tuple[str, ...] = ()
    """Ids of the memories worth telling that the other was not told by the resident."""
    most_lines: int
    """The talk is broken off after so many."""


class SayAnswer(Answer):
    kind: Literal["say"] = "say"
    text: Annotated[str, Field(min_length=1, max_length=500)]
    tells: tuple[str, ...] = ()
    """Ids of own memories that the line passes on."""
    introduces: bool = False
    """The line says the speaker's own name."""
    ends: bool = False
    """The speaker is done; the talk ends when the other is too, or says nothing new."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Say)
        known = {memory.id for memory in question.memories}
        for memory in self.tells:
            if memory not in known:
                raise InvalidAnswer(
                    f"tells {memory!r}, which was not put before you; tell only given memories"
                )
        if any(line.text == self.text for line in question.lines):
            raise InvalidAnswer("repeats a line of this talk; say something new or end it")
