"""What goes on in a resident: its body, beliefs and goals, and which mind it has."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.mind_choice import MindChoice as MindChoice


class BodyChanged(Event):
    """How a resident feels from now on, each 0 to 100."""

    kind: Literal["body_changed"] = "body_changed"
    resident: str
    energy: int
    """0 is exhausted."""
    hunger: int
    """100 is starving."""
    company: int
    """0 is lonely, 100 has had enough of people."""
    mood: int
    """50 is even."""
    because: str = ""
    """What moved it most, in few words."""


class Believed(Event):
    """A resident comes to believe something, more or less firmly; at confidence 0 it gives it up."""

    kind: Literal["believed"] = "believed"
    resident: str
    belief: str
    """Its id; the same for each change of one belief."""
    statement: str
    confidence: float
    """0 to 1, two decimals."""
    about: tuple[str, ...] = ()
    who: str | None = None
    """Who made it believe so; None for its own thought."""
    memories: tuple[str, ...] = ()
    """Its grounds."""
    cause: str | None = None


class GoalSet(Event):
    """A resident sets itself a goal, reaches it or lets go of it."""

    kind: Literal["goal_set"] = "goal_set"
    resident: str
    goal: str
    """Its id."""
    text: str
    status: Literal["open", "reached", "dropped"]
    memories: tuple[str, ...] = ()
    cause: str | None = None


class Followed(Event):
    """Somebody from outside keeps an eye on a resident. It notices nothing; a mind chosen by itself goes by it."""

    kind: Literal["followed"] = "followed"
    resident: str
    visitor: str


class MindSet(Event):
    """From now on another mind answers the questions of a resident; None is everybody."""

    kind: Literal["mind_set"] = "mind_set"
    resident: str | None = None
    mind: MindChoice
