"""Flowers in the grass: a few anywhere, many where the map says so."""

from __future__ import annotations

import numpy as np

from frontend.art.chance import draws
from frontend.art.colour import BLUE, GRASS, PINK, PURPLE, RED, WHITE, YELLOW, Rgb
from frontend.art.ground.field import GroundField
from frontend.art.terrain import TILE
from frontend.art.townmap import TownMap

KINDS: tuple[tuple[Rgb, Rgb], ...] = (
    (YELLOW[3], YELLOW[1]),
    (PINK[3], RED[2]),
    (WHITE, YELLOW[2]),
    (PURPLE[3], YELLOW[3]),
    (BLUE[3], WHITE),
    (RED[3], YELLOW[3]),
)
"""Petals and heart."""


def paint_flowers(ground: GroundField, town: TownMap) -> None:
    _wild(ground)
    _beds(ground, town)


def _wild(ground: GroundField) -> None:
    source = draws(ground.seed, "flowers")
    for _ in range(ground.width * ground.height // 4200):
        cx, cy = int(source.integers(6, ground.width - 6)), int(source.integers(6, ground.height - 6))
        kind = KINDS[int(source.integers(0, len(KINDS) - 1))]
        for _ in range(int(source.integers(3, 8))):
            x, y = cx + int(source.integers(-9, 10)), cy + int(source.integers(-7, 8))
            free = 2 <= x < ground.width - 3 and 2 <= y < ground.height - 4
            if free and not ground.taken[y - 1 : y + 3, x - 1 : x + 2].any():
                _flower(ground, x, y, kind)


def _beds(ground: GroundField, town: TownMap) -> None:
    """Tiles of flowers: one kind prevails in a bed, others mix in."""
    planted = {
        (x, y) for y, row in enumerate(town.furniture) for x, name in enumerate(row) if name == "flowers"
    }
    planted |= {
        (int(x), int(y)) for y, x in zip(*np.nonzero(ground.terrain.ground == "flowers"), strict=True)
    }
    for tx, ty in sorted(planted):
        source = draws(ground.seed, "bed", tx, ty)
        main = int(draws(ground.seed, "kind", tx // 3, ty // 3).integers(0, len(KINDS)))
        for j in range(3):
            for i in range(3):
                x = tx * TILE + 3 + i * 5 + int(source.integers(-1, 2)) + (j % 2) * 2 - 1
                y = ty * TILE + 3 + j * 5 + int(source.integers(-1, 2))
                kind = main if source.random() < 0.75 else int(source.integers(0, len(KINDS)))
                ground.canvas.px(x - 2, y + 1, GRASS[1]).px(x + 2, y + 2, GRASS[1])
                _flower(ground, x, y, KINDS[kind])


def _flower(ground: GroundField, x: int, y: int, kind: tuple[Rgb, Rgb]) -> None:
    petals, heart = kind
    ground.canvas.px(x, y + 1, GRASS[1]).px(x, y + 2, GRASS[2])
    for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1)):
        ground.canvas.px(x + dx, y + dy, petals)
    ground.canvas.px(x, y, heart)
