"""Talks and their lines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    speaker: str
    text: str
    tick: int
    ends: bool = False
    seq: int = 0
    """Number of the event that says it."""


@dataclass(frozen=True)
class Talk:
    id: str
    participants: tuple[str, ...]
    arena: str | None
    started: int
    cause: str | None
    lines: tuple[Line, ...] = ()

    @property
    def turn(self) -> str:
        """Whose line is next: they speak in turn, in the order in which they came."""
        if not self.lines or self.lines[-1].speaker not in self.participants:
            return self.participants[0]
        last = self.participants.index(self.lines[-1].speaker)
        return self.participants[(last + 1) % len(self.participants)]
