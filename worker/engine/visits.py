"""Visits: at the door of another's home one knocks and waits; whoever is let in goes in (design, section 4)."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.events import PlannedAction
from backend.domain.norms import is_open
from backend.domain.wishes import Act
from backend.domain.world import Tile
from worker.engine.town import Town

KNOCK = "knock"
"""The need of one who stands at a door until it is opened."""
PATIENCE = minutes(4)
"""Ticks for which one waits at a door."""
LEAST_STAY = minutes(20)
"""Ticks of the guests' hours that have to be left for a visit."""


def at_the_door(town: Town, act: Act) -> Act:
    """What one can do of `act` from outside: knock, where it leads into the home of others at a fitting hour."""
    home = _others_home(town, act.resident, act.action.arena)
    if home is None or act.action.need == KNOCK:
        return act
    world, calendar = town.scenario.world, town.scenario.calendar
    if not all(is_open(world, calendar, home, tick) for tick in (town.tick, town.tick + LEAST_STAY)):
        return act
    name = world.sectors[home].name
    knocking = PlannedAction(
        activity=f"knocking at the door of {name}",
        need=KNOCK,
        emoji="🚪",
        arena=act.action.arena,
        duration=PATIENCE,
    )
    return Act(act.resident, knocking, act.why, act.block, act.cause, act.cites)


def doorstep(town: Town, path: tuple[Tile, ...], arena: str, taken: set[Tile]) -> tuple[Tile, ...]:
    """The way into a home as far as one comes without being let in: to a free tile before its door."""
    world = town.scenario.world
    home = world.arenas[arena].sector
    outside: list[Tile] = []
    for tile in path:
        room = world.arena_at(tile)
        if room is not None and world.arenas[room].sector == home:
            break
        outside.append(tile)
    while len(outside) > 1 and outside[-1] in taken:
        outside.pop()
    return tuple(outside)


def knock(town: Town, resident: str, arena: str) -> None:
    """The resident is at the door."""
    town.emit(e.ActionBegun(resident=resident, until=town.tick + PATIENCE))
    town.emit(e.Knocked(resident=resident, home=town.scenario.world.arenas[arena].sector))


def is_waiting(town: Town, guest: str, home: str) -> bool:
    """Whether somebody stands at the door of `home`."""
    resident = town.state.residents.get(guest)
    action = None if resident is None else resident.action
    return (
        action is not None
        and action.need == KNOCK
        and action.begun is not None
        and town.scenario.world.arenas[action.arena].sector == home
    )


def _others_home(town: Town, resident: str, arena: str) -> str | None:
    """The private home that `arena` lies in, if the resident neither belongs there nor is let in."""
    world = town.scenario.world
    room = world.arenas.get(arena)
    if room is None or room.residents:
        return None
    sector = world.sectors[room.sector]
    if not sector.private or resident in sector.residents or resident in sector.staff:
        return None
    return None if town.view().welcome_in(resident) == sector.id else sector.id
