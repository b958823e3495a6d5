"""Kitchens, at home and in cafés."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import (
    BLUE,
    BRICK,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    RED,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
)  # fmt: skip
from frontend.art.furniture.registry import Stand, draws


def unit(width: int, rise: int) -> Canvas:
    """A kitchen cupboard with a pale top; `rise` clear rows over it."""
    canvas = Canvas(width, rise + 20).rect(0, rise, width, 7, CREAM[3]).rect(0, rise + 6, width, 2, CREAM[1])
    canvas.rect(0, rise + 8, width, 12, WOOD[2]).rect(0, rise + 19, width, 1, WOOD[0])
    for x in range(1, width - 4, 8):
        w = min(7, width - 1 - x)
        canvas.rect(x, rise + 9, w, 9, WOOD[3]).frame(x, rise + 9, w, 9, WOOD[4]).px(
            x + w - 2, rise + 12, YELLOW[3]
        )
    return canvas


@draws("stove", "cooker", "cooking area", "range", "hob")
def stove(stand: Stand) -> Canvas:
    width = max(14, min(stand.wide, 30))
    canvas = (
        Canvas(width, 24)
        .rect(0, 0, width, 24, GREY[3])
        .rect(0, 0, width, 10, GREY[1])
        .rect(0, 0, width, 1, GREY[4])
    )
    for x in (3.5, width - 3.5):
        canvas.oval(x, 3.4, 2.8, 2, GREY[0]).oval(x, 3.4, 1.6, 1.1, GREY[1]).oval(x, 7.6, 2.4, 1.6, GREY[0])
    canvas.rect(1, 11, width - 2, 2, GREY[1])
    for x in range(2, width - 1, 3):
        canvas.px(x, 11, YELLOW[3])
    canvas.rect(2, 15, width - 4, 7, GREY[0]).rect(3, 16, width - 6, 5, DARKWOOD[1]).rect(
        2, 14, width - 4, 1, GREY[4]
    )
    return canvas.rect(0, 23, width, 1, GREY[0])


@draws("bread oven", "oven", "kiln", "forge", "furnace")
def bread_oven(stand: Stand) -> Canvas:
    width = max(16, stand.wide)
    canvas = Canvas(width, 32).rect(0, 6, width, 26, BRICK[2])
    canvas.rect(width // 2 - 3, 0, 6, 8, BRICK[1]).rect(width // 2 - 4, 0, 8, 2, BRICK[3])
    for j, y in enumerate(range(6, 32, 4)):
        for x in range(-4, width, 6):
            canvas.rect(x + j % 2 * 3, y, 5, 3, BRICK[3]).rect(x + j % 2 * 3, y, 5, 1, BRICK[4])
    canvas.rect(0, 6, width, 2, BRICK[4]).rounded(2, 16, width - 4, 11, DARKWOOD[0])
    canvas.rect(4, 25, width - 8, 1, RED[1])
    return canvas.rect(0, 28, width, 2, BRICK[0]).rect(0, 31, width, 1, BRICK[0])


@draws("fridge", "refrigerator", "icebox", "freezer")
def fridge(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 34).rounded(0, 0, 14, 34, CREAM[3]).rect(0, 12, 14, 1, CREAM[1]).rect(11, 4, 1, 6, GREY[2])
    )
    canvas.rect(11, 15, 1, 7, GREY[2]).rect(1, 1, 2, 31, WHITE).rect(12, 1, 1, 31, CREAM[1]).rect(
        0, 32, 14, 2, CREAM[0]
    )
    return canvas.rect(4, 16, 4, 4, YELLOW[2]).rect(4, 5, 4, 4, BLUE[2]).rect(5, 23, 3, 3, RED[3])


@draws("kitchen sink", "washing up sink")
def sink(stand: Stand) -> Canvas:
    canvas = unit(stand.wide, 5)
    middle = stand.wide // 2
    canvas.rounded(middle - 5, 6, 10, 5, GREY[2]).rect(middle - 4, 7, 8, 3, GREY[1])
    return (
        canvas.rect(middle, 1, 1, 6, GREY[4])
        .rect(middle - 2, 1, 3, 1, GREY[4])
        .rect(middle - 2, 2, 1, 2, GREY[3])
    )


@draws("toaster")
def toaster(_: Stand) -> Canvas:
    canvas = unit(14, 5)
    canvas.rect(2, 2, 10, 7, GREY[3]).rect(2, 2, 10, 1, GREY[4]).rect(2, 8, 10, 1, GREY[1])
    canvas.rect(4, 2, 3, 1, GREY[0]).rect(8, 2, 3, 1, GREY[0])
    return canvas.px(3, 6, RED[3]).rect(12, 4, 1, 2, GREY[0])


@draws("kettle")
def kettle(stand: Stand) -> Canvas:
    canvas = unit(stand.wide, 6)
    middle = stand.wide // 2
    canvas.oval(middle, 7, 4, 3.6, RED[2]).oval(middle - 1, 6, 2, 1.6, RED[3]).rect(
        middle + 3, 5, 3, 1, RED[1]
    )
    return (
        canvas.rect(middle - 2, 1, 4, 1, DARKWOOD[1])
        .rect(middle - 3, 2, 1, 2, DARKWOOD[1])
        .rect(middle + 2, 2, 1, 2, DARKWOOD[1])
    )


@draws("counter", "kitchen counter", "worktop")
def counter(stand: Stand) -> Canvas:
    canvas = unit(stand.wide, 5)
    return canvas.rect(2, 2, 5, 6, RED[2]).rect(2, 1, 5, 1, CREAM[3]).rect(9, 4, 4, 3, TEAL[3])


@draws("coffee machine", "espresso machine")
def coffee_machine(stand: Stand) -> Canvas:
    canvas = unit(stand.wide, 11)
    canvas.rect(0, 2, 14, 13, GREY[2]).rect(0, 0, 14, 4, GREY[4]).rect(0, 3, 14, 1, GREY[3]).rect(
        2, 7, 3, 3, GREY[0]
    )
    canvas.rect(9, 7, 3, 3, GREY[0]).px(12, 5, RED[3]).px(10, 5, GREEN[3]).rect(2, 12, 3, 2, WHITE).rect(
        9, 12, 3, 2, WHITE
    )
    return canvas.rect(1, 14, 12, 1, GREY[0])


@draws("till", "cash register", "register")
def till(stand: Stand) -> Canvas:
    canvas = unit(stand.wide, 8)
    canvas.rect(2, 4, 10, 8, GREY[1]).rect(3, 5, 8, 3, GREY[2]).rect(3, 0, 8, 4, GREY[0]).rect(
        4, 1, 6, 2, GREEN[3]
    )
    for x in (4, 6, 8):
        canvas.px(x, 9, WHITE).px(x, 10, GREY[4])
    return canvas


@draws("cake display", "display case", "bakery case", "glass case")
def cake_display(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = (
        unit(width, 7)
        .rect(1, 2, width - 2, 10, TEAL[3])
        .rect(1, 1, width - 2, 1, GREY[4])
        .frame(1, 1, width - 2, 11, GREY[3])
    )
    canvas.rect(2, 6, width - 4, 1, GREY[4])
    cakes = ((RED[3], CREAM[3]), (YELLOW[2], WOOD[2]), (BRICK[2], BRICK[3]), (CREAM[3], RED[2]))
    for row, y in enumerate((3, 8)):
        for i, x in enumerate(range(3, width - 5, 5)):
            body, top = cakes[(i + row + stand.seed) % 4]
            canvas.rect(x, y, 4, 3, body).rect(x, y, 4, 1, top)
    return canvas.px(3, 2, WHITE).px(4, 2, WHITE).px(3, 3, WHITE)


@draws("crockery shelf", "cupboard", "pantry", "dishes")
def crockery(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = (
        Canvas(width, 28)
        .rect(0, 0, width, 28, WOOD[2])
        .rect(0, 0, width, 2, WOOD[5])
        .rect(0, 2, 1, 26, WOOD[3])
    )
    for y in (4, 12):
        canvas.rect(1, y, width - 2, 7, DARKWOOD[0])
        for i, x in enumerate(range(2, width - 4, 4)):
            tone = (WHITE, BLUE[3], CREAM[2])[(i + y) % 3]
            canvas.rect(x, y + 3, 3, 4, tone).rect(x, y + 5, 3, 1, CREAM[1])
        canvas.rect(1, y + 7, width - 2, 1, WOOD[4])
    return (
        canvas.rect(1, 21, width - 2, 6, WOOD[3])
        .frame(1, 21, width - 2, 6, WOOD[4])
        .px(width // 2, 24, YELLOW[3])
    )
