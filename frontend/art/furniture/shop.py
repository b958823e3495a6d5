"""Shops: counters, goods, and places that are only stood at."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, GREY, PURPLE, RED, WHITE, WOOD, YELLOW
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.seats import chair
from frontend.art.furniture.workshop import bicycle


@draws("shop counter", "bar counter", "bar", "reception", "grocery counter", "pharmacy counter")
def shop_counter(stand: Stand) -> Canvas:
    width, depth = stand.wide, stand.deep
    top = depth - 8 if stand.upright else 9
    canvas = (
        Canvas(width, top + 14)
        .rect(0, 2, width, top, WOOD[4])
        .rect(0, 2, width, 1, WOOD[5])
        .rect(0, 2, 1, top, WOOD[5])
    )
    canvas.rect(0, top + 2, width, 12, WOOD[2]).rect(0, top + 2, width, 1, WOOD[1]).rect(
        0, top + 13, width, 1, WOOD[0]
    )
    for x in range(1, width - 3, 7):
        canvas.frame(x, top + 4, 6, 8, WOOD[3])
    canvas.rect(2, 5, 6, 4, WHITE).rect(3, 6, 4, 1, GREY[2]).rect(9, 0, 4, 6, GREY[1]).rect(
        10, 1, 2, 2, GREEN[3]
    )
    if stand.upright:
        canvas.oval(6, top - 6, 2.6, 2, RED[2]).px(5, top - 7, RED[3])
    return canvas


@draws("goods on show", "goods", "display", "wares")
def goods(stand: Stand) -> Canvas:
    """A low stage with what is for sale: bicycles or chairs where the name says so, else baskets."""
    width = stand.wide
    canvas = Canvas(width, 27).rect(0, 16, width, 7, CREAM[1]).rect(0, 16, width, 1, CREAM[3])
    canvas.rect(0, 23, width, 4, WOOD[2]).rect(0, 26, width, 1, WOOD[0])
    tones = (RED, BLUE, GREEN, YELLOW, PURPLE)
    if "bicycle" in stand.name or "bike" in stand.name:
        for i, x in enumerate(range(0, width - 12, 12)):
            canvas.blit(bicycle(tones[(i + stand.seed) % 5]), x, 5 + i % 2 * 3)
    elif "chair" in stand.name:
        for i, x in enumerate(range(0, width - 11, 14)):
            canvas.blit(chair(Stand(facing=("down", "right")[i % 2])), x + 1, 3)
    else:
        for i, x in enumerate(range(1, width - 8, 10)):
            canvas.oval(x + 4.5, 14, 4.5, 4, tones[(i + stand.seed) % 5][2]).rect(x, 14, 9, 5, WOOD[3])
            canvas.rect(x, 14, 9, 1, WOOD[5]).px(x + 3, 12, tones[(i + stand.seed) % 5][3])
    return canvas


@draws("shelf", "shop shelf", "product shelf", "rack", "shelves")
def shelf(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = Canvas(width, 26).rect(0, 0, width, 26, WOOD[2]).rect(0, 0, width, 2, WOOD[5])
    for row, y in enumerate((3, 11)):
        canvas.rect(1, y, width - 2, 7, DARKWOOD[0])
        for i, x in enumerate(range(2, width - 3, 4)):
            tones = (RED, YELLOW, GREEN, BLUE, PURPLE)[(i * 2 + row + stand.seed) % 5]
            canvas.rect(x, y + 2 + i % 2, 3, 5 - i % 2, tones[2]).rect(x, y + 2 + i % 2, 3, 1, tones[3])
        canvas.rect(1, y + 7, width - 2, 1, WOOD[4])
    return canvas.rect(1, 19, width - 2, 6, WOOD[3]).frame(1, 19, width - 2, 6, WOOD[4])


@draws("stall", "market stall")
def stall(stand: Stand) -> Canvas:
    width = max(28, stand.wide)
    canvas = (
        Canvas(width, 40)
        .rect(2, 11, 3, 28, WOOD[1])
        .rect(width - 5, 11, 3, 28, WOOD[1])
        .rect(2, 25, width - 4, 5, WOOD[4])
    )
    canvas.rect(2, 29, width - 4, 11, WOOD[2])
    for x in range(4, width - 4, 6):
        canvas.rect(x, 30, 1, 9, WOOD[1])
    for i, x in enumerate(range(5, width - 6, 4)):
        tones = (RED, YELLOW, GREEN, PURPLE)[(i + stand.seed) % 4]
        canvas.oval(x + 1, 24, 2.2, 2, tones[2]).px(x, 23, tones[3])
    for i, x in enumerate(range(0, width, 6)):
        tones = (RED, BLUE)[stand.seed % 2] if i % 2 else CREAM
        canvas.rect(x, 2, 6, 9, tones[2]).rect(x, 2, 6, 2, tones[3]).rect(x, 11, 6, 2, tones[1]).rect(
            x + 1, 13, 4, 1, tones[1]
        )
    return canvas
