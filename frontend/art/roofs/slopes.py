"""The covering of a roof: which way each pixel of it slopes, and its shingles."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import Field, Mask, cloud, dither, draws
from frontend.art.colour import Ramp
from frontend.art.roofs.styles import RoofStyle

BACK = 0.30
"""The part of a roof's height on the screen that its far side takes."""


def covering(width: int, height: int, style: RoofStyle, tones: Ramp, key: object) -> Canvas:
    """The whole roof seen from above and the south, `height` from its far edge to its eaves."""
    y, x = np.mgrid[0:height, 0:width].astype(float)
    along, up, light = _slopes(x, y, width, height, style)
    if style.shape == "flat":
        tone = 2.6 + (cloud(width, height, 20, (key, "tar")) - 0.5) * 1.6 + light
        grain = draws("gravel", key).random((height, width))
        tone += np.where(grain > 0.93, 1.0, 0) - np.where(grain < 0.06, 0.8, 0)
    else:
        tone = _shingles(along, up, style, key) + light
        tone += (cloud(width, height, 36, (key, "worn")) - 0.5) * 1.1
    canvas = Canvas(width, height)
    index = np.clip(np.round(tone + (dither(width, height) - 0.5) * 0.35), 0, len(tones) - 1).astype(int)
    canvas.pixels[..., :3] = np.array(tones, np.uint8)[index]
    canvas.pixels[..., 3] = 255
    return canvas


def _slopes(x: Field, y: Field, width: int, height: int, style: RoofStyle) -> tuple[Field, Field, Field]:
    """Along the eaves, up from them, and how much lighter than level each pixel is."""
    ridge = height * BACK
    front = y >= ridge
    if style.shape == "flat":
        return x, y, np.zeros_like(x)
    if style.shape == "front gable":
        left = x < width / 2
        across = np.where(left, x, width - 1 - x)
        near_ridge = across / (width / 2)
        return y, across, np.where(left, 0.35, -0.95) + np.where(left, near_ridge * 0.7, -near_ridge * 0.2)
    up = np.where(front, height - 1 - y, y * (1 - BACK) / BACK)
    rise = up / max(1.0, height - ridge)
    light = np.where(front, -0.15 + rise * 0.85, -1.15 + rise * 0.25)
    if style.shape == "hip":
        reach = min(width * 0.28, height * 0.42)
        for side, shade in ((x, 0.35), (width - 1 - x, -1.0)):
            hip = side / reach < rise
            up = np.where(hip, side * 1.6, up)
            light = np.where(hip, shade, light)
            x = np.where(hip, y, x)
    return x, up, light


def _shingles(along: Field, up: Field, style: RoofStyle, key: object) -> Field:
    row = np.floor(up / style.row)
    within = up - row * style.row
    start = along + (row % 2) * style.shingle / 2
    column = np.floor(start / style.shingle)
    seed = float(draws("shingles", key).integers(1, 1000))
    chance = np.sin(row * 127.1 + column * 311.7 + seed) * 43758.5453
    chance -= np.floor(chance)
    tone = 2.7 + (chance - 0.5) * 1.05
    tone = tone - np.where(within < 1.0, 1.25, 0) + np.where(within >= style.row - 1.5, 0.55, 0)
    joint: Mask = start - column * style.shingle < 1.0
    seams: Field = tone - np.where(joint, 0.55, 0)
    return seams
