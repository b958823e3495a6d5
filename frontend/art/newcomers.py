"""Pictures of one who came later: its frames and its bed on a sheet of their own, and its portrait."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from frontend.art.atlas import Drawing, pack
from frontend.art.build import png
from frontend.art.furniture.registry import Stand, draw
from frontend.art.people.cast import frames
from frontend.art.people.looks import CLOTHS, HAIRS, SKINS, figure
from frontend.art.people.portrait import portrait

BED = "folding bed"
STYLES = ("short", "long", "curly", "messy", "bun", "ponytail", "braid", "afro", "spiky", "bald")
EXTRAS = (
    "glasses", "beard", "moustache", "earrings", "straw hat", "cap", "headscarf", "flower", "apron", "scarf",
    "satchel", "tie", "skirt", "dress",
)  # fmt: skip
SMALLEST = 128
"""Pixels that its sheet is wide."""


def draw_newcomer(name: str, looks: Mapping[str, Any]) -> dict[str, bytes]:
    """Its files by their names. Frames are called as those of a scenario's cast; its bed is `bed_NAME`."""
    person = figure(looks, name)
    bed = Drawing(draw(BED, Stand(1, 2)), 0.5, 1.0)
    sheet, description = pack(frames({name: person}) | {f"bed_{name}": bed}, "atlas.png", SMALLEST)
    return {
        "atlas.png": png(sheet),
        "atlas.json": json.dumps(description, separators=(",", ":"), sort_keys=True).encode(),
        "portrait.png": png(portrait(person, name)),
    }


def choices() -> dict[str, list[str]]:
    """The names that looks are made of, each colour once."""
    return {
        "skin": list(SKINS),
        "hair": [name for name in HAIRS if name not in ("blond", "gray")],
        "hair_style": list(STYLES),
        "cloth": [name for name in CLOTHS if name != "gray"],
        "extras": list(EXTRAS),
    }
