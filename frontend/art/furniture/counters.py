"""Counters, told apart by what stands on them."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import (
    BLUE,
    BRICK,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    LEAF,
    PALEWOOD,
    PINK,
    RED,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    Ramp,
)
from frontend.art.furniture.registry import Stand, draws


def _counter(stand: Stand, board: Ramp, front: Ramp) -> tuple[Canvas, int]:
    """A panelled counter with two clear rows over its top, and how deep the top is."""
    width, depth = stand.wide, stand.deep
    top = depth - 8 if stand.upright else 9
    canvas = Canvas(width, top + 14).rect(0, 2, width, top, board[-2]).rect(0, 2, width, 1, board[-1])
    canvas.rect(0, 2, 1, top, board[-1]).rect(0, top + 2, width, 12, front[1]).rect(
        0, top + 2, width, 1, front[0]
    )
    for x in range(1, width - 3, 7):
        canvas.rect(x, top + 4, 6, 8, front[2]).frame(x, top + 4, 6, 8, front[-1])
    return canvas.rect(0, top + 13, width, 1, front[0]), top


def _till(canvas: Canvas, x: int, y: int) -> Canvas:
    canvas.rect(x, y + 3, 8, 5, GREY[1]).rect(x + 1, y, 5, 4, GREY[0]).rect(x + 2, y + 1, 3, 1, GREEN[3])
    return canvas.rect(x + 1, y + 5, 6, 1, GREY[3])


@draws("shop counter", "reception")
def shop_counter(stand: Stand) -> Canvas:
    """Scales, a till, and a box of screws."""
    canvas, top = _counter(stand, WOOD, (WOOD[0], WOOD[2], WOOD[2], WOOD[3]))
    _till(canvas, 2, 0).rect(13, 6, 6, 4, WOOD[2]).rect(13, 6, 6, 1, GREY[4]).rect(15, 5, 2, 1, GREY[3])
    if stand.upright:
        canvas.oval(6, top - 6, 2.6, 2, RED[2]).px(5, top - 7, RED[3])
    elif stand.wide > 30:
        x = stand.wide - 11
        canvas.rect(x, 7, 9, 2, GREY[2]).rect(x + 4, 3, 1, 4, GREY[1]).rect(x + 1, 3, 7, 1, GREY[4])
    return canvas


@draws("cafe counter", "café counter")
def cafe_counter(stand: Stand) -> Canvas:
    """Cakes under a bell, a stack of cups and a pot of tips."""
    canvas, top = _counter(stand, PALEWOOD, (TEAL[0], TEAL[1], TEAL[2], TEAL[3]))
    if stand.upright:
        canvas.oval(7, 8, 5, 3.4, CREAM[3]).oval(7, 7, 3, 2, BRICK[3]).rect(4, top - 8, 4, 5, WHITE)
        return _till(canvas, 3, top // 2)
    canvas.oval(8, 9, 6, 2, CREAM[1]).rect(4, 5, 8, 3, BRICK[3]).rect(4, 4, 8, 1, CREAM[3]).px(7, 3, RED[3])
    canvas.rect(2, 3, 1, 6, TEAL[3]).rect(13, 3, 1, 6, TEAL[3]).rect(3, 1, 10, 1, TEAL[3]).px(4, 2, WHITE)
    if stand.wide > 18:
        x = stand.wide - 11
        _till(canvas, x, 0)
    if stand.wide > 34:
        for k in range(3):
            canvas.rect(18 + k * 5, 4, 4, 2, WHITE).rect(18 + k * 5, 6, 4, 3, CREAM[2]).rect(
                18 + k * 5, 4, 4, 1, PINK[3]
            )
    return canvas


@draws("bar counter", "bar")
def bar_counter(stand: Stand) -> Canvas:
    """Dark wood with a brass rail and taps for beer."""
    canvas, top = _counter(stand, WOOD, (DARKWOOD[0], DARKWOOD[1], DARKWOOD[2], DARKWOOD[3]))
    width = stand.wide
    if stand.upright:
        for k, y in enumerate((5, 11, 17)):
            canvas.rect(3, y, 2, 4, YELLOW[2]).rect(2, y - 1, 4, 2, (RED, GREEN, BLUE)[k][2])
        return canvas.rect(0, top + 10, width, 1, YELLOW[2])
    canvas.rect(0, top + 10, width, 1, YELLOW[2]).rect(0, top + 9, width, 1, YELLOW[3])
    for k in range(3):
        x = width // 2 - 7 + k * 5
        canvas.rect(x, 3, 2, 6, YELLOW[2]).rect(x, 3, 1, 6, YELLOW[3]).rect(
            x - 1, 0, 4, 3, (RED, GREEN, BLUE)[k][2]
        )
    canvas.rect(3, 5, 3, 4, GREY[4]).rect(3, 5, 3, 1, WHITE)
    return canvas.rect(width - 7, 4, 3, 5, GREY[4]).rect(width - 7, 4, 3, 1, WHITE)


@draws("grocery counter", "grocery store counter")
def grocery_counter(stand: Stand) -> Canvas:
    """A belt, a till, and a basket of apples and leeks."""
    canvas, top = _counter(stand, PALEWOOD, (GREEN[0], GREEN[1], GREEN[2], GREEN[3]))
    if stand.upright:
        canvas.rect(3, 5, 8, top - 12, GREY[1]).rect(4, 5, 1, top - 12, GREY[2])
        return _till(canvas, 3, top - 6)
    _till(canvas, 2, 0).rect(12, 5, max(6, stand.wide - 26), 4, GREY[1]).rect(
        12, 5, max(6, stand.wide - 26), 1, GREY[2]
    )
    x = stand.wide - 12
    canvas.rect(x, 6, 10, 4, WOOD[3]).rect(x, 6, 10, 1, WOOD[5])
    for k in range(4):
        canvas.rect(x + 1 + k * 2, 4 + k % 2, 2, 2, (RED[3], LEAF[4])[k % 2])
    return canvas


@draws("pharmacy counter", "pharmacy store counter")
def pharmacy_counter(stand: Stand) -> Canvas:
    """White, with a green cross, a mortar and little bottles."""
    canvas, top = _counter(stand, CREAM, (CREAM[0], CREAM[1], CREAM[2], WHITE))
    middle = stand.wide // 2
    canvas.rect(middle - 4, top + 4, 8, 8, GREEN[2]).rect(middle - 1, top + 5, 2, 6, WHITE)
    canvas.rect(middle - 3, top + 7, 6, 2, WHITE)
    if stand.upright:
        return canvas.oval(6, 9, 3, 2.4, GREY[4]).rect(8, 5, 1, 4, WOOD[3])
    canvas.rounded(3, 4, 7, 5, GREY[4]).rect(3, 4, 7, 1, WHITE).rect(8, 0, 1, 5, WOOD[3])
    for k, x in enumerate(range(14, min(stand.wide - 4, 30), 4)):
        canvas.rect(x, 5, 3, 4, (WOOD[4], TEAL[2], PINK[2])[k % 3]).rect(x, 4, 3, 1, WHITE)
    return canvas
