"""What is due when: a heap of wakes that can be taken back by their owner."""

from __future__ import annotations

import heapq
from enum import IntEnum
from typing import NamedTuple


class Phase(IntEnum):
    """Order of what is due within one tick."""

    ANSWER = 0
    BODY = 1
    MIND = 2
    SIGHT = 3
    WATCH = 4
    """What an armed intervention waits for."""
    EXPIRY = 5


class Wake(NamedTuple):
    """Something due for `owner` at `tick`. `what` names the handler, `about` its object."""

    tick: int
    phase: Phase
    owner: str
    what: str
    about: str = ""


class Agenda:
    """A heap of wakes. Each owner's wakes are set as a whole; those that it had before are void."""

    def __init__(self) -> None:
        self._heap: list[tuple[Wake, int]] = []
        self._version: dict[str, int] = {}
        self._set: dict[str, list[Wake]] = {}
        """What each owner has been set to and has not begun to come due."""

    def set(self, owner: str, wakes: list[Wake]) -> None:
        if self._set.get(owner) == wakes:
            return
        version = self._version.get(owner, 0) + 1
        self._version[owner] = version
        self._set[owner] = wakes
        for wake in wakes:
            heapq.heappush(self._heap, (wake, version))

    def next_tick(self) -> int | None:
        """The tick of the earliest wake; None if nothing is due ever."""
        self._drop_void()
        return self._heap[0][0].tick if self._heap else None

    def pop_due(self, tick: int) -> list[Wake]:
        """Takes all wakes due by `tick`, in their order."""
        due: list[Wake] = []
        while (upcoming := self.next_tick()) is not None and upcoming <= tick:
            wake, _ = heapq.heappop(self._heap)
            self._set.pop(wake.owner, None)
            due.append(wake)
        return due

    def standing(self) -> list[Wake]:
        """All that is due and not void, in order."""
        return sorted(wake for wake, version in self._heap if version == self._version[wake.owner])

    def _drop_void(self) -> None:
        while self._heap and self._heap[0][1] != self._version[self._heap[0][0].owner]:
            heapq.heappop(self._heap)
