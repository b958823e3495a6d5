"""Vectors for memories, from an embedding model. Not a thought: it is asked only where a town has such a model."""

from __future__ import annotations

from typing import Literal

from backend.domain.questions.question import Answer, InvalidAnswer, Question


class Embed(Question):
    """The texts to embed are those of the question's `memories`, and `texts`."""

    kind: Literal["embed"] = "embed"
    embedder: str
    texts: tuple[str, ...] = ()
    """By which memories are looked for: what has no vector of the model is compared by the built-in one."""


class EmbedAnswer(Answer):
    kind: Literal["embed"] = "embed"
    embedder: str
    vectors: dict[str, str]
    """Memory id, or one of `texts`, to base64 of int8, −127 to 127, no longer than `vectors.MAX_LENGTH`."""

    def check(self, question: Question) -> None:
        super().check(question)
        assert isinstance(question, Embed)
        if unknown := set(self.vectors) - {memory.id for memory in question.memories} - set(question.texts):
            raise InvalidAnswer(f"embeds {sorted(unknown)}, which were not asked for")
        if self.embedder != question.embedder:
            raise InvalidAnswer(f"comes from {self.embedder!r}; {question.embedder!r} was asked for")
