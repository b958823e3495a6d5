"""Where light shines at night: lamps, windows, hearths and rooms."""

from __future__ import annotations

from dataclasses import dataclass

from frontend.art.terrain import TILE, Terrain
from frontend.art.townmap import TownMap

LAMP, ROOM, FIRE, SCREEN, PANE = 0xFFC66E, 0xFFD59A, 0xFF9A4D, 0x7FE8FF, 0xFFDFA6
_GLOWING = (
    ("fire", FIRE, 66),
    ("oven", FIRE, 40),
    ("forge", FIRE, 56),
    ("lamp", LAMP, 58),
    ("lantern", LAMP, 40),
    ("stove", FIRE, 30),
    ("desk", LAMP, 26),
    ("computer", SCREEN, 26),
    ("television", SCREEN, 30),
    ("game console", SCREEN, 30),
)
"""Things that shine while they are on: what their kind holds, colour and radius."""
APART = 6
"""Tiles between two lights of a large room."""


@dataclass(frozen=True)
class Light:
    """In pixels, colour 0xRRGGBB, strength 0 to 1; `room` is the arena it lights, or the thing that shines; `house` is
    the building that it shines in or out of."""

    x: int
    y: int
    radius: int
    colour: int
    strength: float
    room: str | None = None
    house: str | None = None
    window: bool = False
    """Shines out of the house."""

    def as_json(self) -> dict[str, object]:
        return {
            "x": self.x,
            "y": self.y,
            "r": self.radius,
            "c": self.colour,
            "a": self.strength,
            "room": self.room,
            "house": self.house,
            "window": self.window,
        }


def lights_of(town: TownMap, terrain: Terrain) -> list[Light]:
    lights = [
        Light(x * TILE + 8, y * TILE - 14, 62, LAMP, 1.0)
        for y, row in enumerate(town.furniture)
        for x, name in enumerate(row)
        if "lamp" in name or "lantern" in name
    ]
    for thing in town.things:
        glow = next((g for g in _GLOWING if g[0] in thing.kind), None)
        if glow:
            x, y = thing.x * TILE + thing.width * 8, (thing.y + thing.height) * TILE - 8
            house = _house(town, terrain, thing.x, thing.y)
            lights.append(Light(x, y, glow[2], glow[1], 0.9, thing.address, house))
    for arena in town.arenas:
        if arena.size > 1 and terrain.inside(arena.x + arena.width // 2, arena.y + arena.height // 2):
            house = _house(town, terrain, arena.x + arena.width // 2, arena.y + arena.height // 2)
            lights += _room(arena.address, house, arena.x, arena.y, arena.width, arena.height)
    lights += [
        Light(x * TILE + 8, y * TILE + 20, 22, PANE, 0.55, None, _house(town, terrain, x, y - 1), window=True)
        for y in range(terrain.height)
        for x in range(terrain.width)
        if terrain.wall(x, y) == "window" and not terrain.inside(x, y + 1)
    ]
    return lights


def _house(town: TownMap, terrain: Terrain, x: int, y: int) -> str | None:
    sector = town.sector_at(x, y) if terrain.inside(x, y) else None
    return sector.address if sector else None


def _room(address: str, house: str | None, x: int, y: int, width: int, height: int) -> list[Light]:
    across, down = max(1, round(width / APART)), max(1, round(height / APART))
    radius = int(max(width / across, height / down) * TILE * 0.62) + 14
    return [
        Light(
            round((x + width * (i + 0.5) / across) * TILE), round((y + height * (j + 0.5) / down) * TILE),
            radius, ROOM, 0.85, address, house,
        )
        for j in range(down)
        for i in range(across)
    ]  # fmt: skip
