"""Tables and what lies on them."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import (
    BLUE,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    PALEWOOD,
    PINK,
    RED,
    WHITE,
    WOOD,
    YELLOW,
    Ramp,
)
from frontend.art.furniture.registry import Stand, draws


def table(width: int, depth: int, top: Ramp = WOOD, rise: int = 0) -> Canvas:
    """A board on legs: `depth` pixels from back to front, legs included."""
    canvas = Canvas(width, rise + depth + 4)
    canvas.rect(1, rise + depth - 3, 3, 7, top[1]).rect(width - 4, rise + depth - 3, 3, 7, top[1])
    canvas.rounded(0, rise, width, depth, top[4]).rect(1, rise, width - 2, 1, top[5])
    canvas.rect(0, rise + depth - 3, width, 3, top[2]).rect(0, rise + depth - 3, width, 1, top[3])
    for y in range(rise + 4, rise + depth - 4, 4):
        canvas.rect(2, y, width - 4, 1, top[3])
    return canvas


@draws("table", "dining table", "kitchen table")
def dining_table(stand: Stand) -> Canvas:
    canvas, cloth = table(stand.wide, stand.deep), pick((RED, BLUE, GREEN), "cloth", stand.seed)
    middle, front = stand.wide // 2, stand.deep - 3
    half = 6 if stand.width > 1 else 3
    canvas.rect(middle - half, 0, half * 2, front, cloth[2]).rect(middle - half, front, half * 2, 3, cloth[1])
    canvas.rect(middle - half, 0, 1, front + 3, cloth[3]).rect(middle + half - 1, 0, 1, front + 3, cloth[3])
    return canvas.oval(middle, 5, 2.4, 2, CREAM[3]).px(middle - 1, 4, RED[3]).px(middle, 4, GREEN[3])


@draws("cafe table", "café table", "round table", "coffee table", "side table")
def cafe_table(stand: Stand) -> Canvas:
    """Round, of pale wood, with a flower in a vase: things to eat and work with come and go, see `shows`."""
    canvas = Canvas(16, 19).rect(7, 11, 2, 7, DARKWOOD[1]).oval(8, 16.6, 4.4, 2, DARKWOOD[0])
    canvas.oval(8, 7.4, 7.8, 5.6, DARKWOOD[2]).oval(8, 6.2, 7.8, 5.6, WOOD[4]).oval(8, 5.7, 7, 4.6, WOOD[5])
    for x, y, long in ((3, 4, 4), (9, 3, 3), (4, 8, 5), (10, 7, 4)):
        canvas.rect(x, y, long, 1, WOOD[4])
    petals = pick((PINK, RED, YELLOW, BLUE), "flower", stand.seed)
    canvas.rect(7, 4, 2, 3, BLUE[2]).px(7, 4, BLUE[3]).rect(7, 3, 2, 1, GREEN[2])
    return (
        canvas.rect(7, 0, 2, 3, petals[2]).rect(6, 1, 4, 1, petals[2]).px(7, 1, YELLOW[3]).px(8, 0, petals[3])
    )


@draws("tea table", "low table")
def tea_table(stand: Stand) -> Canvas:
    canvas = table(stand.wide, 12, rise=4)
    canvas.oval(6, 6, 3, 2.6, BLUE[2]).px(5, 5, BLUE[3]).rect(8, 5, 2, 1, BLUE[2]).rect(5, 2, 2, 1, BLUE[1])
    return canvas.rect(10, 8, 2, 2, WHITE)


@draws("desk", "writing desk", "bureau")
def desk(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = table(width, 14, rise=3)
    canvas.rect(width - 8, 14, 7, 7, WOOD[3]).rect(width - 8, 14, 7, 1, WOOD[4]).px(width - 5, 17, YELLOW[3])
    canvas.rect(2, 5, 6, 6, WHITE).rect(3, 6, 4, 1, GREY[2]).rect(3, 8, 3, 1, GREY[2]).px(8, 9, DARKWOOD[0])
    canvas.rect(width - 4, 3, 1, 6, GREY[1]).rect(width - 6, 1, 4, 3, GREEN[2]).rect(
        width - 6, 1, 4, 1, GREEN[3]
    )
    if stand.width > 1:
        canvas.rect(11, 5, 6, 4, RED[2]).rect(11, 5, 6, 1, RED[3]).rect(12, 9, 6, 2, BLUE[2]).rect(
            18, 6, 3, 3, CREAM[3]
        )
    return canvas


@draws("computer", "pc", "laptop")
def computer(stand: Stand) -> Canvas:
    width = stand.wide
    canvas, middle = table(width, 14, rise=7), width // 2
    canvas.rect(middle - 6, 0, 12, 9, GREY[0]).rect(middle - 5, 1, 10, 7, GREY[1])
    canvas.rect(middle - 4, 2, 4, 1, GREY[2]).rect(middle - 1, 9, 3, 2, GREY[1])
    return canvas.rect(middle - 5, 13, 10, 2, GREY[3]).rect(middle - 5, 15, 10, 1, GREY[1])


@draws("chess table", "chessboard", "game table", "board game")
def chess_table(stand: Stand) -> Canvas:
    canvas = table(stand.wide, 15)
    for j in range(5):
        for i in range(5):
            canvas.rect(2 + i * 2, 1 + j * 2, 2, 2, CREAM[3] if (i + j) % 2 else DARKWOOD[1])
    for x, y, colour in (
        (3, 1, DARKWOOD[0]),
        (7, 2, DARKWOOD[0]),
        (9, 5, RED[2]),
        (4, 8, WHITE),
        (8, 9, WHITE),
        (11, 8, WHITE),
    ):
        canvas.px(x, y, colour)
    return canvas


@draws("picnic table")
def picnic_table(stand: Stand) -> Canvas:
    canvas = table(stand.wide, stand.deep, PALEWOOD)
    for x in range(0, stand.wide, 6):
        canvas.rect(x, 1, 1, stand.deep - 4, PALEWOOD[3])
    middle = stand.wide // 2
    canvas.rounded(middle - 5, 2, 9, 6, WOOD[3]).rect(middle - 4, 2, 7, 1, WOOD[5]).rect(
        middle - 3, 3, 5, 2, RED[2]
    )
    return (
        canvas.px(middle - 2, 3, WHITE)
        .px(middle, 3, WHITE)
        .px(middle - 1, 4, WHITE)
        .rect(middle + 6, 4, 3, 3, CREAM[3])
    )


@draws("pastry table", "baking table", "prep table")
def pastry_table(stand: Stand) -> Canvas:
    canvas = table(stand.wide, 14, PALEWOOD, rise=2)
    canvas.oval(7, 7, 4.4, 2.8, CREAM[2]).oval(6.6, 6.4, 3.6, 2.1, CREAM[3])
    if stand.width > 1:
        canvas.rect(14, 5, 11, 3, WOOD[3]).rect(14, 5, 11, 1, WOOD[5]).rect(12, 6, 2, 1, WOOD[2]).rect(
            25, 6, 2, 1, WOOD[2]
        )
        canvas.oval(20, 10, 2.6, 1.4, YELLOW[2])
    return canvas


@draws("pool table", "billiard table")
def pool_table(stand: Stand) -> Canvas:
    width, depth, middle = stand.wide, stand.deep, stand.wide // 2
    canvas = (
        table(width, depth, WOOD)
        .rect(2, 2, width - 4, depth - 7, GREEN[2])
        .rect(2, 2, width - 4, 1, GREEN[1])
    )
    for k, (x, y) in enumerate(((0, 3), (0, 5), (0, 7), (2, 4), (2, 6), (4, 5))):
        tone = (RED[3], YELLOW[2], BLUE[3], DARKWOOD[0])[k % 4]
        canvas.rect(middle - 4 + x, y, 2, 2, tone)
    return canvas.rect(6, 6, 2, 2, WHITE)
