"""What people from outside do as themselves: walking in, talking, using things."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.events import EmoteKind
from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Name, Text, VisitorId
from backend.domain.world import Tile


class Speak(Input):
    """A person says something to a resident, who answers, or to all in earshot, of whom one answers."""

    kind: Literal["speak"] = "speak"
    visitor: VisitorId
    name: Name
    to: str | None = None
    """Resident id; None is all who are in earshot of the visitor, which has to be in town for that."""
    text: Text


class Enter(Input):
    """A person walks into the town at its gate."""

    kind: Literal["enter"] = "enter"
    visitor: VisitorId
    name: Name
    looks: Annotated[int, Field(ge=0, le=5)] = 0


class Walk(Input):
    """A visitor walks: the tiles after its own, each next to the one before."""

    kind: Literal["walk"] = "walk"
    visitor: VisitorId
    path: Annotated[tuple[Tile, ...], Field(min_length=1, max_length=8)]


class Leave(Input):
    kind: Literal["leave"] = "leave"
    visitor: VisitorId


class UseObject(Input):
    """A visitor does something with an object within its reach."""

    kind: Literal["use_object"] = "use_object"
    visitor: VisitorId
    object: Annotated[str, Field(max_length=200)]
    use: Annotated[str, Field(max_length=40)]
    """One of the object's handlings (`uses` of the scenario's objects), or `stop`."""


class Emote(Input):
    """A visitor shows what it feels."""

    kind: Literal["emote"] = "emote"
    visitor: VisitorId
    emote: EmoteKind


class Follow(Input):
    """A person keeps its eye on a resident, from its page; it counts for an hour of the town."""

    kind: Literal["follow"] = "follow"
    visitor: VisitorId
    resident: str
