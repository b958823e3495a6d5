"""Reads a Tiled map (map.tmj) into terrains, blocked tiles and marked regions, telling every departure from our format."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend.domain.scenario import TileLayer
from backend.domain.world import Tile
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.terrain import COLLISION, TERRAINS, TILE_PIXELS

FILE = "map.tmj"
MAX_BYTES = 8_000_000
MAX_SIDE = 400

SHOWN = ("ground", "walls", "furniture")
TILE_LAYERS = (*SHOWN, "collision")
OBJECT_LAYERS = ("sectors", "arenas", "objects", "spawns")
PROPERTIES: dict[str, dict[str, type]] = {
    "sectors": {"kind": str, "private": bool},
    "arenas": {"capacity": int, "private": bool, "staff_only": bool, "sector": str},
    "objects": {"kind": str, "capacity": int, "staff_only": bool, "initial": str, "front": str},
    "spawns": {},
}
_FLIPS = 0xF0000000
"""Bits of a tile's number by which Tiled says that it is flipped or rotated."""


@dataclass(frozen=True)
class Region:
    """A rectangle, polygon or point of an object layer, as tiles."""

    layer: str
    name: str
    tiles: frozenset[Tile]
    properties: dict[str, Any]

    @property
    def place(self) -> str:
        return place(self.layer, self.name)


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


def place(layer: str, name: str = "") -> str:
    """How a fault names a place in the map."""
    return f"{layer} layer, {name}" if name else f"{layer} layer"


def read_map(path: Path, findings: Findings) -> TiledMap | None:
    """Reads `path`; None if it can't be made sense of, with the reasons in `findings`."""
    document = _document(path, findings)
    return _Reading(path.parent, document, findings).read() if document is not None else None


