"""What bodies do, and what becomes of things."""

from __future__ import annotations

from dataclasses import replace

from backend.domain import events as e
from backend.domain.reduce.changing import attend, change, set_back
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    Action,
    ObjectState,
    TownState,
)


def _action_chosen(state: TownState, event: e.ActionChosen, tick: int) -> None:
    resident = state.residents[event.resident]
    action = Action(
        activity=event.activity,
        emoji=event.emoji,
        need=event.need,
        arena=event.arena,
        object=event.object,
        object_state=event.object_state,
        spot=event.spot,
        duration=event.duration,
        asleep=event.asleep,
        block=event.block,
        why=event.why,
        cause=event.cause,
        cites=event.cites,
        chosen=tick,
    )
    if event.block is None:
        change(state, event.resident, action=action)
    else:
        step = resident.step + 1 if event.block == resident.block else 1
        change(state, event.resident, action=action, block=event.block, step=step)


def _action_begun(state: TownState, event: e.ActionBegun, tick: int) -> None:
    resident = state.residents[event.resident]
    assert resident.action is not None, "an action is begun only after it was chosen"
    at = resident.position(tick)
    change(
        state,
        event.resident,
        at=at,
        walk=None,
        action=replace(resident.action, begun=tick, until=event.until),
    )
    if state.attention[event.resident].setbacks:
        attend(state, event.resident, setbacks=0)


def _action_ended(state: TownState, event: e.ActionEnded, tick: int) -> None:
    resident = state.residents[event.resident]
    change(state, event.resident, at=resident.position(tick), walk=None, action=None)
    if event.how == "refused":
        attend(state, event.resident, trouble=event.reason)
        set_back(state, event.resident, tick)


def _object_changed(state: TownState, event: e.ObjectChanged, tick: int) -> None:
    state.objects[event.object] = ObjectState(event.state, event.by, tick)


def _announced(state: TownState, event: e.Announced, tick: int) -> None:
    """Heard at the close of the tick, as observations; it leaves nothing else behind."""


REDUCERS: Reducers = {
    "action_chosen": _action_chosen,
    "action_begun": _action_begun,
    "action_ended": _action_ended,
    "object_changed": _object_changed,
    "announced": _announced,
}
