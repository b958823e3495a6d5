"""The town itself."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.newcomer import Newcomer
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


Weather = Literal["clear", "rain", "storm", "snow", "fog", "heat"]


class WeatherChanged(Event):
    kind: Literal["weather_changed"] = "weather_changed"
    weather: Weather
