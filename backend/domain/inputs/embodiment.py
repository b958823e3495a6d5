"""A director acts for a resident for a while."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Name, Text, VisitorId
from backend.domain.world import Tile


class StepInto(Input):
    """A director takes a resident over: its own mind decides nothing until `step_out`."""

    kind: Literal["step_into"] = "step_into"
    resident: str
    visitor: VisitorId
    """Who acts; the only one who may until it steps out."""
    name: Name = "a director"


class StepOut(Input):
    """The resident is its own again."""

    kind: Literal["step_out"] = "step_out"
    resident: str
    visitor: VisitorId
    reason: Literal["left", "silent"] = "left"


class ActAs(Input):
    """Who stepped into a resident has it do something."""

    kind: Literal["act_as"] = "act_as"
    resident: str
    visitor: VisitorId
    act: Literal["go", "use", "say", "stop"]
    """Go to a place, use an object, say something to a resident in earshot, stop what it does or take leave."""
    place: Annotated[str, Field(max_length=200)] | None = None
    """Address of an arena or a sector, to `go` to."""
    tile: Tile | None = None
    """A tile to `go` to, in place of a place."""
    object: Annotated[str, Field(max_length=200)] | None = None
    """To `use`."""
    use: Annotated[str, Field(max_length=40)] | None = None
    """The need of one of its uses; None is the first."""
    to: str | None = None
    """The resident to whom to `say` it."""
    text: Text | None = None
