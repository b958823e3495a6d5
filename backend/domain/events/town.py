"""The town itself."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.newcomer import Newcomer
from backend.domain.persona_edit import PersonaEdit
from backend.domain.world import Tile

SCHEMA_VERSION = 1
"""Raised when an event's shape changes; older logs are read through an upgrade step."""


class TownFounded(Event):
    kind: Literal["town_founded"] = "town_founded"
    schema_version: int = SCHEMA_VERSION
    scenario: str
    scenario_hash: str
    seed: int
    mind: str
    start: str
    """Town-local date and time of tick 0, ISO 8601."""


class ResidentAdded(Event):
    """Somebody comes to live in the town."""

    kind: Literal["resident_added"] = "resident_added"
    resident: str
    newcomer: Newcomer
    at: Tile
    """Where it stands as it comes: the gate."""


class ResidentRemoved(Event):
    """Somebody has left the town for good. What others remember of it stays; all that was to come is off before."""

    kind: Literal["resident_removed"] = "resident_removed"
    resident: str
    at: Tile
    """Where it was seen last."""


class PersonaEdited(Event):
    """Somebody is otherwise than before in what the edit names. Its memories and what others think of it stay."""

    kind: Literal["persona_edited"] = "persona_edited"
    resident: str
    edit: PersonaEdit


Weather = Literal["clear", "rain", "storm", "snow", "fog", "heat"]


class WeatherChanged(Event):
    kind: Literal["weather_changed"] = "weather_changed"
    weather: Weather
