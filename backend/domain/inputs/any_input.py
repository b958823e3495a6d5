"""The registry of all inputs: one entry a kind, its model in the file of its family."""

from __future__ import annotations

from typing import Annotated, Union

from pydantic import Field, TypeAdapter

from backend.domain.inputs.arming import Arm, Disarm
from backend.domain.inputs.commitments import CancelCommitment, MakeCommitment
from backend.domain.inputs.embodiment import ActAs, StepInto, StepOut
from backend.domain.inputs.inner_life import EditGoal, EditRelationship, PlantMemory, SpeakAs, Whisper
from backend.domain.inputs.minds import SetMind
from backend.domain.inputs.people import AddResident, EditPersona, RemoveResident
from backend.domain.inputs.places import ClosePlace, MoveResident, OpenPlace
from backend.domain.inputs.requests import CarryOut, Request
from backend.domain.inputs.surroundings import Announce, SetObject, SetWeather
from backend.domain.inputs.visitors import Emote, Enter, Follow, Leave, Speak, UseObject, Walk

AnyInput = Annotated[
    Union[  # noqa: UP007 - a long union reads better so
        Speak,
        Announce,
        SetObject,
        SetWeather,
        SetMind,
        Enter,
        Walk,
        Leave,
        UseObject,
        Emote,
        Follow,
        AddResident,
        RemoveResident,
        EditPersona,
        Whisper,
        PlantMemory,
        EditGoal,
        EditRelationship,
        SpeakAs,
        Request,
        CarryOut,
        StepInto,
        StepOut,
        ActAs,
        ClosePlace,
        OpenPlace,
        MoveResident,
        MakeCommitment,
        CancelCommitment,
        Arm,
        Disarm,
    ],
    Field(discriminator="kind"),
]
INPUT_ADAPTER: TypeAdapter[AnyInput] = TypeAdapter(AnyInput)
