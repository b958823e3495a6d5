"""How important memories are: the rating they came with (paper, section 4.1, asks a model for it)."""

from __future__ import annotations

from backend.domain.questions import Rate, RateAnswer


def rate(question: Rate) -> RateAnswer:
    """The built-in rating stands: `rules` knows nothing better than what formed the memory."""
    return RateAnswer(ratings={m.id: max(1, min(10, m.importance)) for m in question.memories})
