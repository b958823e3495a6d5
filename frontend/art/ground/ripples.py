"""Water that moves: rings that drift over ponds and brooks, foam that breathes on the shore, a fountain's jets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import Field, Mask
from frontend.art.colour import WATER, WHITE, Rgb
from frontend.art.ground.field import GroundField, blurred
from frontend.art.ground.water import FOAM, SHALLOW, SURFACE

FRAMES = 8
PIECE = 128
"""Pixels of one piece's side, so that what is off the screen costs nothing."""
CREST = 0.085
"""The part of a wave that glitters."""


@dataclass(frozen=True)
class Ripple:
    """A piece of moving water in all its frames; (x, y) is its upper left corner in pixels."""

    x: int
    y: int
    frames: tuple[Canvas, ...]


def ripples(ground: GroundField) -> list[Ripple]:
    """Drawn last: whatever lies or floats on the water stays above it."""
    if not ground.member("water").any():
        return []
    level = blurred(ground.member("water", "bridge"), 4, 3) + (ground.fray - 0.5) * 0.22
    pixels = ground.canvas.pixels.astype(int)
    open_water: Mask = (level > SURFACE) & (pixels[..., 2] > pixels[..., 0] + 34)
    down = np.arange(ground.height)[:, None] / 15
    wave = ground.cloud(40, "wave") * 3.6 - down
    broken = ground.cloud(8, "broken")
    found = []
    for y in range(0, ground.height, PIECE):
        for x in range(0, ground.width, PIECE):
            part = np.s_[y : y + PIECE, x : x + PIECE]
            if open_water[part].any():
                cells = (open_water[part], level[part], wave[part], broken[part])
                found.append(Ripple(x, y, tuple(_frame(i / FRAMES, *cells) for i in range(FRAMES))))
    return found


def _frame(
    time: float,
    open_water: Mask,
    level: Field,
    wave: Field,
    broken: Field,
) -> Canvas:
    canvas = Canvas(open_water.shape[1], open_water.shape[0])
    phase = (wave + time) % 1
    deep = open_water & (level > SHALLOW + 0.05)
    _paint(canvas, deep & (phase > CREST) & (phase < 2 * CREST) & (broken > 0.56), WATER[2], 110)
    _paint(canvas, deep & (phase < CREST) & (broken > 0.52), WATER[5], 210)
    _paint(canvas, deep & (phase < CREST * 0.55) & (broken > 0.66), WATER[6], 235)
    breath = FOAM + 0.045 * np.sin(2 * np.pi * (time + wave / 4))
    _paint(canvas, open_water & (level > breath) & (level < breath + 0.022), WATER[6], 200)
    return canvas


def _paint(canvas: Canvas, mask: Mask, colour: Rgb, alpha: int) -> None:
    canvas.pixels[mask] = (*colour, alpha)


def jet(i: int) -> Canvas:
    """Laid over the drawing of a fountain: what springs, falls and spreads in it."""
    canvas, foam = Canvas(66, 56), (236, 248, 255)
    canvas.oval(33.5, 7 - i % 2, 3.5 - i % 2 * 0.6, 2.6, foam).px(30 + i * 2, 3 + i % 2, WHITE)
    for x, top, bottom in ((23, 17, 33), (43, 17, 33), (28, 20, 37), (38, 20, 37)):
        for y in range(top + (i * 2 + x) % 4, bottom, 4):
            canvas.rect(x, y, 1, 2, WHITE, 230)
        canvas.rect(x - 1 - i % 2, bottom, 3 + i % 2 * 2, 1, foam)
    for k, (rx, ry) in enumerate(((15, 7.5), (22, 11))):
        grown = (i + k * 2) % 4
        for angle in range(0, 360, 15):
            if (angle // 15 + grown) % 3 == 0:
                x = 33 + (rx + grown) * np.cos(np.radians(angle))
                y = 36 + (ry + grown / 2) * np.sin(np.radians(angle))
                canvas.px(int(x), int(y), WATER[6], 190)
    return canvas
