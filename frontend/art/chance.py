"""Variety without chance: every draw follows from a key, so a town looks the same each time it is drawn."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")
Field = npt.NDArray[np.float64]
"""One number a pixel, [y, x]."""
Mask = npt.NDArray[np.bool_]
"""One truth a pixel, [y, x]."""


def key_number(*key: object) -> int:
    """A number below 2**32 that depends on `key` alone."""
    return zlib.crc32(repr(key).encode())


def draws(*key: object) -> np.random.Generator:
    """A source of numbers that depends on `key` alone."""
    return np.random.default_rng(key_number(*key))


def pick(options: Sequence[T], *key: object) -> T:
    """One of `options`, always the same for the same key."""
    return options[key_number(*key) % len(options)]


def value_noise(width: int, height: int, cell: float, seed: object) -> Field:
    """Smooth noise in [0, 1] whose bumps are about `cell` pixels wide."""
    grid = draws("noise", seed, cell).random((int(height / cell) + 3, int(width / cell) + 3))
    y, x = np.arange(height)[:, None] / cell, np.arange(width)[None, :] / cell
    xi, yi = x.astype(int), y.astype(int)
    fx, fy = x - xi, y - yi
    fx, fy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    top = grid[yi, xi] * (1 - fx) + grid[yi, xi + 1] * fx
    bottom = grid[yi + 1, xi] * (1 - fx) + grid[yi + 1, xi + 1] * fx
    noise: Field = top * (1 - fy) + bottom * fy
    return noise


def cloud(width: int, height: int, cell: float, seed: object) -> Field:
    """Three octaves of `value_noise`, in [0, 1]."""
    return (
        0.60 * value_noise(width, height, cell, (seed, 0))
        + 0.28 * value_noise(width, height, max(2.0, cell / 2), (seed, 1))
        + 0.12 * value_noise(width, height, max(2.0, cell / 4), (seed, 2))
    )


_BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0


def dither(width: int, height: int) -> Field:
    """The ordered 4x4 pattern over the whole size, in [0, 1)."""
    return np.tile(_BAYER, (height // 4 + 1, width // 4 + 1))[:height, :width]
