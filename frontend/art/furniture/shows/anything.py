"""What any thing may show: that it is decorated, broken or locked."""

from __future__ import annotations

import math

from frontend.art.colour import CREAM, DARKWOOD, GREY, PINK, RED, WHITE, WOOD, YELLOW, Rgb
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows

CRACK: Rgb = (34, 24, 46)


@shows("decorated", frames=2)
def decorated(layer: Layer, stand: Stand, i: int) -> object:
    """A garland of flags along its upper edge and balloons that sway at its sides."""
    width, flags = layer.width, (RED[3], YELLOW[3], PINK[3], WHITE)
    for x in range(width):
        y = round(math.sin(math.pi * (x % 16) / 16) * 3)
        layer.px(x, y, CREAM[1])
        if x % 4 == 2:
            layer.rect(x - 1, y + 1, 3, 2, flags[x // 4 % 4]).px(x, y + 3, flags[x // 4 % 4])
    for k, x in enumerate((0, width - 1)):
        sway = 1 if (i + k) % 2 else -1
        tone, lift = (RED, PINK)[(k + stand.seed) % 2], -13 + k * 2
        for y in range(lift + 6, 1):
            layer.px(x + (sway if y < -2 else 0), y, GREY[3])
        layer.oval(x + 0.5 + sway, lift + 2.5, 3.4, 4.2, tone[2]).oval(
            x + sway - 0.4, lift + 1.4, 1.4, 1.6, tone[3]
        )
    return layer


@shows("broken")
def broken(layer: Layer, stand: Stand, _: int) -> object:
    """Cracks across it, splinters before it, and a note that says it is out of order."""
    width, height = layer.width, layer.height
    x, y = width // 3, max(2, height // 4)
    for k in range(min(14, height - y - 2)):
        x += (1, 1, -1, 1, 0)[(k + stand.seed) % 5]
        layer.rect(min(max(1, x), width - 3), y + k, 2 if k % 3 == 0 else 1, 1, CRACK)
        if k in (4, 8):
            layer.rect(max(1, x - 3), y + k, 3, 1, CRACK)
    layer.rect(0, height - 1, 3, 1, WOOD[4]).rect(width - 4, height, 3, 1, WOOD[3]).px(
        width // 2, height, GREY[4]
    )
    left = max(0, width - 9)
    layer.rect(left, height // 2, 8, 6, WHITE).frame(left, height // 2, 8, 6, GREY[3])
    return layer.art(left + 2, height // 2 + 1, ("X..X", ".XX.", ".XX.", "X..X"), {"X": RED[2]})


@shows("locked")
def locked(layer: Layer, _: Stand, __: int) -> object:
    """A padlock on it."""
    x, y = layer.width // 2 - 3, layer.height // 2
    layer.rect(x + 1, y - 3, 4, 3, GREY[3]).rect(x + 2, y - 2, 2, 2, DARKWOOD[0])
    return (
        layer.rect(x, y, 6, 5, YELLOW[2]).rect(x, y, 6, 1, YELLOW[3]).px(x + 3, y + 2, DARKWOOD[0]).outlined()
    )
