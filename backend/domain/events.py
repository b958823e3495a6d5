"""Everything that can have happened in a town: the one schema of the log.

Each event is a frozen model with a `kind`; `EVENTS` is the registry of all of them. The page's TypeScript types are
generated from here. An event says nothing about wall times, database ids or costs: two towns that lived the same
have the same log, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from backend.domain.world import Tile

SCHEMA_VERSION = 1
"""Raised when an event's shape changes; older logs are read through an upgrade step."""


class Event(BaseModel):
    """Base of all events. `resident` is the body it is mainly about, for filters; None where there is none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def subject(self) -> str | None:
        return getattr(self, "resident", None)


# -- the town ---------------------------------------------------------------------------------------------------------


class TownFounded(Event):
    kind: Literal["town_founded"] = "town_founded"
    schema_version: int = SCHEMA_VERSION
    scenario: str
    scenario_hash: str
    seed: int
    mind: str
    start: str
    """Town-local date and time of tick 0, ISO 8601."""


# -- bodies -----------------------------------------------------------------------------------------------------------


class Walked(Event):
    """A whole walk, one tile a tick: the body is at path[k] at tick + k."""

    kind: Literal["walked"] = "walked"
    resident: str
    path: tuple[Tile, ...]


class Halted(Event):
    """A walk was broken off; the body stands at `at` from this tick on."""

    kind: Literal["halted"] = "halted"
    resident: str
    at: Tile


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
    """A person's step: immediate, not one tile a tick."""

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


class Met(Event):
    """Two bodies came into each other's view: both may notice the other at the close of the tick."""

    kind: Literal["met"] = "met"
    resident: str
    other: str


class Knocked(Event):
    """Somebody knocks at the door of a home that is not their own; who is in and awake hears it."""

    kind: Literal["knocked"] = "knocked"
    resident: str
    home: str
    """Address of the sector."""


class LetIn(Event):
    """A resident opens the own home to somebody: the guest may be in its rooms, but the private ones."""

    kind: Literal["let_in"] = "let_in"
    resident: str
    guest: str
    home: str
    until: int
    """The tick by which the guest has left."""
    cause: str | None = None


# -- actions and objects ----------------------------------------------------------------------------------------------


class ActionChosen(Event):
    """A resident sets out to do something: place, object and spot are claimed from now on."""

    kind: Literal["action_chosen"] = "action_chosen"
    resident: str
    activity: str
    emoji: str
    need: str
    arena: str
    object: str | None = None
    object_state: str | None = None
    spot: Tile
    duration: int
    """Ticks, counted from when it is begun."""
    asleep: bool = False
    block: int | None = None
    """Which block of the day's plan it belongs to; None for a reaction."""
    why: str
    """One sentence in plain words, for the panel."""
    cause: str | None = None
    """Key of the question whose answer it is."""
    cites: tuple[str, ...] = ()
    """Memories that led to it."""


class ActionBegun(Event):
    """The resident has arrived and does it until tick `until`."""

    kind: Literal["action_begun"] = "action_begun"
    resident: str
    until: int


class ActionEnded(Event):
    kind: Literal["action_ended"] = "action_ended"
    resident: str
    how: Literal["done", "interrupted", "refused"]
    reason: str = ""


class ObjectChanged(Event):
    """The state of an object in words. `by` is a resident, a visitor, or None for the director's hand."""

    kind: Literal["object_changed"] = "object_changed"
    object: str
    state: str
    was: str
    by: str | None = None

    @property
    def subject(self) -> str | None:
        return self.by


class Announced(Event):
    """Words heard by all who are in `arena`; None is everywhere."""

    kind: Literal["announced"] = "announced"
    arena: str | None = None
    text: str
    by: str


# -- minds ------------------------------------------------------------------------------------------------------------

QuestionKind = Literal[
    "plan_day", "detail_plan", "react", "say", "digest", "rate", "reflect", "answer", "adjudicate"
]


class Asked(Event):
    """A question left for a mind. Its retrieved memories count as accessed at this tick."""

    kind: Literal["asked"] = "asked"
    key: str
    question: QuestionKind
    resident: str
    effect: int | None = None
    """The tick at which the answer takes effect; None: stamped on arrival (`answer`)."""
    memories: tuple[str, ...] = ()
    about: str | None = None
    """Who or what it is about: a resident, a visitor, an object, a talk, a block."""


