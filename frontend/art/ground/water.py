"""Ponds and brooks with wet sand, foam, depth and glints; bridges and piers over them."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import Field, draws
from frontend.art.colour import DIRT, GRASS, LEAF, PINK, WATER, WOOD
from frontend.art.ground.field import GroundField, blurred, lip, rim, stretched
from frontend.art.terrain import TILE, Terrain

SHORE, WET, SURFACE, FOAM, SHALLOW = 0.30, 0.46, 0.52, 0.60, 0.635
"""Levels of the water field at which the next band begins."""


def paint_water(ground: GroundField) -> None:
    field = ground.member("water", "bridge")
    if not ground.member("water").any():
        return
    level = blurred(field, 4, 3) + (ground.fray - 0.5) * 0.22
    beach, surface = level > SHORE, level > SURFACE
    ground.fill(
        beach & ~ground.taken, ground.tones(stretched(ground.cloud(14, "shore")), DIRT, 3.7, 5.0, 0.4)
    )
    ground.paint(rim(beach, corners=False) & ~ground.taken, GRASS[2])
    ground.paint(lip(beach, 1, 0) | lip(beach, 0, 1), DIRT[3])
    depth = np.clip((level - SURFACE) / 0.62, 0, 1)
    ground.fill(
        surface,
        ground.tones(np.clip(1 - depth * 0.95 + (ground.wide - 0.5) * 0.3, 0, 1), WATER, 2.3, 4.7, 0.3),
    )
    ground.paint(surface & (level < FOAM) & (ground.grain > 0.12), WATER[6])
    ground.paint(surface & (level >= FOAM) & (level < SHALLOW), WATER[5])
    ground.paint(~surface & (level > WET), DIRT[2])
    ground.taken |= beach
    _glints(ground, level)
    _lilies(ground, level)


def _glints(ground: GroundField, level: Field) -> None:
    source = draws(ground.seed, "glints")
    for _ in range(ground.width * ground.height // 2600):
        x, y = int(source.integers(2, ground.width - 9)), int(source.integers(2, ground.height - 2))
        length, bright = int(source.integers(3, 7)), source.random() < 0.4
        if (level[y, x : x + length] > 0.72).all():
            ground.canvas.rect(x, y, length, 1, WATER[6 if bright else 5]).rect(
                x + 1, y + 1, length - 1, 1, WATER[2]
            )


def _lilies(ground: GroundField, level: Field) -> None:
    source = draws(ground.seed, "lilies")
    for _ in range(ground.width * ground.height // 9000):
        x, y = int(source.integers(8, ground.width - 20)), int(source.integers(8, ground.height - 16))
        flower = source.random() < 0.5
        if (level[y : y + 10, x : x + 14] < 0.8).any():
            continue
        leaf = Canvas(12, 8).oval(6, 4, 5.6, 3.4, LEAF[3]).oval(5.4, 3.4, 4.2, 2.2, LEAF[4]).clear(6, 3, 6, 1)
        if flower:
            leaf.px(4, 2, PINK[3]).px(5, 2, PINK[3]).px(4, 1, PINK[2])
        ground.canvas.blit(leaf.outlined(0.6), x, y)


def paint_bridges(ground: GroundField) -> None:
    """Planks across the way, with rails along it; the way leads to the land, else along the longer side."""
    terrain = ground.terrain
    spans = [(int(x), int(y)) for y, x in zip(*np.nonzero(terrain.ground == "bridge"), strict=True)]
    for x, y in spans:
        if _leads_across(terrain, x, y):
            _planks_across(ground.canvas, terrain, x, y)
        else:
            _planks_down(ground.canvas, terrain, x, y)


def _is_bridge(terrain: Terrain, x: int, y: int) -> bool:
    return 0 <= x < terrain.width and 0 <= y < terrain.height and str(terrain.ground[y, x]) == "bridge"


def _run(terrain: Terrain, x: int, y: int, dx: int, dy: int) -> tuple[int, bool]:
    """Length of the bridge through (x, y) along (dx, dy), and whether an end meets land."""
    length, lands = 1, False
    for sign in (1, -1):
        step = 1
        while _is_bridge(terrain, x + sign * step * dx, y + sign * step * dy):
            step += 1
        length += step - 1
        ex, ey = x + sign * step * dx, y + sign * step * dy
        held = 0 <= ex < terrain.width and 0 <= ey < terrain.height
        lands = lands or (held and str(terrain.ground[ey, ex]) != "water")
    return length, lands


def _leads_across(terrain: Terrain, x: int, y: int) -> bool:
    (wide, west), (high, north) = _run(terrain, x, y, 1, 0), _run(terrain, x, y, 0, 1)
    return west if west != north else wide >= high


def _planks_across(canvas: Canvas, terrain: Terrain, tx: int, ty: int) -> None:
    x, y = tx * TILE, ty * TILE
    for i in range(0, TILE, 4):
        canvas.rect(x + i, y, 3, TILE, WOOD[4]).rect(x + i, y, 1, TILE, WOOD[5]).rect(
            x + i + 3, y, 1, TILE, WOOD[2]
        )
    if not _is_bridge(terrain, tx, ty - 1):
        canvas.rect(x, y - 2, TILE, 3, WOOD[3]).rect(x, y - 2, TILE, 1, WOOD[5]).rect(
            x, y + 1, TILE, 1, WOOD[1]
        )
        canvas.rect(x + 6, y - 4, 4, 6, WOOD[2]).rect(x + 6, y - 4, 4, 2, WOOD[5])
    if not _is_bridge(terrain, tx, ty + 1):
        canvas.rect(x, y + 13, TILE, 3, WOOD[3]).rect(x, y + 13, TILE, 1, WOOD[5]).rect(
            x, y + 16, TILE, 3, WOOD[1]
        )
        canvas.rect(x + 6, y + 11, 4, 10, WOOD[2]).rect(x + 6, y + 11, 4, 2, WOOD[5])


def _planks_down(canvas: Canvas, terrain: Terrain, tx: int, ty: int) -> None:
    x, y = tx * TILE, ty * TILE
    for i in range(0, TILE, 4):
        canvas.rect(x, y + i, TILE, 3, WOOD[4]).rect(x, y + i, TILE, 1, WOOD[5]).rect(
            x, y + i + 3, TILE, 1, WOOD[2]
        )
    for edge, side in ((x - 1, tx - 1), (x + TILE - 2, tx + 1)):
        if not _is_bridge(terrain, side, ty):
            canvas.rect(edge, y, 3, TILE, WOOD[3]).rect(edge, y, 1, TILE, WOOD[5]).rect(
                edge + 2, y, 1, TILE, WOOD[1]
            )
            canvas.rect(edge - 1, y + 4, 5, 7, WOOD[2]).rect(edge - 1, y + 4, 5, 2, WOOD[5])
