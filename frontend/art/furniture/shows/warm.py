"""Fires, stoves and all that steams."""

from __future__ import annotations

from frontend.art.colour import DARKWOOD, GREY, RED, WHITE, WOOD, YELLOW, Rgb
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows

ORANGE: Rgb = (240, 138, 48)
BLUEISH: Rgb = (120, 190, 250)


def fire(layer: Layer, x: int, foot: int, width: int, height: int, i: int) -> Layer:
    """Tongues side by side, each as high as it happens to be in frame `i`."""
    for k in range(width):
        reach = height * (1 - abs(2 * k / max(1, width - 1) - 1) * 0.6)
        top = max(1, round(reach * (0.62 + 0.38 * ((k * 5 + i * 7) % 4) / 3)))
        layer.rect(x + k, foot - top, 1, top, RED[3])
        layer.rect(x + k, foot - max(1, top * 2 // 3), 1, max(1, top * 2 // 3), ORANGE)
        if 0 < k < width - 1:
            layer.rect(x + k, foot - max(1, top // 3), 1, max(1, top // 3), YELLOW[3])
    return layer.px(x + (i * 3 + 1) % max(1, width), foot - height - 1, ORANGE)


def steam(layer: Layer, x: int, foot: int, i: int, height: int = 9) -> Layer:
    """A wisp that curls upwards."""
    for y in range(height):
        sway = (0, 1, 1, 0, -1, -1)[(y + i * 2) % 6]
        fade = 190 - y * 150 // height
        layer.px(x + sway, foot - y, WHITE, fade).px(x + sway + 1, foot - y, WHITE, fade // 2)
    return layer


@shows("burning", "stove", "cooker", "cooking area", "range", "hob", frames=3)
def cooking(layer: Layer, _: Stand, i: int) -> object:
    """Two pots, one of them boiling, flames under them and the oven's window aglow."""
    width = layer.width
    for x in (1, width - 6):
        layer.rect(x, 4, 5, 1, BLUEISH if (x + i) % 2 else ORANGE)
    layer.rounded(0, -2, 7, 6, GREY[2]).rect(1, -2, 5, 1, GREY[4]).rect(1, -1, 5, 1, RED[3])
    layer.rounded(width - 7, 0, 6, 4, RED[2]).rect(width - 7, 0, 6, 1, RED[3]).px(width - 1, 1, DARKWOOD[1])
    layer.rect(3, 16, width - 6, 5, RED[2]).rect(4, 17, width - 8, 3, ORANGE)
    layer.rect(4 + i, 18, width - 10, 1, YELLOW[3])
    return steam(layer, 3, -4, i)


@shows("burning", "bread oven", "oven", "kiln", "forge", "furnace", frames=3)
def baking(layer: Layer, _: Stand, i: int) -> object:
    width = layer.width
    layer.rect(4, 18, width - 8, 8, RED[1])
    fire(layer, 4, 26, width - 8, 7, i)
    return layer.oval(6, 25, 2, 1.4, WOOD[4]).oval(width - 6, 25, 2, 1.4, WOOD[4])


@shows("burning", "fireplace", "hearth", frames=3)
def hearth(layer: Layer, _: Stand, i: int) -> object:
    middle = layer.width // 2
    layer.rect(middle - 7, 15, 14, 13, RED[0])
    fire(layer, middle - 6, 29, 12, 11, i)
    return layer.rect(middle - 6, 29, 12, 2, DARKWOOD[2]).px(middle - 3 + i, 29, ORANGE)


@shows("burning", "toaster", frames=2)
def toasting(layer: Layer, _: Stand, i: int) -> object:
    layer.rect(4, 2, 3, 1, ORANGE).rect(8, 2, 3, 1, ORANGE if i else RED[3]).px(3, 6, YELLOW[3])
    return layer.rect(4, 0, 3, 2, WOOD[4]).rect(8, 0, 3, 2, WOOD[4])


@shows("burning", "kettle", frames=3)
def boiling(layer: Layer, stand: Stand, i: int) -> object:
    return steam(layer, stand.wide // 2 + 5, 3, i)


@shows("brewing", "coffee machine", "espresso machine", frames=3)
def brewing(layer: Layer, _: Stand, i: int) -> object:
    for x in (3, 10):
        layer.rect(x, 10, 1, 2, DARKWOOD[2]).px(x, 10 + i % 2, WOOD[4]).rect(x - 1, 12, 3, 1, DARKWOOD[2])
    layer.px(12, 5, YELLOW[3] if i else RED[3])
    steam(layer, 3, 6, i, 7)
    return steam(layer, 10, 2, i + 1, 8)
