"""Colours as ramps in OKLCH: shadows drift to blue-violet, lights to warm yellow."""

from __future__ import annotations

import math

Rgb = tuple[int, int, int]
Ramp = tuple[Rgb, ...]
"""Tones from dark to light."""

SHADOW_HUE, LIGHT_HUE = 285.0, 95.0
"""Degrees in OKLCH to which the ends of a ramp drift."""


def oklch(lightness: float, chroma: float, hue: float) -> Rgb:
    """sRGB of an OKLCH colour (lightness 0 to 1, hue in degrees), clipped to what a screen shows."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l_ = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m_ = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s_ = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _channel(4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_),
        _channel(-1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_),
        _channel(-0.0041960863 * l_ - 0.7034186147 * m_ + 1.7076147010 * s_),
    )


def _channel(linear: float) -> int:
    coded = 12.92 * linear if linear <= 0.0031308 else 1.055 * max(linear, 0.0) ** (1 / 2.4) - 0.055
    return round(255 * min(1.0, max(0.0, coded)))


def ramp(
    hue: float, chroma: float, low: float = 0.30, high: float = 0.88, tones: int = 5, shift: float = 28
) -> Ramp:
    """`tones` colours of one material; `shift` is how far (degrees) the hue drifts at the two ends."""
    colours = []
    for i in range(tones):
        t = i / (tones - 1)
        k = (0.5 - t) * 2
        away = ((SHADOW_HUE if k > 0 else LIGHT_HUE) - hue + 180) % 360 - 180
        drifted = hue + max(-shift, min(shift, away)) * abs(k)
        colours.append(oklch(low + (high - low) * t, chroma * (1 - 0.35 * abs(k) ** 2), drifted))
    return tuple(colours)


GRASS = ramp(136, 0.13, 0.40, 0.85, 7, 20)
DIRT = ramp(68, 0.075, 0.42, 0.86, 6)
SOIL = ramp(50, 0.06, 0.26, 0.56, 5)
STONE = ramp(75, 0.022, 0.40, 0.88, 6)
WATER = ramp(232, 0.105, 0.36, 0.86, 7, 20)
WOOD = ramp(58, 0.085, 0.28, 0.76, 6)
DARKWOOD = ramp(45, 0.07, 0.22, 0.58, 5)
PALEWOOD = ramp(70, 0.075, 0.40, 0.86, 6)
LEAF = ramp(138, 0.125, 0.28, 0.80, 6, 30)
PINE = ramp(160, 0.085, 0.24, 0.68, 5, 30)
AUTUMN = ramp(55, 0.14, 0.36, 0.82, 6, 30)
BLOSSOM = ramp(0, 0.10, 0.45, 0.92, 6, 20)
RED = ramp(25, 0.15, 0.34, 0.72, 4)
BLUE = ramp(250, 0.11, 0.34, 0.78, 4)
YELLOW = ramp(85, 0.13, 0.5, 0.92, 4)
GREEN = ramp(150, 0.10, 0.34, 0.76, 4)
PURPLE = ramp(310, 0.10, 0.34, 0.78, 4)
CREAM = ramp(85, 0.035, 0.62, 0.97, 4)
GREY = ramp(270, 0.018, 0.30, 0.86, 5)
TEAL = ramp(195, 0.08, 0.34, 0.80, 4)
PINK = ramp(355, 0.12, 0.48, 0.88, 4)
BRICK = ramp(35, 0.10, 0.34, 0.68, 5)
WHITE: Rgb = (252, 250, 255)
GLASS: Rgb = (190, 226, 240)
SHADE: Rgb = (28, 22, 58)
"""Violet of all soft shadows."""
