"""Vectors from an embedding model: asked for in batches, each text once, compared with nothing but their like.

A town without such a model never asks. One with it compares a text that memories are looked for by in the model's
space where the text's own vector has come, in the built-in space otherwise; a memory whose vector has not come yet
counts as of mean relevance there. With another model all is asked for anew: only vectors of the town's present model
are kept at hand. A vector that a model failed to give is not asked for again.
"""

from __future__ import annotations

from backend.domain.events import Embedded
from backend.domain.memory.vectors import MAX_LENGTH, BrokenVector, Vector, decode
from backend.domain.questions import Embed, EmbedAnswer
from backend.domain.view import View
from backend.domain.wishes import Ask
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.telling import called

EMBED_AFTER = 8
"""Memories without a vector for which a batch is worth a call."""
MOST_AT_ONCE = 64
MOST_TEXTS = 32
PLANS = "plans, promises and what matters today"
"""By what memories are looked for when a day is planned."""


def is_due(recall: Recall, resident: str) -> bool:
    return len(recall.index.waiting(resident)) >= EMBED_AFTER


def embed(recall: Recall, view: View, resident: str) -> Ask:
    """Asks for the vectors of the oldest memories without one, and of what the resident looks for often."""
    index = recall.index
    assert index.model is not None, "only a town with an embedding model asks for vectors"
    waiting = index.waiting(resident)[:MOST_AT_ONCE]
    question = Embed(
        **common(view, "embed", resident) | {"mind": "model"},
        memories=tuple(recall.show(view, resident, index.get(memory)) for memory in waiting),
        embedder=index.model,
        texts=tuple(text for text in _looked_for(view, resident) if not index.knows_text(text))[:MOST_TEXTS],
    )
    return Ask(question, about=index.model)


def take_vectors(recall: Recall, question: Embed, answer: EmbedAnswer) -> list[Embedded]:
    """What has come, and that the rest has not; a vector that fits no other is as none."""
    size = recall.index.model_size
    vectors: dict[str, str] = {}
    for key in (*(memory.id for memory in question.memories), *question.texts):
        vector = _fit(answer.vectors.get(key, ""), size)
        vectors[key] = "" if vector is None else answer.vectors[key]
        size = size if vector is None else vector.size
    return [
        Embedded(resident=question.resident, embedder=question.embedder, vectors=vectors, cause=question.key)
    ]


def _fit(text: str, size: int | None) -> Vector | None:
    try:
        vector = decode(text)
    except BrokenVector:
        return None
    wide = vector.astype("int64")
    fits = vector.size > 0 and size in (None, vector.size) and int(wide @ wide) <= MAX_LENGTH**2
    return vector if fits else None


def _looked_for(view: View, resident: str) -> list[str]:
    """Texts that come up as queries again and again: what it is at, whom it knows, what it has planned."""
    me = view.state.residents[resident]
    people = [called(view, resident, other) for other in sorted(me.relationships)]
    blocks = [block.activity for block in me.plan.blocks] if me.plan is not None else []
    return list(dict.fromkeys((view.persona(resident).currently, PLANS, *people, *blocks)))
