"""Makes sectors, arenas and objects of a map's marked regions, and checks that they fit into each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from backend.domain.world import Tile
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.names import likeness
from backend.scenarios.regions import FILE, Region, place
from backend.scenarios.schema import KindEntry
from backend.scenarios.tiled import TiledMap

FRONTS: dict[str, Tile] = {"south": (0, 1), "west": (-1, 0), "east": (1, 0), "north": (0, -1)}
"""Sides from which a thing may be used, in the order in which they are preferred, and where each lies."""


@dataclass(frozen=True)
class Place:
    """A sector or an arena: all regions of one name, put together."""

    name: str
    sector: str
    """Its own name if it is a sector."""
    tiles: frozenset[Tile]
    properties: dict[str, Any]

    @property
    def key(self) -> str:
        """As scenario files write it: "Mill House:kitchen"."""
        return self.name if self.name == self.sector else f"{self.sector}:{self.name}"


@dataclass(frozen=True)
class Thing:
    """An object before it is known from where it can be used."""

    name: str
    arena: str
    """Key of its arena."""
    kind: str
    entry: KindEntry
    tiles: tuple[Tile, ...]
    properties: dict[str, Any]

    @property
    def key(self) -> str:
        return f"{self.arena}:{self.name}"

    @property
    def capacity(self) -> int:
        return int(self.properties.get("capacity", self.entry.capacity))


@dataclass(frozen=True)
class Places:
    """Keys are names as scenario files write them; all in alphabetical order."""

    sectors: dict[str, Place]
    arenas: dict[str, Place]
    things: dict[str, Thing]


def read_places(tiled: TiledMap, kinds: dict[str, KindEntry], findings: Findings) -> Places:
    sectors = _sectors(tiled, findings)
    arenas = _arenas(tiled, sectors, findings)
    return Places(sectors, arenas, _things(tiled, arenas, kinds, findings))


def _sectors(tiled: TiledMap, findings: Findings) -> dict[str, Place]:
    sectors = {}
    for name, regions in _grouped(tiled.regions["sectors"], lambda region: region.name).items():
        tiles, properties = _joined(regions, findings)
        _one_piece(regions[0], regions, tiles, findings)
        if not properties.get("kind"):
            remedy = "Add the property kind: home, cafe, shop, park, …"
            findings.add(FILE, regions[0].place, "The sector has no kind.", remedy)
        sectors[name] = Place(name, name, tiles, properties)
    _no_overlap("sectors", sectors.values(), findings)
    _no_twins("sectors", sectors, findings)
    return sectors


def _arenas(tiled: TiledMap, sectors: dict[str, Place], findings: Findings) -> dict[str, Place]:
    def sector_of(region: Region) -> str:
        named = region.properties.get("sector")
        if named is not None:
            if named in sectors:
                return str(named)
            remedy = did_you_mean(str(named), sectors, "Draw it in the sectors layer.")
            findings.add(FILE, region.place, f"There is no sector {named!r}.", remedy)
            return ""
        shares = Counter({name: len(sector.tiles & region.tiles) for name, sector in sectors.items()})
        best = min(shares, key=lambda name: (-shares[name], name), default="")
        if not best or not shares[best]:
            findings.add(
                FILE, region.place, "The arena lies in no sector.", "Draw a sector around it, or move it."
            )
            return ""
        return best

    arenas = {}
    owners = {id(region): sector_of(region) for region in tiled.regions["arenas"]}
    for key, regions in _grouped(tiled.regions["arenas"], lambda r: f"{owners[id(r)]}:{r.name}").items():
        sector = owners[id(regions[0])]
        if not sector:
            continue
        tiles, properties = _joined(regions, findings)
        where = place("arenas", key)
        _one_piece(regions[0], regions, tiles, findings)
        outside = tiles - sectors[sector].tiles
        if outside:
            message = f"The arena leaves its sector {sector!r} at {min(outside)}."
            findings.add(FILE, where, message, "Make the arena smaller or the sector larger.")
        if properties.get("capacity", 1) < 1:
            findings.add(
                FILE, where, f"Its capacity is {properties['capacity']}.", "Make it at least 1, or remove it."
            )
        arenas[key] = Place(regions[0].name, sector, tiles, properties)
    _no_overlap("arenas", arenas.values(), findings)
    _no_twins("arenas", arenas, findings)
    return arenas


def _things(
    tiled: TiledMap, arenas: dict[str, Place], kinds: dict[str, KindEntry], findings: Findings
) -> dict[str, Thing]:
    arena_of = {tile: key for key, arena in arenas.items() for tile in arena.tiles}

    def home_of(region: Region) -> str:
        homes = {arena_of.get(tile, "") for tile in region.tiles}
        if len(homes) == 1 and "" not in homes:
            return homes.pop()
        message = "The object lies in no arena." if homes == {""} else "The object does not lie in one arena."
        findings.add(FILE, region.place, message, "Move it, or draw the arena around it.")
        return ""

    things = {}
    owners = {id(region): home_of(region) for region in tiled.regions["objects"]}
    for key, regions in _grouped(tiled.regions["objects"], lambda r: f"{owners[id(r)]}:{r.name}").items():
        arena = owners[id(regions[0])]
        where = place("objects", key.removeprefix(":"))
        tiles, properties = _joined(regions, findings)
        entry = _kind(properties.get("kind"), kinds, where, findings)
        if properties.get("capacity", 1) < 1:
            findings.add(
                FILE, where, f"Its capacity is {properties['capacity']}.", "Make it at least 1, or remove it."
            )
        front = properties.get("front")
        if front is not None and front not in FRONTS:
            findings.add(FILE, where, f"Its front is {front!r}.", f"Take one of: {', '.join(FRONTS)}.")
            properties = {name: value for name, value in properties.items() if name != "front"}
        if arena and entry is not None:
            ordered = tuple(sorted(tiles, key=lambda tile: (tile[1], tile[0])))
            things[key] = Thing(regions[0].name, arena, properties["kind"], entry, ordered, properties)
    _no_heap(things.values(), findings)
    _no_twins("objects", things, findings)
    return things


def _kind(name: Any, kinds: dict[str, KindEntry], where: str, findings: Findings) -> KindEntry | None:
    if name is None:
        findings.add(FILE, where, "The object has no kind.", "Add the property kind.")
    elif name not in kinds:
        remedy = did_you_mean(str(name), kinds, "Describe it under object_kinds in town.yaml.")
        findings.add(FILE, where, f"There is no kind of object named {name!r}.", remedy)
    return kinds.get(name) if name is not None else None


def _grouped(regions: Iterable[Region], key: Callable[[Region], str]) -> dict[str, list[Region]]:
    groups: dict[str, list[Region]] = {}
    for region in regions:
        groups.setdefault(key(region), []).append(region)
    return dict(sorted(groups.items()))


def _joined(regions: list[Region], findings: Findings) -> tuple[frozenset[Tile], dict[str, Any]]:
    """All tiles and properties of regions that bear one name; it is a fault if properties contradict."""
    properties: dict[str, Any] = {}
    for region in regions:
        for name, value in region.properties.items():
            if properties.setdefault(name, value) != value:
                message = f"The name is used twice, with {name} {properties[name]!r} and {value!r}."
                findings.add(FILE, region.place, message, "Rename one, or make them agree.")
    return frozenset().union(*(region.tiles for region in regions)), properties


def _one_piece(first: Region, regions: list[Region], tiles: frozenset[Tile], findings: Findings) -> None:
    """Places far apart that bear one name are two places."""
    seen, edge = set(), {min(tiles)}
    while edge:
        seen |= edge
        edge = {(x + dx, y + dy) for x, y in edge for dx, dy in FRONTS.values()} & tiles - seen
    if len(seen) < len(tiles):
        message = f"The name is used twice: its {len(regions)} pieces do not touch."
        findings.add(FILE, first.place, message, "Rename one, or join the pieces.")


def _no_twins(layer: str, keys: Iterable[str], findings: Findings) -> None:
    """Names that differ in capitals alone, or by how an accent is encoded, are one name to people."""
    seen: dict[str, str] = {}
    for key in keys:
        other = seen.setdefault(likeness(key), key)
        if other != key:
            findings.add(FILE, place(layer, key), f"It looks like {other!r}.", "Rename one of the two.")


def _no_overlap(layer: str, places: Iterable[Place], findings: Findings) -> None:
    owner: dict[Tile, str] = {}
    for each in places:
        shared: dict[str, Tile] = {}
        for tile in sorted(each.tiles):
            other = owner.setdefault(tile, each.key)
            if other != each.key:
                shared.setdefault(other, tile)
        for other, tile in shared.items():
            message = f"It overlaps {other!r} at {tile}."
            findings.add(FILE, place(layer, each.key), message, "Make one of the two smaller.")


def _no_heap(things: Iterable[Thing], findings: Findings) -> None:
    owner: dict[Tile, Thing] = {}
    for thing in things:
        for tile in thing.tiles:
            other = owner.setdefault(tile, thing)
            if other is not thing and "floor" not in (other.entry.stands, thing.entry.stands):
                message = f"It stands on {other.name!r} at {tile}."
                findings.add(FILE, place("objects", thing.key), message, "Move one of the two.")
