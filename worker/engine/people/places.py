"""A director's hand in who may be where: places closed and opened, residents put elsewhere."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.norms import may_enter
from backend.domain.view import place_name
from backend.domain.world import Arena
from worker.engine import actions, arranging, talks
from worker.engine.carry_out import carry_out
from worker.engine.closures import said_shut, shut_place
from worker.engine.occupancy import is_full
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_place, known_resident
from worker.engine.refusals import AlreadyClosed, NotClosed, PlaceClosed, PlaceFull, SomebodysHome
from worker.engine.town import Town


def _close_place(town: Town, given: i.ClosePlace) -> None:
    """Those inside break off what they do; those on their way, who can't know, walk up to the door."""
    arenas = known_place(town, given.place)
    name = place_name(town.scenario.world, given.place)
    if given.place in town.state.closures:
        raise AlreadyClosed(f"{name} is closed already; open it first to give another reason")
    if town.scenario.world.is_home(given.place):
        raise SomebodysHome(f"people live in {name}; choose a place that is nobody's home")
    town.emit(e.PlaceClosed(place=given.place, reason=given.reason or ""))
    inside = {arena.id for arena in arenas}
    for resident in sorted(town.state.residents):
        if town.view().arena_of(resident) in inside:
            _send_out(town, resident)
        elif _is_bound_for(town, resident, inside):
            actions.walk_up(town, resident)


def _send_out(town: Town, resident: str) -> None:
    talks.leave(town, resident, "the place closes")
    if town.state.residents[resident].action is not None:
        actions.end_action(town, resident, "interrupted", "the place closes")
    town.touched.add(resident)


def _is_bound_for(town: Town, resident: str, arenas: set[str]) -> bool:
    """Whether it walks there now; who talks on the way finds out when it walks on."""
    current = town.state.residents[resident]
    action = current.action
    return (
        action is not None
        and action.begun is None
        and current.talk is None
        and town.scenario.world.arena_at(action.spot) in arenas
    )


def _open_place(town: Town, given: i.OpenPlace) -> None:
    known_place(town, given.place)
    if given.place not in town.state.closures:
        name = place_name(town.scenario.world, given.place)
        raise NotClosed(f"{name} was not closed by hand; its own hours hold")
    town.emit(e.PlaceOpened(place=given.place))


def _move_resident(town: Town, given: i.MoveResident) -> None:
    resident = known_resident(town, given.resident)
    arena = _room_for(town, resident, known_place(town, given.place))
    try:
        spot = arranging.standing_room(town, resident, arena)
    except arranging.Refused as refusal:
        raise PlaceFull(f"{refusal}; choose another place") from refusal
    talks.leave(town, resident, "something came up")
    if town.state.residents[resident].action is not None:
        actions.end_action(town, resident, "interrupted", "something else came up")
    town.emit(e.ResidentMoved(resident=resident, at=spot))
    carry_out(town, town.cognition.moved(town.view(), resident))


def _room_for(town: Town, resident: str, arenas: list[Arena]) -> Arena:
    """The largest of `arenas` that is open to it and has room; raises PlaceClosed, PlaceFull, SomebodysHome."""
    scenario, view = town.scenario, town.view()
    ranked = sorted(arenas, key=lambda arena: (-len(arena.tiles), arena.id))
    refusals = {
        arena.id: may_enter(
            scenario.world, scenario.calendar, arena.id, resident, town.tick, view.welcome_in(resident)
        )
        for arena in ranked
    }
    allowed = [arena for arena in ranked if refusals[arena.id] is None]
    first = refusals[ranked[0].id]
    if not allowed and first is not None and first.owners:
        raise SomebodysHome(f"{first}; choose a place that is open to all, or its own home")
    if not allowed:
        raise PlaceClosed(f"{first}; choose a place that is open, or a later moment")
    shut = shut_place(town, allowed[0].id)
    unlocked = [arena for arena in allowed if shut_place(town, arena.id) is None]
    if not unlocked:
        assert shut is not None, "all of them are closed"
        raise PlaceClosed(f"{said_shut(town, shut)}; open it first")
    roomy = [arena for arena in unlocked if not is_full(town, arena, resident)]
    if not roomy:
        raise PlaceFull(f"the {unlocked[0].name} is taken; choose another place")
    return roomy[0]


HANDLERS: Handlers = {
    "close_place": _close_place,
    "open_place": _open_place,
    "move_resident": _move_resident,
}
