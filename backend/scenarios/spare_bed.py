"""Where somebody new can sleep: in a bed of the home that nobody has, else in one that it brings along.

Such a bed is walked across, as a mattress on the floor: so it closes no way, wherever it lies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from backend.domain.outdoors import is_outdoors
from backend.domain.scenario import Scenario
from backend.domain.world import Arena, Tile, TownObject, Use, World

KIND = "folding bed"
USES = (
    Use("sleep", "sleeping", "😴", "slept in", (420, 540)),
    Use("rest", "lying down for a while", "😌", "lain upon", (20, 60)),
)


def spare_bed(scenario: Scenario, home: str) -> TownObject | None:
    """A bed of the home `home` (an address) with a place left in it, in a room that is nobody's own."""
    world = scenario.world
    sleepers = Counter(persona.bed for persona in scenario.living.values())
    for room in _rooms(world, home):
        for thing in world.objects_in(room.id):
            if thing.use_for("sleep") is not None and sleepers[thing.id] < thing.capacity:
                return thing
    return None


def brought_bed(scenario: Scenario, home: str, owner: str) -> TownObject | None:
    """A bed for `owner`, by its first name, on two free tiles of the home; None where there is no room."""
    world = scenario.world
    covered = {tile for thing in world.objects.values() for tile in thing.footprint} | world.seats
    used = {tile for thing in world.objects.values() for tile in thing.spots}
    for taken in (covered | used, covered):  # in front of a stove only where there is no other room
        for room in _rooms(world, home):
            for tiles in sorted(_pairs(world, room), key=lambda pair: (_openness(world, room, pair), pair)):
                if not taken.intersection(tiles):
                    name = f"{owner}'s folding bed"
                    return TownObject(f"{room.id}:{name}", name, KIND, room.id, tiles, tiles, 1, USES)
    return None


def _rooms(world: World, home: str) -> list[Arena]:
    """Those that all of the home share, those with beds first and the smallest ones last."""
    rooms = [
        arena
        for arena in world.arenas.values()
        if arena.sector == home
        and not arena.residents
        and arena.capacity != 1
        and not is_outdoors(world, arena.id)
    ]
    return sorted(rooms, key=lambda room: (not _has_bed(world, room), -len(room.tiles), room.id))


def _has_bed(world: World, room: Arena) -> bool:
    return any(thing.use_for("sleep") is not None for thing in world.objects_in(room.id))


def _pairs(world: World, room: Arena) -> Iterator[tuple[Tile, Tile]]:
    """Two tiles one above the other on which one can stand, and which are no passage."""
    for x, y in room.tiles:
        pair = ((x, y), (x, y + 1))
        if all(tile in room.tiles and world.is_free(tile) for tile in pair) and not any(
            _is_passage(world, room, tile) for tile in pair
        ):
            yield pair


def _is_passage(world: World, room: Arena, tile: Tile) -> bool:
    """Whether one goes from this tile into another room, or between two walls."""
    x, y = tile
    beside = ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1))
    leads_out = any(world.is_free(near) and near not in room.tiles for near in beside)
    narrow = not world.is_free((x - 1, y)) and not world.is_free((x + 1, y))
    return leads_out or narrow


def _openness(world: World, room: Arena, pair: tuple[Tile, Tile]) -> int:
    """How many tiles around it are free: a bed stands best in a corner."""
    around = {(x + dx, y + dy) for x, y in pair for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    return sum(world.is_free(tile) and tile in room.tiles for tile in around)
