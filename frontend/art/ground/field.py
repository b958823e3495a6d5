"""The picture that the ground is painted on, and soft fields over it."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from frontend.art.canvas import Canvas
from frontend.art.chance import Field, Mask, cloud, dither, draws
from frontend.art.colour import Ramp, Rgb
from frontend.art.terrain import TILE, Terrain

Colours = npt.NDArray[np.uint8]
"""One colour a pixel, [y, x, rgb]."""


class GroundField:
    """The ground in the making. Masks and fields are by pixel, [y, x]."""

    def __init__(self, terrain: Terrain, seed: str) -> None:
        self.terrain = terrain
        self.seed = seed
        self.width, self.height = terrain.width * TILE, terrain.height * TILE
        self.canvas = Canvas(self.width, self.height)
        self.canvas.pixels[..., 3] = 255
        self.dither = dither(self.width, self.height)
        self.taken: Mask = np.zeros((self.height, self.width), bool)
        """Where something other than grass has been painted."""

    def cloud(self, cell: float, name: str) -> Field:
        return cloud(self.width, self.height, cell, (self.seed, name))

    @cached_property
    def wide(self) -> Field:
        """Slow change over the land, for tones."""
        return self.cloud(46, "wide")

    @cached_property
    def fray(self) -> Field:
        """Quick change, for frayed borders."""
        return self.cloud(9, "fray")

    @cached_property
    def grain(self) -> Field:
        return draws(self.seed, "grain").random((self.height, self.width))

    def member(self, *materials: str) -> Field:
        """How much a pixel belongs to the materials, 0 to 1, smooth from tile to tile."""
        cells = np.pad(np.isin(self.terrain.outdoors, materials).astype(float), 1, "edge")
        y, x = (np.arange(self.height) + 0.5) / TILE + 0.5, (np.arange(self.width) + 0.5) / TILE + 0.5
        yi, xi = y.astype(int)[:, None], x.astype(int)[None, :]
        fy, fx = y[:, None] - yi, x[None, :] - xi
        top = cells[yi, xi] * (1 - fx) + cells[yi, xi + 1] * fx
        bottom = cells[yi + 1, xi] * (1 - fx) + cells[yi + 1, xi + 1] * fx
        field: Field = top * (1 - fy) + bottom * fy
        return field

    def tones(self, value: Field, ramp: Ramp, low: float, high: float, grain: float = 0.5) -> Colours:
        """Colours of a 0 to 1 field between two places of a ramp, dithered where tones meet."""
        step = low + value * (high - low) + (self.dither - 0.5) * grain
        index = np.clip(np.floor(step + 0.5), np.floor(low), np.ceil(high)).astype(int)
        colours: Colours = np.array(ramp, np.uint8)[np.clip(index, 0, len(ramp) - 1)]
        return colours

    def fill(self, mask: Mask, colours: Colours) -> None:
        self.canvas.pixels[mask, :3] = colours[mask]

    def paint(self, mask: Mask, colour: Rgb) -> None:
        self.canvas.pixels[mask, :3] = colour

    def shade(self, mask: Mask, strength: float) -> None:
        self.canvas.darken(mask, strength)


def stretched(field: Field) -> Field:
    """More contrast around the middle."""
    return np.clip((field - 0.5) * 1.7 + 0.5, 0, 1)


def moved(mask: Mask, dy: int, dx: int) -> Mask:
    """The mask shifted by pixels; what comes in from outside is False."""
    out = np.zeros_like(mask)
    height, width = mask.shape
    out[max(0, dy) : height + min(0, dy), max(0, dx) : width + min(0, dx)] = mask[
        max(0, -dy) : height + min(0, -dy), max(0, -dx) : width + min(0, -dx)
    ]
    return out


def lip(mask: Mask, dy: int, dx: int) -> Mask:
    """The outermost pixels of a mask on the side towards (-dy, -dx)."""
    inner: Mask = mask & ~moved(mask, dy, dx)
    return inner


def rim(mask: Mask, corners: bool = True) -> Mask:
    """The pixels just outside of a mask."""
    steps = [(1, 0), (-1, 0), (0, 1), (0, -1)] + ([(1, 1), (-1, -1)] if corners else [])
    out = np.zeros_like(mask)
    for dy, dx in steps:
        out |= moved(mask, dy, dx)
    around: Mask = out & ~mask
    return around


def blurred(field: Field, radius: int, times: int) -> Field:
    for _ in range(times):
        for axis in (0, 1):
            pad = [(radius + 1, radius) if a == axis else (0, 0) for a in (0, 1)]
            total = np.cumsum(np.pad(field, pad, "edge"), axis)
            size, span = field.shape[axis], 2 * radius + 1
            field = (
                np.take(total, range(span, span + size), axis) - np.take(total, range(size), axis)
            ) / span
    return field
