"""Directors in residents' places."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.reduce.changing import change
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import StandIn, TownState


def _stepped_into(state: TownState, event: e.SteppedInto, tick: int) -> None:
    change(state, event.resident, stand_in=StandIn(event.visitor, event.name, tick))


def _stepped_out(state: TownState, event: e.SteppedOut, tick: int) -> None:
    change(state, event.resident, stand_in=None)


REDUCERS: Reducers = {"stepped_into": _stepped_into, "stepped_out": _stepped_out}
