"""Beds that are lain in or not made."""

from __future__ import annotations

from frontend.art.chance import pick
from frontend.art.colour import CREAM
from frontend.art.furniture.beds import QUILTS
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows

BEDS = ("bed", "double bed", "single bed", "cot", "bunk")


@shows("rumpled", *BEDS)
def rumpled(layer: Layer, stand: Stand, _: int) -> object:
    """The quilt thrown back to the foot, folds in the sheet."""
    quilt, width, height = pick(QUILTS, "quilt", stand.seed), layer.width, layer.height
    if stand.width > stand.height:
        layer.rect(14, 1, width - 18, height - 2, CREAM[3]).rect(18, 4, 1, height - 7, CREAM[1])
        return layer.rect(width - 12, 1, 8, height - 2, quilt[2]).rect(width - 12, 1, 1, height - 2, quilt[3])
    layer.rect(1, 14, width - 2, height - 18, CREAM[3]).rect(3, 17, width // 2, 1, CREAM[1])
    layer.rect(width // 2, 20, width // 2 - 2, 1, CREAM[1])
    for x in range(1, width - 1):
        top = height - 13 + (x * 5 % 7 + x // 4) % 4
        layer.rect(x, top, 1, height - 4 - top, quilt[2]).px(x, top, quilt[3]).px(x, top + 3, quilt[1])
    return layer
