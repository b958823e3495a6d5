"""Shadows of walls: on the floor below and beside them, and outside towards the lower right."""

from __future__ import annotations

import numpy as np

from frontend.art.chance import Mask
from frontend.art.ground.field import GroundField, moved
from frontend.art.terrain import TILE


def paint_shade(ground: GroundField, indoors: Mask) -> None:
    walls = footprint(ground)
    bases, columns = walls
    taken = bases | columns
    floor, land = indoors & ~taken, ~indoors & ~taken
    for mask, dy, dx, reach, strength, where in (
        (bases, 1, 0, 4, 0.26, floor),
        (bases, 1, 0, 8, 0.16, floor),
        (columns, 0, 1, 4, 0.20, floor),
        (columns, 0, 1, 7, 0.10, floor),
        (columns, 0, -1, 2, 0.12, floor),
        (bases | columns, 1, 1, 4, 0.20, land),
        (bases | columns, 1, 1, 8, 0.14, land),
        (bases, 1, 0, 5, 0.16, land),
    ):
        cast = np.zeros_like(mask)
        for step in range(1, reach + 1):
            cast |= moved(mask, dy * step, dx * step)
        ground.shade(cast & where, strength)


def footprint(ground: GroundField) -> tuple[Mask, Mask]:
    """Where walls stand: those across (their lower edge), and those that run down (their middle line)."""
    terrain = ground.terrain
    bases: Mask = np.zeros((ground.height, ground.width), bool)
    columns = bases.copy()
    for ty in range(terrain.height):
        for tx in range(terrain.width):
            if not terrain.solid(tx, ty):
                continue
            x, y = tx * TILE, ty * TILE
            west, east = terrain.house(tx - 1, ty), terrain.house(tx + 1, ty)
            bases[y + 8 : y + 14, (x if west else x + 5) : (x + 16 if east else x + 11)] = True
            if terrain.solid(tx, ty + 1):
                columns[y + 8 : y + 24, x + 5 : x + 11] = True
    return bases, columns
