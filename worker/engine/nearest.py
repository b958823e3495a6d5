"""What somebody who mistyped a name has probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """A remedy in words."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.3)
    return f"did you mean {close[0]!r}?" if close else "look up the town's own list"
