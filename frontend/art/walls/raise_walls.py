"""Turns tiles of wall into sprites that stand, sorted by foot, and tops that are baked into the ground."""

from __future__ import annotations

from dataclasses import dataclass

from frontend.art.canvas import Canvas
from frontend.art.colour import DARKWOOD, GLASS, WOOD, Ramp
from frontend.art.terrain import TILE, Terrain
from frontend.art.townmap import TownMap
from frontend.art.walls.pictures import picture
from frontend.art.walls.styles import Style, low_window, paper_of, papered, style_of, tall_window

CAP = 5
"""Pixels of a wall's top, seen from above."""
TALL, MID, LOW = 27, 16, 14
"""Pixels of a wall's face: a room's back wall, a wall between two rooms, a wall seen from outside."""
BASE = 14
"""Pixels from a tile's top to where a wall meets the ground."""
LONGEST = 14
"""Tiles in one sprite."""


@dataclass(frozen=True)
class Wall:
    """A standing piece; (x, y) is its lower left corner in pixels."""

    canvas: Canvas
    x: int
    y: int


class Raiser:
    def __init__(self, town: TownMap, terrain: Terrain) -> None:
        self.town = town
        self.terrain = terrain

    def walls(self) -> list[Wall]:
        return [self._piece(y, x0, x1) for y in range(self.terrain.height) for x0, x1 in self._pieces(y)]

    def face(self, x: int, y: int) -> int:
        """Height of the wall's face at a tile; 0 where the wall only runs down."""
        terrain = self.terrain
        if not terrain.house(x, y):
            return 0
        if self._faced(x, y):
            if not terrain.inside(x, y + 1):
                return LOW
            return MID if any(terrain.inside(x + dx, y - 1) for dx in self._sides_above(x, y)) else TALL
        beside = [self.face(n, y) for n in (x - 1, x + 1) if terrain.house(n, y) and self._faced(n, y)]
        return max(beside, default=0)

    def _faced(self, x: int, y: int) -> bool:
        return not self.terrain.solid(x, y + 1)

    def _sides_above(self, x: int, y: int) -> tuple[int, ...]:
        """Where to look for a room behind the wall: beside a wall that comes down on it, else straight on."""
        return (-1, 1) if self.terrain.solid(x, y - 1) else (0,)

    def _pieces(self, y: int) -> list[tuple[int, int]]:
        """Ranges of tiles [x0, x1) in a row that make one sprite each."""
        found, x, terrain = [], 0, self.terrain
        while x < terrain.width:
            height = self.face(x, y)
            end = x + 1
            if not height:
                x = end
                continue
            while end < terrain.width and self.face(end, y) == height and end - x < LONGEST:
                end += 1
            if any(terrain.solid(i, y) for i in range(x, end)):
                found.append((x, end))
            x = end
        return found

    def _style(self, x: int, y: int) -> Style:
        for dx, dy in ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-1, -1), (1, -1), (-1, 1), (1, 1)):
            sector = self.town.sector_at(x + dx, y + dy)
            if (sector and (dx, dy) == (0, 0)) or (sector and self.terrain.inside(x + dx, y + dy)):
                return style_of(sector.kind, sector.address)
        return style_of("", f"{self.town.id}:{x // 10}:{y // 10}")

    def _room(self, x: int, y: int) -> str:
        for dx in (0, -1, 1):
            arena = self.town.arena_at(x + dx, y + 1)
            if arena and self.terrain.inside(x + dx, y + 1):
                return arena.address
        return self.town.id

    def _piece(self, ty: int, x0: int, x1: int) -> Wall:
        high = self.face(x0, ty)
        canvas = Canvas((x1 - x0) * TILE, high + CAP + 1)
        for tx in range(x0, x1):
            self._tile(canvas, tx, ty, (tx - x0) * TILE, high)
        for tx in range(x0, x1):
            if self.terrain.wall(tx, ty) == "door":
                _doorway(canvas, (tx - x0) * TILE, high, self._style(tx, ty).cap)
        return Wall(canvas, x0 * TILE, ty * TILE + BASE)

    def _tile(self, canvas: Canvas, tx: int, ty: int, x: int, high: int) -> None:
        terrain, style = self.terrain, self._style(tx, ty)
        west, east = terrain.house(tx - 1, ty), terrain.house(tx + 1, ty)
        left, right = (x if west else x + 5), (x + TILE if east else x + 11)
        top = CAP + 1
        if not west and not east:
            canvas.blit(_end(right - left, high), left, top)
        elif high == LOW and not terrain.inside(tx, ty + 1):
            canvas.blit(
                style.face(16 * TILE, high).cropped(_phase(tx) + left - x, 0, right - left, high), left, top
            )
        else:
            halves = ((left, x + 8, tx - 1), (x + 8, right, tx + 1))
            for start, end, beside in halves:
                room = paper_of(self._room(tx if self._faced(tx, ty) else beside, ty))
                whole = papered(16 * TILE, high, room)
                canvas.blit(whole.cropped(_phase(tx) + start - x, 0, end - start, high), start, top)
        canvas.rect(left, top + high - 1, right - left, 1, DARKWOOD[0])
        if terrain.wall(tx, ty) == "window" and self._faced(tx, ty):
            canvas.blit(tall_window() if high == TALL else low_window(), x, top + (4 if high == TALL else 1))
        elif high == TALL and self._faced(tx, ty) and west and east:
            canvas.blit(picture(self.town.id, tx, ty), x, top + 3)
        _cap(canvas, left, right, style.cap)
        if terrain.solid(tx, ty - 1):
            canvas.rect(x + 5, 0, 6, 1, style.cap[2])
        if not west:
            canvas.rect(left - 1, 0, 1, canvas.height, DARKWOOD[0])
        if not east:
            canvas.rect(right, 0, 1, canvas.height, DARKWOOD[0])
        if not self._faced(tx, ty):
            top = 0 if terrain.solid(tx, ty - 1) else 1
            _column(canvas, x + 5, top, canvas.height - top, style.cap, cut=False)

    def bake_columns(self, canvas: Canvas) -> None:
        """Paints the tops of walls that run down the map."""
        terrain = self.terrain
        for ty in range(terrain.height):
            for tx in range(terrain.width):
                if not terrain.solid(tx, ty) or not (terrain.solid(tx, ty + 1) or terrain.solid(tx, ty - 1)):
                    continue
                above, below = terrain.solid(tx, ty - 1), terrain.solid(tx, ty + 1)
                top = ty * TILE if above or self.face(tx, ty) else ty * TILE - 4
                bottom = (ty + 1) * TILE if below else ty * TILE + 2
                _column(canvas, tx * TILE + 5, top, bottom - top, self._style(tx, ty).cap, cut=not above)
                if terrain.wall(tx, ty) == "window":
                    canvas.rect(tx * TILE + 6, top + 2, 4, bottom - top - 4, WOOD[5])
                    canvas.rect(tx * TILE + 7, top + 3, 2, bottom - top - 6, GLASS)

    def doors(self) -> list[tuple[int, int, bool]]:
        """(x, y, whether one walks through it up and down) of all doors of buildings."""
        terrain = self.terrain
        return [
            (x, y, terrain.house(x - 1, y) or terrain.house(x + 1, y))
            for y in range(terrain.height)
            for x in range(terrain.width)
            if terrain.wall(x, y) == "door" and _in_building(terrain, x, y)
        ]


