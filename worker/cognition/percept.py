"""What a resident perceives, before it is a memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Percept:
    """Something in view. Two percepts with one key are the same thing seen again."""

    key: str
    text: str
    subject: Literal["person", "object", "announcement", "knock", "speech", "weather"]
    about: str
    """Resident, visitor or object; for an announcement the place; for speech the object spoken of or the speaker."""
    distance: int
    """Tiles."""
