"""What one clause of a request comes to."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.events import Effect


@dataclass(frozen=True)
class Finding:
    effects: tuple[Effect, ...] = ()
    notes: tuple[str, ...] = ()
    """How that is other than what was asked for."""
    refusal: str = ""
    """Why it changes nothing."""
    remarks: tuple[str, ...] = ()
    """What else is worth saying of it."""
