"""Everything that can have happened in a town: the one schema of the log.

Each event is a frozen model with a `kind`; `AnyEvent` is the registry of all of them. The page's TypeScript types
are generated from here. An event says nothing about wall times, database ids or costs: two towns that lived the same
have the same log, byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Union

from pydantic import Field, TypeAdapter

from backend.domain.events.arming import Armed, ConditionMet, Disarmed, Expired, Fired, Misfired, Trail
from backend.domain.events.bodies import Halted, Knocked, LetIn, Met, Walked
from backend.domain.events.commitments import CommitmentSettled, OfferAnswered, Offered
from backend.domain.events.conditions import (
    ArrivesAt,
    ClockShows,
    Condition,
    HeardOf,
    NewsKnown,
    TalkBegins,
    ThingIs,
    WeatherIs,
    WordGiven,
)
from backend.domain.events.deeds import ActionBegun, ActionChosen, ActionEnded, Announced, ObjectChanged
from backend.domain.events.embodiment import SteppedInto, SteppedOut
from backend.domain.events.event import Event
from backend.domain.events.inner_life import Believed, BodyChanged, Followed, GoalSet, MindChoice, MindSet
from backend.domain.events.memory import Embedded, MemoryKind, Rated, Reflected, Remembered, Source
from backend.domain.events.minds import Answered, AnswerLapsed, Asked, QuestionKind
from backend.domain.events.places import FoundShut, PlaceClosed, PlaceOpened, ResidentMoved
from backend.domain.events.plans import Block, BlockDetailed, DayPlanned, PlannedAction
from backend.domain.events.requests import (
    MOST_EFFECTS,
    Effect,
    PlaceReopens,
    PlaceShuts,
    RequestCarriedOut,
    Requested,
    RequestJudged,
    ThingBecomes,
    Verdict,
    WeatherTurns,
    WordsGoRound,
)
from backend.domain.events.talk import (
    NameLearned,
    RelationshipChanged,
    Said,
    TalkEnded,
    TalkJoined,
    TalkLeft,
    TalkStarted,
)
from backend.domain.events.town import (
    SCHEMA_VERSION,
    PersonaEdited,
    ResidentAdded,
    ResidentRemoved,
    TownFounded,
    Weather,
    WeatherChanged,
)
from backend.domain.events.visitors import (
    EMOTES,
    Emoted,
    EmoteKind,
    Pose,
    VisitorEntered,
    VisitorLeft,
    VisitorMoved,
    VisitorStopped,
    VisitorUsed,
)

__all__ = [
    "EMOTES",
    "EVENT_ADAPTER",
    "MOST_EFFECTS",
    "SCHEMA_VERSION",
    "SERVER_ONLY",
    "ActionBegun",
    "ActionChosen",
    "ActionEnded",
    "Announced",
    "AnswerLapsed",
    "Answered",
    "AnyEvent",
    "Armed",
    "ArrivesAt",
    "Asked",
    "Believed",
    "Block",
    "BlockDetailed",
    "BodyChanged",
    "ClockShows",
    "CommitmentSettled",
    "Condition",
    "ConditionMet",
    "DayPlanned",
    "Disarmed",
    "Effect",
    "Embedded",
    "EmoteKind",
    "Emoted",
    "Event",
    "Expired",
    "Fired",
    "Followed",
    "FoundShut",
    "GoalSet",
    "Halted",
    "HeardOf",
    "Knocked",
    "LetIn",
    "MemoryKind",
    "Met",
    "MindChoice",
    "MindSet",
    "Misfired",
    "NameLearned",
    "NewsKnown",
    "ObjectChanged",
    "OfferAnswered",
    "Offered",
    "PersonaEdited",
    "PlaceClosed",
    "PlaceOpened",
    "PlaceReopens",
    "PlaceShuts",
    "PlannedAction",
    "Pose",
    "QuestionKind",
    "Rated",
    "Recorded",
    "Reflected",
    "RelationshipChanged",
    "Remembered",
    "RequestCarriedOut",
    "RequestJudged",
    "Requested",
    "ResidentAdded",
    "ResidentMoved",
    "ResidentRemoved",
    "Said",
    "Source",
    "SteppedInto",
    "SteppedOut",
    "TalkBegins",
    "TalkEnded",
    "TalkJoined",
    "TalkLeft",
    "TalkStarted",
    "ThingBecomes",
    "ThingIs",
    "TownFounded",
    "Trail",
    "Verdict",
    "VisitorEntered",
    "VisitorLeft",
    "VisitorMoved",
    "VisitorStopped",
    "VisitorUsed",
    "Walked",
    "Weather",
    "WeatherChanged",
    "WeatherIs",
    "WeatherTurns",
    "WordGiven",
    "WordsGoRound",
]

AnyEvent = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        TownFounded, WeatherChanged, ResidentAdded, ResidentRemoved, PersonaEdited,
        PlaceClosed, PlaceOpened, FoundShut, ResidentMoved,
        Walked, Halted, Met, Knocked, LetIn,
        VisitorEntered, VisitorMoved, VisitorLeft, VisitorUsed, VisitorStopped, Emoted,
        ActionChosen, ActionBegun, ActionEnded, ObjectChanged, Announced,
        Asked, Answered, AnswerLapsed,
        DayPlanned, BlockDetailed,
        Remembered, Rated, Reflected, Embedded,
        TalkStarted, Said, TalkEnded, NameLearned, RelationshipChanged, TalkJoined, TalkLeft,
        Offered, OfferAnswered, CommitmentSettled,
        BodyChanged, Believed, GoalSet, MindSet, Followed,
        Requested, RequestJudged, RequestCarriedOut, SteppedInto, SteppedOut,
        Armed, ConditionMet, Fired, Misfired, Expired, Disarmed,
    ],
    Field(discriminator="kind"),
]  # fmt: skip

EVENT_ADAPTER: TypeAdapter[AnyEvent] = TypeAdapter(AnyEvent)

SERVER_ONLY = frozenset({"vector", "vectors", "trail"})
"""Payload fields that are never sent to a page."""


@dataclass(frozen=True)
class Recorded:
    """An event with its position in the log: `order` counts within its tick from 0, `seq` within the town from 1."""

    seq: int
    tick: int
    order: int
    event: AnyEvent
