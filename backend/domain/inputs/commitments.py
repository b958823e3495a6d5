"""What residents are to do together: a director makes it so, or calls it off."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Text


class MakeCommitment(Input):
    """Two residents have agreed to be somewhere together."""

    kind: Literal["make_commitment"] = "make_commitment"
    resident: str
    """Who gives it."""
    other: str
    what: Annotated[Text, Field(max_length=120)]
    """As one says it: "a walk around the pond"."""
    place: str
    """Address of an arena, or of a sector for its largest room that is open to both then."""
    start: Annotated[int, Field(ge=0, le=2**31 - 1)]
    """Tick."""
    minutes: Annotated[int, Field(ge=10, le=480)] = 60


class CancelCommitment(Input):
    """A resident takes back what it agreed to; from its host, it is off for all."""

    kind: Literal["cancel_commitment"] = "cancel_commitment"
    resident: str
    commitment: str
