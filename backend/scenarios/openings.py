"""What a town has for somebody new: homes with room for one more, and places where one can work or like to be."""

from __future__ import annotations

from backend.domain.questions import HomeChoice, Neighbour, SiteChoice
from backend.domain.scenario import Scenario
from backend.domain.world import Sector, World
from backend.scenarios.everyday import WORK, short
from backend.scenarios.spare_bed import brought_bed, spare_bed


def homes_with_room(scenario: Scenario) -> tuple[HomeChoice, ...]:
    """Homes in which somebody lives and one more can sleep."""
    return tuple(
        HomeChoice(name=sector.name, people=_names(scenario, sector))
        for sector in scenario.world.sectors.values()
        if sector.private
        and sector.residents
        and (spare_bed(scenario, sector.id) or brought_bed(scenario, sector.id, "Somebody")) is not None
    )


def sites(scenario: Scenario) -> tuple[SiteChoice, ...]:
    """All that is nobody's home."""
    world = scenario.world
    return tuple(
        SiteChoice(name=sector.name, kind=sector.kind, rooms=workrooms(world, sector))
        for sector in world.sectors.values()
        if not sector.private
    )


def workrooms(world: World, sector: Sector) -> tuple[str, ...]:
    """Rooms in which there is something to work at, without the world's name, the largest first; else all of them."""
    rooms = sorted(
        (arena for arena in world.arenas.values() if arena.sector == sector.id and not arena.residents),
        key=lambda arena: (-len(arena.tiles), arena.id),
    )
    fit = [
        room
        for room in rooms
        if any(thing.use_for(need) for thing in world.objects_in(room.id) for need in WORK)
    ]
    return tuple(short(world, room.id) for room in fit or rooms)


def neighbours(scenario: Scenario) -> tuple[Neighbour, ...]:
    """Who lives there."""
    sectors = scenario.world.sectors
    return tuple(
        Neighbour(id=one.id, name=one.name, home=sectors[one.home].name) for one in scenario.living.values()
    )


def _names(scenario: Scenario, sector: Sector) -> tuple[str, ...]:
    return tuple(scenario.living[one].name for one in sector.residents if one in scenario.living)
