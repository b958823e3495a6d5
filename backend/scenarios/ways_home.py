"""Finds the ways home: a flat above a café can be got to through the café alone, also when that is closed."""

from __future__ import annotations

from dataclasses import replace

from backend.domain.pathfinding import Pathfinder
from backend.domain.world import World
from backend.scenarios.faults import Findings
from backend.scenarios.regions import FILE, place
from backend.scenarios.standing import GATE


def with_ways_home(world: World, findings: Findings) -> World:
    """Tells each home which rooms of others one must cross to get to it, as a flat above a café has."""
    pathfinder, gate = Pathfinder(world), world.spawns[GATE]
    here = world.arena_at(gate)
    if here is not None and (world.sector_of(here).private or world.sector_of(here).hours is not None):
        message = f"The gate is in {world.sector_of(here).name!r}, which is not always open."
        findings.add(FILE, place("spawns", GATE), message, "Move it to a street.")
    sectors = dict(world.sectors)
    for sector in world.sectors.values():
        if not sector.residents:
            continue
        private = frozenset(
            arena.id
            for arena in world.arenas.values()
            if arena.sector != sector.id and (world.sectors[arena.sector].private or arena.residents)
        )
        closing = private | {
            arena.id
            for arena in world.arenas.values()
            if arena.sector != sector.id
            and (world.sectors[arena.sector].hours is not None or arena.staff_only)
        }
        rooms = [arena for arena in world.arenas.values() if arena.sector == sector.id]
        doors = sorted(tile for room in rooms for tile in room.tiles if world.is_free(tile))
        if any(pathfinder.distance(gate, tile, closing) is not None for tile in doors):
            continue
        walks = [walk for tile in doors if (walk := pathfinder.path(gate, tile, private)) is not None]
        if not walks:
            message = "The only way to it leads through somebody else's home."
            findings.add(FILE, place("sectors", sector.name), message, "Give it a door of its own.")
            continue
        crossed = {world.arena_at(tile) for tile in min(walks, key=lambda walk: (len(walk), walk))}
        through = sorted(arena for arena in crossed if arena in closing)
        sectors[sector.id] = replace(sector, reached_through=tuple(through))
    return replace(world, sectors=sectors)
