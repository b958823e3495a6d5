"""Body, beliefs, goals, and which mind answers."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.reduce.changing import attend, change
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    Belief,
    Body,
    Goal,
    TownState,
)


def _body_changed(state: TownState, event: e.BodyChanged, tick: int) -> None:
    body = Body(event.energy, event.hunger, event.company, event.mood, event.because, tick)
    change(state, event.resident, body=body)


def _believed(state: TownState, event: e.Believed, tick: int) -> None:
    beliefs = dict(state.residents[event.resident].beliefs)
    if event.confidence > 0:
        beliefs[event.belief] = Belief(
            event.statement, event.confidence, event.about, event.who, event.memories, tick
        )
    else:
        beliefs.pop(event.belief, None)
    change(state, event.resident, beliefs=beliefs)


def _goal_set(state: TownState, event: e.GoalSet, tick: int) -> None:
    goal = Goal(event.text, event.status, event.memories, tick)
    change(state, event.resident, goals={**state.residents[event.resident].goals, event.goal: goal})


def _mind_set(state: TownState, event: e.MindSet, tick: int) -> None:
    if event.resident is not None:
        change(state, event.resident, mind=event.mind)
        return
    state.mind = event.mind
    for resident in state.residents:
        change(state, resident, mind=None)


def _followed(state: TownState, event: e.Followed, tick: int) -> None:
    attend(state, event.resident, followed=tick)


REDUCERS: Reducers = {
    "body_changed": _body_changed,
    "believed": _believed,
    "goal_set": _goal_set,
    "mind_set": _mind_set,
    "followed": _followed,
}