class Answered(Event):
    """An answer takes effect; what it leads to follows as events of their own with `cause` = `key`."""

    kind: Literal["answered"] = "answered"
    key: str
    question: QuestionKind
    resident: str
    mind: str
    choice: str = ""
    """What was decided, in few words."""
    cites: tuple[str, ...] = ()
    """The memories that the mind gave as its grounds."""


class AnswerLapsed(Event):
    """The world had moved on, or the answer was not possible in it."""

    kind: Literal["answer_lapsed"] = "answer_lapsed"
    key: str
    question: QuestionKind
    resident: str
    reason: str


class Block(BaseModel):
    """A part of the day's plan, `start` to `end` in ticks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int
    end: int
    activity: str
    need: str
    emoji: str
    arena: str


class PlannedAction(BaseModel):
    """One action of a block's detail. Durations are shares of the block and shrink when time is short."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    activity: str
    need: str
    emoji: str
    arena: str
    object: str | None = None
    object_state: str | None = None
    duration: int
    """Ticks."""


class DayPlanned(Event):
    kind: Literal["day_planned"] = "day_planned"
    resident: str
    day: int
    blocks: tuple[Block, ...]
    cause: str | None = None


class BlockDetailed(Event):
    kind: Literal["block_detailed"] = "block_detailed"
    resident: str
    block: int
    actions: tuple[PlannedAction, ...]
    cause: str | None = None


# -- memory -----------------------------------------------------------------------------------------------------------

MemoryKind = Literal["observation", "conversation", "plan", "reflection", "planted"]


class Source(BaseModel):
    """Where a memory comes from; exactly what can be followed back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["scenario", "perception", "speaker", "conversation", "intervention", "thought"]
    who: str | None = None
    """The speaker."""
    talk: str | None = None
    memories: tuple[str, ...] = ()
    """The memories it was drawn from: the speaker's own for something told, one's own for a reflection."""
    question: str | None = None


class Remembered(Event):
    """A memory was formed (paper, section 4.1)."""

    kind: Literal["remembered"] = "remembered"
    id: str
    resident: str
    memory: MemoryKind
    text: str
    importance: int
    """1 to 10; the built-in rating until a mind has rated it."""
    source: Source
    about: tuple[str, ...] = ()
    """Residents, visitors and objects it is about."""
    percept: str | None = None
    """What was perceived; nothing is perceived twice within the last 8."""
    news: str | None = None
    """Id of the item of news that it carries."""
    vector: str | None = None
    """Embedding: base64 of int8, made once, never recomputed."""
    embedder: str | None = None


class Rated(Event):
    kind: Literal["rated"] = "rated"
    resident: str
    ratings: dict[str, int]
    """Memory id to importance; only those that differ from the built-in rating."""
    upto: int
    """All observations formed up to this tick count as rated."""
    cause: str | None = None


class Reflected(Event):
    """The importance taken in since the last reflection starts again from 0."""

    kind: Literal["reflected"] = "reflected"
    resident: str
    cause: str | None = None


# -- talk -------------------------------------------------------------------------------------------------------------


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
    text: str
    talk: str | None = None
    """None: a line between a person from outside and a resident."""
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
    cause: str | None = None


AnyEvent = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        TownFounded, Walked, Halted, Met, Knocked, LetIn, VisitorEntered, VisitorMoved, VisitorLeft,
        ActionChosen, ActionBegun, ActionEnded, ObjectChanged, Announced,
        Asked, Answered, AnswerLapsed, DayPlanned, BlockDetailed,
        Remembered, Rated, Reflected,
        TalkStarted, Said, TalkEnded, NameLearned, RelationshipChanged,
    ],
    Field(discriminator="kind"),
]  # fmt: skip

EVENT_ADAPTER: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)

SERVER_ONLY = frozenset({"vector"})
"""Payload fields that are never sent to a page."""


@dataclass(frozen=True)
class Recorded:
    """An event with its position in the log: `order` counts within its tick from 0, `seq` within the town from 1."""

    seq: int
    tick: int
    order: int
    event: AnyEvent
