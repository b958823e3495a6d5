"""Which tiles a building covers, as few rectangles: one roof stands on each."""

from __future__ import annotations

from dataclasses import dataclass

from frontend.art.terrain import Terrain
from frontend.art.townmap import TownMap

LEAST = 2
"""Tiles in each direction that a roof is worth."""


@dataclass(frozen=True)
class Block:
    """A rectangle of floor and walls, in tiles."""

    sector: str
    """Address of the building that it belongs to."""
    kind: str
    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height


def blocks_of(town: TownMap, terrain: Terrain) -> list[Block]:
    """All rectangles of all buildings; gardens and yards that belong to one are left open."""
    owners = _owners(town, terrain)
    kinds = {sector.address: sector.kind for sector in town.sectors}
    found: list[Block] = []
    for address in sorted(set(owners.values())):
        tiles = _filled({tile for tile, owner in owners.items() if owner == address})
        found += [
            Block(address, kinds[address], *rectangle)
            for rectangle in _rectangles(tiles)
            if min(rectangle[2:]) >= LEAST
        ]
    return found


def _owners(town: TownMap, terrain: Terrain) -> dict[tuple[int, int], str]:
    """The building of each tile of floor, and of each wall next to it."""
    floors = {
        (x, y): sector.address
        for y in range(terrain.height)
        for x in range(terrain.width)
        if terrain.inside(x, y) and (sector := town.sector_at(x, y))
    }
    owners = dict(floors)
    for y in range(terrain.height):
        for x in range(terrain.width):
            if not terrain.house(x, y):
                continue
            beside = [floors.get((x + dx, y + dy)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
            sector = town.sector_at(x, y)
            if sector and sector.address in beside:
                owners[x, y] = sector.address
            else:
                owner = next((found for found in beside if found), None)
                if owner:
                    owners[x, y] = owner
    return owners


def _filled(tiles: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """With all that cannot be reached from outside without crossing them: a roof has no holes."""
    xs, ys = [x for x, _ in tiles], [y for _, y in tiles]
    left, right, top, bottom = min(xs) - 1, max(xs) + 1, min(ys) - 1, max(ys) + 1
    outside, edge = set[tuple[int, int]](), [(left, top)]
    while edge:
        x, y = edge.pop()
        if (x, y) in outside or (x, y) in tiles or not (left <= x <= right and top <= y <= bottom):
            continue
        outside.add((x, y))
        edge += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    box = {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
    return box - outside


def _rectangles(tiles: set[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Neighbouring columns that run from the same row to the same row make one rectangle."""
    runs: dict[int, list[tuple[int, int]]] = {}
    for x in sorted({x for x, _ in tiles}):
        rows = sorted(y for column, y in tiles if column == x)
        for y in rows:
            if (x, y - 1) not in tiles:
                runs.setdefault(x, []).append((y, y))
            top, _ = runs[x][-1]
            runs[x][-1] = (top, y)
    found: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for x in range(min(runs), max(runs) + 2):
        here = set(runs.get(x, ()))
        for run in [run for run in growing if run not in here]:
            start = growing.pop(run)
            found.append((start, run[0], x - start, run[1] - run[0] + 1))
        for run in here:
            growing.setdefault(run, x)
    return sorted(found)
