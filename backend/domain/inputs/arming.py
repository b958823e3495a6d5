"""An intervention that is to be done when something comes about, and the word that takes it back."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import Field, TypeAdapter

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.events import Condition
from backend.domain.inputs.commitments import CancelCommitment, MakeCommitment
from backend.domain.inputs.inner_life import EditGoal, EditRelationship, PlantMemory, SpeakAs, Whisper
from backend.domain.inputs.input import Input
from backend.domain.inputs.minds import SetMind
from backend.domain.inputs.people import EditPersona, RemoveResident
from backend.domain.inputs.places import ClosePlace, MoveResident, OpenPlace
from backend.domain.inputs.requests import Request
from backend.domain.inputs.surroundings import Announce, SetObject, SetWeather
from backend.domain.inputs.words import Name

MOST_MINUTES = 7 * MINUTES_PER_DAY

Deed = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        Announce,
        SetObject,
        SetWeather,
        SetMind,
        Whisper,
        PlantMemory,
        EditGoal,
        EditRelationship,
        SpeakAs,
        Request,
        ClosePlace,
        OpenPlace,
        MoveResident,
        MakeCommitment,
        CancelCommitment,
        RemoveResident,
        EditPersona,
    ],
    Field(discriminator="kind"),
]
"""What can be armed. Not to arm another one: so nothing sets itself off. Not what wants somebody at hand."""
DEED_ADAPTER: TypeAdapter[Deed] = TypeAdapter(Deed)


class Arm(Input):
    """A director wants something done as soon as a condition holds, once."""

    kind: Literal["arm"] = "arm"
    when: Condition
    do: Deed
    minutes: Annotated[int, Field(ge=1, le=MOST_MINUTES)] = MINUTES_PER_DAY
    """For how long it waits, in simulated minutes; what has not come about by then does not count."""
    by: Name = "a director"
    """Who wants it."""


class Disarm(Input):
    """A director takes back what waits for its condition."""

    kind: Literal["disarm"] = "disarm"
    armed: Annotated[str, Field(max_length=60)]
    """Its id, from the event `armed`."""
    by: Name = "a director"
