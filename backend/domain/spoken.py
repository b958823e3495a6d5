"""Words of a person from outside, as they reach one resident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spoken:
    visitor: str
    name: str
    """As the visitor gives it."""
    to: str
    """The resident who is to answer."""
    text: str
    aloud: bool = False
    """Said to all in earshot."""
    others: tuple[str, ...] = ()
    """Residents who mean to add something when `to` has answered."""
