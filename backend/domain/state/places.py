"""Objects, and places that are closed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ObjectState:
    state: str
    by: str | None
    since: int


@dataclass(frozen=True)
class Closure:
    """A place that a director closed."""

    reason: str
    since: int


def closing_key(place: str, since: int) -> str:
    """One closing of a place; when it is closed another time, that is another one."""
    return f"{place}|{since}"
