"""What everybody did, when and where, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE


@dataclass(frozen=True)
class Deed:
    """An action that was begun: a resident was at `arena` and did `activity` from `start` to before `end` (ticks)."""

    what: e.ActionChosen
    start: int
    end: int
    working: bool
    """Whether the day's plan has it in a block of work."""
    over: bool
    """False where the log ends before it."""
    events: tuple[int, ...]
    """The `seq` of its choice, beginning and end."""

    @property
    def resident(self) -> str:
        return self.what.resident

    @property
    def minutes(self) -> float:
        return (self.end - self.start) / TICKS_PER_MINUTE

    def during(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


@dataclass(frozen=True)
class Setback:
    """Something set out for that was not to be."""

    what: e.ActionChosen
    reason: str
    tick: int
    events: tuple[int, ...]


def deeds_of(log: Iterable[e.Recorded], ticks: int) -> tuple[list[Deed], list[Setback]]:
    """All deeds and setbacks of a log that was lived to `ticks`, in the order of their ends."""
    deeds: list[Deed] = []
    setbacks: list[Setback] = []
    chosen: dict[str, e.Recorded] = {}
    begun: dict[str, e.Recorded] = {}
    blocks: dict[str, tuple[e.Block, ...]] = {}
    working: dict[str, bool] = {}

    def close(who: str, tick: int, end: e.Recorded | None) -> None:
        choice, start = chosen.pop(who), begun.pop(who, None)
        assert isinstance(choice.event, e.ActionChosen)
        seqs = tuple(event.seq for event in (choice, start, end) if event is not None)
        if start is not None and tick > start.tick:
            deeds.append(Deed(choice.event, start.tick, tick, working[who], end is not None, seqs))
        if end is not None and isinstance(end.event, e.ActionEnded) and end.event.how == "refused":
            setbacks.append(Setback(choice.event, end.event.reason, tick, seqs))

    for recorded in log:
        match recorded.event:
            case e.DayPlanned() as plan:
                blocks[plan.resident] = plan.blocks
            case e.ActionChosen() as what:
                chosen[what.resident] = recorded
                planned = blocks.get(what.resident, ())
                inside = what.block is not None and 0 <= what.block < len(planned)
                working[what.resident] = (
                    inside and what.block is not None and planned[what.block].need == "work"
                )
            case e.ActionBegun() as start if start.resident in chosen:
                begun[start.resident] = recorded
            case e.ActionEnded() as end if end.resident in chosen:
                close(end.resident, recorded.tick, recorded)
    for who in sorted(chosen):
        close(who, ticks, None)
    return deeds, setbacks
