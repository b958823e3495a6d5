"""Engines kept between two slices of one process, so that a town need not be loaded again."""

from __future__ import annotations

from dataclasses import dataclass

from worker.engine.absent import Signs
from worker.engine.engine import Engine

MOST = 8
"""Engines kept; one with 25 residents and their memories takes some tens of megabytes."""


@dataclass(frozen=True)
class Warm:
    """An engine that has committed all it did, under the writer's number `fence`."""

    engine: Engine
    fence: int
    snapshot_at: int
    last_input: float
    last_words: float
    signs: Signs
    taken_in: frozenset[int]
    """Ids of those inputs that wait in the engine for their tick."""


class WarmEngines:
    """Safe to share between the threads of a process: each step is one operation on a dictionary."""

    def __init__(self) -> None:
        self._kept: dict[str, Warm] = {}

    def take(self, town: str, fence: int) -> Warm | None:
        """The town's engine for the writer `fence`, if nobody else had the town meanwhile."""
        kept = self._kept.pop(town, None)
        return kept if kept is not None and kept.fence == fence - 1 else None

    def keep(self, town: str, warm: Warm) -> None:
        """Keeps the engine, and lets go of the one kept longest if there are too many."""
        self._kept[town] = warm
        for longest in list(self._kept)[:-MOST]:
            self._kept.pop(longest, None)
