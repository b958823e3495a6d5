"""Where one goes who has to be elsewhere: away from danger, in out of the weather."""

from __future__ import annotations

from backend.domain.norms import may_enter
from backend.domain.outdoors import is_outdoors
from backend.domain.view import View
from backend.domain.world import Arena


def refuge(view: View, resident: str) -> str:
    """The arena to go to when one has to be elsewhere: home, or from home an open public place, else another room."""
    world, home = view.scenario.world, view.persona(resident).home
    here = view.arena_of(resident)
    open_to_it = [
        arena
        for arena in sorted(_open_to(view, resident), key=lambda a: (-len(a.tiles), a.id))
        if arena.id != here
    ]
    rooms = [arena.id for arena in open_to_it if arena.sector == home]
    outside = [arena.id for arena in open_to_it if not world.sectors[arena.sector].private]
    is_home = here is not None and world.arenas[here].sector == home
    choices = [*outside, *rooms] if is_home else [*rooms, *outside]
    return choices[0] if choices else world.objects[view.persona(resident).bed].arena


def shelter(view: View, resident: str) -> str | None:
    """The nearest arena with a roof that it may enter, its home or a public place; None if there is none."""
    world, home = view.scenario.world, view.persona(resident).home
    x, y = view.position(resident)
    ranked = []
    for arena in _open_to(view, resident):
        if is_outdoors(world, arena.id) or (world.sectors[arena.sector].private and arena.sector != home):
            continue
        there_x, there_y = world.middle_of(arena.id)
        ranked.append((abs(x - there_x) + abs(y - there_y), arena.id))
    return min(ranked)[1] if ranked else None


def _open_to(view: View, resident: str) -> list[Arena]:
    world = view.scenario.world
    return [
        arena
        for arena in world.arenas.values()
        if arena.capacity is None
        and may_enter(world, view.scenario.calendar, arena.id, resident, view.tick) is None
    ]
