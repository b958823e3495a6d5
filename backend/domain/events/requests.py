"""What directors ask of the game master in their own words, how it is judged, and what comes of it."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from pydantic import BaseModel, ConfigDict, Field

from backend.domain.events.event import Event
from backend.domain.events.town import Weather

Verdict = Literal["allowed", "altered", "refused"]


class _Effect(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ThingBecomes(_Effect):
    effect: Literal["thing"] = "thing"
    object: str
    state: Annotated[str, Field(min_length=1, max_length=80)]


class WeatherTurns(_Effect):
    effect: Literal["weather"] = "weather"
    weather: Weather


class WordsGoRound(_Effect):
    """An announcement."""

    effect: Literal["words"] = "words"
    place: str | None = None
    """Address of a sector or an arena; None is the whole town."""
    text: Annotated[str, Field(min_length=1, max_length=1000)]


class PlaceShuts(_Effect):
    effect: Literal["shut"] = "shut"
    place: str
    """Address of a sector or an arena in which nobody lives."""
    why: Annotated[str, Field(max_length=120)] = ""
    """What one reads at the door."""


class PlaceReopens(_Effect):
    effect: Literal["reopen"] = "reopen"
    place: str


Effect = Annotated[
    Union[ThingBecomes, WeatherTurns, WordsGoRound, PlaceShuts, PlaceReopens],  # noqa: UP007 - as the other unions
    Field(discriminator="effect"),
]
"""The closed set of what the game master can do to a town."""
MOST_EFFECTS = 8
"""Of one request."""


class Requested(Event):
    """A director asks for something; nothing in the town changes by it, and no resident notices."""

    kind: Literal["requested"] = "requested"
    request: str
    """Its id, "request:TICK." and a hash of its words."""
    text: str
    by: str
    """Who asks, by name."""
    at_once: bool = False
    """It is carried out as soon as it is judged, unless it is refused."""


class RequestJudged(Event):
    """The game master's verdict: what would change, and why so. A preview until it is carried out."""

    kind: Literal["request_judged"] = "request_judged"
    request: str
    verdict: Verdict
    reason: str
    effects: tuple[Effect, ...] = ()
    cause: str | None = None
    """Key of the question whose answer it is."""


class RequestCarriedOut(Event):
    """From here on it is so: the effects that changed anything follow as events of their own."""

    kind: Literal["request_carried_out"] = "request_carried_out"
    request: str
    by: str
