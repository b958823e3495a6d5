"""What is open, taken out of or written on."""

from __future__ import annotations

from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, GREY, PURPLE, RED, WHITE, WOOD, YELLOW, Rgb
from frontend.art.furniture.registry import Stand
from frontend.art.furniture.shows.layer import Layer, shows
from frontend.art.nature.small import crate

COLD: Rgb = (226, 244, 255)
BOOKCASES = ("bookshelf", "bookcase", "books", "library shelf")
SHELVES = (
    "shelf",
    "shop shelf",
    "product shelf",
    "rack",
    "shelves",
    "grocery shelf",
    "pharmacy shelf",
    "bottle shelf",
)


@shows("open", "wardrobe", "closet", "armoire")
def wardrobe(layer: Layer, _: Stand, __: int) -> object:
    """Both doors swung aside, clothes on the rail."""
    width = layer.width
    layer.rect(1, 5, width - 2, 21, DARKWOOD[0]).rect(1, 7, width - 2, 1, GREY[3])
    for k, x in enumerate(range(3, width - 4, 3)):
        cloth = (RED, BLUE, CREAM, GREEN, PURPLE)[k % 5]
        layer.rect(x, 8, 2, 12 - k % 2 * 3, cloth[2]).px(x, 8, cloth[3])
    layer.rect(3, 22, 5, 3, WOOD[3])
    for x in (-4, width + 1):
        layer.rect(x, 5, 3, 22, WOOD[3]).rect(x, 5, 3, 1, WOOD[5]).rect(x + 1, 8, 1, 15, WOOD[2])
    return layer


@shows("open", "chest of drawers", "dresser", "drawers", "nightstand")
def drawers(layer: Layer, _: Stand, __: int) -> object:
    width = layer.width
    layer.rect(0, 9, width, 2, DARKWOOD[0]).rect(2, 8, 4, 3, RED[2]).rect(7, 9, 4, 2, BLUE[3])
    return (
        layer.rect(-1, 11, width + 2, 5, WOOD[4])
        .rect(-1, 11, width + 2, 1, WOOD[5])
        .rect(width // 2 - 1, 13, 3, 1, YELLOW[3])
    )


@shows("open", "fridge", "refrigerator", "icebox", "freezer")
def fridge(layer: Layer, _: Stand, __: int) -> object:
    layer.rect(1, 13, 11, 18, COLD)
    for k, y in enumerate((17, 22, 27)):
        layer.rect(1, y + 2, 11, 1, GREY[3]).rect(2, y - 2, 3, 4, (RED, GREEN, YELLOW)[k][2])
        layer.rect(6, y - 1, 2, 3, (CREAM, BLUE, WOOD)[k][3]).rect(9, y - 3, 2, 5, (GREEN, CREAM, RED)[k][3])
    return layer.rect(13, 12, 4, 21, CREAM[3]).rect(13, 12, 1, 21, CREAM[1]).rect(14, 16, 3, 1, CREAM[1])


@shows("gap", *BOOKCASES)
def gap(layer: Layer, _: Stand, __: int) -> object:
    """Some books taken out, one leaning."""
    layer.rect(3, 3, 5, 7, DARKWOOD[0]).rect(layer.width - 7, 12, 4, 7, DARKWOOD[0])
    return layer.px(7, 9, RED[3]).px(6, 7, RED[3]).px(6, 8, RED[2]).px(7, 8, RED[2])


@shows("gap", *SHELVES)
def half_empty(layer: Layer, _: Stand, __: int) -> object:
    third = max(5, layer.width // 3)
    return layer.rect(2, 3, third, 7, DARKWOOD[0]).rect(layer.width - third - 2, 11, third, 7, DARKWOOD[0])


@shows("restocked", *SHELVES, "crockery shelf", "cupboard", "pantry", "dishes")
def restocked(layer: Layer, _: Stand, __: int) -> object:
    """Boxes before it, waiting to be put away."""
    box = crate(10, 9)
    layer.canvas.blit(box, 8 + layer.width - 11, 26 + layer.height - 10)
    return layer.rect(2, 3, 5, 7, DARKWOOD[0])


@shows("chalk", "blackboard", "whiteboard")
def chalk(layer: Layer, stand: Stand, _: int) -> object:
    width = layer.width
    layer.rect(3, 3, width - 6, 13, (52, 84, 72))
    for k, y in enumerate(range(4, 15, 3)):
        layer.rect(4, y, max(3, (width - 8) * (7 - (k * 3 + stand.seed) % 4) // 8), 1, CREAM[3])
    return layer.frame(width - 8, 9, 5, 5, YELLOW[3]).px(width - 6, 11, RED[3])


@shows("wiped", "blackboard", "whiteboard")
def wiped(layer: Layer, _: Stand, __: int) -> object:
    width = layer.width
    layer.rect(1, 1, width - 2, 17, (52, 84, 72)).rect(3, 4, width - 8, 2, (66, 100, 88))
    return layer.rect(6, 10, width - 10, 2, (66, 100, 88))


@shows("open", "order book", "ledger", "guest book", "logbook")
def order_book(layer: Layer, _: Stand, __: int) -> object:
    return layer.rect(8, 5, 3, 1, BLUE[1]).rect(12, 0, 1, 4, BLUE[2]).px(11, 4, WHITE)


@shows("open", "till", "cash register", "register")
def till(layer: Layer, _: Stand, __: int) -> object:
    return (
        layer.rect(1, 11, 12, 4, GREY[2])
        .rect(2, 11, 10, 2, DARKWOOD[0])
        .rect(3, 11, 3, 2, GREEN[3])
        .px(8, 12, YELLOW[3])
    )
