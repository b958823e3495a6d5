"""What cognition keeps count of as memories are formed."""

from __future__ import annotations

from typing import Any

from backend.domain import events as e
from backend.domain.reduce.changing import attend
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    CLOSED,
    REMINDER,
    RETENTION,
    TownState,
)
from backend.domain.trails import carried_on


def _remembered(state: TownState, event: e.Remembered, tick: int) -> None:
    attention = state.attention[event.resident]
    changes: dict[str, Any] = {"unreflected": attention.unreflected + event.importance}
    if event.memory == "observation":
        changes["unrated"] = attention.unrated + 1
    if event.memory == "reflection":
        changes["unreflected"] = attention.unreflected
    if event.percept is not None and event.percept.startswith(REMINDER):
        changes["reminded"] = attention.reminded | {event.percept.removeprefix(REMINDER)}
    elif event.percept is not None:
        if event.percept.startswith(CLOSED):
            changes["shut"] = attention.shut | {event.percept.removeprefix(CLOSED)}
        changes["percepts"] = (*attention.percepts, event.percept)[-RETENTION:]
    if event.news is not None:
        changes["heard_of"] = attention.heard_of | {event.news}
    if event.source.by == "speaker" and event.source.who is not None:
        changes["told"] = attention.told | {f"{event.source.who}|{event.id}"}
    attend(state, event.resident, **changes)
    for armed, trail in state.trails.items():
        state.trails[armed] = carried_on(trail, event)


def _rated(state: TownState, event: e.Rated, tick: int) -> None:
    state.importances.update(event.ratings)
    attend(state, event.resident, unrated=0)


def _reflected(state: TownState, event: e.Reflected, tick: int) -> None:
    attend(state, event.resident, unreflected=0)


def _embedded(state: TownState, event: e.Embedded, tick: int) -> None:
    """Vectors are the index's alone."""


REDUCERS: Reducers = {
    "remembered": _remembered,
    "rated": _rated,
    "reflected": _reflected,
    "embedded": _embedded,
}
