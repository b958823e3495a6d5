"""Draws a town's map.tmj from a plan in Python, so that a map can be read, reviewed and redrawn to the byte.

All coordinates are tiles; a box is (x0, y0, x1, y1), both ends included. The result opens in Tiled.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import yaml

from backend.scenarios.terrain import COLLISION, TERRAINS, TILE_PIXELS

Box = tuple[int, int, int, int]

TILE_LAYERS = ("ground", "walls", "furniture", "collision")
OBJECT_LAYERS = ("sectors", "arenas", "objects", "spawns")
COLUMNS = 8
"""Of tiles in the swatch image."""


class Drawing:
    """A map in the making: paint terrains, mark places, put things; then `write` it."""

    def __init__(self, width: int, height: int, ground: str) -> None:
        self.width, self.height = width, height
        self._tiles = {layer: [[""] * width for _ in range(height)] for layer in TILE_LAYERS}
        self._marks: dict[str, list[dict[str, Any]]] = {layer: [] for layer in OBJECT_LAYERS}
        self.paint(ground, (0, 0, width - 1, height - 1))

    def paint(self, terrain: str, *boxes: Box) -> None:
        """Fills boxes with a terrain, in the layer that it belongs to."""
        rows = self._tiles[TERRAINS[terrain].layer]
        for x0, y0, x1, y1 in boxes:
            for y in range(y0, y1 + 1):
                rows[y][x0 : x1 + 1] = [terrain] * (x1 - x0 + 1)

    def dot(self, terrain: str, *tiles: tuple[int, int]) -> None:
        """Puts a terrain on single tiles."""
        self.paint(terrain, *((x, y, x, y) for x, y in tiles))

    def building(self, box: Box, floor: str) -> None:
        """Four walls and a floor. The north wall is two tiles tall, since one looks at it from the south."""
        x0, y0, x1, y1 = box
        self.paint(floor, (x0, y0, x1, y1))
        self.paint("wall_top", (x0, y0, x1, y0), (x0, y0, x0, y1), (x1, y0, x1, y1))
        self.paint("wall", (x0 + 1, y0 + 1, x1 - 1, y0 + 1), (x0, y1, x1, y1))

    def wall_down(self, x: int, y0: int, y1: int) -> None:
        """A wall that runs from north to south."""
        self.paint("wall_top", (x, y0, x, y1))

    def wall_across(self, y: int, x0: int, x1: int) -> None:
        """A wall between a room in the north and one in the south; draw it after those that run down on it."""
        self.paint("wall", (x0, y, x1, y))

    def north_door(self, x: int, y: int) -> None:
        """A door in a building's north wall, whose upper row is `y`."""
        self.dot("door", (x, y), (x, y + 1))

    def scatter(
        self, terrains: Sequence[str], box: Box, one_in: int, on: Sequence[str] = ("grass", "meadow")
    ) -> None:
        """Strews plants over about one in `one_in` bare tiles, the same ones each time, none beside another."""
        x0, y0, x1, y1 = box
        for y in range(y0, y1 + 1):
            for x in range(x0, x1 + 1):
                number = int.from_bytes(blake2b(f"{x},{y}".encode(), digest_size=4).digest(), "big")
                around = [(x, y), (x - 1, y), (x, y - 1), (x - 1, y - 1), (x + 1, y - 1)]
                if number % one_in or not all(self._is_bare(i, j) for i, j in around):
                    continue
                if self._tiles["ground"][y][x] in on:
                    self.dot(terrains[number // one_in % len(terrains)], (x, y))

    def _is_bare(self, x: int, y: int) -> bool:
        if not (0 <= x < self.width and 0 <= y < self.height):
            return True
        return not self._tiles["walls"][y][x] and not self._tiles["furniture"][y][x]

    def sector(self, name: str, kind: str, *boxes: Box, private: bool = False) -> None:
        self._mark("sectors", name, boxes, {"kind": kind, **({"private": True} if private else {})})

    def arena(self, name: str, *boxes: Box, **properties: bool | int) -> None:
        self._mark("arenas", name, boxes, properties)

    def thing(self, name: str, kind: str, *boxes: Box, **properties: bool | int | str) -> None:
        self._mark("objects", name, boxes, {"kind": kind, **properties})

    def spawn(self, name: str, x: int, y: int) -> None:
        self._mark("spawns", name, ((x, y, x, y),), {})

    def write(self, folder: Path, blocking: frozenset[str]) -> None:
        """Writes `map.tmj`. Things whose kind is in `blocking` block their tiles, as some terrains do."""
        self._fill_collision(blocking)
        layers: list[dict[str, Any]] = []
        for name in TILE_LAYERS:
            numbers = {terrain: number for number, terrain in enumerate(TERRAINS, start=1)} | {"": 0}
            data = [numbers[terrain] for row in self._tiles[name] for terrain in row]
            layers.append(
                _layer(len(layers) + 1, name, "tilelayer")
                | {
                    "width": self.width,
                    "height": self.height,
                    "data": data,
                    "visible": name != "collision",
                }
            )
        number = 0
        for name in OBJECT_LAYERS:
            for mark in self._marks[name]:
                number += 1
                mark["id"] = number
            layers.append(
                _layer(len(layers) + 1, name, "objectgroup")
                | {
                    "draworder": "topdown",
                    "objects": self._marks[name],
                }
            )
        document = {
            "type": "map",
            "version": "1.10",
            "tiledversion": "1.11.0",
            "orientation": "orthogonal",
            "renderorder": "right-down",
            "infinite": False,
            "compressionlevel": -1,
            "width": self.width,
            "height": self.height,
            "tilewidth": TILE_PIXELS,
            "tileheight": TILE_PIXELS,
            "nextlayerid": len(layers) + 1,
            "nextobjectid": number + 1,
            "tilesets": [tileset()],
            "layers": layers,
        }
        (folder / "map.tmj").write_text(_readable(document), encoding="utf-8")

    def _fill_collision(self, blocking: frozenset[str]) -> None:
        for y in range(self.height):
            for x in range(self.width):
                stack = [self._tiles[layer][y][x] for layer in ("furniture", "walls", "ground")]
                top = next(terrain for terrain in stack if terrain)
                self._tiles["collision"][y][x] = COLLISION if TERRAINS[top].blocks else ""
        for mark in self._marks["objects"]:
            if _property(mark, "kind") in blocking:
                x, y = mark["x"] // TILE_PIXELS, mark["y"] // TILE_PIXELS
                right, below = x + mark["width"] // TILE_PIXELS, y + mark["height"] // TILE_PIXELS
                self.paint(COLLISION, (x, y, right - 1, below - 1))

    def _mark(self, layer: str, name: str, boxes: tuple[Box, ...], properties: Mapping[str, Any]) -> None:
        kinds = {bool: "bool", int: "int", str: "string"}
        for x0, y0, x1, y1 in boxes:
            self._marks[layer].append(
                {
                    "id": 0,
                    "name": name,
                    "type": "",
                    "rotation": 0,
                    "visible": True,
                    "x": x0 * TILE_PIXELS,
                    "y": y0 * TILE_PIXELS,
                    "width": (x1 - x0 + 1) * TILE_PIXELS,
                    "height": (y1 - y0 + 1) * TILE_PIXELS,
                    "properties": [
                        {"name": key, "type": kinds[type(value)], "value": value}
                        for key, value in sorted(properties.items())
                    ],
                }
            )


def tileset() -> dict[str, Any]:
    """The embedded tileset: one tile a terrain, each bearing its terrain's name."""
    return {
        "firstgid": 1,
        "name": "terrains",
        "image": "../tiles.png",
        "imagewidth": COLUMNS * TILE_PIXELS,
        "imageheight": _swatch_rows() * TILE_PIXELS,
        "tilewidth": TILE_PIXELS,
        "tileheight": TILE_PIXELS,
        "margin": 0,
        "spacing": 0,
        "columns": COLUMNS,
        "tilecount": len(TERRAINS),
        "tiles": [
            {"id": number, "properties": [{"name": "terrain", "type": "string", "value": name}]}
            for number, name in enumerate(TERRAINS)
        ],
    }


def blocking_kinds(folder: Path) -> frozenset[str]:
    """Kinds that nobody can be on, in the words of the town in `folder` and in everybody's."""
    kinds: dict[str, Any] = {}
    for path in (folder.parent / "object_kinds.yaml", folder / "town.yaml"):
        kinds |= yaml.safe_load(path.read_text(encoding="utf-8"))["object_kinds"]
    return frozenset(name for name, kind in kinds.items() if kind.get("stands", "blocks") == "blocks")


def write_swatches(path: Path) -> None:
    """Writes the tileset's image: a flat square a terrain with a darker rim, enough to work in Tiled."""
    colours = [bytes.fromhex(terrain.swatch[1:]) for terrain in TERRAINS.values()]
    colours += [b"\0\0\0"] * (COLUMNS * _swatch_rows() - len(colours))
    raw = bytearray()
    for y in range(_swatch_rows() * TILE_PIXELS):
        raw.append(0)
        for x in range(COLUMNS * TILE_PIXELS):
            colour = colours[y // TILE_PIXELS * COLUMNS + x // TILE_PIXELS]
            rim = TILE_PIXELS - 1 in (x % TILE_PIXELS, y % TILE_PIXELS)
            raw += bytes(value * 7 // 8 for value in colour) if rim else colour
    size = struct.pack(">IIBBBBB", COLUMNS * TILE_PIXELS, _swatch_rows() * TILE_PIXELS, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(bytes(raw), 9)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def _swatch_rows() -> int:
    return -(-len(TERRAINS) // COLUMNS)


def _layer(number: int, name: str, kind: str) -> dict[str, Any]:
    return {"id": number, "name": name, "type": kind, "x": 0, "y": 0, "opacity": 1, "visible": True}


def _property(mark: Mapping[str, Any], name: str) -> Any:
    return next((entry["value"] for entry in mark["properties"] if entry["name"] == name), None)


def _readable(document: dict[str, Any]) -> str:
    """JSON with a line for each row of tiles and for each mark, so that a change can be reviewed."""
    width = document["width"]
    layers = []
    for layer in document["layers"]:
        head = json.dumps({k: v for k, v in layer.items() if k not in ("data", "objects")})[:-1]
        if "data" in layer:
            rows = [layer["data"][at : at + width] for at in range(0, len(layer["data"]), width)]
            body = ",\n    ".join(json.dumps(row)[1:-1] for row in rows)
            layers.append(f'  {head}, "data": [\n    {body}]}}')
        else:
            body = ",\n    ".join(json.dumps(mark) for mark in layer["objects"])
            layers.append(f'  {head}, "objects": [\n    {body}]}}')
    head = json.dumps({k: v for k, v in document.items() if k != "layers"})[:-1]
    return head + ', "layers": [\n' + ",\n".join(layers) + "\n]}\n"
