"""Where bodies are and go, and how they feel."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.world import Tile


class Walked(Event):
    """A whole walk, one tile a tick: the body is at path[k] at tick + k."""

    kind: Literal["walked"] = "walked"
    resident: str
    path: tuple[Tile, ...]


class Halted(Event):
    """A walk was broken off; the body stands at `at` from this tick on."""

    kind: Literal["halted"] = "halted"
    resident: str
    at: Tile


class Met(Event):
    """Two bodies came into each other's view: both may notice the other at the close of the tick."""

    kind: Literal["met"] = "met"
    resident: str
    other: str


class Knocked(Event):
    """Somebody knocks at the door of a home that is not their own; who is in and awake hears it."""

    kind: Literal["knocked"] = "knocked"
    resident: str
    home: str
    """Address of the sector."""


class LetIn(Event):
    """A resident opens the own home to somebody: the guest may be in its rooms, but the private ones."""

    kind: Literal["let_in"] = "let_in"
    resident: str
    guest: str
    home: str
    until: int
    """The tick by which the guest has left."""
    cause: str | None = None
