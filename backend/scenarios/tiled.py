"""Reads a Tiled map (map.tmj) into terrains, blocked tiles and marked regions."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.domain.scenario import TileLayer
from backend.domain.world import Tile
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.plain_files import read_plain
from backend.scenarios.regions import (
    FILE,
    MAX_SIDE,
    OBJECT_LAYERS,
    Region,
    dicts,
    place,
    properties,
    read_regions,
)
from backend.scenarios.terrain import COLLISION, TERRAINS, TILE_PIXELS

MAX_BYTES = 4_000_000
"""Four layers of the largest map take less than three million."""

MAX_PATH = 500
"""Characters of a path to a picture."""

SHOWN = ("ground", "walls", "furniture")
TILE_LAYERS = (*SHOWN, "collision")
_FLIPS = 0xF0000000
"""Bits of a tile's number by which Tiled says that it is flipped or rotated."""


@dataclass(frozen=True)
class TiledMap:
    width: int
    height: int
    layers: tuple[TileLayer, ...]
    blocked: frozenset[Tile]
    """Tiles of the collision layer."""
    regions: dict[str, tuple[Region, ...]]
    """By object layer, in the file's order."""

    def terrain(self, tile: Tile) -> str:
        """What lies on top there."""
        x, y = tile
        return next((layer.rows[y][x] for layer in reversed(self.layers) if layer.rows[y][x]), "")


def read_map(path: Path, findings: Findings) -> TiledMap | None:
    """Reads `path`; None if it can't be made sense of, with the reasons in `findings`."""
    document = _document(path, findings)
    return _Reading(path.parent, document, findings).read() if document is not None else None


def _document(path: Path, findings: Findings) -> dict[str, Any] | None:
    remedy = "Save it from Tiled as a JSON map (*.tmj)."
    text = read_plain(path, FILE, MAX_BYTES, findings, "Draw one in Tiled and save it as map.tmj.")
    if text is None:
        return None
    try:
        document = json.loads(text, object_pairs_hook=_each_key_once)
    except json.JSONDecodeError as error:
        findings.add(FILE, f"line {error.lineno}", f"The map is not JSON: {error.msg}.", remedy)
        return None
    except _KeyTwice as twice:
        findings.add(FILE, "", f"The map has the key {str(twice)!r} twice in one object.", remedy)
        return None
    except ValueError:
        findings.add(FILE, "", "The map holds a number of thousands of digits.", remedy)
        return None
    except RecursionError:
        findings.add(FILE, "", "The map is nested too deeply.", remedy)
        return None
    if not isinstance(document, dict):
        findings.add(FILE, "line 1", "The map is not a JSON object.", remedy)
        return None
    return document


class _KeyTwice(Exception):
    pass


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _KeyTwice(next(key for at, (key, _) in enumerate(pairs) if key in dict(pairs[:at])))
    return found


def whole(value: object) -> int:
    """The value if it is a whole number, else -1, which no count or number in a map may be."""
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


