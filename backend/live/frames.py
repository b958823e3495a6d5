"""The messages of the live channel, `WS /api/towns/{id}/live`: one registry for both directions.

The page's TypeScript types are generated from here. Only `snapshot` and `events` come from the log;
`clock` and `tokens` are gone as soon as they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Field

from backend.domain.events import AnyEvent, MindChoice, QuestionKind, Weather
from backend.domain.newcomer import Newcomer
from backend.domain.persona_edit import PersonaEdit
from backend.domain.state import (
    ArmedIntervention,
    AskedFor,
    Closure,
    Commitment,
    Departed,
    ObjectState,
    OpenQuestion,
    Resident,
    Talk,
    Visitor,
    Welcome,
)

Speed = Annotated[float, Field(ge=1, le=300)] | Literal["max"]
"""Simulated seconds per real second, or as fast as the minds sustain."""

StandIn = Literal["off", "budget", "away"]
"""Why the built-in mind answers in the model's place: there is none, the day's budget is spent, it does not answer."""

Because = Literal["unwatched", "unseen"]
"""Why a town stands that nobody paused."""

TownStatus = Literal["running", "waiting", "paused", "starting", "ended"]
"""What the town does just now. `waiting`: it runs slower than asked because minds are thinking.
`starting`: it should run, and no worker has taken it up yet."""


class View(BaseModel):
    """Something as the page sees it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


@dataclass(frozen=True)
class StateDocument:
    """A town at (tick, order), as `TownState.document` makes it."""

    tick: int
    order: int
    seq: int
    residents: dict[str, Resident]
    visitors: dict[str, Visitor]
    newcomers: dict[str, Newcomer]
    departed: dict[str, Departed]
    persona_edits: dict[str, PersonaEdit]
    objects: dict[str, ObjectState]
    welcomes: dict[str, Welcome]
    closures: dict[str, Closure]
    talks: dict[str, Talk]
    commitments: dict[str, Commitment]
    weather: Weather
    requests: dict[str, AskedFor]
    """The last requests to the game master, oldest first."""
    armed: dict[str, ArmedIntervention]
    """What waits for its condition, by id."""
    spent: dict[str, ArmedIntervention]
    """The last that wait no more, oldest first."""
    mind: MindChoice
    questions: dict[str, OpenQuestion]


class Horizon(View):
    """The last position up to which every event is final; nothing past it is shown."""

    tick: int
    order: int
    seq: int


class Waiting(View):
    """A question that holds the town up; the engine may say more of it than the page is told."""

    model_config = ConfigDict(extra="ignore")

    resident: str
    question: QuestionKind
    since_tick: int
    seconds: float
    """How long it has been waited for, in real seconds."""


class Clock(View):
    """How a town's time goes."""

    tick: float
    """Where the town's clock stands; between two ticks while it runs smoothly."""
    local: str
    """Town-local date and time of that tick, ISO 8601."""
    paused: bool
    speed: Speed
    """The speed that was asked for, in simulated seconds per real second."""
    reached: float
    """The speed of the last seconds."""
    status: TownStatus
    waiting: list[Waiting]
    pause_at: int | None
    """The tick at which it pauses by itself."""
    step_to: int | None
    """The tick up to which it goes on although it is paused."""
    paused_because: Because | None
    """Nobody paused it. `unwatched`: it costs money and no page has watched it for a while; `unseen`: it was lived
    ahead and waits for its first viewer. Unpausing lets it go on."""


class Degraded(View):
    """The built-in mind stands in for the model; the town lives on."""

    reason: StandIn
    since: str
    """ISO 8601, UTC."""


class Town(View):
    """A town: what it was made from, and how its time goes."""

    id: str
    name: str
    scenario: str
    scenario_hash: str
    """What it was founded on; the scenario's folder may have changed since."""
    seed: int
    mind: str
    created_at: str
    """ISO 8601, UTC."""
    start: str
    """Town-local date and time of tick 0, ISO 8601."""
    horizon: Horizon
    clock: Clock
    trouble: str | None
    """What went wrong last, in words; null when all is well."""
    degraded: Degraded | None
    """Why the built-in mind answers for the model; null where it need not."""
    parent: str | None
    """The town that it is a branch of; null for one that was founded."""
    root: str
    """The town that its family began with; itself where it was founded."""
    fork_tick: int | None
    """The last tick that it shares with its parent; -1 where it shares none. Null for one that was founded."""
    main: str | None
    """Of the one that its family began with: which of them was made the main one; null: itself. Null for a branch."""


class RecordedEvent(View):
    """An event and its position in the log."""

    seq: int
    tick: int
    order: int
    event: AnyEvent


# -- from the server


class SnapshotFrame(View):
    """The whole town. Always the first frame of a channel that was opened without `after`."""

    type: Literal["snapshot"] = "snapshot"
    town: Town
    scenario: str
    state: StateDocument
    seq: int
    tick: int
    order: int


class EventsFrame(View):
    """What happened since the last frame, and how far the log is final. `events` may be empty."""

    type: Literal["events"] = "events"
    events: list[RecordedEvent]
    horizon: Horizon


class ClockFrame(View):
    """How the town's time goes, 1 to 10 times a second. May be left out for a slow page."""

    type: Literal["clock"] = "clock"
    clock: Clock
    horizon: Horizon
    trouble: str | None
    degraded: Degraded | None


class TokensFrame(View):
    """A piece of an answer to a person while it is being written; the whole text comes as a `said` event."""

    type: Literal["tokens"] = "tokens"
    question: str
    resident: str
    visitor: str
    text: str
    index: int
    """Number of the piece from 0; a gap means that a piece was lost, another 0 that those before do not count."""


class GoneFrame(View):
    """The town was deleted; the channel closes after it."""

    type: Literal["gone"] = "gone"
    detail: str


class PongFrame(View):
    type: Literal["pong"] = "pong"


class ErrorFrame(View):
    """A message of the page that was not understood; the channel stays open."""

    type: Literal["error"] = "error"
    problem: str
    """The problem's name, as in the HTTP routes."""
    detail: str


Frame = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        SnapshotFrame, EventsFrame, ClockFrame, TokensFrame, GoneFrame, PongFrame, ErrorFrame,
    ],
    Field(discriminator="type"),
]  # fmt: skip


# -- from the page


class PingFrame(View):
    type: Literal["ping"] = "ping"


PageFrame = PingFrame
"""All that a page may send; people act through `POST /api/towns/{id}/inputs`."""
