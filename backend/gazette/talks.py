"""Who talked with whom, and who learned whose name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE


@dataclass
class Talk:
    arena: str | None
    pair: tuple[str, ...]
    """Its participants, who started it first."""
    start: int
    events: list[int]
    end: int
    lines: list[e.Recorded] = field(default_factory=list)
    """The recorded `Said` events."""

    @property
    def minutes(self) -> float:
        return (self.end - self.start) / TICKS_PER_MINUTE


@dataclass(frozen=True)
class Introduction:
    """Two who learned each other's names on one day."""

    pair: tuple[str, str]
    tick: int
    """When the second of the two learned the other's."""
    events: tuple[int, ...]


def talks_of(log: Iterable[e.Recorded], ticks: int) -> list[Talk]:
    """In the order of their beginnings; one that the log leaves open ends at `ticks`."""
    found: dict[str, Talk] = {}
    for recorded in log:
        match recorded.event:
            case e.TalkStarted() as begun:
                found[begun.talk] = Talk(
                    begun.arena, begun.participants, recorded.tick, [recorded.seq], max(ticks, recorded.tick)
                )
            case e.Said(talk=str(talk)) if talk in found:
                found[talk].lines.append(recorded)
            case e.TalkEnded() as ended if ended.talk in found:
                found[ended.talk].end = recorded.tick
                found[ended.talk].events.append(recorded.seq)
    return list(found.values())


def introductions(log: Iterable[e.Recorded]) -> list[Introduction]:
    """Pairs who know each other by name from now on, in order."""
    learned: dict[tuple[str, str], e.Recorded] = {}
    found: list[Introduction] = []
    for recorded in log:
        if isinstance(recorded.event, e.NameLearned):
            one, other = recorded.event.resident, recorded.event.other
            learned.setdefault((one, other), recorded)
            if (back := learned.get((other, one))) is not None and back.seq != recorded.seq:
                found.append(Introduction((other, one), recorded.tick, (back.seq, recorded.seq)))
    return found
