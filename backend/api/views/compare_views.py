"""How two towns side by side are told."""

from __future__ import annotations

from backend.domain.events import MemoryKind
from backend.domain.inputs import AnyInput
from backend.domain.world import Tile
from backend.live.frames import View


class EventOf(View):
    """An event of one of the two, as far as it tells where to look."""

    seq: int
    tick: int
    local: str
    """Town-local date and time, ISO 8601."""
    kind: str
    resident: str | None
    """Whom it is mainly about."""


class DifferenceView(View):
    """The first events that are not the same; null for the one that has lived nothing more."""

    one: EventOf | None
    other: EventOf | None


class StepOf(EventOf):
    """An event on the way from a cause to a difference."""

    town: str
    """Which of the two it is of."""
    named: bool
    """Whether the log names that it comes of what was before; else that is the nearest that fits."""


class TraceOf(View):
    """From what a single difference comes."""

    cause: int
    """Which of `causes` it is, counted from 0."""
    certain: bool
    """Whether it comes of that cause for certain: the log leads there, or nothing else had been done by then that was
    not done in both. Else it is the nearest cause that fits."""
    passed: list[StepOf]
    """Through whose lives it went, with the first event of the way in each; of a long way its two ends."""
    passed_in_all: int


class InputOf(View):
    """What somebody did in one of the two alone."""

    town: str
    id: int
    input: AnyInput
    tick: int
    local: str


class CauseView(View):
    """What made their lives differ."""

    town: str
    """The one that has it alone."""
    input: InputOf | None
    """What somebody did; null where minds have answered otherwise."""
    first: EventOf
    """The first event that comes from it."""
    memories: int
    """How many memories of one of the two alone come from it."""
    said: int
    """… and how many lines of talk."""


class Whereabouts(View):
    tile: Tile
    arena: str | None
    """Null on a street."""
    action: str | None
    asleep: bool


class ApartView(View):
    """A resident who is elsewhere or does something else; null for the town in which it does not live."""

    resident: str
    one: Whereabouts | None
    other: Whereabouts | None
    since: DifferenceView | None
    """The first events about it that are not the same."""
    trace: TraceOf | None
    """From what it comes that it is there; null where the difference lies too far back to be followed."""


class LineOf(View):
    """Something said in one of them alone."""

    seq: int
    tick: int
    local: str
    speaker: str
    to: list[str]
    text: str
    trace: TraceOf | None


class MemoryOf(View):
    """Something remembered in one of them alone."""

    id: str
    resident: str
    seq: int
    tick: int
    local: str
    kind: MemoryKind
    text: str
    importance: int
    trace: TraceOf | None


class SideView(View):
    """What is in one of the two alone."""

    town: str
    inputs: list[InputOf]
    said: list[LineOf]
    """The first of them."""
    said_in_all: int
    memories: list[MemoryOf]
    """The most important of them, oldest first."""
    memories_in_all: int
    knows_more: dict[str, int]
    """Resident to how much it remembers that it does not in the other."""


class CompareView(View):
    at: int
    """The tick up to which both are compared."""
    local: str
    shared_seq: int
    """Position of the last event that both have from the same town."""
    first: DifferenceView | None
    """Null: up to `at` there is no difference."""
    cause: InputOf | None
    """What somebody did, from which the first difference comes; null where it comes from what minds have answered."""
    causes: list[CauseView]
    """All from which what is otherwise comes, the earliest first; each difference tells which of them is its own."""
    apart: list[ApartView]
    """Who is elsewhere or does something else at `at`; those first whose life changed first."""
    one: SideView
    other: SideView
