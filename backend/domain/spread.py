"""How something that somebody knows went from mouth to mouth: from its memories and the lines that told them.

A memory was told where its source is a speaker's own memory; following that back ends at the ones who had it otherwise
(known from the start, announced to them, seen). An edge is a line that was really said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from backend.domain.events import Source

How = Literal["knew", "announced", "planted", "saw", "heard", "thought"]
"""How somebody knows what nobody in town told it: from before the first day; by an announcement; by a director's hand;
with its own eyes; from somebody outside, or in passing; by thinking."""


@dataclass(frozen=True)
class Held:
    """A memory, as far as its way matters. `told` is the speaker's memory that it comes from; None: it was not told."""

    id: str
    resident: str
    tick: int
    seq: int
    told: str | None


@dataclass(frozen=True)
class Origin:
    """What is behind a memory that nobody in town told."""

    how: How
    seq: int | None = None
    """Of the act, the announcement or the line in the log; of the memory itself where there is none."""
    who: str | None = None
    """Who did or said it: a resident, a visitor, "director"; None where it was nobody."""
    words: str = ""
    """What was announced or said; the state in which a thing was seen."""


@dataclass(frozen=True)
class Knower:
    """When a resident first came to know it, and from which memory of whom."""

    held: Held
    teller: Held | None
    """None: it has it from nobody in town."""


def root_of(told: Mapping[str, Held], memory: str) -> str:
    """The memory at the end of the way back over `told`; `memory` itself if nobody told it."""
    seen: set[str] = set()
    while memory not in seen and (held := told.get(memory)) is not None and held.told is not None:
        seen.add(memory)
        memory = held.told
    return memory


def told_by(source: Source) -> str | None:
    """The speaker's own memory that something told comes from; None: it was not told."""
    return source.memories[0] if source.by == "speaker" and source.memories else None


def told_from(memories: Mapping[str, Held], roots: Iterable[str]) -> set[str]:
    """The ids of `roots` and of all memories that go back to one of them."""
    return reached(((held.id, held.told) for held in memories.values()), roots)


def reached(told: Iterable[tuple[str, str | None]], roots: Iterable[str]) -> set[str]:
    """The ids of `roots` and of all that go back to one of them.

    Args:
        told: ids of memories, each with the one that it was told from.
    """
    tellings: dict[str, list[str]] = {}
    for memory, before in told:
        if before is not None:
            tellings.setdefault(before, []).append(memory)
    found = set(roots)
    open_ends = list(found)
    while open_ends:
        for later in tellings.get(open_ends.pop(), ()):
            if later not in found:
                found.add(later)
                open_ends.append(later)
    return found


def knowers(memories: Iterable[Held]) -> list[Knower]:
    """Each resident who holds one of `memories`, by its first; in the order in which they came to know.

    Who tells it on told it from a memory that may not be its own first: the teller is told all the same.
    """
    by_id = {held.id: held for held in memories}
    first: dict[str, Held] = {}
    for held in sorted(by_id.values(), key=lambda held: held.seq):
        first.setdefault(held.resident, held)
    return [Knower(held, None if held.told is None else by_id.get(held.told)) for held in first.values()]
