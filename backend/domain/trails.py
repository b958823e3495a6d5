"""Who has something that goes from mouth to mouth, kept while an intervention waits for it to be known.

As `backend.domain.spread` finds it in the tables, but from event to event: whoever perceives it or is told of it by
somebody who has it has it from then on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backend.domain.events import Remembered, Trail
from backend.domain.spread import reached, told_by

_ANNOUNCED = "announced"


def announced_as(tick: int, text: str) -> str:
    """The percept of an announcement."""
    return f"{_ANNOUNCED}|{tick}|{text}"


def announced_at(percept: str | None, text: str) -> int | None:
    """The tick at which words were announced; None where the percept is of something else."""
    what, _, rest = (percept or "").partition("|")
    tick, _, words = rest.partition("|")
    return int(tick) if what == _ANNOUNCED and words == text else None


def first_of(memory: Remembered, known: Mapping[str, Remembered]) -> Remembered:
    """The memory at the end of the way back over those who told it."""
    seen: set[str] = set()
    while (before := known.get(told_by(memory.source) or "")) is not None and before.id not in seen:
        seen.add(before.id)
        memory = before
    return memory


def percepts_of(memory: Remembered) -> tuple[str, ...]:
    """By what others come to know the same: an announcement, or a thing that is in a state."""
    if memory.percept is None:
        return ()
    of_a_thing = memory.percept.partition("|")[0] in memory.about and ":" in memory.percept.partition("|")[0]
    is_alike = memory.source.by == "intervention" or (memory.source.by == "perception" and of_a_thing)
    return (memory.percept,) if is_alike else ()


def trail_of(memories: Iterable[Remembered], percepts: Iterable[str], roots: Iterable[str]) -> Trail:
    """Who has it by now: from a percept, from one of the memories `roots`, or from somebody who told it."""
    known, alike = list(memories), frozenset(percepts)
    first = {*roots, *(memory.id for memory in known if memory.percept in alike)}
    carriers = reached(((memory.id, told_by(memory.source)) for memory in known), first)
    return Trail(
        percepts=tuple(sorted(alike)),
        memories={memory.id: memory.resident for memory in known if memory.id in carriers},
    )


def carried_on(trail: Trail, memory: Remembered) -> Trail:
    """The same after a memory was formed."""
    if memory.percept not in trail.percepts and told_by(memory.source) not in trail.memories:
        return trail
    return Trail(percepts=trail.percepts, memories={**trail.memories, memory.id: memory.resident})
