"""What befell the town: things in a state that nobody's work explains, words for all, people from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from backend.domain import events as e
from backend.domain.inputs import VISITOR_PREFIX

IDLE = "idle"
"""What a thing is when nobody has to do with it."""


@dataclass
class Trouble:
    """A thing in a state that no resident's doings explain, as long as it is in it."""

    thing: str
    """Address of the object."""
    state: str
    tick: int
    by: str | None
    """Resident or visitor; None for no hand that the log names."""
    events: list[int]
    witnesses: list[tuple[str, int, int]] = field(default_factory=list)
    """Who saw it with its own eyes, when, and by which event."""
    mended: tuple[str | None, int, str] | None = None
    """By whom it was set right, when, and the new state."""


@dataclass
class Notice:
    """Words for all who were at a place."""

    text: str
    arena: str | None
    tick: int
    events: list[int]
    heard: list[str] = field(default_factory=list)


@dataclass
class Visit:
    """A person from outside: in the town from `tick` on, or only heard there."""

    visitor: str
    tick: int
    events: list[int]
    left: int | None = None
    lines: list[e.Recorded] = field(default_factory=list)
    """What was said to and by the visitor."""


def troubles_of(log: Sequence[e.Recorded]) -> list[Trouble]:
    found: list[Trouble] = []
    open_: dict[str, Trouble] = {}
    usual = {
        (it.event.object, it.event.object_state) for it in log if isinstance(it.event, e.ActionChosen)
    }  # A sink full of suds is no news while somebody washes up.
    for recorded in log:
        match recorded.event:
            case e.ObjectChanged() as change:
                before = open_.pop(change.object, None)
                if before is not None:
                    before.mended = (change.by, recorded.tick, change.state)
                    before.events.append(recorded.seq)
                if change.state != IDLE and (change.object, change.state) not in usual:
                    trouble = Trouble(change.object, change.state, recorded.tick, change.by, [recorded.seq])
                    open_[change.object] = trouble
                    found.append(trouble)
            case e.Remembered(percept=str(percept), source=e.Source(by="perception")) as seen:
                thing = percept.partition("|")[0]
                trouble_ = open_.get(thing)
                if trouble_ is not None and seen.resident not in {who for who, *_ in trouble_.witnesses}:
                    trouble_.witnesses.append((seen.resident, recorded.tick, recorded.seq))
                    trouble_.events.append(recorded.seq)
    return found


def notices_of(log: Sequence[e.Recorded]) -> list[Notice]:
    """Words for a whole building are an event in each of its rooms, and one notice."""
    found: dict[tuple[int, str, str], Notice] = {}
    for recorded in log:
        match recorded.event:
            case e.Announced() as words:
                sector = ":".join((words.arena or "").split(":")[:2])
                known = found.get((recorded.tick, words.text, sector))
                if known is None:
                    notice = Notice(words.text, words.arena, recorded.tick, [recorded.seq])
                    found[recorded.tick, words.text, sector] = notice
                else:
                    known.arena = sector or None
                    known.events.append(recorded.seq)
            case e.Remembered(percept=str(percept)) as heard if percept.startswith("announced|"):
                for notice in found.values():
                    is_it = percept == f"announced|{notice.tick}|{notice.text}"
                    if is_it and heard.resident not in notice.heard:
                        notice.heard.append(heard.resident)
                        notice.events.append(recorded.seq)
    return list(found.values())


def visits_of(log: Sequence[e.Recorded]) -> list[Visit]:
    found: list[Visit] = []
    present: dict[str, Visit] = {}

    def visit(visitor: str, recorded: e.Recorded) -> Visit:
        if visitor not in present:
            present[visitor] = Visit(visitor, recorded.tick, [recorded.seq])
            found.append(present[visitor])
        return present[visitor]

    for recorded in log:
        match recorded.event:
            case e.VisitorEntered() as entered:
                present.pop(entered.visitor, None)
                visit(entered.visitor, recorded)
            case e.VisitorLeft() as gone if gone.visitor in present:
                present[gone.visitor].left = recorded.tick
                present.pop(gone.visitor).events.append(recorded.seq)
            case e.Said(talk=None) as line:
                outside = [who for who in (line.speaker, *line.to) if who.startswith(VISITOR_PREFIX)]
                for visitor in outside[:1]:
                    visit(visitor, recorded).lines.append(recorded)
    return found
