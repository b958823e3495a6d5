"""What a director does to the world around the residents: words for all, things, weather."""

from __future__ import annotations

from typing import Literal

from backend.domain.events import Weather
from backend.domain.inputs.input import Input
from backend.domain.inputs.words import StateWords, Text


class Announce(Input):
    """A director makes something known to all who are at a place."""

    kind: Literal["announce"] = "announce"
    place: str | None = None
    """Address of an arena or a sector; None is the whole town."""
    text: Text


class SetObject(Input):
    """A director changes an object's state, in words."""

    kind: Literal["set_object"] = "set_object"
    object: str
    state: StateWords


class SetWeather(Input):
    """A director makes the weather."""

    kind: Literal["set_weather"] = "set_weather"
    weather: Weather
