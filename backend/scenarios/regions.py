"""The marked regions of a Tiled map's object layers: sectors, arenas, objects and spawn points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.domain.world import Tile
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.names import flaw_of_name, flaw_of_text
from backend.scenarios.terrain import TILE_PIXELS

FILE = "map.tmj"
MAX_SIDE = 400
"""Tiles of a map's longest side."""
MAX_CORNERS = 1000
"""Of a polygon."""
MAX_COVER = 8
"""How often the regions of a layer may cover the map in all; more would only keep us busy."""

LARGEST_CROWD = 1000
"""Residents that a room or a thing may be said to hold."""
LONGEST_STATE = 600
"""Characters in which a thing's state is said."""

OBJECT_LAYERS = ("sectors", "arenas", "objects", "spawns")
PROPERTIES: dict[str, dict[str, type]] = {
    "sectors": {"kind": str, "private": bool},
    "arenas": {"capacity": int, "private": bool, "staff_only": bool, "sector": str},
    "objects": {"kind": str, "capacity": int, "staff_only": bool, "initial": str, "front": str},
    "spawns": {},
}


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


def place(layer: str, name: str = "") -> str:
    """How a fault names a place in the map."""
    return f"{layer} layer, {name}" if name else f"{layer} layer"


def read_regions(
    layer: dict[str, Any] | None, layer_name: str, size: tuple[int, int], findings: Findings
) -> tuple[Region, ...]:
    """The regions of an object layer, in the file's order; `size` is the map's, in tiles."""
    return _Regions(layer_name, size, findings).read(layer)


class _Regions:
    def __init__(self, layer: str, size: tuple[int, int], findings: Findings) -> None:
        self.layer, self.findings = layer, findings
        self.width, self.height = size

    def fault(self, place: str, message: str, remedy: str) -> None:
        self.findings.add(FILE, place, message, remedy)

    def read(self, layer: dict[str, Any] | None) -> tuple[Region, ...]:
        regions: list[Region] = []
        room = MAX_COVER * self.width * self.height
        for mark in dicts(layer.get("objects") if layer else None):
            name = mark.get("name")
            where = place(self.layer, name if isinstance(name, str) else f"object {mark.get('id')}")
            flaw = flaw_of_name(name.strip()) if isinstance(name, str) else "It has none."
            if flaw is not None:
                message = f"{str(name)[:60]!r} can't be a name. {flaw}"
                remedy = "Give it a name of at most 60 characters without colons, brackets and line breaks."
                self.fault(where[:100], message, remedy)
                continue
            tiles = self._tiles_of(mark, where)
            kept = self._checked(properties(mark), where)
            room -= len(tiles)
            if room < 0:
                message = f"The regions of the layer cover the map more than {MAX_COVER} times."
                self.fault(place(self.layer), message, "Take some away.")
                break
            if tiles:
                regions.append(Region(self.layer, str(name).strip(), tiles, kept))
        return tuple(regions)

    def _tiles_of(self, mark: dict[str, Any], where: str) -> frozenset[Tile]:
        x, y, width, height = (mark.get(key, 0) for key in ("x", "y", "width", "height"))
        if not all(_is_number(n) for n in (x, y, width, height)):
            self.fault(where, "Its position is not in numbers.", "Save the map from Tiled again.")
            return frozenset()
        if "template" in mark:
            remedy = "Choose Detach in Tiled's menu Object Template."
            self.fault(where, "It is drawn after a template in another file.", remedy)
            return frozenset()
        if len(dicts(mark.get("polygon"))) > MAX_CORNERS:
            self.fault(where, f"It has more than {MAX_CORNERS} corners.", "Draw it with fewer.")
            return frozenset()
        if mark.get("rotation") or any(key in mark for key in ("ellipse", "gid", "text", "polyline")):
            remedy = "Draw it anew as an unrotated rectangle."
            self.fault(where, "It is no rectangle, polygon or point.", remedy)
            return frozenset()
        if self.layer == "spawns":
            left, top, right, below = x, y, x + 1, y + 1
        elif mark.get("polygon"):
            corners = [(p.get("x"), p.get("y")) for p in dicts(mark["polygon"])]
            outline = [(x + i, y + j) for i, j in corners if _is_number(i) and _is_number(j)]
            left, top = (min((corner[axis] for corner in outline), default=0) for axis in (0, 1))
            right, below = (max((corner[axis] for corner in outline), default=0) for axis in (0, 1))
        else:
            left, top, right, below = x, y, x + width, y + height
            if any(n % TILE_PIXELS for n in (x, y, width, height)):
                remedy = "Turn on Snap to Grid in Tiled and draw it again."
                self.fault(where, "Its edges lie between tiles.", remedy)
        if left < 0 or top < 0 or right > self.width * TILE_PIXELS or below > self.height * TILE_PIXELS:
            self.fault(where, "It leaves the map.", "Move it inside.")
        if mark.get("polygon") and self.layer != "spawns":
            tiles = _covered(outline, self.width, self.height)
        else:
            columns = range(max(0, int(left // TILE_PIXELS)), min(self.width, int(-(-right // TILE_PIXELS))))
            rows = range(max(0, int(top // TILE_PIXELS)), min(self.height, int(-(-below // TILE_PIXELS))))
            tiles = frozenset((i, j) for j in rows for i in columns)
        if not tiles:
            self.fault(where, "It covers no tile of the map.", "Make it at least one tile large.")
        return tiles

    def _checked(self, given: dict[str, Any], where: str) -> dict[str, Any]:
        known, kept = PROPERTIES[self.layer], {}
        for name, value in given.items():
            if name not in known:
                remedy = did_you_mean(name, known, "Remove it.")
                self.fault(where, f"{name[:60]!r} is no property known here.", remedy)
            elif type(value) is not known[name]:
                remedy = f"Give the property the type {known[name].__name__}."
                self.fault(where, f"{name} is {str(value)[:60]!r}.", remedy)
            elif flaw := _flaw_of_property(name, value):
                self.fault(where, f"{name} is {str(value)[:60]!r}. {flaw}", "Change it.")
            else:
                kept[name] = value
        return kept


def _flaw_of_property(name: str, value: Any) -> str | None:
    if name == "initial":
        return flaw_of_text(value) if len(value) <= LONGEST_STATE else "It is too long."
    if isinstance(value, str):
        return flaw_of_name(value)
    if name == "capacity" and value > LARGEST_CROWD:
        return f"That is more than {LARGEST_CROWD}."
    return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e6


def dicts(value: Any) -> list[dict[str, Any]]:
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def properties(holder: dict[str, Any]) -> dict[str, Any]:
    return {str(entry.get("name")): entry.get("value") for entry in dicts(holder.get("properties"))}


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
