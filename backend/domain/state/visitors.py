"""Visitors at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.events import EmoteKind, Pose
from backend.domain.world import Tile


@dataclass(frozen=True)
class Doing:
    """What a visitor does with an object."""

    object: str
    use: str
    activity: str
    emoji: str
    pose: Pose
    since: int


@dataclass(frozen=True)
class Emote:
    """What a visitor shows, up to tick `until`."""

    emote: EmoteKind
    since: int
    until: int


@dataclass(frozen=True)
class Visitor:
    id: str
    name: str
    looks: int
    at: Tile
    doing: Doing | None = None
    emote: Emote | None = None
    """The last one; it may be over."""
    since: int = 0
    """The tick at which it came."""


@dataclass(frozen=True)
class Welcome:
    """In whose home somebody is a guest, and until when."""

    home: str
    host: str
    until: int
    """The tick from which it holds no more."""
