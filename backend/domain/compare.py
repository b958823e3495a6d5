"""Two towns of one family side by side: where they parted, who is elsewhere, who knows more, what was said only in one.

Pure: it is given what each of them has lived since they had one past.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from backend.domain.inputs import AnyInput, Stamp
from backend.domain.state import Resident, TownState
from backend.domain.world import World

T = TypeVar("T")


@dataclass(frozen=True)
class Line:
    """An event as it is written, without being understood."""

    seq: int
    tick: int
    order: int
    kind: str
    resident: str | None
    payload: str

    @property
    def written(self) -> tuple[int, int, str, str]:
        """What the digest is taken over."""
        return self.tick, self.order, self.kind, self.payload


@dataclass(frozen=True)
class Sides(Generic[T]):
    """Something of the one town, and of the other."""

    one: T
    other: T

    def of(self, is_of_one: bool) -> T:
        return self.one if is_of_one else self.other


def first_difference(one: Iterable[Line], other: Iterable[Line]) -> Sides[Line | None] | None:
    """The first events that are not the same; None in the place of one whose log ends before. None: no difference."""
    mine, yours = iter(one), iter(other)
    while True:
        a, b = next(mine, None), next(yours, None)
        if a is None and b is None:
            return None
        if a is None or b is None or a.written != b.written:
            return Sides(a, b)


def first_differences(one: Iterable[Line], other: Iterable[Line]) -> dict[str, Sides[Line | None]]:
    """For each resident or visitor the first events about it that are not the same, those first that came first."""
    mine, yours = _by_resident(one), _by_resident(other)
    found: dict[str, Sides[Line | None]] = {}
    for who in sorted(mine.keys() | yours.keys()):
        differs = _first_apart(mine.get(who, []), yours.get(who, []))
        if differs is not None:
            found[who] = differs
    return dict(sorted(found.items(), key=lambda item: (_earliest(item[1]), item[0])))


def _by_resident(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        if line.resident is not None:
            found.setdefault(line.resident, []).append(line)
    return found


def _first_apart(mine: Sequence[Line], yours: Sequence[Line]) -> Sides[Line | None] | None:
    """Orders within a tick hang on what others did in it, so they do not count here."""
    for a, b in zip(mine, yours, strict=False):
        if (a.tick, a.kind, a.payload) != (b.tick, b.kind, b.payload):
            return Sides(a, b)
    common = min(len(mine), len(yours))
    if len(mine) == len(yours):
        return None
    return Sides(next(iter(mine[common:]), None), next(iter(yours[common:]), None))


def _earliest(sides: Sides[Line | None]) -> int:
    return min(line.tick for line in (sides.one, sides.other) if line is not None)


@dataclass(frozen=True)
class Held:
    """A memory, as important as it was when it was formed."""

    id: str
    resident: str
    tick: int
    seq: int
    kind: str
    text: str
    importance: int
    news: str | None


@dataclass(frozen=True)
class Sent:
    """An input that took effect."""

    id: int
    input: AnyInput
    stamp: Stamp


def apart(one: Sequence[T], other: Sequence[T], key: Callable[[T], Hashable]) -> Sides[list[T]]:
    """What is in one of them alone, by its key, in its order; what is there twice counts twice."""
    return Sides(_beyond(one, other, key), _beyond(other, one, key))


def _beyond(things: Sequence[T], others: Sequence[T], key: Callable[[T], Hashable]) -> list[T]:
    left = Counter(key(other) for other in others)
    found = []
    for thing in things:
        if left[key(thing)] > 0:
            left[key(thing)] -= 1
        else:
            found.append(thing)
    return found


def sent_alike(sent: Sent) -> Hashable:
    """What makes two inputs the same for two towns: what was sent, and the tick at which it took effect."""
    return sent.stamp.tick, sent.input.model_dump_json()


def is_yet_to_come(first: Sides[Line | None], sent: Sides[list[Sent]], heads: Sides[int]) -> bool:
    """Whether one of them has but not lived on in its open tick, in which nobody did anything to the other alone.

    Args:
        first: the first events that are not the same.
        sent: what people did in one of them alone.
        heads: their open ticks.
    """
    if first.one is not None and first.other is not None:
        return False
    is_of_one = first.one is not None
    line = first.of(is_of_one)
    assert line is not None, "one of them goes on"
    if heads.of(not is_of_one) > line.tick:
        return False
    return not any(
        each.stamp.tick == line.tick and each.stamp.order <= line.order for each in sent.of(is_of_one)
    )


@dataclass(frozen=True)
class Whereabouts:
    """Where somebody is and what it does."""

    tile: tuple[int, int]
    arena: str | None
    action: str | None
    asleep: bool


def elsewhere(
    world: World, one: TownState, other: TownState, tick: int
) -> dict[str, Sides[Whereabouts | None]]:
    """The residents who are at another place or do something else at `tick`; None where one does not live there.

    Some steps from each other within one room is no other place; on the streets it is.
    """
    found = {}
    for who in sorted(one.residents.keys() | other.residents.keys()):
        sides = Sides(
            _whereabouts(world, one.residents.get(who), tick),
            _whereabouts(world, other.residents.get(who), tick),
        )
        if _noted(sides.one) != _noted(sides.other):
            found[who] = sides
    return found


def _noted(there: Whereabouts | None) -> object:
    return there and (there.arena or there.tile, there.action, there.asleep)


def _whereabouts(world: World, resident: Resident | None, tick: int) -> Whereabouts | None:
    if resident is None:
        return None
    tile = resident.position(tick)
    action = resident.action.activity if resident.action else None
    return Whereabouts(tile, world.arena_at(tile), action, resident.asleep)
