"""Fences, gates and hedges: one picture for every way a tile joins its neighbours."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import cloud
from frontend.art.colour import LEAF, WOOD

Joins = tuple[bool, bool, bool, bool]
"""Whether there is more of it to the north, east, south, west."""


def fence(joins: Joins) -> Canvas:
    north, east, south, west = joins
    canvas = Canvas(16, 24)
    if north:
        _rail_down(canvas, 0, 14)
    if south:
        _rail_down(canvas, 13, 11)
    left, right = (0 if west else 7), (16 if east else 9)
    if west or east:
        for y in (12, 16):
            canvas.rect(left, y, right - left, 2, WOOD[4]).rect(left, y + 1, right - left, 1, WOOD[2])
        for x in (1, 13):
            if left <= x < right:
                _post(canvas, x)
    _post(canvas, 7)
    return canvas.outlined()


def gate(joins: Joins) -> Canvas:
    """An open way across a border, with a stout post wherever the border goes on."""
    _, east, _, west = joins
    canvas = Canvas(16, 24)
    for x, stands in ((0, west), (13, east)):
        if stands:
            canvas.rect(x, 7, 3, 16, WOOD[4]).rect(x + 2, 7, 1, 16, WOOD[2]).rect(x, 6, 3, 1, WOOD[5])
    return canvas.outlined()


def _post(canvas: Canvas, x: int) -> None:
    canvas.rect(x, 9, 3, 13, WOOD[4]).rect(x + 2, 10, 1, 12, WOOD[2]).px(x + 1, 8, WOOD[5])


def _rail_down(canvas: Canvas, y: int, height: int) -> None:
    canvas.rect(7, y, 3, height, WOOD[3]).rect(7, y, 1, height, WOOD[5]).rect(9, y, 1, height, WOOD[1])


def hedge(joins: Joins, seed: int) -> Canvas:
    """A clipped block of leaves: a light top, and a darker face where it ends to the south."""
    north, east, south, west = joins
    canvas = Canvas(16, 24)
    left, right = (0 if west else 1), (16 if east else 15)
    top, bottom = (0 if north else 2), (24 if south else 23)
    canvas.rect(left, top, right - left, bottom - top, LEAF[2])
    for clipped, x, y in (
        (not (north or west), left, top),
        (not (north or east), right - 1, top),
        (not (south or west), left, bottom - 1),
        (not (south or east), right - 1, bottom - 1),
    ):
        if clipped:
            canvas.clear(x, y, 1, 1)
    mask = canvas.pixels[..., 3] > 0
    y, x = np.mgrid[0:24, 0:16]
    face = (y > 14) & (not south)
    leaves = cloud(16, 24, 2.6, ("hedge", seed)) - 0.5
    light = np.where(face, 0.40 - (y - 14) / 40, 0.64) + leaves * 0.5
    light = np.where((y == 14) & (not south), 0.30, light)
    light = np.where((x <= left + 1) & (not west), light + 0.1, light)
    light = np.where((y <= top + 1) & (not north), light + 0.14, light)
    canvas.pixels[mask, :3] = np.array(LEAF, np.uint8)[np.clip(light * 5.6, 0, 5).astype(int)][mask]
    for edge, strength in (
        ((x == left) & (not west), 0.45),
        ((x == right - 1) & (not east), 0.6),
        ((y == bottom - 1) & (not south), 0.6),
        ((y == top) & (not north), 0.35),
    ):
        canvas.darken(mask & edge, strength, LEAF[0])
    return canvas
