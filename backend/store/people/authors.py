"""Who did something, by the link with which they came in."""

from __future__ import annotations

PRINTED = "printed at the start"
"""The label of the link that `townlet up` prints: it names nobody."""


def named(label: str | None) -> str | None:
    """Whom a link's label names; None for a link that is for nobody in particular."""
    return None if label in (None, "", PRINTED) else label
