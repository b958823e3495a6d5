"""Running water."""

from __future__ import annotations

from frontend.art.colour import WATER, WHITE
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows
from frontend.art.furniture.shows.warm import steam


@shows("running", "kitchen sink", "washing up sink", frames=2)
def filling(layer: Layer, stand: Stand, i: int) -> object:
    middle = stand.wide // 2
    layer.rect(middle - 4, 7, 8, 3, WATER[5]).rect(middle - 2, 4, 1, 4, WATER[6]).px(middle - 2, 4 + i, WHITE)
    return layer.rect(middle - 3 + i, 8, 3, 1, WATER[6])


@shows("suds", "kitchen sink", "washing up sink", frames=2)
def suds(layer: Layer, stand: Stand, i: int) -> object:
    filling(layer, stand, i)
    middle = stand.wide // 2
    for k, (x, y, r) in enumerate(((-3, 6, 2.2), (1, 5, 2.6), (3, 7, 2.0))):
        layer.oval(middle + x, y - (k + i) % 2 * 0.6, r, r * 0.8, WHITE)
    return layer.px(middle + 1, 5, WATER[5]).px(middle - 1 + i, 2 - i, WHITE)


@shows("dishes", "kitchen sink", "washing up sink")
def dishes(layer: Layer, stand: Stand, _: int) -> object:
    middle = stand.wide // 2
    layer.oval(middle - 2, 6, 3, 1.6, WHITE).oval(middle - 2, 4.6, 3, 1.6, WATER[6]).oval(
        middle - 2, 3.4, 3, 1.6, WHITE
    )
    return layer.rect(middle + 2, 4, 3, 4, WHITE).rect(middle + 2, 4, 3, 1, WATER[5]).outlined()


@shows("running", "washbasin", "basin", "bathroom sink", "sink", frames=2)
def tap(layer: Layer, _: Stand, i: int) -> object:
    layer.oval(7, 19, 4.2, 1.9, WATER[5]).rect(7, 15, 1, 4, WATER[6]).px(7, 15 + i * 2, WHITE)
    return layer.rect(4 + i, 19, 2, 1, WATER[6]).rect(9 - i, 20, 2, 1, WATER[6])


@shows("running", "shower", frames=3)
def showering(layer: Layer, _: Stand, i: int) -> object:
    """Streams, a wet floor, and steam on the glass."""
    layer.oval(7, 26.5, 5, 2.4, WATER[5]).oval(7, 26.5, 2, 1.2, WATER[4])
    for k, x in enumerate((3, 5, 7, 9, 10)):
        for y in range(6 + (k + i) % 3, 25, 3):
            layer.rect(x, y, 1, 2, WATER[6])
    return steam(steam(layer, 2, 6, i, 12), 11, 9, i + 2, 14)


@shows("running", "bathtub", "bath", "tub", frames=3)
def soaking(layer: Layer, _: Stand, i: int) -> object:
    width, high = layer.width, layer.height > 24
    deep = layer.height - 12 if high else 4
    for k in range(5):
        x, y = 3 + (k * 7) % max(1, width - 6), 4 + (k * 5) % max(1, deep)
        layer.oval(x + 0.5, y + 0.5, 1.8, 1.2, WHITE)
    return steam(steam(layer, 4, 1, i, 8), width - 5, 3, i + 1, 9)


@shows("running", "drinking fountain", "water pump", "tap", frames=2)
def fountain(layer: Layer, _: Stand, i: int) -> object:
    layer.rect(7, -1, 1, 3, WATER[6]).rect(8, -2 + i, 2, 1, WATER[6]).rect(10, -1 + i, 1, 6, WATER[6])
    return layer.px(10, 1 + i * 2, WHITE).rect(9, 6, 3, 1, WHITE)


@shows("running", "washing machine", "laundry", frames=3)
def turning(layer: Layer, _: Stand, i: int) -> object:
    x, y = ((5, 13), (8, 13), (7, 16))[i]
    return layer.rect(x, y, 3, 2, WHITE).rect(14 - x - 2, 30 - y - 2, 2, 2, WATER[6])