def _in_building(terrain: Terrain, x: int, y: int) -> bool:
    return any(terrain.solid(x + dx, y + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)))


def _cap(canvas: Canvas, left: int, right: int, cap: Ramp) -> None:
    width = right - left
    canvas.rect(left, 0, width, 1, DARKWOOD[0]).rect(left, 1, width, CAP, cap[2])
    canvas.rect(left, 1, width, 1, cap[3]).rect(left, CAP, width, 1, cap[0])


def _column(canvas: Canvas, x: int, y: int, height: int, cap: Ramp, cut: bool) -> None:
    canvas.rect(x, y, 6, height, cap[2]).rect(x, y, 1, height, cap[3]).rect(x + 5, y, 1, height, cap[0])
    if cut:
        canvas.rect(x, y, 6, 1, cap[3])
    for edge in (x - 1, x + 6):
        if 0 <= edge < canvas.width:
            canvas.rect(edge, y, 1, height, DARKWOOD[0])


def _phase(tx: int) -> int:
    """Where a tile's part of a long wall's texture begins, so that neighbours go on from each other."""
    return tx % 16 * TILE


def _end(width: int, high: int) -> Canvas:
    """The timbered end of a wall, where a door follows."""
    face = Canvas(width, high).rect(0, 0, width, high, WOOD[2]).rect(0, 0, 1, high, WOOD[4])
    return face.rect(width - 1, 0, 1, high, WOOD[1]).rect(0, 0, width, 1, WOOD[1])


def _doorway(canvas: Canvas, x: int, high: int, cap: Ramp) -> None:
    """Opens the wall: under a lintel where it is tall, right through where it is low."""
    top = CAP + 1
    if high == TALL:
        canvas.clear(x, top + high - 21, TILE, 21)
        canvas.rect(x - 1, top + high - 23, TILE + 2, 2, WOOD[4]).rect(x, top + high - 21, TILE, 1, WOOD[1])
        for post in (x - 1, x + TILE - 1):
            canvas.rect(post, top + high - 21, 2, 21, WOOD[2])
        return
    canvas.clear(x, 0, TILE, canvas.height)
    for post in (x - 3, x + TILE):
        canvas.rect(post, 0, 3, canvas.height, WOOD[2]).rect(post, 0, 1, canvas.height, WOOD[4])
        canvas.rect(post, 0, 3, 1, cap[3]).rect(post, canvas.height - 1, 3, 1, DARKWOOD[0])
