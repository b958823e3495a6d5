"""The talks of a life, line by line, as the log tells it."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain import events as e
from tests.a_life import Life


@dataclass
class HeldTalk:
    id: str
    participants: tuple[str, ...]
    started: int
    cause: str | None
    ended: int | None = None
    """None where the life ends before it."""
    reason: str = ""
    lines: list[tuple[int, e.Said]] = field(default_factory=list)
    """With their ticks."""
    joined: set[str] = field(default_factory=set)
    """Who came in later."""

    @property
    def everybody(self) -> set[str]:
        return {*self.participants, *self.joined}

    def __str__(self) -> str:
        return f"{self.id}: " + " / ".join(line.text for _, line in self.lines)


def talks_of(life: Life) -> list[HeldTalk]:
    """In the order of their beginnings."""
    found: dict[str, HeldTalk] = {}
    for recorded in life.log:
        match recorded.event:
            case e.TalkStarted() as event:
                found[event.talk] = HeldTalk(event.talk, event.participants, recorded.tick, event.cause)
            case e.TalkJoined() as event:
                found[event.talk].joined.add(event.resident)
            case e.Said(talk=str(talk)) as line:
                found[talk].lines.append((recorded.tick, line))
            case e.TalkEnded() as event:
                found[event.talk].ended, found[event.talk].reason = recorded.tick, event.reason
    return list(found.values())
