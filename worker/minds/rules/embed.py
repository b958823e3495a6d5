"""Vectors of an embedding model: the built-in mind has none, and stands in with nothing."""

from __future__ import annotations

from backend.domain.questions import Embed, EmbedAnswer


def embed(question: Embed) -> EmbedAnswer:
    """No vectors: those memories are compared by the built-in embedder, or count as of mean relevance."""
    return EmbedAnswer(embedder=question.embedder, vectors={})
