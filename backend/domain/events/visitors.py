"""What people from outside do in a town, beside walking and talking."""

from __future__ import annotations

from typing import Literal, get_args

from backend.domain.events.event import Event
from backend.domain.world import Tile

Pose = Literal["standing", "sitting", "lying"]
EmoteKind = Literal["wave", "laugh", "heart", "clap", "dance", "cry", "nod", "shrug"]
EMOTES: tuple[EmoteKind, ...] = get_args(EmoteKind)


class VisitorEntered(Event):
    kind: Literal["visitor_entered"] = "visitor_entered"
    visitor: str
    name: str
    looks: int
    at: Tile

    @property
    def subject(self) -> str | None:
        return self.visitor


class VisitorMoved(Event):
    """A person's step: immediate, not one tile a tick. It ends what the visitor did with an object."""

    kind: Literal["visitor_moved"] = "visitor_moved"
    visitor: str
    path: tuple[Tile, ...]

    @property
    def subject(self) -> str | None:
        return self.visitor


class VisitorLeft(Event):
    kind: Literal["visitor_left"] = "visitor_left"
    visitor: str

    @property
    def subject(self) -> str | None:
        return self.visitor


class VisitorUsed(Event):
    """A visitor begins to do something with an object, until it moves, leaves, stops or begins something else.

    The object's new state, where it has one, is an event of its own.
    """

    kind: Literal["visitor_used"] = "visitor_used"
    visitor: str
    object: str
    use: str
    """Id of the handling, see `backend.domain.handling`."""
    activity: str
    """In the -ing form: "sitting on the bench"."""
    emoji: str
    pose: Pose
    at: Tile
    """Where its body is from now on."""

    @property
    def subject(self) -> str | None:
        return self.visitor


class VisitorStopped(Event):
    """A visitor stops what it did with an object, and stands where it is."""

    kind: Literal["visitor_stopped"] = "visitor_stopped"
    visitor: str

    @property
    def subject(self) -> str | None:
        return self.visitor


class Emoted(Event):
    """A visitor shows what it feels; it is seen above its head up to tick `until`."""

    kind: Literal["emoted"] = "emoted"
    visitor: str
    emote: EmoteKind
    until: int

    @property
    def subject(self) -> str | None:
        return self.visitor
