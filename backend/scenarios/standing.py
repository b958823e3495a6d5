"""Where one can stand in a town: free tiles, seats, the spots of things, and what can be reached."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.world import Tile
from backend.scenarios.faults import Findings
from backend.scenarios.places import FRONTS, Place, Places, Thing
from backend.scenarios.regions import FILE, place
from backend.scenarios.terrain import TERRAINS
from backend.scenarios.tiled import TiledMap

GATE = "gate"


@dataclass(frozen=True)
class Standing:
    walkable: frozenset[Tile]
    """Free tiles to which one can walk from the gate; a corner behind chairs is none."""
    seats: frozenset[Tile]
    """Walkable tiles that nobody crosses."""
    spots: dict[str, tuple[Tile, ...]]
    """By key of the object, best first."""
    spawns: dict[str, Tile]


def read_standing(tiled: TiledMap, places: Places, findings: Findings) -> Standing:
    blocked = set(tiled.blocked)
    laid = set[Tile]()
    for thing in places.things.values():
        if thing.entry.stands == "blocks":
            blocked.update(thing.tiles)
        elif blocked.intersection(thing.tiles):
            remedy = "Clear the collision layer there."
            findings.add(
                FILE, place("objects", thing.key), "One can't get onto it: its tiles are blocked.", remedy
            )
        if thing.entry.stands == "seat":
            laid.update(thing.tiles)
    everywhere = [(x, y) for y in range(tiled.height) for x in range(tiled.width)]
    walkable = frozenset(tile for tile in everywhere if tile not in blocked)
    terrain = {tile: TERRAINS[name] for tile in walkable if (name := tiled.terrain(tile))}
    chairs = frozenset(tile for tile, kind in terrain.items() if kind.seat)
    doorways = frozenset(tile for tile, kind in terrain.items() if kind.doorway)
    seats = (chairs | laid) & walkable
    _solid_things_are_blocked(tiled, walkable, findings)
    _all_floor_has_a_name(places, walkable, findings)

    spawns = _spawns(tiled, walkable - seats, findings)
    gate = spawns.get(GATE)
    reached = reachable(gate, walkable, seats) if gate is not None else walkable
    if chairs - reached:
        message = f"Seats that nobody can get to: {len(chairs - reached)}, such as {min(chairs - reached)}."
        findings.add(FILE, place("furniture"), message, "Clear a way to them, or take them away.")
    for key, arena in places.arenas.items():
        if not arena.tiles & reached:
            remedy = "Give it a door, or clear the collision layer on the way."
            findings.add(FILE, place("arenas", key), "Nobody can get into it from the gate.", remedy)
    ground = _Ground(walkable - doorways, chairs, frozenset(laid), reached)
    spots = {
        key: _spots(thing, places.arenas[thing.arena], ground, findings)
        for key, thing in places.things.items()
    }
    return Standing(reached, seats & reached, spots, spawns)


def reachable(start: Tile, walkable: frozenset[Tile], seats: frozenset[Tile]) -> frozenset[Tile]:
    """Every tile to which one can walk from `start`, crossing no seat."""
    seen, edge = {start}, [start]
    while edge:
        ahead = []
        for x, y in edge:
            for tile in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if tile in walkable and tile not in seen:
                    seen.add(tile)
                    if tile not in seats:
                        ahead.append(tile)
        edge = ahead
    return frozenset(seen)


@dataclass(frozen=True)
class _Ground:
    """What the spots of a thing are chosen from."""

    usable: frozenset[Tile]
    """Walkable tiles but doorways, in which one would be in everybody's way."""
    chairs: frozenset[Tile]
    laid: frozenset[Tile]
    """Tiles of things that are seats themselves: they serve nothing else."""
    reached: frozenset[Tile]


def _spots(thing: Thing, arena: Place, ground: _Ground, findings: Findings) -> tuple[Tile, ...]:
    """Chairs at a thing come first, then what lies before it."""
    where = place("objects", thing.key)
    if thing.entry.stands == "blocks":
        usable = (ground.usable & arena.tiles) - ground.laid - set(thing.tiles)
        sides = [FRONTS[thing.properties["front"]]] if "front" in thing.properties else list(FRONTS.values())
        around = [(x + dx, y + dy) for dx, dy in sides for x, y in thing.tiles]
        free = [tile for tile in dict.fromkeys(around) if tile in usable]
        free.sort(key=lambda tile: tile not in ground.chairs)
    else:
        free = [tile for tile in thing.tiles if tile in ground.usable]
    if not free:
        remedy = "Leave a walkable tile of its arena beside it."
        findings.add(FILE, where, "There is no free spot from which it can be used.", remedy)
        return ()
    spots = tuple(tile for tile in free if tile in ground.reached)
    if not spots:
        findings.add(FILE, where, "Nobody can get to it from the gate.", "Clear a way to it.")
    elif thing.capacity > len(spots):
        message = f"Its capacity is {thing.capacity}, yet only {len(spots)} can get to it."
        findings.add(FILE, where, message, "Lower the capacity or clear more tiles beside it.")
    return spots


def _solid_things_are_blocked(tiled: TiledMap, walkable: frozenset[Tile], findings: Findings) -> None:
    """One fault a terrain, so that a missing row of water is not a hundred faults."""
    found: dict[str, list[Tile]] = {}
    for tile in walkable:
        name = tiled.terrain(tile)
        if name and TERRAINS[name].blocks:
            found.setdefault(name, []).append(tile)
    for name, tiles in found.items():
        message = f"Tiles of {name} that can be walked on: {len(tiles)}, such as {min(tiles)}."
        findings.add(FILE, place("collision"), message, "Mark them in the collision layer.")


def _all_floor_has_a_name(places: Places, walkable: frozenset[Tile], findings: Findings) -> None:
    named = frozenset[Tile]().union(*(arena.tiles for arena in places.arenas.values()))
    for name, sector in places.sectors.items():
        nameless = (sector.tiles & walkable) - named
        if nameless:
            message = f"Walkable tiles of it that lie in no arena: {len(nameless)}, such as {min(nameless)}."
            findings.add(FILE, place("sectors", name), message, "Draw an arena over them, or block them.")


def _spawns(tiled: TiledMap, free: frozenset[Tile], findings: Findings) -> dict[str, Tile]:
    spawns: dict[str, Tile] = {}
    for region in tiled.regions["spawns"]:
        (tile,) = region.tiles
        if region.name in spawns:
            findings.add(FILE, region.place, "The name is used twice.", "Rename one of the two.")
        if tile not in free:
            findings.add(FILE, region.place, f"Nobody can stand at {tile}.", "Move it to a free tile.")
        else:
            spawns[region.name] = tile
    if not any(region.name == GATE for region in tiled.regions["spawns"]):
        message = "There is no point named gate, where visitors enter."
        findings.add(FILE, place("spawns"), message, "Put a point named gate on a path.")
    return dict(sorted(spawns.items()))