class _Reading:
    def __init__(self, folder: Path, document: dict[str, Any], findings: Findings) -> None:
        self.folder, self.document, self.findings = folder, document, findings
        self.width = self.height = 0

    def fault(self, place: str, message: str, remedy: str) -> None:
        self.findings.add(FILE, place, message, remedy)

    def read(self) -> TiledMap | None:
        if not self._frame():
            return None
        numbers = self._tilesets()
        layers = self._layers()
        shown, blocked = [], frozenset[Tile]()
        for name in TILE_LAYERS:
            rows = self._terrains(layers.get(name), name, numbers)
            if rows is None:
                continue
            if name == "collision":
                blocked = frozenset(
                    (x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell
                )
            else:
                shown.append(TileLayer(name, rows))
        size = (self.width, self.height)
        regions = {name: read_regions(layers.get(name), name, size, self.findings) for name in OBJECT_LAYERS}
        if any(name not in layers for name in (*TILE_LAYERS, *OBJECT_LAYERS)) or len(shown) < len(SHOWN):
            return None
        return TiledMap(self.width, self.height, tuple(shown), blocked, regions)

    def _frame(self) -> bool:
        """Whether the map is of a shape that the rest can be read from."""
        document = self.document
        if document.get("orientation") != "orthogonal":
            self.fault("map", "The map is not orthogonal.", "Choose the orientation Orthogonal in Tiled.")
        if document.get("infinite", False) is not False:
            self.fault("map", "The map is infinite.", "Clear Infinite in Tiled's map properties.")
            return False
        if (document.get("tilewidth"), document.get("tileheight")) != (TILE_PIXELS, TILE_PIXELS):
            size = f"{document.get('tilewidth')} by {document.get('tileheight')}"
            self.fault("map", f"Tiles are {size} pixels.", f"Make them {TILE_PIXELS} by {TILE_PIXELS}.")
            return False
        self.width, self.height = whole(document.get("width")), whole(document.get("height"))
        if not all(4 <= side <= MAX_SIDE for side in (self.width, self.height)):
            size = f"{document.get('width')} by {document.get('height')}"
            self.fault("map", f"The map is {size} tiles.", f"Make each side 4 to {MAX_SIDE} tiles.")
            return False
        return True

    def _tilesets(self) -> dict[int, str]:
        """Terrain by tile number."""
        numbers: dict[int, str] = {}
        for index, tileset in enumerate(dicts(self.document.get("tilesets"))):
            name = f"tileset {tileset.get('name', index)}"
            if "source" in tileset:
                self.fault(
                    name, "The tileset is external.", "Embed it: Tiled's Embed Tileset button does so."
                )
                continue
            image = tileset.get("image")
            if not isinstance(image, str) or not self._is_a_picture(image):
                message = f"Its image {str(image)[:60]!r} does not exist beside the scenarios."
                self.fault(name, message, "Use ../tiles.png.")
            size = (tileset.get("tilewidth"), tileset.get("tileheight"))
            if size != (TILE_PIXELS, TILE_PIXELS):
                remedy = f"Make them {TILE_PIXELS} by {TILE_PIXELS}."
                self.fault(name, f"Its tiles are {size[0]} by {size[1]} pixels.", remedy)
            first = whole(tileset.get("firstgid"))
            for tile in dicts(tileset.get("tiles")):
                number = whole(tile.get("id"))
                terrain = properties(tile).get("terrain")
                if first < 1 or number < 0:
                    self.fault(name, "A tile has no number.", "Save the map from Tiled again.")
                elif first + number in numbers:
                    remedy = "Remove one of the tilesets, or add it again."
                    self.fault(name, "Numbers of its tiles are those of other tiles, too.", remedy)
                elif not isinstance(terrain, str) or terrain not in TERRAINS:
                    remedy = did_you_mean(str(terrain), TERRAINS, "Take one of those in docs/scenarios.md.")
                    self.fault(name, f"Tile {number} has the unknown terrain {terrain!r}.", remedy)
                    numbers[first + number] = ""
                else:
                    numbers[first + number] = terrain
        if not numbers:
            self.fault(
                "tilesets", "The map has no embedded tileset with terrains.", "Embed the one of Brook Lane."
            )
        return numbers

    def _is_a_picture(self, image: str) -> bool:
        """Within the folder of all scenarios: a map must not tell what else lies on this machine."""
        home = os.path.realpath(self.folder.parent)
        if "\0" in image or len(image) > MAX_PATH:
            return False
        found = os.path.realpath(self.folder / image)
        return os.path.commonpath([home, found]) == home and os.path.isfile(found)

    def _layers(self) -> dict[str, dict[str, Any]]:
        wanted = dict.fromkeys(TILE_LAYERS, "tilelayer") | dict.fromkeys(OBJECT_LAYERS, "objectgroup")
        found: dict[str, dict[str, Any]] = {}
        for layer in dicts(self.document.get("layers")):
            name = str(layer.get("name"))
            if name not in wanted:
                self.fault(
                    place(name), "No layer of that name is read.", did_you_mean(name, wanted, "Remove it.")
                )
            elif layer.get("type") != wanted[name]:
                self.fault(
                    place(name), f"It is not of the type {wanted[name]}.", "Make it anew with that type."
                )
            elif name in found:
                self.fault(place(name), "There are two layers of that name.", "Merge them into one.")
            else:
                found[name] = layer
                if any(layer.get(key) for key in ("x", "y", "offsetx", "offsety")):
                    remedy = "Set its offset to 0 in Tiled's layer properties."
                    self.fault(place(name), "The layer is shifted against the others.", remedy)
        for name in wanted.keys() - found.keys():
            self.fault(
                place(name), "The layer is missing.", f"Add a {wanted[name]} named {name}; it may be empty."
            )
        return found

    def _terrains(
        self, layer: dict[str, Any] | None, name: str, numbers: dict[int, str]
    ) -> tuple[tuple[str, ...], ...] | None:
        if layer is None:
            return None
        data = layer.get("data")
        if not isinstance(data, list) or not all(whole(number) >= 0 for number in data):
            self.fault(place(name), "Its tiles are encoded.", "Choose the tile layer format CSV in Tiled.")
            return None
        size = (layer.get("width", self.width), layer.get("height", self.height))
        if len(data) != self.width * self.height or size != (self.width, self.height):
            wanted = self.width * self.height
            self.fault(
                place(name),
                f"It has {len(data)} tiles, not {wanted} of the map's shape.",
                "Save the map from Tiled again.",
            )
            return None
        cells, flipped, unknown = [], [], []
        for at, number in enumerate(data):
            tile = (at % self.width, at // self.width)
            if number & _FLIPS:
                flipped.append(tile)
            elif number and number not in numbers:
                unknown.append(tile)
            cells.append(numbers.get(number, "") if name != "collision" or not number else COLLISION)
        if flipped:
            message = f"Flipped or rotated tiles: {len(flipped)}, such as {flipped[0]}."
            self.fault(place(name), message, "Paint them anew, unflipped.")
        if unknown and numbers:
            message = f"Tiles that no tileset holds: {len(unknown)}, such as {unknown[0]}."
            self.fault(place(name), message, "Paint them anew.")
        return tuple(tuple(cells[start : start + self.width]) for start in range(0, len(cells), self.width))
