"""What lies on tables, desks and counters while somebody eats, reads, writes or plays there."""

from __future__ import annotations

from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, GREY, RED, WATER, WHITE, WOOD, YELLOW, Rgb
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows

TABLES = (
    "table", "dining table", "kitchen table", "library table", "common room table", "small table", "pub table",
    "cafe table", "café table", "round table", "coffee table", "side table", "tea table", "low table",
    "picnic table", "desk", "writing desk", "bureau", "student desk",
)  # fmt: skip
COUNTERS = (
    "counter", "kitchen counter", "worktop", "cafe counter", "shop counter", "bar counter", "bar", "reception",
    "grocery counter", "pharmacy counter",
)  # fmt: skip
BEER: Rgb = (232, 168, 60)


def _spots(stand: Stand, layer: Layer) -> list[tuple[int, int]]:
    """Middles of the places at a table, two a tile of its length, near its edges."""
    if layer.width <= 16:
        return [(5, 4), (11, 8)] if stand.height == 1 else [(4, 5), (10, stand.deep - 8)]
    near = max(7, stand.deep - 7)
    across = [(x * 16 + dx, y) for x in range(stand.width) for dx, y in ((4, 3), (11, near))]
    return (
        across if stand.height == 1 else [*across, (5, stand.deep // 2), (layer.width - 6, stand.deep // 2)]
    )


def _middles(stand: Stand, layer: Layer) -> list[tuple[int, int]]:
    """As `_spots`, for what is too broad for two of it on a small table."""
    return [(7, 5)] if layer.width <= 16 and stand.height == 1 else _spots(stand, layer)


@shows("laid", *TABLES, *COUNTERS)
def laid(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_middles(stand, layer)):
        food = (GREEN[2], RED[3], YELLOW[2], WOOD[2])[(k + stand.seed) % 4]
        layer.oval(x, y, 3.4, 2.4, GREY[3]).oval(x, y - 0.5, 3.2, 2.2, WHITE).oval(x, y - 0.5, 1.7, 1.1, food)
    return layer


@shows("cups", *TABLES, *COUNTERS)
def cups(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_spots(stand, layer)):
        tone = (WHITE, RED[3], BLUE[3])[(k + stand.seed) % 3]
        layer.rect(x - 1, y - 2, 4, 4, tone).rect(x - 1, y - 2, 4, 1, DARKWOOD[2]).px(x + 3, y - 1, tone)
        layer.rect(x - 1, y + 2, 4, 1, GREY[2])
    return layer


@shows("glasses", *TABLES, *COUNTERS)
def glasses(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_spots(stand, layer)):
        drink = BEER if (k + stand.seed) % 3 else RED[2]
        layer.rect(x - 1, y - 4, 3, 6, drink).rect(x - 1, y - 4, 3, 1, WHITE).px(x - 1, y - 2, YELLOW[3])
        layer.rect(x - 1, y + 2, 3, 1, GREY[2])
    return layer


@shows("books", *TABLES)
def books(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_middles(stand, layer)):
        cover = (RED[2], BLUE[2], GREEN[2])[(k + stand.seed) % 3]
        layer.rect(x - 4, y - 2, 8, 5, cover).rect(x - 4, y - 3, 4, 5, WHITE).rect(x, y - 3, 4, 5, CREAM[3])
        layer.rect(x, y - 3, 1, 5, CREAM[0]).rect(x - 3, y - 1, 2, 1, GREY[2]).rect(
            x + 2, y - 1, 2, 1, GREY[2]
        )
    return layer


@shows("papers", *TABLES, *COUNTERS)
def papers(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_middles(stand, layer)):
        layer.rect(x - 4, y - 3, 5, 5, CREAM[2]).rect(x - 2, y - 2, 5, 5, WHITE)
        layer.rect(x - 1, y - 1, 3, 1, GREY[2]).rect(x - 1, y + 1, 2 + k % 2, 1, GREY[2]).px(
            x + 4, y, BLUE[1]
        )
    return layer


@shows("laptop", *TABLES, frames=2)
def laptop(layer: Layer, stand: Stand, i: int) -> object:
    x, y = _middles(stand, layer)[0]
    layer.rect(x - 4, y - 5, 8, 5, GREY[1]).rect(x - 3, y - 4, 6, 3, (120, 200, 210))
    return (
        layer.rect(x - 2, y - 3, 2 + i * 2, 1, WHITE)
        .rect(x - 4, y, 8, 2, GREY[3])
        .rect(x - 3, y, 6, 1, GREY[1])
    )


@shows("cards", *TABLES, "chess table", "chessboard", "game table", "board game")
def cards(layer: Layer, stand: Stand, _: int) -> object:
    for k, (x, y) in enumerate(_middles(stand, layer)):
        layer.rect(x - 3, y - 2, 3, 4, WHITE).rect(x, y - 1, 3, 4, CREAM[3]).px(x - 2, y - 1, RED[2])
        layer.px(x + 1, y, DARKWOOD[0]).px(x - 2 + k % 2, y, RED[2])
    return layer


@shows("scattered", "pool table", "billiard table")
def balls(layer: Layer, stand: Stand, _: int) -> object:
    """The rack is gone, the balls lie about."""
    width, depth = stand.wide, stand.deep
    layer.rect(width // 2 - 5, 3, 12, min(10, depth - 9), GREEN[2])
    tones = (WHITE, RED[3], YELLOW[2], BLUE[3], DARKWOOD[0], RED[2], YELLOW[3])
    for k, tone in enumerate(tones):
        x, y = 4 + (k * 13) % max(1, width - 9), 4 + (k * 7) % max(1, depth - 11)
        layer.rect(x, y, 2, 2, tone).px(x, y, WHITE)
    return layer


@shows("dough", "pastry table", "baking table", "prep table")
def dough(layer: Layer, stand: Stand, _: int) -> object:
    return (
        layer.oval(stand.wide / 2, 7, min(9, stand.wide / 2 - 2), 3.6, CREAM[3])
        .rect(3, 4, 9, 2, WOOD[4])
        .px(stand.wide // 2, 6, CREAM[1])
    )


@shows("strewn", "workbench", "bench saw", "carpentry bench", "lathe", "drill", "machine", frames=2)
def strewn(layer: Layer, stand: Stand, i: int) -> object:
    for k in range(stand.wide // 3):
        layer.px(2 + k * 3, 9 + (k * 5 + i) % 6, YELLOW[3]).px(3 + k * 3, 9 + (k * 5) % 6, CREAM[3])
    return layer.rect(6 + i, 5, 4, 2, GREY[3])


@shows("served", *COUNTERS)
def served(layer: Layer, stand: Stand, _: int) -> object:
    """Open: a green plate that says so, and a lit till."""
    x = stand.wide // 2 - 5
    if stand.upright:
        return layer.rect(2, 8, 9, 6, GREEN[2]).rect(3, 10, 7, 2, WHITE)
    layer.rect(x, layer.height - 10, 11, 7, GREEN[2]).frame(x, layer.height - 10, 11, 7, GREEN[3])
    return layer.art(x + 2, layer.height - 8, ("......X", "X....X.", ".X..X..", "..XX..."), {"X": WHITE})


@shows("closed", *COUNTERS)
def closed(layer: Layer, stand: Stand, _: int) -> object:
    """Nobody serves: a cloth over the till and a red plate."""
    x = stand.wide // 2 - 5
    if stand.upright:
        return layer.rect(2, 8, 9, 6, RED[2]).rect(3, 10, 7, 2, CREAM[3])
    layer.rect(x, layer.height - 10, 11, 7, RED[1]).frame(x, layer.height - 10, 11, 7, RED[3])
    return layer.rect(x + 2, layer.height - 7, 7, 1, CREAM[3])


@shows("painted", "easel", "canvas", "painting", frames=2)
def painted(layer: Layer, stand: Stand, i: int) -> object:
    """A picture that grows: other strokes each moment."""
    layer.rect(1, 2, 12, 14, CREAM[3]).rect(1, 2, 12, 6, WATER[5]).oval(5, 12, 5, 3, GREEN[2])
    layer.rect(2 + i * 5, 9, 4, 2, (RED[3], YELLOW[2])[stand.seed % 2]).oval(9, 5, 2, 2, YELLOW[3])
    return layer.rect(3, 20, 4, 2, RED[2]).rect(7, 20, 3, 2, BLUE[2])


@shows("covered", "easel", "canvas", "painting")
def covered(layer: Layer, _: Stand, __: int) -> object:
    layer.rect(-1, 0, 16, 19, CREAM[2]).rect(-1, 0, 16, 2, CREAM[3])
    for x in (2, 7, 11):
        layer.rect(x, 3, 1, 16, CREAM[1])
    return layer.outlined()
