"""The registry of terrains: what a tile of a map may be. The art draws each by its name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Terrain:
    name: str
    swatch: str
    """Colour in the tileset's image, #rrggbb; the page draws something better."""
    layer: str
    """Where it usually lies: ground, walls or furniture."""
    blocks: bool = False
    """Nobody can be on it; the collision layer must say so, too."""
    seat: bool = False
    """One sits on it but does not walk across it."""
    doorway: bool = False
    """One walks through it but uses nothing from it."""


COLLISION = "blocked"
"""What marks a tile of the collision layer."""

_ALL = (
    Terrain(COLLISION, "#d0303a", "collision", blocks=True),
    Terrain("grass", "#6fa94f", "ground"),
    Terrain("meadow", "#86b95a", "ground"),
    Terrain("path", "#c9a877", "ground"),
    Terrain("plaza", "#b3a894", "ground"),
    Terrain("soil", "#7a5638", "ground"),
    Terrain("sand", "#e2cf9b", "ground"),
    Terrain("water", "#3f8fbf", "ground", blocks=True),
    Terrain("bridge", "#a37c4f", "ground"),
    Terrain("plank", "#b48a5a", "ground"),
    Terrain("wood_floor", "#a8744a", "ground"),
    Terrain("tile_floor", "#cfd6d2", "ground"),
    Terrain("stone_floor", "#8f8c86", "ground"),
    Terrain("carpet", "#9a5f6d", "ground"),
    Terrain("wall_top", "#4b3b47", "walls", blocks=True),
    Terrain("wall", "#d9c3a0", "walls", blocks=True),
    Terrain("window", "#9fd0e6", "walls", blocks=True),
    Terrain("door", "#7b4a2d", "walls", doorway=True),
    Terrain("fence", "#9b7a52", "walls", blocks=True),
    Terrain("fence_gate", "#c29a68", "walls", doorway=True),
    Terrain("hedge", "#3f7a45", "walls", blocks=True),
    Terrain("tree", "#2f6b3a", "furniture", blocks=True),
    Terrain("pine", "#24573f", "furniture", blocks=True),
    Terrain("blossom_tree", "#e5a3bd", "furniture", blocks=True),
    Terrain("bush", "#4d8a48", "furniture", blocks=True),
    Terrain("flowers", "#e0709a", "furniture"),
    Terrain("reeds", "#8a9a4b", "furniture", blocks=True),
    Terrain("rock", "#8b8f94", "furniture", blocks=True),
    Terrain("lamp_post", "#f0d673", "furniture", blocks=True),
    Terrain("sign", "#8a5a34", "furniture", blocks=True),
    Terrain("crate", "#b98b50", "furniture", blocks=True),
    Terrain("barrel", "#8e5f37", "furniture", blocks=True),
    Terrain("plant", "#5f9e58", "furniture", blocks=True),
    Terrain("rug", "#b5483f", "furniture"),
    Terrain("mat", "#6f8f88", "furniture"),
    Terrain("chair", "#8b5a2b", "furniture", seat=True),
    Terrain("stool", "#a5642f", "furniture", seat=True),
    Terrain("bench", "#6d4a2a", "furniture", seat=True),
)

TERRAINS: dict[str, Terrain] = {terrain.name: terrain for terrain in _ALL}
"""In the order of the tileset: the place in it is the tile's number, so new ones go to the end."""

TILE_PIXELS = 16
