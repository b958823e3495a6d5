"""What a town's timeline marks: the few things of a life that one looks for when one goes back in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from backend.domain.inputs import AnyInput

MarkKind = Literal[
    "intervention",
    "visitor",
    "talk",
    "news",
    "reflection",
    "made",
    "kept",
    "broken",
    "refusal",
    "bookmark",
    "fired",
    "expired",
]
"""`intervention`: a director's input that took effect; `visitor`: somebody from outside came or spoke;
`news`: a resident told another an item of news; `made`, `kept`, `broken`: a commitment, by one of its parties;
`refusal`: somebody said no to an offer, or an input that was due was refused; `fired`: what was armed was done, for its
condition was met; `expired`: it never was."""

OF_VISITORS = frozenset(("enter", "speak"))
"""Kinds of input that make a mark of a visitor."""
UNMARKED = frozenset(("walk", "leave", "use_object", "emote", "follow"))
"""Kinds of input that make no mark: there are too many of them, and they say too little."""


@dataclass(frozen=True)
class BinnedSpan:
    """A part of a town's life, cut into equal bins; the last one may be shorter."""

    start: int
    """Its first tick."""
    end: int
    """Its last tick, itself included."""
    size: int
    """Ticks in a bin."""

    @property
    def bins(self) -> int:
        return -(-(self.end - self.start + 1) // self.size)

    def bin_of(self, tick: int) -> int:
        return (tick - self.start) // self.size

    @property
    def edges(self) -> list[int]:
        """The first tick of each bin, and the first one after the span."""
        return [*range(self.start, self.end + 1, self.size), self.end + 1]


def binned(start: int, end: int, bins: int) -> BinnedSpan:
    """`start` to `end`, both included, in at most so many bins of at least one tick."""
    return BinnedSpan(start, end, max(1, -(-(end - start + 1) // bins)))


@dataclass(frozen=True)
class Mark:
    """All that is of one kind in one bin, told by its first."""

    kind: MarkKind
    bin: int
    count: int
    tick: int
    """Of the first."""
    seq: int | None
    """Number of the event that it is, or that it led to first; None where nothing happened."""
    who: tuple[str, ...] = ()
    """Residents and visitors it is about."""
    what: str = ""
    """The words of it: what a commitment is about, an item of news, where a talk was, what was announced."""
    author: str | None = None
    """Who sent the intervention, by the label of the link; None where nobody knows."""
    input: str | None = None
    """The kind of input that it is."""
    number: int | None = None
    """The input's id."""
    sent: AnyInput | None = None
    """The input itself."""
