"""Indoor floors: boards and tiles, a look for every room, reaching under the walls to their middle."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import Mask, draws, pick
from frontend.art.colour import BLUE, CREAM, GREEN, RED, STONE, TEAL, WOOD, YELLOW, Ramp, ramp
from frontend.art.ground.field import GroundField
from frontend.art.terrain import INDOORS, TILE
from frontend.art.townmap import TownMap

BOARDS: tuple[Ramp, ...] = (
    WOOD,
    ramp(45, 0.075, 0.30, 0.66, 6),
    ramp(66, 0.07, 0.34, 0.80, 6),
    ramp(35, 0.06, 0.26, 0.62, 6),
)
CHECKS: tuple[tuple[Ramp, Ramp], ...] = (
    (TEAL, CREAM),
    (ramp(60, 0.05, 0.5, 0.8, 4), CREAM),
    (ramp(230, 0.03, 0.5, 0.82, 4), CREAM),
    (ramp(25, 0.06, 0.48, 0.76, 4), CREAM),
)
CARPETS: tuple[Ramp, ...] = tuple(ramp(hue, 0.06, 0.34, 0.70, 4) for hue in (355, 285, 155, 35))
RUGS: tuple[tuple[Ramp, Ramp], ...] = ((RED, YELLOW), (BLUE, CREAM), (GREEN, CREAM), (TEAL, YELLOW))

MATS: tuple[tuple[Ramp, Ramp], ...] = ((TEAL, CREAM), (GREEN, CREAM), (BLUE, CREAM), (GREEN, YELLOW))


def boards(width: int, height: int, key: object, tones: Ramp) -> Canvas:
    canvas, source = Canvas(width, height), draws("boards", key)
    for y in range(0, height, 6):
        x = -int(source.integers(0, 20))
        while x < width:
            length, tone = int(source.integers(18, 34)), 3 + int(source.random() < 0.4)
            canvas.rect(x, y, length, 6, tones[tone]).rect(x, y, length, 1, tones[min(5, tone + 1)])
            canvas.rect(x, y + 5, length, 1, tones[2]).rect(x + length - 1, y, 1, 6, tones[2])
            if source.random() < 0.5:
                canvas.rect(x + int(source.integers(2, length - 6)), y + 3, 4, 1, tones[tone - 1])
            x += length
    return canvas


def checks(width: int, height: int, odd: Ramp, even: Ramp, size: int = 8) -> Canvas:
    canvas = Canvas(width, height)
    for j, y in enumerate(range(0, height, size)):
        for i, x in enumerate(range(0, width, size)):
            tones = odd if (i + j) % 2 else even
            canvas.rect(x, y, size, size, tones[2]).rect(x, y, size, 1, tones[3])
            canvas.rect(x, y + size - 1, size, 1, tones[1]).rect(x + size - 1, y, 1, size, tones[1])
    return canvas


def flags(width: int, height: int, key: object) -> Canvas:
    """Large stone slabs, every other row shifted."""
    canvas, source = Canvas(width, height).rect(0, 0, width, height, STONE[1]), draws("flags", key)
    for j, y in enumerate(range(0, height, 10)):
        for x in range(-(j % 2) * 8, width, 16):
            tone = 2 + int(source.random() < 0.6)
            canvas.rounded(x, y, 15, 9, STONE[tone]).rect(x + 1, y, 13, 1, STONE[tone + 1])
            canvas.rect(x + 1, y + 8, 13, 1, STONE[tone - 1])
            if source.random() < 0.3:
                canvas.px(x + int(source.integers(3, 12)), y + 4, STONE[tone - 1])
    return canvas


def carpet(width: int, height: int, tones: Ramp) -> Canvas:
    canvas = Canvas(width, height).rect(0, 0, width, height, tones[2])
    for y in range(0, height, 4):
        for x in range(y // 4 % 2 * 4, width, 8):
            canvas.px(x, y, tones[3]).px(x + 1, y + 1, tones[1])
    return canvas


def rug(width: int, height: int, main: Ramp, trim: Ramp) -> Canvas:
    canvas = Canvas(width, height).rounded(0, 0, width, height, main[1])
    canvas.rect(2, 2, width - 4, height - 4, trim[2]).rect(4, 4, width - 8, height - 8, main[2])
    for x in range(8, width - 6, 8):
        for y in range(8, height - 5, 8):
            for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1)):
                canvas.px(x + dx, y + dy, trim[3])
            canvas.px(x, y, main[3])
    for y in range(1, height - 1, 2):
        canvas.px(0, y, trim[3]).px(width - 1, y, trim[3])
    return canvas


def paint_floors(ground: GroundField, town: TownMap) -> Mask:
    """Paints all floors; returns where they are, by pixel."""
    indoors: Mask = np.zeros((ground.height, ground.width), bool)
    rooms: dict[tuple[str, str], list[tuple[int, int, int, int]]] = {}
    for x, y, quarter, tile in _quarters(ground):
        floor, place = tile
        arena = town.arena_at(*place)
        key = arena.address if arena else f"{town.id}:{place[1] // 12}:{place[0] // 12}"
        rooms.setdefault((floor, key), []).append((x, y, *quarter))
    for (floor, key), parts in sorted(rooms.items()):
        texture = _texture(floor, key, parts)
        left, top = min(p[0] for p in parts), min(p[1] for p in parts)
        for x, y, width, height in parts:
            source = texture.pixels[y - top : y - top + height, x - left : x - left + width]
            ground.canvas.pixels[y : y + height, x : x + width] = source
            indoors[y : y + height, x : x + width] = True
    ground.taken |= indoors
    return indoors


def _texture(floor: str, key: str, parts: list[tuple[int, int, int, int]]) -> Canvas:
    width = max(p[0] + p[2] for p in parts) - min(p[0] for p in parts)
    height = max(p[1] + p[3] for p in parts) - min(p[1] for p in parts)
    if floor == "stone floor":
        return flags(width, height, key)
    if floor == "carpet":
        return carpet(width, height, pick(CARPETS, "carpet", key))
    if floor == "wood floor":
        return boards(width, height, key, pick(BOARDS, "boards", key.split(":")[0:2]))
    odd, even = pick(CHECKS, "checks", key)
    return checks(width, height, odd, even)


def _quarters(
    ground: GroundField,
) -> list[tuple[int, int, tuple[int, int], tuple[str, tuple[int, int]]]]:
    """(x, y, size, (floor, its tile)) of every piece of floor; under walls, pieces are quarters of a tile."""
    terrain, half, found = ground.terrain, TILE // 2, []
    for ty in range(terrain.height):
        for tx in range(terrain.width):
            if not terrain.house(tx, ty):
                if str(terrain.ground[ty, tx]) in INDOORS:
                    found.append(
                        (tx * TILE, ty * TILE, (TILE, TILE), (str(terrain.ground[ty, tx]), (tx, ty)))
                    )
                continue
            for qy in (0, 1):
                for qx in (0, 1):
                    dx, dy = qx * 2 - 1, qy * 2 - 1
                    near = ((tx, ty + dy), (tx + dx, ty), (tx + dx, ty + dy))
                    open_near = [p for p in near if not terrain.house(*p)]
                    if open_near and terrain.inside(*open_near[0]):
                        x, y = open_near[0]
                        piece = (tx * TILE + qx * half, ty * TILE + qy * half)
                        found.append((*piece, (half, half), (str(terrain.ground[y, x]), (x, y))))
    return found


def paint_rugs(ground: GroundField, town: TownMap) -> None:
    """Rugs and mats of the furniture layer, joined over neighbouring tiles into rectangles."""
    left: set[tuple[int, int, str]] = {
        (x, y, name)
        for y, row in enumerate(town.furniture)
        for x, name in enumerate(row)
        if name in ("rug", "mat")
    }
    for x, y, name in sorted(left, key=lambda part: (part[1], part[0])):
        if (x, y, name) not in left:
            continue
        wide, high = 1, 1
        while (x + wide, y, name) in left:
            wide += 1
        while all((x + i, y + high, name) in left for i in range(wide)):
            high += 1
        left -= {(x + i, y + j, name) for i in range(wide) for j in range(high)}
        main, trim = (RUGS if name == "rug" else MATS)[draws(town.id, "rug", x, y).integers(0, 4)]
        ground.canvas.blit(rug(wide * TILE - 2, high * TILE - 2, main, trim), x * TILE + 1, y * TILE + 1)
