"""A stretch of minutes that is filled with blocks until it has no gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from backend.domain.questions import PlanBlock

WORK = "work"
"""The need of a block of work; its detail draws on the job's tasks."""


@dataclass
class Timeline:
    """Blocks between `start` and `end`, in minutes after midnight of the planned day; no two overlap."""

    start: int
    end: int
    blocks: list[PlanBlock] = field(default_factory=list)

    def put(self, block: PlanBlock) -> None:
        """Places a block into a gap."""
        self.blocks.append(block)
        self.blocks.sort(key=lambda b: b.start)

    def gaps(self, least: int = 1) -> Iterator[tuple[int, int]]:
        """The free stretches of at least `least` minutes, in order."""
        clock = self.start
        found: list[tuple[int, int]] = []
        for block in self.blocks:
            if block.start - clock >= least:
                found.append((clock, block.start))
            clock = max(clock, block.end)
        if self.end - clock >= least:
            found.append((clock, self.end))
        return iter(found)

    def before(self, minute: int) -> PlanBlock | None:
        """The block that ends at `minute`."""
        return next((block for block in self.blocks if block.end == minute), None)

    def until(self, minute: int) -> list[PlanBlock]:
        """The blocks that begin before `minute`."""
        return [block for block in self.blocks if block.start < minute]

    def next_of(self, need: str, minute: int) -> PlanBlock | None:
        """The first block for a need that begins at `minute` or later."""
        return next((block for block in self.blocks if block.start >= minute and block.need == need), None)

    def replace(self, old: PlanBlock, *new: PlanBlock) -> None:
        """Puts other blocks in the place of one."""
        self.blocks.remove(old)
        for block in new:
            if block.end > block.start:
                self.put(block)
