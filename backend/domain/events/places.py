"""Places that a director's hand closes and opens; residents who are put somewhere."""

from __future__ import annotations

from typing import Literal

from backend.domain.events.event import Event
from backend.domain.world import Tile


class PlaceClosed(Event):
    """Nobody may be there any more, staff included, until it is opened again."""

    kind: Literal["place_closed"] = "place_closed"
    place: str
    """Address of a sector or an arena."""
    reason: str = ""


class PlaceOpened(Event):
    """The place is as its hours say again."""

    kind: Literal["place_opened"] = "place_opened"
    place: str


class FoundShut(Event):
    """A resident stands before a place that it did not know to be closed."""

    kind: Literal["found_shut"] = "found_shut"
    resident: str
    place: str


class ResidentMoved(Event):
    """A resident is elsewhere from one moment to the next, by a director's hand."""

    kind: Literal["resident_moved"] = "resident_moved"
    resident: str
    at: Tile
