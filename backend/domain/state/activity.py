"""What a resident does: its walk, its action and the plan of its day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from backend.domain.events import Block
from backend.domain.world import Tile

Box = tuple[int, int, int, int]
"""The least x and y and the greatest x and y of some tiles."""


@dataclass(frozen=True)
class Walk:
    """At path[k] at tick start + k; at its last tile ever after."""

    path: tuple[Tile, ...]
    start: int

    @property
    def arrival(self) -> int:
        """The tick at which the last tile is reached."""
        return self.start + len(self.path) - 1

    def at(self, tick: int) -> Tile:
        return self.path[min(max(tick - self.start, 0), len(self.path) - 1)]

    @cached_property
    def box(self) -> Box:
        """Around all of its tiles."""
        columns, rows = zip(*self.path, strict=True)
        return min(columns), min(rows), max(columns), max(rows)


@dataclass(frozen=True)
class Action:
    """What a resident does or is on its way to do (`begun` is None then)."""

    activity: str
    emoji: str
    need: str
    arena: str
    object: str | None
    object_state: str | None
    spot: Tile
    duration: int
    asleep: bool
    block: int | None
    why: str
    cause: str | None
    cites: tuple[str, ...]
    chosen: int
    begun: int | None = None
    until: int | None = None


@dataclass(frozen=True)
class Plan:
    day: int
    made: int
    """The tick at which it was made."""
    blocks: tuple[Block, ...]
    seq: int = 0
    """Number of the event that made it."""

    def block_at(self, tick: int) -> int | None:
        """Number of the block that `tick` lies in."""
        return next((n for n, block in enumerate(self.blocks) if block.start <= tick < block.end), None)
