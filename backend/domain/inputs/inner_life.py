"""What a director puts into one resident: thoughts, memories, aims, what somebody is to it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Name, Text

MOST_THOUGHT = 300
"""Characters: a thought goes before a mind as a whole."""

ShortText = Annotated[Text, Field(max_length=MOST_THOUGHT)]
Aim = Annotated[Text, Field(max_length=200)]


class Whisper(Input):
    """A thought that a resident takes as its own, and may follow."""

    kind: Literal["whisper"] = "whisper"
    resident: str
    text: ShortText


class PlantMemory(Input):
    """A memory that a resident has from now on. Nothing else changes; nobody else knows of it."""

    kind: Literal["plant_memory"] = "plant_memory"
    resident: str
    text: ShortText
    source: str | None = None
    """Resident who is remembered to have told it: then it is passed on like hearsay. None: its own past, not told."""
    importance: Annotated[int, Field(ge=1, le=10)] | None = None
    """None: as the built-in rating says."""


class EditGoal(Input):
    """Gives a resident an aim, changes one of its aims, or ends it."""

    kind: Literal["edit_goal"] = "edit_goal"
    resident: str
    goal: str | None = None
    """Id of an aim that it has; None is a new one."""
    text: Aim
    status: Literal["open", "reached", "dropped"] = "open"


class EditRelationship(Input):
    """What another is to a resident from now on. The other one's feelings stay as they are."""

    kind: Literal["edit_relationship"] = "edit_relationship"
    resident: str
    other: str
    closeness: Annotated[float, Field(ge=-1, le=1), AfterValidator(lambda value: round(value, 2))]
    """-1 to 1, two decimals."""
    note: Annotated[Text, Field(max_length=200)] | None = None
    """One sentence in the third person; None leaves the one that is there."""


class SpeakAs(Input):
    """Words of somebody who has no body in town, in a role: a reporter, an inspector."""

    kind: Literal["speak_as"] = "speak_as"
    role: Name
    to: str
    text: Text
