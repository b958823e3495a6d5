"""A person's head and shoulders before the sky."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import cloud, dither, draws
from frontend.art.colour import GRASS, oklch
from frontend.art.people.figure import walking
from frontend.art.people.looks import Figure

SIZE, TIMES = 18, 4
"""Pixels drawn, and how much each is enlarged: 72 x 72 in the end."""
SKY = (oklch(0.78, 0.09, 242), oklch(0.84, 0.07, 236), oklch(0.91, 0.045, 226), oklch(0.98, 0.012, 220))


def portrait(person: Figure, key: str) -> Canvas:
    fine = Canvas(SIZE * 2, SIZE * 2)
    y = np.mgrid[0 : SIZE * 2, 0 : SIZE * 2][0]
    white = cloud(SIZE * 2, SIZE * 2, 9, ("portrait", key)) > 0.62
    tone = np.clip(np.floor(0.5 + y / 17 + (dither(SIZE * 2, SIZE * 2) - 0.5) * 0.45), 0, 2).astype(int)
    fine.pixels[..., :3] = np.array(SKY, np.uint8)[np.where(white & (y < 22), 3, tone)]
    fine.pixels[..., 3] = 255
    source = draws("hill", key)
    for x in range(SIZE * 2):
        top = round(29 + 2 * np.sin(x / 7 + source.random() * 0.02 + len(key)))
        fine.rect(x, top, 1, SIZE * 2 - top, GRASS[4]).px(x, top, GRASS[5]).rect(x, top + 3, 1, 9, GRASS[3])
    head = walking(person, "down", 0).cropped(1, 1, SIZE, SIZE)
    return fine.scaled(TIMES // 2).blit(head.scaled(TIMES), 0, 0)
