"""What is done, and what it does to things."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.world import Tile


class ActionChosen(Event):
    """A resident sets out to do something: place, object and spot are claimed from now on."""

    kind: Literal["action_chosen"] = "action_chosen"
    resident: str
    activity: str
    emoji: str
    need: str
    arena: str
    object: str | None = None
    object_state: str | None = None
    spot: Tile
    duration: int
    """Ticks, counted from when it is begun."""
    asleep: bool = False
    block: int | None = None
    """Which block of the day's plan it belongs to; None for a reaction."""
    why: str
    """One sentence in plain words, for the panel."""
    cause: str | None = None
    """Key of the question whose answer it is."""
    cites: tuple[str, ...] = ()
    """Memories that led to it."""


class ActionBegun(Event):
    """The resident has arrived and does it until tick `until`."""

    kind: Literal["action_begun"] = "action_begun"
    resident: str
    until: int


class ActionEnded(Event):
    kind: Literal["action_ended"] = "action_ended"
    resident: str
    how: Literal["done", "interrupted", "refused"]
    reason: str = ""


class ObjectChanged(Event):
    """The state of an object in words. `by` is a resident, a visitor, or None for the director's hand."""

    kind: Literal["object_changed"] = "object_changed"
    object: str
    state: str
    was: str
    by: str | None = None

    @property
    def subject(self) -> str | None:
        return self.by


class Announced(Event):
    """Words heard by all who are in `arena`; None is everywhere."""

    kind: Literal["announced"] = "announced"
    arena: str | None = None
    text: str
    by: str
