"""What waits for a condition, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from backend.domain import events as e
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import MOST_SPENT, ArmedIntervention, TownState


def _armed(state: TownState, event: e.Armed, tick: int) -> None:
    state.armed[event.armed] = ArmedIntervention(
        event.armed, event.when, event.do, event.by, tick, event.until
    )
    if event.trail is not None:
        state.trails[event.armed] = event.trail


def _met(state: TownState, event: e.ConditionMet, tick: int) -> None:
    state.armed[event.armed] = replace(state.armed[event.armed], met=tick, who=event.who)


def _fired(state: TownState, event: e.Fired, tick: int) -> None:
    _end(state, event.armed, tick, "fired")


def _misfired(state: TownState, event: e.Misfired, tick: int) -> None:
    # It follows `fired` at once; one of long ago may be out of view.
    if (spent := state.spent.get(event.armed)) is not None:
        state.spent[event.armed] = replace(spent, how="failed", reason=event.reason, error=event.error)


def _expired(state: TownState, event: e.Expired, tick: int) -> None:
    _end(state, event.armed, tick, "expired")


def _disarmed(state: TownState, event: e.Disarmed, tick: int) -> None:
    _end(state, event.armed, tick, "cancelled", event.by)


def _end(
    state: TownState,
    armed: str,
    tick: int,
    how: Literal["fired", "expired", "cancelled"],
    reason: str = "",
) -> None:
    state.trails.pop(armed, None)
    state.spent[armed] = replace(state.armed.pop(armed), ended=tick, how=how, reason=reason)
    while len(state.spent) > MOST_SPENT:
        del state.spent[next(iter(state.spent))]


REDUCERS: Reducers = {
    "armed": _armed,
    "condition_met": _met,
    "fired": _fired,
    "misfired": _misfired,
    "expired": _expired,
    "disarmed": _disarmed,
}
