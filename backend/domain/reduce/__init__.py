"""Plays events onto a town's state. One function an event kind, all in the registry `REDUCERS`.

The page has the same reducer in TypeScript (`frontend/src/town/reduce.ts`); a test holds both to equal states.
"""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain import events as e
from backend.domain.reduce import (
    actions,
    arming,
    bodies,
    commitments,
    embodiment,
    inner_life,
    memory,
    minds,
    places,
    requests,
    talk,
    town,
)
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import TownState

REDUCERS: Reducers = {
    **town.REDUCERS,
    **bodies.REDUCERS,
    **actions.REDUCERS,
    **minds.REDUCERS,
    **memory.REDUCERS,
    **talk.REDUCERS,
    **commitments.REDUCERS,
    **inner_life.REDUCERS,
    **embodiment.REDUCERS,
    **requests.REDUCERS,
    **places.REDUCERS,
    **arming.REDUCERS,
}


def reduce(state: TownState, recorded: e.Recorded) -> None:
    """Plays one event; it must be the next of the log."""
    state.tick, state.order, state.seq = recorded.tick, recorded.order, recorded.seq
    REDUCERS[recorded.event.kind](state, recorded.event, recorded.tick)


def reduce_all(state: TownState, log: Iterable[e.Recorded]) -> TownState:
    for recorded in log:
        reduce(state, recorded)
    return state
