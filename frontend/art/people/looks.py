"""What a person looks like: named colours and styles, as a resident's file tells them, turned into ramps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from frontend.art.chance import pick
from frontend.art.colour import Ramp, oklch, ramp


def _skin(lightness: float, chroma: float, hue: float) -> Ramp:
    deeper, warmer = (0.26, 0.05) if lightness > 0.7 else (0.17, 0.02)
    return (
        oklch(lightness - deeper, chroma + warmer, hue - 14),
        oklch(lightness - 0.11, chroma + 0.035, hue - 8),
        oklch(lightness, chroma, hue),
    )


def _cloth(hue: float, chroma: float = 0.13, low: float = 0.36, high: float = 0.76) -> Ramp:
    return ramp(hue, chroma, low, high, 3)


SKINS: dict[str, Ramp] = {
    "pale": _skin(0.93, 0.030, 68),
    "fair": _skin(0.90, 0.045, 68),
    "light": _skin(0.87, 0.055, 66),
    "olive": _skin(0.79, 0.075, 74),
    "tan": _skin(0.77, 0.080, 62),
    "brown": _skin(0.64, 0.088, 56),
    "dark": _skin(0.54, 0.084, 52),
    "deep": _skin(0.47, 0.078, 48),
}
HAIRS: dict[str, Ramp] = {
    "black": ramp(290, 0.03, 0.18, 0.42, 3),
    "brown": ramp(50, 0.07, 0.27, 0.52, 3),
    "chestnut": ramp(40, 0.10, 0.32, 0.58, 3),
    "auburn": ramp(35, 0.12, 0.34, 0.60, 3),
    "red": ramp(38, 0.15, 0.40, 0.68, 3),
    "ginger": ramp(45, 0.14, 0.40, 0.70, 3),
    "blonde": ramp(85, 0.12, 0.55, 0.90, 3),
    "blond": ramp(85, 0.12, 0.55, 0.90, 3),
    "grey": ramp(270, 0.015, 0.42, 0.74, 3),
    "gray": ramp(270, 0.015, 0.42, 0.74, 3),
    "silver": ramp(265, 0.015, 0.56, 0.88, 3),
    "white": ramp(90, 0.012, 0.70, 0.98, 3),
    "blue": ramp(250, 0.11, 0.36, 0.70, 3),
    "teal": ramp(195, 0.09, 0.38, 0.70, 3),
    "green": ramp(150, 0.09, 0.38, 0.70, 3),
    "purple": ramp(310, 0.10, 0.36, 0.68, 3),
    "pink": ramp(355, 0.13, 0.48, 0.80, 3),
}
CLOTHS: dict[str, Ramp] = {
    "red": _cloth(25),
    "rust": _cloth(42, 0.12, 0.34, 0.66),
    "orange": _cloth(55),
    "mustard": _cloth(82, 0.12, 0.44, 0.80),
    "yellow": _cloth(92, 0.13, 0.52, 0.90),
    "olive": _cloth(110, 0.08, 0.32, 0.62),
    "green": _cloth(145, 0.10),
    "forest": _cloth(152, 0.08, 0.24, 0.48),
    "mint": _cloth(165, 0.07, 0.56, 0.88),
    "teal": _cloth(195, 0.09),
    "turquoise": _cloth(200, 0.10, 0.46, 0.82),
    "sky": _cloth(235, 0.09, 0.50, 0.86),
    "blue": _cloth(255),
    "denim": _cloth(255, 0.07, 0.30, 0.58),
    "navy": _cloth(268, 0.08, 0.20, 0.42),
    "indigo": _cloth(285, 0.11, 0.26, 0.54),
    "purple": _cloth(310, 0.11),
    "lilac": _cloth(308, 0.08, 0.52, 0.86),
    "lavender": _cloth(300, 0.07, 0.54, 0.88),
    "plum": _cloth(335, 0.09, 0.28, 0.54),
    "pink": _cloth(355, 0.10, 0.50, 0.86),
    "burgundy": _cloth(12, 0.11, 0.26, 0.50),
    "brown": _cloth(55, 0.06, 0.28, 0.54),
    "tan": _cloth(72, 0.05, 0.46, 0.76),
    "khaki": _cloth(95, 0.05, 0.44, 0.72),
    "beige": _cloth(80, 0.035, 0.56, 0.88),
    "cream": _cloth(88, 0.03, 0.66, 0.96),
    "white": _cloth(265, 0.01, 0.70, 0.98),
    "grey": _cloth(270, 0.014, 0.38, 0.68),
    "gray": _cloth(270, 0.014, 0.38, 0.68),
    "charcoal": _cloth(275, 0.016, 0.24, 0.46),
    "black": _cloth(290, 0.02, 0.16, 0.38),
}
_PLAIN_CLOTHS = tuple(sorted(set(CLOTHS) - {"gray", "white", "black"}))


@dataclass(frozen=True)
class Figure:
    """All that the drawing of a person depends on."""

    skin: Ramp
    hair: Ramp
    style: str
    top: Ramp
    bottom: Ramp
    extras: frozenset[str]
    trim: Ramp
    """Of hat, scarf and the like."""


def figure(looks: Mapping[str, Any], key: str) -> Figure:
    """The figure for a resident's looks; what is missing or unknown follows from `key`."""
    style = str(looks.get("hair_style") or pick(("short", "long", "curly", "messy"), key, "style")).lower()
    extras = frozenset(str(extra).lower().replace("_", " ") for extra in looks.get("extras") or ())
    return Figure(
        skin=_named(SKINS, looks.get("skin"), tuple(SKINS), key, "skin"),
        hair=_named(HAIRS, looks.get("hair"), ("black", "brown", "chestnut", "blonde"), key, "hair"),
        style=style,
        top=_named(CLOTHS, looks.get("top"), _PLAIN_CLOTHS, key, "top"),
        bottom=_named(CLOTHS, looks.get("bottom"), ("denim", "navy", "brown", "charcoal"), key, "bottom"),
        extras=extras,
        trim=pick(
            (_cloth(25, 0.14), _cloth(85, 0.10, 0.5, 0.86), _cloth(200, 0.09), _cloth(140, 0.08)), key, "trim"
        ),
    )


def _named(table: Mapping[str, Ramp], name: object, fallbacks: tuple[str, ...], key: str, part: str) -> Ramp:
    """By whole name, else by the last known word in it ("dark green" is green), else by the key."""
    words = str(name or "").lower().replace("_", " ").split()
    if " ".join(words) in table:
        return table[" ".join(words)]
    known = next((word for word in reversed(words) if word in table), None)
    return table[known if known else pick(fallbacks, key, part)]


def visitor(number: int) -> Figure:
    """One of the looks that people from outside may take."""
    return figure(
        {
            "skin": tuple(SKINS)[(number * 3 + 1) % len(SKINS)],
            "hair": ("brown", "black", "blonde", "ginger", "teal", "grey")[number % 6],
            "hair_style": ("short", "long", "messy", "bun", "curly", "ponytail")[number % 6],
            "top": ("orange", "sky", "mint", "pink", "indigo", "yellow")[number % 6],
            "bottom": ("denim", "charcoal", "brown", "navy")[number % 4],
            "extras": (("satchel",), ("satchel", "glasses"), ("satchel", "cap"))[number % 3],
        },
        f"visitor {number}",
    )
