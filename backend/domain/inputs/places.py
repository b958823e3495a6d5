"""Where one may be: a director closes and opens places, and puts residents elsewhere."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Text


class ClosePlace(Input):
    """A building or a room is closed to everybody, staff included, until it is opened again."""

    kind: Literal["close_place"] = "close_place"
    place: str
    """Address of a sector or an arena."""
    reason: Annotated[Text, Field(max_length=120)] | None = None
    """What one reads at the door."""


class OpenPlace(Input):
    """A place that was closed by hand is as its hours say again."""

    kind: Literal["open_place"] = "open_place"
    place: str


class MoveResident(Input):
    """A resident is elsewhere from one moment to the next."""

    kind: Literal["move_resident"] = "move_resident"
    resident: str
    place: str
    """Address of an arena, or of a sector for its largest room that is open to it."""
