"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of `townlet doctor`.

    Attributes:
        part: what was looked at.
        fine: whether it is as it should be.
        words: how it is; where it isn't fine, what to do, too.
    """

    part: str
    fine: bool
    words: str

    def line(self) -> str:
        """On one line, however the words were wrapped."""
        return f"{'✓' if self.fine else '✗'} {self.part}: {' '.join(self.words.split())}"
