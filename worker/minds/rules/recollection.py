"""Which of the given memories speaks to some words."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain.questions import MemoryView
from worker.minds.rules.inquiry import content_words


def recollect(words: frozenset[str], memories: Iterable[MemoryView]) -> list[MemoryView]:
    """Memories that share words with what is asked, best first; rare words count more than frequent ones."""
    stems = [(memory, content_words(memory.text)) for memory in memories]
    often = {word: sum(word in found for _, found in stems) for word in words}
    scored = []
    for memory, found in stems:
        shared = words & found
        if shared:
            score = sum(1 / often[word] for word in shared) + 0.5 * len(shared) + 0.05 * memory.importance
            scored.append((score, memory))
    scored.sort(key=lambda entry: (-entry[0], -entry[1].tick, entry[1].id))
    return [memory for _, memory in scored]
