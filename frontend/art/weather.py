"""What falls, drifts and shimmers in the air, and how the ground looks under snow."""

from __future__ import annotations

import numpy as np

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas
from frontend.art.chance import Mask, cloud, dither
from frontend.art.colour import SHADE, WHITE, Rgb, ramp
from frontend.art.ground.field import GroundField, stretched
from frontend.art.ground.ripples import jet

RAIN: Rgb = (196, 218, 244)
SPRAY: Rgb = (226, 240, 255)
SUN: Rgb = (255, 244, 196)
SNOW = ramp(250, 0.022, 0.66, 0.985, 6, 10)
FOG_WIDTH, FOG_HEIGHT = 240, 76
PUFFS = 8


def streak(length: int) -> Canvas:
    """A drop on its way, leaning like the rain itself."""
    canvas = Canvas(length // 3 + 1, length)
    for y in range(length):
        canvas.px((length - 1 - y) // 3, y, RAIN, 120 + 125 * y // length)
    return canvas


def splash(i: int) -> Canvas:
    canvas = Canvas(9, 6)
    if i == 0:
        return canvas.rect(4, 3, 1, 2, SPRAY).rect(3, 4, 3, 1, SPRAY, 190)
    if i == 1:
        canvas.px(2, 2, SPRAY, 210).px(6, 2, SPRAY, 210).px(4, 1, SPRAY, 210)
        return canvas.rect(3, 4, 3, 1, SPRAY, 170)
    return (
        canvas.rect(2, 5, 5, 1, SPRAY, 90).px(1, 4, SPRAY, 90).px(7, 4, SPRAY, 90).rect(3, 3, 3, 1, SPRAY, 70)
    )


def flake(i: int) -> Canvas:
    if i == 0:
        return Canvas(1, 1).px(0, 0, WHITE, 235)
    if i == 1:
        return Canvas(2, 2).rect(0, 0, 2, 2, WHITE, 235)
    canvas = Canvas(3, 3).rect(0, 1, 3, 1, WHITE, 220).rect(1, 0, 1, 3, WHITE, 220)
    return canvas.px(1, 1, WHITE)


def bank(i: int) -> Canvas:
    """A bank of fog in steps of thickness, as mist is drawn with few colours."""
    canvas = Canvas(FOG_WIDTH, FOG_HEIGHT)
    y, x = np.mgrid[0:FOG_HEIGHT, 0:FOG_WIDTH]
    middle = 1 - np.hypot((x + 0.5) / FOG_WIDTH * 2 - 1, (y + 0.5) / FOG_HEIGHT * 2 - 1)
    thick = np.clip(middle * 1.5, 0, 1) * (0.35 + 1.1 * cloud(FOG_WIDTH, FOG_HEIGHT, 34, ("fog", i)))
    steps = np.floor(np.clip(thick, 0, 1) * 6 + dither(FOG_WIDTH, FOG_HEIGHT) * 0.9) / 6
    canvas.pixels[..., :3] = (226, 232, 244)
    canvas.pixels[..., 3] = np.clip(steps * 148, 0, 148).astype(np.uint8)
    canvas.pixels[canvas.pixels[..., 3] == 0] = 0
    return canvas


def shimmer(i: int) -> Canvas:
    """Air that trembles over warm ground."""
    canvas = Canvas(30, 7)
    for x in range(30):
        y = 3 + round(2.4 * np.sin((x / 30 * 2 + i / 4) * 2 * np.pi))
        fade = 1 - abs(x - 14.5) / 15
        canvas.px(x, y, SUN, int(190 * fade)).px(x, min(6, y + 1), SUN, int(90 * fade))
    return canvas


def puff(i: int) -> Canvas:
    """Smoke from a chimney, that grows and thins on its way up and is carried to the east."""
    canvas = Canvas(34, 46)
    for k in (5, 4, 3, 2, 1, 0):
        t = (k + i / PUFFS) / 6
        x, y = 7 + 19 * t * t + 1.4 * (-1) ** k, 42 - 38 * t
        alpha = int(205 * (1 - t) ** 1.3)
        canvas.oval(x, y, 2.2 + 4.6 * t, 1.9 + 3.8 * t, (206, 204, 220), alpha)
        canvas.oval(x - 0.8, y - 0.8, 1.3 + 3.2 * t, 1.0 + 2.6 * t, (234, 232, 244), alpha)
    return canvas


def frames() -> dict[str, Drawing]:
    drawn = {f"fx_splash_{i}": Drawing(splash(i), 0.5, 1.0) for i in range(3)}
    drawn |= {f"fx_flake_{i}": Drawing(flake(i), 0.5, 0.5) for i in range(3)}
    drawn |= {f"fx_fog_{i}": Drawing(bank(i), 0.5, 0.5) for i in range(3)}
    drawn |= {f"fx_shimmer_{i}": Drawing(shimmer(i), 0.5, 0.5) for i in range(4)}
    drawn |= {f"fx_puff_{i}": Drawing(puff(i), 7 / 34, 1.0) for i in range(PUFFS)}
    drawn |= {f"fx_jet_{i}": Drawing(jet(i)) for i in range(4)}
    drawn |= {f"fx_rain_{i}": Drawing(streak(9 + 4 * i), 0.0, 1.0) for i in range(2)}
    return drawn


def snowy_ground(ground: GroundField, dry: Mask) -> Canvas:
    """What lies over the ground when snow has settled: clear on water and where `dry` tells of a roof."""
    canvas = Canvas(ground.width, ground.height)
    below = ground.canvas.pixels[..., :3].astype(float)
    light = below @ np.array((0.30, 0.59, 0.11)) / 255
    drift = stretched(ground.cloud(22, "drift"))
    tones = np.clip(2.0 + drift * 1.6 + (light - 0.42) * 4.2, 0, 5) + (ground.dither - 0.5) * 0.6
    canvas.pixels[..., :3] = np.array(SNOW, np.uint8)[np.clip(np.round(tones), 0, 5).astype(int)]
    red, blue = below[..., 0], below[..., 2]
    water = (blue > red + 26) & (ground.member("water", "bridge") > 0.2)
    bare = drift + (ground.fray - 0.5) * 0.5 < 0.16
    canvas.pixels[..., 3] = np.where(dry | water | bare, 0, 238)
    canvas.pixels[dry | water | bare] = 0
    return canvas


def snowed(canvas: Canvas) -> Canvas:
    """The same thing with snow on all that looks up: its lit parts, and its upper edges."""
    out = Canvas(canvas.width, canvas.height)
    out.pixels = canvas.pixels.copy()
    pixels = out.pixels
    solid = pixels[..., 3] > 200
    light = pixels[..., :3].astype(float) @ np.array((0.30, 0.59, 0.11)) / 255
    if not solid.any():
        return out
    rows = np.nonzero(solid.any(1))[0]
    height = (np.arange(canvas.height)[:, None] - rows[0]) / max(1, rows[-1] - rows[0])
    pattern = (dither(canvas.width, canvas.height) - 0.5) * 0.16
    above = np.zeros_like(solid)
    for reach in (1, 2, 3):
        above[reach:] |= solid[reach:] & ~solid[:-reach]
    level = float(np.quantile(light[solid], 0.55))
    white = solid & ((light + pattern > level + height * 0.30) | (above & (height < 0.8)))
    tone = np.clip(2.4 + (light - level) * 6 - height * 1.2, 1, 5).round().astype(int)
    pixels[white, :3] = np.array(SNOW, np.uint8)[tone][white]
    edge = solid & ~white
    pixels[edge, :3] = (pixels[edge, :3] * 0.88 + np.array(SHADE) * 0.12).astype(np.uint8)
    return out
