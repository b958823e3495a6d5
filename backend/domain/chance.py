"""Keyed chance: a draw depends on its key alone, so that an intervention shifts no unrelated draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Chance:
    """All draws of one resident for one purpose at one tick; each draw needs its own ordinal."""

    seed: int
    resident: str
    purpose: str
    tick: int

    def unit(self, ordinal: int = 0) -> float:
        """A number in [0, 1)."""
        key = f"{self.seed}|{self.resident}|{self.purpose}|{self.tick}|{ordinal}".encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") / 2**64

    def below(self, bound: int, ordinal: int = 0) -> int:
        """An integer in [0, bound)."""
        return int(self.unit(ordinal) * bound)

    def between(self, low: int, high: int, ordinal: int = 0) -> int:
        """An integer in [low, high]."""
        return low + self.below(high - low + 1, ordinal)

    def choice(self, options: Sequence[T], ordinal: int = 0) -> T:
        return options[self.below(len(options), ordinal)]

    def weighted(self, options: Sequence[T], weights: Sequence[float], ordinal: int = 0) -> T:
        """One of `options`, drawn by its weight; all weights at least 0, one above."""
        left = self.unit(ordinal) * sum(weights)
        for option, weight in zip(options, weights, strict=True):
            left -= weight
            if left < 0:
                return option
        return options[-1]