def _document(path: Path, findings: Findings) -> dict[str, Any] | None:
    if not path.is_file():
        findings.add(FILE, "", "The map is missing.", "Draw one in Tiled and save it as map.tmj.")
        return None
    if path.stat().st_size > MAX_BYTES:
        findings.add(FILE, "", f"The map is larger than {MAX_BYTES} bytes.", "Make it smaller.")
        return None
    remedy = "Save it from Tiled as a JSON map (*.tmj)."
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        findings.add(FILE, f"byte {error.start}", "The map is not UTF-8 text.", remedy)
        return None
    except json.JSONDecodeError as error:
        findings.add(FILE, f"line {error.lineno}", f"The map is not JSON: {error.msg}.", remedy)
        return None
    except RecursionError:
        findings.add(FILE, "", "The map is nested too deeply.", remedy)
        return None
    if not isinstance(document, dict):
        findings.add(FILE, "line 1", "The map is not a JSON object.", remedy)
        return None
    return document


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


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
        regions = {name: self._regions(layers.get(name), name) for name in OBJECT_LAYERS}
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
        width, height = document.get("width"), document.get("height")
        if not all(_is_int(side) and 4 <= side <= MAX_SIDE for side in (width, height)):
            self.fault(
                "map", f"The map is {width} by {height} tiles.", f"Make each side 4 to {MAX_SIDE} tiles."
            )
            return False
        self.width, self.height = int(document["width"]), int(document["height"])
        return True

    def _tilesets(self) -> dict[int, str]:
        """Terrain by tile number."""
        numbers: dict[int, str] = {}
        for index, tileset in enumerate(_dicts(self.document.get("tilesets"))):
            name = f"tileset {tileset.get('name', index)}"
            if "source" in tileset:
                self.fault(
                    name, "The tileset is external.", "Embed it: Tiled's Embed Tileset button does so."
                )
                continue
            image = tileset.get("image")
            if not isinstance(image, str) or not (self.folder / image).is_file():
                self.fault(name, f"Its image {image!r} does not exist.", "Use ../tiles.png.")
            first = tileset.get("firstgid")
            for tile in _dicts(tileset.get("tiles")):
                number = tile.get("id")
                terrain = _properties(tile).get("terrain")
                if not _is_int(number) or not _is_int(first):
                    self.fault(name, "A tile has no number.", "Save the map from Tiled again.")
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

    def _layers(self) -> dict[str, dict[str, Any]]:
        wanted = dict.fromkeys(TILE_LAYERS, "tilelayer") | dict.fromkeys(OBJECT_LAYERS, "objectgroup")
        found: dict[str, dict[str, Any]] = {}
        for layer in _dicts(self.document.get("layers")):
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
        if not isinstance(data, list) or not all(_is_int(number) for number in data):
            self.fault(place(name), "Its tiles are encoded.", "Choose the tile layer format CSV in Tiled.")
            return None
        if len(data) != self.width * self.height:
            wanted = self.width * self.height
            self.fault(
                place(name), f"It has {len(data)} tiles, not {wanted}.", "Save the map from Tiled again."
            )
            return None
        cells = []
        for at, number in enumerate(data):
            tile = (at % self.width, at // self.width)
            if number & _FLIPS:
                self.fault(
                    place(name), f"The tile at {tile} is flipped or rotated.", "Paint it anew, unflipped."
                )
            elif number and number not in numbers:
                self.fault(
                    place(name), f"The tile at {tile} has the unknown number {number}.", "Paint it anew."
                )
            cells.append(numbers.get(number, "") if name != "collision" or not number else COLLISION)
        return tuple(tuple(cells[start : start + self.width]) for start in range(0, len(cells), self.width))

    def _regions(self, layer: dict[str, Any] | None, layer_name: str) -> tuple[Region, ...]:
        regions = []
        for index, mark in enumerate(_dicts(layer.get("objects") if layer else None)):
            name = mark.get("name")
            where = place(layer_name, str(name) if name else f"object {mark.get('id', index)}")
            if (
                not isinstance(name, str)
                or not name.strip()
                or len(name) > 60
                or set(name) & set(":<>\n\r\t\0")
            ):
                remedy = "Give it a name of at most 60 characters without colons, brackets and line breaks."
                self.fault(where, f"{name!r} can't be a name.", remedy)
                continue
            tiles = self._tiles_of(mark, where, point=layer_name == "spawns")
            properties = self._checked(_properties(mark), layer_name, where)
            if tiles:
                regions.append(Region(layer_name, name.strip(), tiles, properties))
        return tuple(regions)

    def _tiles_of(self, mark: dict[str, Any], where: str, point: bool) -> frozenset[Tile]:
        x, y, width, height = (mark.get(key, 0) for key in ("x", "y", "width", "height"))
        if not all(isinstance(n, (int, float)) and abs(n) < 1e6 for n in (x, y, width, height)):
            self.fault(where, "Its position is not in numbers.", "Save the map from Tiled again.")
            return frozenset()
        if mark.get("rotation") or any(key in mark for key in ("ellipse", "gid", "text", "polyline")):
            self.fault(
                where, "It is no rectangle, polygon or point.", "Draw it anew as an unrotated rectangle."
            )
            return frozenset()
        if point:
            tiles = frozenset([(int(x // TILE_PIXELS), int(y // TILE_PIXELS))])
        elif mark.get("polygon"):
            corners = [(x + p["x"], y + p["y"]) for p in _dicts(mark["polygon"]) if {"x", "y"} <= p.keys()]
            tiles = _covered(corners, self.width, self.height)
        else:
            if any(n % TILE_PIXELS for n in (x, y, width, height)):
                self.fault(
                    where, "Its edges lie between tiles.", "Turn on Snap to Grid in Tiled and draw it again."
                )
            left, top = int(x // TILE_PIXELS), int(y // TILE_PIXELS)
            right, below = int((x + width) // TILE_PIXELS), int((y + height) // TILE_PIXELS)
            if max(right - left, below - top) > 2 * MAX_SIDE:
                right = below = left
            tiles = frozenset((i, j) for i in range(left, right) for j in range(top, below))
        if not tiles:
            self.fault(where, "It covers no tile.", "Make it at least one tile large.")
        outside = {tile for tile in tiles if not (0 <= tile[0] < self.width and 0 <= tile[1] < self.height)}
        if outside:
            self.fault(where, f"It leaves the map at {min(outside)}.", "Move it inside.")
        return tiles - outside

    def _checked(self, given: dict[str, Any], layer: str, where: str) -> dict[str, Any]:
        known, kept = PROPERTIES[layer], {}
        for name, value in given.items():
            if name not in known:
                self.fault(
                    where, f"{name!r} is no property known here.", did_you_mean(name, known, "Remove it.")
                )
            elif type(value) is not known[name]:
                self.fault(
                    where, f"{name} is {value!r}.", f"Give the property the type {known[name].__name__}."
                )
            else:
                kept[name] = value
        return kept


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def _properties(holder: dict[str, Any]) -> dict[str, Any]:
    return {str(entry.get("name")): entry.get("value") for entry in _dicts(holder.get("properties"))}


def _covered(corners: list[tuple[float, float]], width: int, height: int) -> frozenset[Tile]:
    """Tiles whose centre lies in the polygon (even-odd rule)."""
    tiles = set()
    edges = list(zip(corners, corners[1:] + corners[:1], strict=True))
    for y in range(height):
        line = (y + 0.5) * TILE_PIXELS
        crossings = sorted(
            x0 + (line - y0) * (x1 - x0) / (y1 - y0)
            for (x0, y0), (x1, y1) in edges
            if (y0 <= line) != (y1 <= line)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            tiles |= {(x, y) for x in range(width) if left <= (x + 0.5) * TILE_PIXELS < right}
    return frozenset(tiles)
