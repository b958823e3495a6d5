"""How a thing stands in its room: where its front looks, and where people sit or lie on it."""

from __future__ import annotations

from frontend.art.terrain import TILE, Terrain
from frontend.art.townmap import Thing, TownMap

People = tuple[tuple[int, int, int, str], ...]
"""(x, y, z, pose) of each place for a body on a thing: its foot in pixels, its z, and its frame's ending:
sleep, sit_down, sit_up, sit_left or sit_right."""

FLAT = frozenset({"exercise mat", "yoga mat", "picnic blanket", "bandstand", "gazebo", "pavilion", "rug"})
"""Kinds that one walks over: always drawn under people."""
SEATS = ("chair", "stool", "sofa", "couch", "bench", "armchair", "pew", "hammock", "settee")
TABLES = ("table", "desk", "counter", "board", "piano", "bar", "bench", "computer")
_FRONTS = {"south": "down", "north": "up", "west": "left", "east": "right"}
_STEPS = (("down", 0, 1), ("up", 0, -1), ("right", 1, 0), ("left", -1, 0))


def face_of(town: TownMap, terrain: Terrain, thing: Thing) -> str:
    """By its own `front`; long upright things look away from a wall, all others down."""
    kind = thing.kind.lower()
    if _is_seat(kind) and thing.width == thing.height == 1:
        return seat_face(town, thing.x, thing.y)
    if thing.front in _FRONTS and not _is_seat(kind):
        return "down"
    if thing.front in _FRONTS:
        return _FRONTS[thing.front]
    if not _is_seat(kind) and terrain.house(thing.x, thing.y + thing.height):
        return "down" if terrain.house(thing.x, thing.y - 1) else "up"
    if thing.height > thing.width:
        west = any(terrain.house(thing.x - 1, y) for y in range(thing.y, thing.y + thing.height))
        east = any(terrain.house(thing.x + thing.width, y) for y in range(thing.y, thing.y + thing.height))
        return "left" if east and not west else "right"
    return "down"


def seat_face(town: TownMap, x: int, y: int) -> str:
    """Towards the table next to it."""
    for direction, dx, dy in _STEPS:
        for thing in town.things:
            beside = thing.x <= x + dx < thing.x + thing.width and thing.y <= y + dy < thing.y + thing.height
            if beside and any(mark in thing.kind for mark in TABLES) and not _is_seat(thing.kind.split()[-1]):
                return direction
    return "down"


def _is_seat(kind: str) -> bool:
    return any(kind.endswith(seat) for seat in SEATS) and not kind.endswith("workbench")


def seat_place(x: int, y: int, facing: str) -> People:
    """For the tile (x, y) of a chair or bench."""
    return ((x * TILE + TILE // 2, y * TILE + (12 if facing != "up" else 11), 0, f"sit_{facing}"),)


def places_for_people(thing: Thing, facing: str) -> People:
    kind = thing.kind.lower()
    if kind.endswith("bed") and "flower" not in kind and "vegetable" not in kind:
        if thing.width > thing.height:
            head = thing.x * TILE + TILE // 2, thing.y * TILE + 13, TILE * thing.height, "sleep"
            edge = (
                (x * TILE + TILE // 2, thing.y * TILE + 12, 0, "sit_down")
                for x in range(thing.x + 1, thing.x + thing.width)
            )
            return (head, *edge)
        lying = range(max(1, thing.width))
        return tuple(
            (((thing.x + i) * TILE + TILE // 2), thing.y * TILE + 13, TILE * thing.height, "sleep")
            for i in lying
        )
    if not _is_seat(kind):
        return ()
    tiles = [
        (x, y) for y in range(thing.y, thing.y + thing.height) for x in range(thing.x, thing.x + thing.width)
    ]
    return tuple(place for x, y in tiles for place in seat_place(x, y, facing))
