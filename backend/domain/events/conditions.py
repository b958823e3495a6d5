"""On what an intervention can wait: a closed set of things that come about in a town.

Some are moments (somebody comes in, a talk begins): only what happens after the arming counts. The others are states
(it rains, three know it): one that is so already counts at once.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, Union

from pydantic import BaseModel, ConfigDict, Field, model_validator

from backend.domain.events.town import Weather

MOST_KNOWERS = 100
Address = Annotated[str, Field(max_length=200)]
Id = Annotated[str, Field(max_length=100)]


class _Condition(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _not_both(who: str | None, least: int) -> None:
    if who is not None and least != 1:
        raise ValueError("names a resident and a number; give one of them")


class ArrivesAt(_Condition):
    """Somebody who was elsewhere comes into a place."""

    condition: Literal["arrives"] = "arrives"
    who: Id | None = None
    """Resident; None is anybody, visitors too."""
    place: Address
    """Address of a sector or an arena."""


class ThingIs(_Condition):
    """A thing has a state, in the same words; capitals don't matter."""

    condition: Literal["thing"] = "thing"
    object: Address
    state: Annotated[str, Field(min_length=1, max_length=80)]


class TalkBegins(_Condition):
    """Two residents begin to talk, or find themselves in one talk."""

    condition: Literal["talk"] = "talk"
    one: Id
    other: Id


class NewsKnown(_Condition):
    """A resident, or so many of them, know an item of news."""

    condition: Literal["knows"] = "knows"
    news: Id
    who: Id | None = None
    """Resident; None where it is enough that so many know it."""
    least: Annotated[int, Field(ge=1, le=MOST_KNOWERS)] = 1
    """How many residents."""

    @model_validator(mode="after")
    def _one_or_so_many(self) -> Self:
        _not_both(self.who, self.least)
        return self


class HeardOf(_Condition):
    """A resident, or so many of them, know of something that went from mouth to mouth."""

    condition: Literal["heard_of"] = "heard_of"
    of: Literal["announcement", "memory", "belief", "commitment"]
    which: Annotated[str, Field(min_length=1, max_length=1000)]
    """Of an announcement its words: the last with these words counts. Else the id."""
    who: Id | None = None
    """Resident; None where it is enough that so many know it."""
    least: Annotated[int, Field(ge=1, le=MOST_KNOWERS)] = 1
    """How many residents."""

    @model_validator(mode="after")
    def _one_or_so_many(self) -> Self:
        _not_both(self.who, self.least)
        return self


class WeatherIs(_Condition):
    condition: Literal["weather"] = "weather"
    weather: Weather


class ClockShows(_Condition):
    """It is a time of the day, today or tomorrow."""

    condition: Literal["clock"] = "clock"
    minute: Annotated[int, Field(ge=0, le=1439)]
    """Minutes since midnight, town-local."""


class WordGiven(_Condition):
    """A commitment is made, kept or broken."""

    condition: Literal["commitment"] = "commitment"
    how: Literal["made", "kept", "broken"]
    who: Id | None = None
    """Resident; None is anybody."""
    commitment: Id | None = None
    """None is any."""


Condition = Annotated[
    Union[  # noqa: UP007 - as the other unions
        ArrivesAt, ThingIs, TalkBegins, NewsKnown, HeardOf, WeatherIs, ClockShows, WordGiven
    ],
    Field(discriminator="condition"),
]  # fmt: skip
