"""Workshops: benches, tools and bicycles."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, GREY, PALEWOOD, RED, WHITE, WOOD, YELLOW, Ramp
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.tables import table
from frontend.art.nature.small import crate

_BICYCLE = (
    "....BBBB...GGG...",
    ".....r......r....",
    ".....RRRRRRRR....",
    ".....r.....rr....",
    "..GGG.r...rGrGG..",
    ".G..rGr..r.G.r.G.",
    "G..r..Grr.G..r..G",
    "G..rrrrr..G..g..G",
    "G.....G...G.....G",
    ".G...G.....G...G.",
    "..GGG.......GGG..",
)


def bicycle(frame: Ramp) -> Canvas:
    """Seen from the side, 17 x 11."""
    colours = {"r": frame[2], "R": frame[3], "G": GREY[1], "g": GREY[3], "B": DARKWOOD[1]}
    return Canvas(17, 11).art(0, 0, _BICYCLE, colours)


@draws("workbench", "bench saw", "carpentry bench")
def workbench(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = table(width, 14, PALEWOOD, rise=4)
    canvas.rect(3, 5, 7, 3, GREY[2]).rect(3, 5, 7, 1, GREY[4]).rect(5, 8, 3, 3, GREY[1])
    if width > 20:
        canvas.rect(14, 7, 9, 1, GREY[4]).rect(14, 8, 9, 1, GREY[2]).rect(22, 6, 4, 4, WOOD[2])
    if width > 36:
        canvas.rect(30, 6, 12, 3, WOOD[4]).rect(30, 6, 12, 1, WOOD[5]).px(33, 10, PALEWOOD[5]).px(
            36, 10, PALEWOOD[5]
        )
        canvas.rect(34, 3, 2, 4, RED[2]).rect(33, 2, 4, 2, GREY[3])
    return canvas.rect(width // 2 - 4, 19, 8, 2, WOOD[2])


@draws("tool wall", "tools", "tool rack", "toolbox")
def tool_wall(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = (
        Canvas(width, 32)
        .rect(0, 0, width, 18, WOOD[3])
        .frame(0, 0, width, 18, WOOD[1])
        .rect(1, 1, width - 2, 1, WOOD[4])
    )
    for i, x in enumerate(range(3, width - 3, 5)):
        if i % 3 == 0:
            canvas.rect(x, 4, 1, 8, PALEWOOD[5]).rect(x - 1, 3, 3, 3, GREY[2])
        elif i % 3 == 1:
            canvas.rect(x, 3, 1, 10, GREY[4]).rect(x - 1, 3, 3, 2, GREY[4]).px(x, 3, WOOD[3])
        else:
            canvas.rect(x - 1, 4, 3, 5, GREY[3]).rect(x, 9, 1, 4, RED[2])
    canvas.rect(0, 20, width, 6, WOOD[4]).rect(0, 20, width, 1, WOOD[5]).rect(0, 26, width, 6, WOOD[2])
    for x in range(2, width - 4, 8):
        canvas.rect(x, 27, 6, 4, WOOD[3]).px(x + 3, 29, YELLOW[3])
    return canvas


@draws("lathe", "drill", "machine", "press", "loom", "sewing machine", "spinning wheel")
def lathe(stand: Stand) -> Canvas:
    width = max(14, stand.wide)
    canvas = table(width, 11, WOOD, rise=8)
    canvas.rect(0, 2, 5, 10, GREEN[2]).rect(0, 2, 5, 1, GREEN[3]).rect(4, 5, 1, 4, GREY[1]).rect(
        5, 6, width - 8, 3, PALEWOOD[4]
    )
    canvas.rect(5, 6, width - 8, 1, PALEWOOD[5]).rect(width - 3, 4, 3, 8, GREEN[2]).rect(
        width - 3, 4, 3, 1, GREEN[3]
    )
    return canvas.px(2, 4, RED[3]).rect(3, 12, width - 6, 1, GREY[2])


@draws("paint corner", "paints", "paint shelf")
def paint_corner(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = Canvas(width, 36 if stand.height > 1 else 24)
    canvas.rect(0, 0, width, 18, WOOD[2]).rect(0, 0, width, 2, WOOD[5])
    for y in (3, 10):
        canvas.rect(1, y, width - 2, 6, DARKWOOD[0])
        for i, x in enumerate(range(2, width - 3, 4)):
            tones = (RED, BLUE, YELLOW, GREEN)[(i + y) % 4]
            canvas.rect(x, y + 2, 3, 4, GREY[4]).rect(x, y + 2, 3, 2, tones[2])
        canvas.rect(1, y + 6, width - 2, 1, WOOD[4])
    if stand.height > 1:
        for x, y, tones in ((1, 24, RED), (8, 22, BLUE), (4, 29, YELLOW)):
            canvas.rect(x, y + 1, 6, 6, GREY[3]).rect(x, y, 6, 2, tones[2]).rect(x, y, 6, 1, tones[3]).rect(
                x, y + 6, 6, 1, GREY[1]
            )
            canvas.rect(x + 1, y + 2, 1, 2, tones[2])
    return canvas


@draws("bicycle stand", "bicycle", "bike", "bicycle rack")
def bicycle_stand(_: Stand) -> Canvas:
    canvas = (
        Canvas(19, 25)
        .rect(9, 0, 2, 23, PALEWOOD[3])
        .rect(9, 0, 1, 23, PALEWOOD[5])
        .rect(5, 22, 10, 3, GREY[1])
    )
    return canvas.rect(5, 22, 10, 1, GREY[3]).blit(bicycle(RED), 1, 4).rect(8, 4, 4, 2, GREY[4])


@draws("order book", "ledger", "guest book", "logbook")
def order_book(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 20)
        .rect(3, 9, 8, 11, WOOD[2])
        .rect(3, 9, 2, 11, WOOD[3])
        .rect(0, 4, 14, 6, WOOD[4])
        .rect(0, 4, 14, 1, WOOD[5])
    )
    canvas.rect(1, 3, 6, 5, CREAM[3]).rect(7, 3, 6, 5, WHITE).rect(6, 3, 1, 5, CREAM[0]).rect(
        2, 4, 4, 1, GREY[3]
    ).rect(8, 4, 4, 1, GREY[3])
    return canvas.rect(2, 6, 3, 1, GREY[3]).rect(8, 6, 3, 1, GREY[3]).px(12, 2, BLUE[2])


@draws("crate", "box", "chest", "parcel")
def chest(stand: Stand) -> Canvas:
    drawn = crate(min(stand.wide, 20), 15)
    return drawn.cropped(1, 1, drawn.width - 2, drawn.height - 2)
