"""What a resident feels, wants, believes and holds of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Relationship:
    """What `other` is to a resident."""

    knows_name: bool = False
    name: str | None = None
    """As they gave it; None where it was known from the start, or is not."""
    closeness: float = 0.0
    note: str = ""
    talked: int | None = None
    """When their last talk ended, in ticks."""


@dataclass(frozen=True)
class Body:
    """How a resident feels, each 0 to 100, as `BodyChanged` says."""

    energy: int = 80
    hunger: int = 40
    company: int = 50
    mood: int = 50
    because: str = ""
    since: int = 0
    """The tick of the last change."""


@dataclass(frozen=True)
class Belief:
    statement: str
    confidence: float
    about: tuple[str, ...]
    who: str | None
    memories: tuple[str, ...]
    since: int
    """The tick of the last change."""


@dataclass(frozen=True)
class Goal:
    text: str
    status: Literal["open", "reached", "dropped"]
    memories: tuple[str, ...]
    since: int
