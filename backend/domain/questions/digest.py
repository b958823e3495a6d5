"""What a talk was to one of its speakers."""

from __future__ import annotations

from collections.abc import Set
from typing import Annotated, Literal

from pydantic import Field

from backend.domain.questions.question import Answer, InvalidAnswer, Question
from backend.domain.questions.views import Frozen, LineView, MemoryView, PersonView


class Digest(Question):
    kind: Literal["digest"] = "digest"
    talk: str
    other: PersonView
    others: tuple[PersonView, ...] = ()
    """Further ones who took part."""
    lines: tuple[LineView, ...]
    heard: tuple[MemoryView, ...] = ()
    """The memories of what the resident was told in it."""


class BeliefChange(Frozen):
    """A new belief, or a change of one of the question's `beliefs`."""

    belief: str | None = None
    """Its id; None for a new one."""
    statement: Annotated[str, Field(min_length=1, max_length=300)]
    confidence: Annotated[float, Field(ge=0, le=1)]
    because: tuple[str, ...] = ()
    """Ids of memories of the question."""


class DigestAnswer(Answer):
    kind: Literal["digest"] = "digest"
    memo: Annotated[str, Field(min_length=1, max_length=500)]
    """What the talk was about, as a memory in the third person."""
    importance: Annotated[int, Field(ge=1, le=10)]
    closeness_change: Annotated[float, Field(ge=-0.5, le=0.5)]
    note: Annotated[str, Field(max_length=300)]
    """What the other is to the resident now, one sentence."""
    reason: Annotated[str, Field(max_length=200)] = ""
    """What changed the closeness."""
    beliefs: Annotated[tuple[BeliefChange, ...], Field(max_length=3)] = ()

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Digest)
        check_beliefs(self.beliefs, question, {memory.id for memory in question.heard})


def check_beliefs(
    beliefs: tuple[BeliefChange, ...], question: Question, further: Set[str] = frozenset()
) -> None:
    """Raises InvalidAnswer where one changes an unknown belief or rests on an unknown memory."""
    held = {belief.id for belief in question.beliefs}
    known = {memory.id for memory in question.memories} | further
    for belief in beliefs:
        if belief.belief is not None and belief.belief not in held:
            raise InvalidAnswer(f"changes the belief {belief.belief!r}, which is not held; leave its id out")
        if not known.issuperset(belief.because):
            raise InvalidAnswer(f"believes {belief.statement!r} because of unknown memories; cite given ones")
