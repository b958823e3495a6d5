"""How it is told that somebody is gone: by these words alone others know it, whoever told them."""

from __future__ import annotations

GONE = "has left the town for good"
"""As after a name. A memory that holds them, about somebody, is the knowledge that they are gone."""


def tells_of_departure(text: str, about: tuple[str, ...], who: str) -> bool:
    """Whether a memory says that `who` is gone."""
    return who in about and GONE in text
