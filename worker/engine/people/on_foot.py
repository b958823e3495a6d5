"""A resident for whom somebody acts walks to a tile: on foot, and only where it may be."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.norms import may_enter
from backend.domain.state import Resident
from backend.domain.world import Tile
from worker.engine import actions, arranging, guests, talks
from worker.engine.closures import said_shut, shut_place
from worker.engine.occupancy import is_full, taken_tiles
from worker.engine.refusals import PlaceClosed, PlaceFull, StepBlocked
from worker.engine.town import Town


def walk_to(town: Town, me: Resident, goal: Tile) -> None:
    """Goes to `goal`, or to the tile before it where somebody stands there. It leaves its talk and what it does.

    Raises:
        StepBlocked, PlaceClosed, PlaceFull: nothing was changed.
    """
    if not town.scenario.world.is_free(goal):
        raise StepBlocked(f"nobody can stand on {goal}; choose a free tile")
    _check_door(town, me.id, goal)
    path = arranging.way_to(town, me.id, goal)
    if path is None:
        raise StepBlocked(f"there is no way to {goal} now; choose another tile")
    if len(path) > 1 and goal in taken_tiles(town, me.id):
        path = path[:-1]
    talks.leave(town, me.id, "took leave")
    if town.state.residents[me.id].action is not None:
        actions.end_action(town, me.id, "interrupted", "something else came up")
    if len(path) > 1:
        town.emit(e.Walked(resident=me.id, path=path))
    else:
        guests.halt(town, me.id)


def _check_door(town: Town, resident: str, goal: Tile) -> None:
    """Whether it may be there. Raises PlaceClosed, PlaceFull."""
    world = town.scenario.world
    arena = world.arena_at(goal)
    if arena is None or arena == town.view().arena_of(resident):
        return
    shut = shut_place(town, arena)
    if shut is not None:
        raise PlaceClosed(f"{said_shut(town, shut)} to everybody; stay outside until it is opened again")
    welcome = town.view().welcome_in(resident)
    refusal = may_enter(world, town.scenario.calendar, arena, resident, town.tick, welcome)
    if refusal is not None:
        raise PlaceClosed(f"{refusal}; stay outside, or come back when it is open to it")
    if is_full(town, world.arenas[arena], resident):
        raise PlaceFull(f"the {world.arenas[arena].name} is taken; wait until somebody comes out")
