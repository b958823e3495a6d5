"""Slices of a live town's life that are as long for the town on any machine."""

from __future__ import annotations

A_SLICE = 2.0
"""Real seconds by `Hands`: an engine looks around half a dozen times."""


class Hands:
    """A monotonic clock in the test's hands: it goes by itself only as far as it is looked at."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        self.now += 0.05
        return self.now
