"""Reads what is to be drawn from a scenario's Tiled map: terrains, areas and things."""

from __future__ import annotations

import base64
import gzip
import json
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Grid = tuple[tuple[str, ...], ...]
"""Terrain names, [y][x]; "" where the layer is empty."""

_GID = 0x0FFFFFFF
"""The bits of a Tiled cell that are not flips."""


class UnreadableMap(ValueError):
    """The map's file is no Tiled map that can be drawn."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(
            f"{path}: {problem}. Save the map in Tiled as JSON (.tmj), finite, with its tilesets embedded."
        )


@dataclass(frozen=True)
class Area:
    """A sector or an arena. In tiles."""

    name: str
    address: str
    kind: str
    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    @property
    def size(self) -> int:
        return self.width * self.height


@dataclass(frozen=True)
class Thing:
    """An object of the town. In tiles."""

    name: str
    address: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    arena: str
    """Address, or "" outside of all arenas."""
    front: str = ""
    """north, east, south or west where the map says from where it is used."""


@dataclass(frozen=True)
class TownMap:
    id: str
    width: int
    height: int
    ground: Grid
    walls: Grid
    furniture: Grid
    sectors: tuple[Area, ...]
    arenas: tuple[Area, ...]
    things: tuple[Thing, ...]
    spawns: dict[str, tuple[int, int]] = field(default_factory=dict)

    def sector_at(self, x: int, y: int) -> Area | None:
        return _smallest(self.sectors, x, y)

    def arena_at(self, x: int, y: int) -> Area | None:
        return _smallest(self.arenas, x, y)


def _smallest(areas: tuple[Area, ...], x: int, y: int) -> Area | None:
    return min((a for a in areas if a.holds(x, y)), key=lambda a: a.size, default=None)


def read_map(path: Path, world: str) -> TownMap:
    """Reads `map.tmj`; `world` is the first part of all addresses.

    Raises:
        UnreadableMap: not JSON, not a finite Tiled map, or no ground layer.
    """
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as fault:
        raise UnreadableMap(path, f"not JSON ({fault})") from fault
    if data.get("infinite") or "layers" not in data:
        raise UnreadableMap(path, "not a finite Tiled map")
    width, height, tile = int(data["width"]), int(data["height"]), int(data["tilewidth"])
    terrains = _terrains(data)
    layers = {str(layer["name"]): layer for layer in data["layers"]}
    if "ground" not in layers:
        raise UnreadableMap(path, "has no tile layer called ground")

    def grid(name: str) -> Grid:
        cells = _cells(layers[name], path) if name in layers else [0] * (width * height)
        names = [terrains.get(cell & _GID, "") for cell in cells]
        return tuple(tuple(names[y * width : (y + 1) * width]) for y in range(height))

    def items(name: str) -> list[dict[str, Any]]:
        return list(layers[name].get("objects", ())) if name in layers else []

    sectors = tuple(_area(item, tile, world) for item in items("sectors"))
    arenas = tuple(_arena(item, tile, sectors, world) for item in items("arenas"))
    things = tuple(_thing(item, tile, arenas, world) for item in items("objects"))
    spawns = {str(i["name"]): (int(i["x"] // tile), int(i["y"] // tile)) for i in items("spawns")}
    return TownMap(
        path.parent.name,
        width,
        height,
        grid("ground"),
        grid("walls"),
        grid("furniture"),
        sectors,
        arenas,
        things,
        spawns,
    )


def properties(item: dict[str, Any]) -> dict[str, Any]:
    return {str(p["name"]): p["value"] for p in item.get("properties", ())}


def _terrains(data: dict[str, Any]) -> dict[int, str]:
    found: dict[int, str] = {}
    for tileset in data.get("tilesets", ()):
        for tile in tileset.get("tiles", ()):
            name = properties(tile).get("terrain") or tile.get("type") or tile.get("class") or ""
            found[int(tileset["firstgid"]) + int(tile["id"])] = str(name)
    return found


def _cells(layer: dict[str, Any], path: Path) -> list[int]:
    data = layer.get("data")
    if isinstance(data, list):
        return [int(cell) for cell in data]
    if not isinstance(data, str):
        raise UnreadableMap(path, f"layer {layer['name']} holds no tiles")
    raw = base64.b64decode(data)
    compression = layer.get("compression") or ""
    if compression not in ("", "zlib", "gzip"):
        raise UnreadableMap(
            path, f"layer {layer['name']} is compressed with {compression}, which is not read"
        )
    if compression == "zlib":
        raw = zlib.decompress(raw)
    elif compression == "gzip":
        raw = gzip.decompress(raw)
    return list(struct.unpack(f"<{len(raw) // 4}I", raw))


def _box(item: dict[str, Any], tile: int) -> tuple[int, int, int, int]:
    x, y = float(item["x"]), float(item["y"])
    width, height = float(item.get("width", 0)), float(item.get("height", 0))
    if item.get("gid"):
        y -= height
    left, top = int(x // tile), int(y // tile)
    return left, top, max(1, round((x + width) / tile) - left), max(1, round((y + height) / tile) - top)


def _kind(item: dict[str, Any]) -> str:
    return str(properties(item).get("kind") or item.get("type") or item.get("class") or "")


def _area(item: dict[str, Any], tile: int, world: str) -> Area:
    name = str(item["name"])
    return Area(name, f"{world}:{name}", _kind(item), *_box(item, tile))


def _arena(item: dict[str, Any], tile: int, sectors: tuple[Area, ...], world: str) -> Area:
    x, y, width, height = _box(item, tile)
    name = str(item["name"])
    wanted = properties(item).get("sector")
    sector = next((s for s in sectors if s.name == wanted), None) or _smallest(
        sectors, x + width // 2, y + height // 2
    )
    return Area(name, f"{sector.address if sector else world}:{name}", _kind(item), x, y, width, height)


def _thing(item: dict[str, Any], tile: int, arenas: tuple[Area, ...], world: str) -> Thing:
    x, y, width, height = _box(item, tile)
    name = str(item["name"])
    wanted = properties(item).get("arena")
    arena = next((a for a in arenas if wanted and a.address.endswith(str(wanted))), None) or _smallest(
        arenas, x, y
    )
    address = f"{arena.address if arena else world}:{name}"
    front = str(properties(item).get("front") or "")
    return Thing(name, address, _kind(item), x, y, width, height, arena.address if arena else "", front)
