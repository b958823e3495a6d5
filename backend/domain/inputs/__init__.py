"""Everything that can change a town: the typed inputs of people, one registry (`any_input.py`), one file a family.

An answer of a mind is an input too; it reaches the engine by its question's key (see `questions/`) and is not part
of what people may send.
"""

from __future__ import annotations

from backend.domain.inputs.any_input import INPUT_ADAPTER, AnyInput
from backend.domain.inputs.arming import DEED_ADAPTER, Arm, Deed, Disarm
from backend.domain.inputs.commitments import CancelCommitment, MakeCommitment
from backend.domain.inputs.embodiment import ActAs, StepInto, StepOut
from backend.domain.inputs.fates import AnswerGiven, Arrived, Fate, Stamp
from backend.domain.inputs.inner_life import EditGoal, EditRelationship, PlantMemory, SpeakAs, Whisper
from backend.domain.inputs.input import Input
from backend.domain.inputs.minds import SetMind
from backend.domain.inputs.people import AddResident, EditPersona, RemoveResident
from backend.domain.inputs.places import ClosePlace, MoveResident, OpenPlace
from backend.domain.inputs.requests import CarryOut, Request
from backend.domain.inputs.surroundings import Announce, SetObject, SetWeather
from backend.domain.inputs.visitors import Emote, Enter, Follow, Leave, Speak, UseObject, Walk
from backend.domain.inputs.words import MAX_NAME, MAX_TEXT, VISITOR_PREFIX, Name, Text, VisitorId

__all__ = [
    "DEED_ADAPTER",
    "INPUT_ADAPTER",
    "MAX_NAME",
    "MAX_TEXT",
    "VISITOR_PREFIX",
    "ActAs",
    "AddResident",
    "Announce",
    "AnswerGiven",
    "AnyInput",
    "Arm",
    "Arrived",
    "CancelCommitment",
    "CarryOut",
    "ClosePlace",
    "Deed",
    "Disarm",
    "EditGoal",
    "EditPersona",
    "EditRelationship",
    "Emote",
    "Enter",
    "Fate",
    "Follow",
    "Input",
    "Leave",
    "MakeCommitment",
    "MoveResident",
    "Name",
    "OpenPlace",
    "PlantMemory",
    "RemoveResident",
    "Request",
    "SetMind",
    "SetObject",
    "SetWeather",
    "Speak",
    "SpeakAs",
    "Stamp",
    "StepInto",
    "StepOut",
    "Text",
    "UseObject",
    "VisitorId",
    "Walk",
    "Whisper",
]
