"""How a roof is made: its shape and its covering, chosen by what the building is for and by its address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from frontend.art.chance import pick
from frontend.art.colour import Ramp, ramp

Shape = Literal["gable", "front gable", "hip", "flat"]

TERRACOTTA = ramp(38, 0.115, 0.36, 0.76, 6)
WINE = ramp(18, 0.10, 0.30, 0.68, 6)
SLATE = ramp(262, 0.035, 0.34, 0.74, 6)
SEA = ramp(225, 0.06, 0.34, 0.74, 6)
MOSS = ramp(150, 0.055, 0.34, 0.72, 6)
PLUM = ramp(325, 0.06, 0.32, 0.68, 6)
THATCH = ramp(78, 0.085, 0.44, 0.84, 6)
TIN = ramp(200, 0.02, 0.42, 0.82, 6)
GRAVEL = ramp(280, 0.012, 0.40, 0.74, 6)


@dataclass(frozen=True)
class RoofStyle:
    shape: Shape
    tones: Ramp
    row: int = 7
    """Pixels from one row of shingles to the next."""
    shingle: int = 9
    chimney: bool = True


_TILED = tuple(RoofStyle("gable", tones) for tones in (TERRACOTTA, SEA, MOSS, WINE, PLUM))
_BY_KIND: tuple[tuple[tuple[str, ...], tuple[RoofStyle, ...]], ...] = (
    (("workshop", "barn", "studio", "smith", "farm", "shed"), (RoofStyle("gable", TIN, 60, 6),)),
    (("shop", "store", "market", "pharmacy"), (RoofStyle("flat", GRAVEL, chimney=False),)),
    (("cafe", "café", "bakery"), (RoofStyle("gable", TERRACOTTA),)),
    (("bar", "pub", "inn"), (RoofStyle("gable", THATCH, 9, 5),)),
    (("school", "college", "library", "office", "hall", "church", "dorm"), (RoofStyle("hip", SLATE),)),
    (("home", "house", "cottage", "flat", "apartment"), _TILED),
)


def roof_style(kind: str, address: str, wide: int, high: int) -> RoofStyle:
    """`wide` and `high` in tiles: a narrow house turns its gable to the street, a great one has a hip roof."""
    chosen = next(
        (
            pick(styles, "roof", address)
            for words in (kind.lower(), address.lower())
            for marks, styles in _BY_KIND
            if any(mark in words for mark in marks)
        ),
        pick(_TILED, "roof", address),
    )
    shape = chosen.shape
    if shape == "gable" and high > wide:
        shape = "front gable"
    elif shape == "gable" and wide > 22:
        shape = "hip"
    return RoofStyle(shape, chosen.tones, chosen.row, chosen.shingle, chosen.chimney)
