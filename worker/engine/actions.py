"""Doing things: setting out, arriving, ending, under the norms of the town (design, section 4)."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.events import PlannedAction
from backend.domain.wishes import TEND, Act
from worker.engine.arranging import (
    LEAVE_BEFORE,
    Refused,
    arrange,
    closes_soon,
    closing_for,
    is_alarming,
    refusal_at,
    way_to,
)
from worker.engine.closures import find_shut, said_shut, shut_place
from worker.engine.occupancy import users
from worker.engine.town import Town
from worker.engine.visits import KNOCK, at_the_door, is_waiting, knock

EAT = "eat"
LEAST_MEAL = minutes(15)
"""Ticks that whoever came late to a meal eats all the same."""


def set_out(town: Town, act: Act) -> bool:
    """Ends what the resident does and starts towards the new action; False if it was refused.

    A refusal ends the action too: its reason is in the log and leads to another detail of the plan.
    """
    resident = town.state.residents[act.resident]
    act = at_the_door(town, act)
    try:
        thing, spot, path = arrange(town, act)
    except Refused as refusal:
        if resident.action is not None:
            end_action(town, act.resident, "interrupted", "something else came up")
        town.emit(e.ActionEnded(resident=act.resident, how="refused", reason=str(refusal)))
        return False
    if resident.action is not None:
        end_action(town, act.resident, "interrupted", "something else came up")
    wanted = act.action
    town.emit(
        e.ActionChosen(
            resident=act.resident,
            activity=wanted.activity,
            emoji=wanted.emoji,
            need=wanted.need,
            arena=wanted.arena,
            object=None if thing is None else thing.id,
            object_state=wanted.object_state if thing is not None else None,
            spot=spot,
            duration=wanted.duration,
            asleep=wanted.need == "sleep",
            block=act.block,
            why=act.why,
            cause=act.cause,
            cites=act.cites,
        )
    )
    if len(path) > 1:
        town.emit(e.Walked(resident=act.resident, path=path))
    else:
        begin_action(town, act.resident)
    return True


def obstacle(town: Town, act: Act) -> str | None:
    """Why the action can't be done now; None if it can."""
    try:
        arrange(town, at_the_door(town, act))
    except Refused as refusal:
        return str(refusal)
    return None


def begin_action(town: Town, resident_id: str) -> None:
    """The resident is at the spot of its action: it begins, or is refused if the object is in a bad way."""
    resident = town.state.residents[resident_id]
    action = resident.action
    assert action is not None, "only a chosen action is begun"
    if action.need == KNOCK:
        knock(town, resident_id, action.arena)
        return
    shut = shut_place(town, action.arena)
    if shut is not None:
        find_shut(town, resident_id, shut)
        town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=said_shut(town, shut)))
        return
    thing = town.scenario.world.objects[action.object] if action.object is not None else None
    if thing is not None and action.need != TEND and is_alarming(town, thing):
        reason = f"the {thing.name} is {town.state.objects[thing.id].state}"
        town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=reason))
        return
    until = town.tick + max(action.duration, 1)
    if (
        action.block is not None
        and resident.plan is not None
        and 0 <= action.block < len(resident.plan.blocks)
    ):
        least = min(action.duration, LEAST_MEAL) if action.need == EAT else 1
        until = min(until, max(resident.plan.blocks[action.block].end, town.tick + least))
    closing = closing_for(town, resident_id, action.arena)
    if closing is not None:
        until = min(until, max(closing - LEAVE_BEFORE, town.tick + 1))
    town.emit(e.ActionBegun(resident=resident_id, until=until))
    if thing is not None and action.object_state is not None:
        was = town.state.objects[thing.id].state
        if was != action.object_state:
            town.emit(e.ObjectChanged(object=thing.id, state=action.object_state, was=was, by=resident_id))


def end_action(town: Town, resident_id: str, how: str, reason: str = "") -> None:
    """Ends what the resident does; its object goes back to rest when nobody else uses it."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only a chosen action is ended"
    town.emit(
        e.ActionEnded(resident=resident_id, how="done" if how == "done" else "interrupted", reason=reason)
    )
    if action.object is None or action.begun is None:
        return
    thing = town.scenario.world.objects[action.object]
    now = town.state.objects[thing.id]
    settled = action.need == TEND and how == "done"
    if (
        (settled or now.state == action.object_state)
        and not users(town, thing.id)
        and now.state != thing.initial
    ):
        town.emit(e.ObjectChanged(object=thing.id, state=thing.initial, was=now.state, by=resident_id))


def let_in(town: Town, welcome: e.LetIn) -> None:
    """Opens a door to who waits there."""
    town.emit(welcome)
    end_action(town, welcome.guest, "done")


def waits_for(town: Town, welcome: e.LetIn) -> bool:
    """Whether the guest still waits; it may have gone meanwhile, or somebody else has opened."""
    return is_waiting(town, welcome.guest, welcome.home) and town.view().welcome_in(welcome.guest) is None


def give_up(town: Town, resident_id: str) -> None:
    """Nobody has opened: that is as if the place were closed."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only who waits gives up"
    home = town.scenario.world.sector_of(action.arena).name
    town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=f"nobody opens the door of {home}"))


def resume(town: Town, resident_id: str) -> None:
    """Walks on to the spot of its action after a talk, or ends the action if it can't be reached any more."""
    resident = town.state.residents[resident_id]
    action = resident.action
    assert action is not None, "only a chosen action is resumed"
    here = resident.position(town.tick)
    if here == action.spot:
        if action.begun is None:
            begin_action(town, resident_id)
        return
    if _is_bound_for_a_shut_place(town, resident_id):
        walk_up(town, resident_id)
        return
    path = way_to(town, resident_id, action.spot)
    refused = action.need != KNOCK and (
        refusal_at(town, resident_id, action.arena) is not None
        or (path is not None and closes_soon(town, resident_id, action.arena, len(path)))
    )
    if path is None or refused:
        end_action(town, resident_id, "interrupted", "it can't be done there any more")
    else:
        town.emit(e.Walked(resident=resident_id, path=path))


def walk_up(town: Town, resident_id: str) -> None:
    """Whose goal has been closed, as far as it does not know: it walks on, up to the shut door."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only who wants to do something walks up"
    wanted = PlannedAction(
        activity=action.activity,
        need=action.need,
        emoji=action.emoji,
        arena=action.arena,
        object=action.object,
        object_state=action.object_state,
        duration=action.duration,
    )
    set_out(town, Act(resident_id, wanted, action.why, action.block, action.cause, action.cites))


def _is_bound_for_a_shut_place(town: Town, resident_id: str) -> bool:
    action = town.state.residents[resident_id].action
    return action is not None and shut_place(town, town.scenario.world.arena_at(action.spot)) is not None
