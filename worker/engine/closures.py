"""Places closed by hand: those inside leave, those who know stay away, those who don't come up to a shut door."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.state import closing_key
from backend.domain.view import place_name
from backend.domain.world import Tile
from worker.engine.town import Town


def shut_place(town: Town, arena: str | None) -> str | None:
    """The closed place that an arena is, or lies in; None if it is open as ever."""
    if arena is None or not town.state.closures:
        return None
    sector = town.scenario.world.arenas[arena].sector
    return next((place for place in (arena, sector) if place in town.state.closures), None)


def knows_shut(town: Town, resident: str, place: str) -> bool:
    """Whether it saw or found the place closed since it was closed last."""
    key = closing_key(place, town.state.closures[place].since)
    return key in town.state.attention[resident].shut


def said_shut(town: Town, place: str) -> str:
    """ "The Blue Kettle is closed"."""
    return f"{place_name(town.scenario.world, place)} is closed"


def find_shut(town: Town, resident: str, place: str) -> None:
    """It stands before the door, and sees."""
    if not knows_shut(town, resident, place):
        town.emit(e.FoundShut(resident=resident, place=place))


def shut_arenas(town: Town, here: str | None, wanted: str | None = None) -> frozenset[str]:
    """The arenas of closed places but of the one that one is in, or walks up to. The way to a home is never shut."""
    if not town.state.closures:
        return frozenset()
    world = town.scenario.world
    ways_home = {arena for sector in world.sectors.values() for arena in sector.reached_through}
    open_to_it = {shut_place(town, here), wanted}
    return frozenset(
        arena
        for arena in world.arenas
        if (place := shut_place(town, arena)) is not None
        and place not in open_to_it
        and arena not in ways_home
    )


def up_to_the_door(town: Town, path: tuple[Tile, ...], place: str, taken: set[Tile]) -> tuple[Tile, ...]:
    """The way as far as it is outside of the place, to a free tile; empty from inside."""
    outside: list[Tile] = []
    for tile in path:
        if shut_place(town, town.scenario.world.arena_at(tile)) == place:
            break
        outside.append(tile)
    while len(outside) > 1 and outside[-1] in taken:
        outside.pop()
    return tuple(outside)
