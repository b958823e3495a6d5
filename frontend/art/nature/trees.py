"""Trees as lit, overlapping lobes."""

from __future__ import annotations

import numpy as np

from frontend.art.canvas import Canvas
from frontend.art.chance import cloud, draws
from frontend.art.colour import AUTUMN, BLOSSOM, DARKWOOD, LEAF, PINE, PINK, RED, YELLOW, Ramp

CROWNS: dict[str, Ramp] = {"leaf": LEAF, "autumn": AUTUMN, "blossom": BLOSSOM}
_LOBES = ((17, 13, 12, 10), (10, 19, 8, 8), (24, 19, 8, 8), (17, 22, 11, 9), (12, 11, 7, 7), (22, 11, 7, 7))


def tree(crown: str, seed: int) -> Canvas:
    source, canvas, tones = draws("tree", crown, seed), Canvas(34, 42), CROWNS[crown]
    canvas.rect(14, 28, 6, 12, DARKWOOD[2]).rect(14, 28, 2, 12, DARKWOOD[3]).rect(18, 28, 2, 12, DARKWOOD[1])
    canvas.px(13, 39, DARKWOOD[2]).px(20, 39, DARKWOOD[1]).rect(16, 33, 1, 3, DARKWOOD[1])
    height = np.full((42, 34), -9.0)
    y, x = np.mgrid[0:42, 0:34]
    for cx, cy, rx, ry in _LOBES:
        lx, ly = cx + source.uniform(-1, 1), cy + source.uniform(-1, 1)
        dome = 1 - ((x + 0.5 - lx) / rx) ** 2 - ((y + 0.5 - ly) / ry) ** 2
        lit = np.sqrt(np.maximum(dome, 0)) - 0.38 * (y + 0.5 - ly) / ry - 0.22 * (x + 0.5 - lx) / rx
        height = np.where((dome > 0) & (lit > height - 0.15), lit, height)
    crown_mask = height > -5
    light = np.clip((height + 0.25) / 1.5, 0, 1) * 0.8 + (cloud(34, 42, 5, (crown, seed)) - 0.5) * 0.55
    tone = np.clip(np.floor((light + 0.12 - (y - 16) / 60) * 5.6), 0, 5).astype(int)
    canvas.pixels[crown_mask, :3] = np.array(tones, np.uint8)[tone][crown_mask]
    canvas.pixels[crown_mask, 3] = 255
    for _ in range(16):
        px, py = int(source.integers(6, 28)), int(source.integers(4, 26))
        if crown_mask[py, px]:
            here = int(tone[py, px])
            canvas.px(px, py, tones[min(5, here + 1)]).px(px + 1, py, tones[min(5, here + 1)])
            canvas.px(px, py + 1, tones[max(0, here - 1)])
    if crown == "leaf" and seed % 3 == 0:
        for _ in range(6):
            px, py = int(source.integers(8, 26)), int(source.integers(8, 26))
            canvas.rect(px, py, 2, 2, RED[2]).px(px, py, RED[3])
    return canvas.outlined()


def pine(seed: int) -> Canvas:
    canvas, source = Canvas(26, 44), draws("pine", seed)
    canvas.rect(11, 36, 4, 7, DARKWOOD[2]).rect(11, 36, 1, 7, DARKWOOD[3]).rect(14, 36, 1, 7, DARKWOOD[0])
    for i, (top, bottom, reach) in enumerate(((22, 38, 12), (13, 29, 10), (3, 20, 7))):
        for y in range(top, bottom):
            t = (y - top) / (bottom - top)
            half = max(1, int(1 + t * reach))
            for x in range(13 - half, 13 + half):
                if bottom - y <= 2 and (x + i) % 3 == 0:
                    continue
                light = 1 - (x - (13 - half)) / (2 * half) * 0.8 - t * 0.35 + source.uniform(-0.16, 0.16)
                canvas.px(x, y, PINE[int(np.clip(light * 4.2, 0, 4))])
    return canvas.outlined()


def bush(seed: int) -> Canvas:
    canvas, source = Canvas(16, 14), draws("bush", seed)
    for cx, cy, radius in ((5.5, 8, 5.2), (10.5, 8, 5.2), (8, 6, 5.4)):
        canvas.oval(cx, cy, radius, radius * 0.95, LEAF[3])
    mask = canvas.pixels[..., 3] > 0
    y, x = np.mgrid[0:14, 0:16]
    light = np.clip(1.12 - y / 15 - x / 60 + (cloud(16, 14, 4, ("bush", seed)) - 0.5) * 0.8, 0.1, 0.99)
    canvas.pixels[mask, :3] = np.array(LEAF, np.uint8)[(light * 5.4).astype(int)][mask]
    petals = (None, PINK, YELLOW)[seed % 3]
    if petals:
        for _ in range(7):
            px, py = int(source.integers(2, 13)), int(source.integers(3, 10))
            if mask[py, px] and mask[py, px + 1]:
                canvas.px(px, py, petals[3]).px(px + 1, py, petals[2])
    return canvas.outlined()
