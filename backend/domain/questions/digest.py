"""What a talk was to one of its speakers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, Question
from backend.domain.questions.views import LineView, PersonView


class Digest(Question):
    kind: Literal["digest"] = "digest"
    talk: str
    other: PersonView
    lines: tuple[LineView, ...]


class DigestAnswer(Answer):
    kind: Literal["digest"] = "digest"
    memo: Annotated[str, Field(min_length=1, max_length=500)]
    """What the talk was about, as a memory in the third person."""
    importance: Annotated[int, Field(ge=1, le=10)]
    closeness_change: Annotated[float, Field(ge=-0.5, le=0.5)]
    note: Annotated[str, Field(max_length=300)]
    """What the other is to the resident now, one sentence."""
