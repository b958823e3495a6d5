"""Living rooms, studies and music."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import draws as numbers
from frontend.art.colour import (
    BLUE,
    BRICK,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    PURPLE,
    RED,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    Ramp,
)  # fmt: skip
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.tables import table
from frontend.art.nature.small import plant

SPINES: tuple[Ramp, ...] = (RED, BLUE, GREEN, YELLOW, PURPLE, CREAM, TEAL)


@draws("bookshelf", "bookcase", "books", "library shelf")
def bookshelf(stand: Stand) -> Canvas:
    source, width = numbers("books", stand.seed, stand.width), stand.wide
    canvas = (
        Canvas(width, 30 + 16 * (stand.height - 1))
        .rect(0, 0, width, 46, WOOD[2])
        .rect(0, 0, width, 2, WOOD[5])
    )
    canvas.rect(0, 2, 1, 60, WOOD[3]).rect(width - 1, 2, 1, 60, WOOD[1])
    for top in range(3, canvas.height - 8, 9):
        canvas.rect(1, top, width - 2, 7, DARKWOOD[0])
        x = 1
        while x < width - 2:
            wide, tall, spine = (
                int(source.integers(2, 4)),
                int(source.integers(5, 8)),
                SPINES[int(source.integers(0, 7))],
            )
            if source.random() < 0.1:
                x += 2
                continue
            wide = min(wide, width - 1 - x)
            canvas.rect(x, top + 7 - tall, wide, tall, spine[2]).rect(x, top + 7 - tall, 1, tall, spine[3])
            canvas.rect(x, top + 5, wide, 1, spine[1])
            x += wide
        canvas.rect(1, top + 7, width - 2, 2, WOOD[4]).rect(1, top + 8, width - 2, 1, WOOD[1])
    return canvas


@draws("radio", "record player", "gramophone")
def radio(_: Stand) -> Canvas:
    canvas = table(14, 12, rise=7)
    canvas.rounded(1, 1, 12, 10, WOOD[2]).rect(2, 1, 10, 1, WOOD[5]).oval(5, 6, 2.8, 2.8, DARKWOOD[0]).oval(
        5, 6, 1.6, 1.6, GREY[2]
    )
    return (
        canvas.rect(9, 3, 3, 2, YELLOW[3]).px(9, 7, CREAM[3]).px(11, 7, CREAM[3]).rect(12, 0, 1, 2, GREY[3])
    )


@draws("television", "tv")
def television(_: Stand) -> Canvas:
    canvas = table(14, 11, rise=9)
    canvas.rect(0, 0, 14, 11, GREY[0]).rect(1, 1, 12, 8, GREY[1]).rect(2, 2, 4, 1, GREY[2]).px(12, 9, RED[3])
    return canvas.rect(5, 11, 4, 2, GREY[1])


@draws("upright piano", "piano", "keyboard", "harpsichord", "organ")
def piano(stand: Stand) -> Canvas:
    width = max(24, stand.wide)
    canvas = (
        Canvas(width, 28)
        .rect(0, 0, width, 28, DARKWOOD[1])
        .rect(0, 0, width, 3, DARKWOOD[3])
        .rect(0, 0, width, 1, DARKWOOD[4])
    )
    canvas.rect(width // 2 - 5, 5, 10, 6, CREAM[3]).rect(width // 2 - 4, 7, 8, 1, GREY[2]).rect(
        width // 2 - 4, 9, 6, 1, GREY[2]
    )
    canvas.rect(0, 13, width, 6, DARKWOOD[2]).rect(2, 14, width - 4, 4, WHITE)
    for x in range(3, width - 3, 3):
        canvas.rect(x, 14, 1, 2, DARKWOOD[0])
    return (
        canvas.rect(0, 19, width, 2, DARKWOOD[0])
        .rect(2, 21, 3, 7, DARKWOOD[2])
        .rect(width - 5, 21, 3, 7, DARKWOOD[2])
    )


@draws("guitar", "violin", "cello", "lute")
def guitar(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 26)
        .rect(3, 22, 8, 2, DARKWOOD[1])
        .rect(2, 24, 2, 2, DARKWOOD[1])
        .rect(10, 24, 2, 2, DARKWOOD[1])
    )
    canvas.oval(7, 18, 5, 4.6, WOOD[3]).oval(7, 13, 3.8, 3.4, WOOD[3]).oval(6.4, 17, 3.6, 3.2, WOOD[4]).oval(
        7, 16.4, 1.8, 1.8, DARKWOOD[0]
    )
    canvas.rect(6, 2, 2, 12, DARKWOOD[2]).rect(6, 2, 1, 12, DARKWOOD[3]).rect(5, 0, 4, 3, DARKWOOD[1])
    return canvas.rect(5, 19, 4, 1, DARKWOOD[0]).px(4, 1, CREAM[3]).px(9, 1, CREAM[3])


@draws("harp", "lyre")
def harp(_: Stand) -> Canvas:
    """A frame that leans to the left, its strings between the neck and the sounding board."""
    canvas = Canvas(14, 28).rect(3, 25, 10, 3, DARKWOOD[1]).rect(3, 25, 10, 1, DARKWOOD[3])
    for i, x in enumerate(range(3, 11)):
        canvas.rect(x, 5 + i // 2, 1, 19 - i // 2 - (10 - x), CREAM[2])
    canvas.rect(1, 2, 2, 24, YELLOW[2]).rect(1, 2, 1, 24, YELLOW[3]).oval(2, 2, 2, 2, YELLOW[3])
    for i in range(10):
        canvas.rect(3 + i, 2 + i // 3, 1, 3, YELLOW[2]).px(3 + i, 2 + i // 3, YELLOW[3])
    for i in range(20):
        canvas.rect(11 - i * 8 // 20, 5 + i, 2, 1, WOOD[3] if i % 4 else WOOD[4])
    return canvas


@draws("accordion", "concertina")
def accordion(_: Stand) -> Canvas:
    canvas = table(14, 11, rise=8)
    canvas.rect(1, 1, 4, 10, RED[2]).rect(1, 1, 4, 1, RED[3]).rect(9, 1, 4, 10, RED[2]).rect(
        9, 1, 4, 1, RED[3]
    )
    for x in range(5, 9):
        canvas.rect(x, 2, 1, 8, CREAM[3] if x % 2 else DARKWOOD[1])
    for y in range(3, 10, 2):
        canvas.px(2, y, WHITE).px(3, y, DARKWOOD[0]).px(11, y, WHITE)
    return canvas


@draws("microscope", "telescope")
def microscope(_: Stand) -> Canvas:
    canvas = table(14, 12, rise=8)
    canvas.rect(4, 11, 7, 2, GREY[0]).rect(8, 3, 2, 9, GREY[1]).rect(4, 1, 3, 7, GREY[2]).rect(
        4, 1, 1, 7, GREY[4]
    )
    return canvas.rect(5, 0, 2, 2, GREY[0]).rect(3, 9, 6, 1, GREY[3]).px(5, 8, GREEN[3])


@draws("easel", "canvas", "painting")
def easel(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 26).rect(2, 16, 2, 10, WOOD[1]).rect(10, 16, 2, 10, WOOD[1]).rect(6, 18, 2, 6, WOOD[2])
    )
    canvas.rect(0, 1, 14, 16, CREAM[3]).frame(0, 1, 14, 16, WOOD[4]).rect(1, 2, 12, 7, BLUE[3]).rect(
        1, 9, 12, 7, GREEN[2]
    )
    return canvas.oval(10, 5, 2, 2, YELLOW[3]).oval(4, 10, 3, 2, GREEN[1])


@draws("fireplace", "hearth")
def fireplace(stand: Stand) -> Canvas:
    width = max(24, stand.wide)
    canvas, middle = Canvas(width, 32).rect(0, 4, width, 28, BRICK[2]), width // 2
    for y in range(4, 32, 4):
        for x in range(-3, width, 6):
            canvas.rect(x + y // 4 % 2 * 3, y, 5, 3, BRICK[3]).rect(x + y // 4 % 2 * 3, y, 5, 1, BRICK[4])
    canvas.rect(0, 0, width, 5, WOOD[3]).rect(0, 0, width, 1, WOOD[5]).rect(0, 4, width, 1, WOOD[1])
    canvas.rect(middle - 8, 13, 16, 19, DARKWOOD[0]).rect(middle - 6, 28, 12, 3, DARKWOOD[2])
    canvas.rect(middle - 5, 26, 10, 2, DARKWOOD[3]).rect(middle - 3, 24, 7, 2, DARKWOOD[2])
    return canvas.rect(middle - 3, 24, 7, 1, DARKWOOD[4])


@draws("plant", "potted plant", "flowerpot")
def potted_plant(_: Stand) -> Canvas:
    grown = plant()
    return grown.cropped(1, 1, grown.width - 2, grown.height - 2)


@draws("blackboard", "whiteboard", "screen")
def blackboard(stand: Stand) -> Canvas:
    width = max(20, stand.wide)
    canvas = (
        Canvas(width, 28)
        .rect(2, 18, 2, 10, WOOD[2])
        .rect(width - 4, 18, 2, 10, WOOD[2])
        .rect(0, 0, width, 20, WOOD[3])
    )
    canvas.rect(1, 1, width - 2, 17, (52, 84, 72)).rect(4, 4, width - 12, 1, WHITE).rect(
        4, 8, width - 9, 1, CREAM[2]
    )
    return canvas.rect(4, 12, width - 15, 1, CREAM[2]).rect(width - 8, 18, 4, 1, WHITE)


@draws("podium", "lectern", "pulpit")
def podium(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 24)
        .rect(2, 8, 10, 16, WOOD[2])
        .rect(3, 9, 8, 14, WOOD[3])
        .rect(0, 4, 14, 6, WOOD[4])
        .rect(0, 4, 14, 1, WOOD[5])
    )
    return canvas.rect(2, 5, 10, 3, WHITE).rect(11, 0, 1, 5, GREY[1]).rect(10, 0, 3, 2, GREY[0])
