"""Whether and how to react to what was noticed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Emoji, Frozen, PersonView


class Option(Frozen):
    """One thing that the resident may do about what it noticed."""

    id: str
    """go_on, talk, join, look_into, leave, warn, open, wait, aim, replan."""
    target: str | None
    text: str


class React(Question):
    kind: Literal["react"] = "react"
    noticed: str
    """What was perceived, in words."""
    noticed_memory: str
    """The memory of it."""
    subject: Literal["person", "object", "announcement", "knock", "speech", "weather", "thought"]
    state: str = ""
    """The object's new state, where an object was noticed."""
    person: PersonView | None = None
    untold: tuple[str, ...] = ()
    """Memories worth telling that this person was not told by the resident."""
    minutes_since_any_talk: int | None = None
    """Since the resident last talked with anybody; None: not since the town began."""
    options: tuple[Option, ...]


class ReactAnswer(Answer):
    kind: Literal["react"] = "react"
    option: str
    """An option's id."""
    activity: Annotated[str, Field(max_length=120)] = ""
    emoji: Emoji = ""
    reason: Annotated[str, Field(max_length=300)] = ""

    @property
    def choice(self) -> str:
        return self.option

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, React)
        if self.option not in {option.id for option in question.options}:
            raise InvalidAnswer(f"chooses {self.option!r}; choose one of {[o.id for o in question.options]}")
