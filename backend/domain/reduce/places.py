"""Places closed and opened by hand; residents put somewhere."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.reduce.changing import change
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import Closure, TownState


def _place_closed(state: TownState, event: e.PlaceClosed, tick: int) -> None:
    state.closures[event.place] = Closure(event.reason, tick)


def _place_opened(state: TownState, event: e.PlaceOpened, tick: int) -> None:
    state.closures.pop(event.place, None)


def _found_shut(state: TownState, event: e.FoundShut, tick: int) -> None:
    """Nothing: it makes the resident look, and what it knows then is a memory."""


def _resident_moved(state: TownState, event: e.ResidentMoved, tick: int) -> None:
    change(state, event.resident, at=event.at, walk=None)


REDUCERS: Reducers = {
    "place_closed": _place_closed,
    "place_opened": _place_opened,
    "found_shut": _found_shut,
    "resident_moved": _resident_moved,
}
