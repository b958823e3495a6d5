"""What a resident perceives, before it is a memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Percept:
    """Something in view. Two percepts with one key are the same thing seen again."""

    key: str
    text: str
    subject: Literal["person", "object", "announcement", "knock"]
    about: str
    """Resident, visitor or object; for an announcement the place."""
    distance: int
    """Tiles."""
