"""For sleeping and dressing."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import (
    BLUE,
    CREAM,
    DARKWOOD,
    GREEN,
    PINK,
    PURPLE,
    RED,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    Ramp,
)
from frontend.art.furniture.registry import Stand, draws

QUILTS: tuple[Ramp, ...] = (BLUE, RED, GREEN, TEAL, PURPLE)


@draws("bed", "double bed", "single bed", "cot", "bunk")
def bed(stand: Stand) -> Canvas:
    if stand.width > stand.height:
        return bed(Stand(stand.height, stand.width, "down", stand.seed)).turned()
    quilt, width, height = pick(QUILTS, "quilt", stand.seed), stand.wide, stand.deep + 2
    canvas = Canvas(width, height).rect(0, 0, width, height, WOOD[2]).rect(0, 0, width, 4, WOOD[4])
    canvas.rect(0, 0, width, 1, WOOD[5]).rect(0, 4, width, 1, WOOD[1])
    canvas.rect(0, height - 3, width, 3, WOOD[3]).rect(0, height - 1, width, 1, WOOD[1])
    canvas.rect(1, 5, width - 2, height - 9, CREAM[3])
    pillows = 2 if width > 20 else 1
    room = (width - 2) // pillows
    for i in range(pillows):
        canvas.rounded(2 + i * room, 6, room - 2, 6, WHITE).rect(3 + i * room, 11, room - 4, 1, CREAM[1])
    canvas.rect(1, 14, width - 2, height - 18, quilt[2]).rect(1, 14, width - 2, 2, quilt[3])
    canvas.rect(1, 16, width - 2, 1, quilt[1])
    for y in range(19, height - 5, 4):
        for x in range(3 + y % 3, width - 3, 5):
            canvas.px(x, y, quilt[3]).px(x + 1, y, quilt[3]).px(x, y + 1, quilt[1])
    return canvas


@draws("wardrobe", "closet", "armoire")
def wardrobe(stand: Stand) -> Canvas:
    width = max(16, stand.wide)
    canvas = (
        Canvas(width, 30)
        .rect(0, 0, width, 30, WOOD[2])
        .rect(0, 0, width, 3, WOOD[4])
        .rect(0, 0, width, 1, WOOD[5])
    )
    canvas.rect(0, 3, width, 1, WOOD[1])
    half = width // 2
    for x, w in ((1, half - 1), (half, width - half - 1)):
        canvas.rect(x, 5, w, 21, WOOD[3]).frame(x + 1, 7, w - 2, 7, WOOD[2]).frame(
            x + 1, 16, w - 2, 8, WOOD[2]
        )
        canvas.rect(x, 5, 1, 21, WOOD[4])
    canvas.rect(half - 2, 14, 1, 3, YELLOW[3]).rect(half + 1, 14, 1, 3, YELLOW[3])
    return canvas.rect(0, 27, width, 3, WOOD[1]).rect(2, 29, width - 4, 1, DARKWOOD[0])


@draws("chest of drawers", "dresser", "drawers", "nightstand")
def drawers(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = (
        Canvas(width, 20)
        .rect(0, 0, width, 6, WOOD[4])
        .rect(0, 0, width, 1, WOOD[5])
        .rect(0, 6, width, 14, WOOD[2])
    )
    for y in (7, 13):
        canvas.rect(1, y, width - 2, 5, WOOD[3]).rect(1, y, width - 2, 1, WOOD[4])
        canvas.rect(3, y + 2, 2, 1, YELLOW[3]).rect(width - 5, y + 2, 2, 1, YELLOW[3])
    return (
        canvas.rect(0, 19, width, 1, WOOD[0])
        .rect(width // 2 - 2, 1, 4, 3, PINK[2])
        .rect(width // 2 - 2, 1, 4, 1, PINK[3])
    )


@draws("clothes rail", "coat rack", "hanger")
def rail(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = (
        Canvas(width, 26)
        .rect(0, 2, width, 2, WOOD[4])
        .rect(0, 2, 2, 24, WOOD[3])
        .rect(width - 2, 2, 2, 24, WOOD[2])
    )
    for i, x in enumerate(range(2, width - 3, 3)):
        cloth = (RED, BLUE, CREAM, GREEN)[(i + stand.seed) % 4]
        canvas.rect(x, 5, 3, 13, cloth[2]).rect(x, 5, 1, 13, cloth[3]).rect(x, 17, 3, 1, cloth[1])
    return canvas
