"""The day in blocks, a block in actions."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from backend.domain.events.event import Event


class Block(BaseModel):
    """A part of the day's plan, `start` to `end` in ticks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int
    end: int
    activity: str
    need: str
    emoji: str
    arena: str
    commitment: str | None = None
    """The commitment that it keeps."""


class PlannedAction(BaseModel):
    """One action of a block's detail. Durations are shares of the block and shrink when time is short."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    activity: str
    need: str
    emoji: str
    arena: str
    object: str | None = None
    object_state: str | None = None
    duration: int
    """Ticks."""


class DayPlanned(Event):
    kind: Literal["day_planned"] = "day_planned"
    resident: str
    day: int
    blocks: tuple[Block, ...]
    because: str = ""
    """Why the rest of the day was planned anew; empty for a day's first plan."""
    cause: str | None = None


class BlockDetailed(Event):
    kind: Literal["block_detailed"] = "block_detailed"
    resident: str
    block: int
    actions: tuple[PlannedAction, ...]
    cause: str | None = None
