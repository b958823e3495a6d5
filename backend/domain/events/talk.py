"""Talk, and what it makes people to each other."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event


class TalkStarted(Event):
    kind: Literal["talk_started"] = "talk_started"
    talk: str
    resident: str
    """Who starts it and speaks first."""
    participants: tuple[str, ...]
    arena: str | None
    cause: str | None = None


class Said(Event):
    """One line of talk."""

    kind: Literal["said"] = "said"
    speaker: str
    to: tuple[str, ...]
    """Who is spoken to; of a line said aloud, all who heard it, nearest first."""
    text: str
    talk: str | None = None
    """None: a line between a person from outside and residents."""
    aloud: bool = False
    """A person from outside said it to everybody in earshot."""
    tells: tuple[str, ...] = ()
    """The speaker's memories that the line passes on."""
    ends: bool = False
    """The speaker takes leave."""
    cause: str | None = None

    @property
    def subject(self) -> str | None:
        return self.speaker


class TalkEnded(Event):
    kind: Literal["talk_ended"] = "talk_ended"
    talk: str
    reason: str


class NameLearned(Event):
    kind: Literal["name_learned"] = "name_learned"
    resident: str
    other: str
    name: str
    """As they gave it."""


class RelationshipChanged(Event):
    kind: Literal["relationship_changed"] = "relationship_changed"
    resident: str
    other: str
    closeness: float
    """-1 to 1, two decimals; the new value."""
    note: str
    reason: str = ""
    """What changed it, one sentence."""
    cause: str | None = None


class TalkJoined(Event):
    """Somebody joins a talk that goes on; it hears and may say the lines from now on."""

    kind: Literal["talk_joined"] = "talk_joined"
    talk: str
    resident: str
    cause: str | None = None


class TalkLeft(Event):
    """Somebody leaves a talk that goes on without it."""

    kind: Literal["talk_left"] = "talk_left"
    talk: str
    resident: str
    reason: str
