"""Vectors of an embedding model out of its server's answer, as they are stored."""

from __future__ import annotations

import json
from typing import Any

from backend.domain.memory.vectors import encode, quantise
from backend.domain.questions import Embed, EmbedAnswer, InvalidAnswer
from worker.minds.model.fields import clean

LONGEST_TEXT = 2000
"""Characters; the longest memory is shorter."""
MOST_VALUES = 16_384


def texts_of(question: Embed) -> dict[str, str]:
    """What to embed, by its key in the answer: the memories' texts, and the texts asked for."""
    texts = {memory.id: memory.text for memory in question.memories} | {text: text for text in question.texts}
    return {key: clean(text)[:LONGEST_TEXT] or "nothing" for key, text in texts.items()}


def embedding_body(model: str, texts: dict[str, str]) -> dict[str, Any]:
    return {"model": model, "input": list(texts.values()), "encoding_format": "float"}


def read_vectors(question: Embed, texts: dict[str, str], answer: str) -> EmbedAnswer:
    """The vectors in a server's answer, one for each text.

    Raises:
        InvalidAnswer: there are too few or too many of them, or they are no vectors of one size.
    """
    try:
        rows = sorted(json.loads(answer)["data"], key=lambda row: row["index"])
        vectors = [quantise(row["embedding"]) for row in rows]
    except (KeyError, TypeError, ValueError, RecursionError, OverflowError) as error:
        raise InvalidAnswer(f"it holds no list of vectors ({type(error).__name__})") from None
    if len(vectors) != len(texts):
        raise InvalidAnswer(f"it holds {len(vectors)} vectors for {len(texts)} texts")
    sizes = {vector.shape for vector in vectors}
    if len(sizes) > 1 or any(vector.ndim != 1 or not 0 < vector.size <= MOST_VALUES for vector in vectors):
        raise InvalidAnswer("its vectors are not of one size")
    return EmbedAnswer(
        embedder=question.embedder,
        vectors={key: encode(vector) for key, vector in zip(texts, vectors, strict=True)},
    )
