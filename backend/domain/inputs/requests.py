"""What a director asks of the game master in free text, and the word that has it carried out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backend.domain.inputs.input import Input
from backend.domain.inputs.words import Name, Text


class Request(Input):
    """A director asks for anything; the game master says whether it may be and what it would change."""

    kind: Literal["request"] = "request"
    text: Text
    by: Name = "a director"
    """Who asks."""
    at_once: bool = False
    """Whether it is carried out as soon as it is judged, unless it is refused; else it waits for `carry_out`."""


class CarryOut(Input):
    """A director has a request carried out, as it was judged."""

    kind: Literal["carry_out"] = "carry_out"
    request: Annotated[str, Field(max_length=60)]
    """Its id, from the event `requested`."""
    by: Name = "a director"
