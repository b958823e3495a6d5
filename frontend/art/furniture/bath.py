"""Bathrooms."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import BLUE, CREAM, GREY, TEAL, WATER, WHITE
from frontend.art.furniture.registry import Stand, draws

BOWL = (222, 228, 238)


@draws("toilet")
def toilet(_: Stand) -> Canvas:
    canvas = Canvas(12, 20).rounded(0, 0, 12, 8, WHITE).rect(1, 7, 10, 1, GREY[4]).rect(5, 1, 2, 1, GREY[3])
    canvas.rect(3, 8, 6, 10, GREY[4]).oval(6, 12, 5.5, 4.4, WHITE).oval(6, 12, 3.6, 2.7, GREY[3])
    return canvas.oval(6, 12.4, 3, 2, WATER[5]).rect(3, 16, 6, 4, BOWL).rect(3, 19, 6, 1, GREY[3])


@draws("shower")
def shower(_: Stand) -> Canvas:
    canvas = Canvas(14, 32).rect(0, 0, 14, 22, TEAL[3])
    for y in range(0, 22, 4):
        canvas.rect(0, y + 3, 14, 1, TEAL[2])
    for x in range(3, 14, 4):
        canvas.rect(x, 0, 1, 22, TEAL[2])
    canvas.rect(6, 4, 1, 12, GREY[4]).rect(4, 3, 5, 2, GREY[4]).rect(4, 5, 5, 1, GREY[2]).rect(
        5, 15, 3, 1, GREY[4]
    )
    canvas.rect(0, 22, 14, 10, BOWL).rect(1, 23, 12, 7, WHITE).oval(7, 26.5, 2, 1.2, GREY[2]).rect(
        0, 31, 14, 1, GREY[3]
    )
    return canvas.rect(0, 0, 1, 31, GREY[4]).rect(13, 0, 1, 31, GREY[3])


@draws("bathtub", "bath", "tub")
def bathtub(stand: Stand) -> Canvas:
    if not stand.upright:
        width = stand.wide
        canvas = Canvas(width, 17).rounded(0, 2, width, 14, BOWL).rounded(0, 0, width, 11, WHITE)
        canvas.rounded(2, 2, width - 4, 7, WATER[5]).rect(4, 3, width - 10, 1, WATER[6])
        return canvas.rect(1, 3, 2, 1, GREY[2]).rect(0, 15, width, 1, GREY[3])
    height = stand.deep + 2
    canvas = Canvas(14, height).rounded(0, 0, 14, height, BOWL).rounded(0, 0, 14, height - 4, WHITE)
    canvas.rounded(2, 3, 10, height - 10, WATER[5]).rect(4, 5, 1, height - 16, WATER[6]).rect(
        8, 9, 2, 2, WATER[6]
    )
    return canvas.rect(6, 0, 2, 4, GREY[2]).rect(4, 1, 6, 1, GREY[2]).rect(1, height - 1, 12, 1, GREY[3])


@draws("washbasin", "basin", "bathroom sink", "sink")
def washbasin(stand: Stand) -> Canvas:
    canvas = Canvas(14, 30)
    if stand.facing != "up":
        canvas.rounded(2, 0, 10, 11, CREAM[1]).rect(3, 1, 8, 9, BLUE[3]).rect(4, 2, 2, 3, WHITE)
        canvas.rect(6, 5, 1, 2, WHITE)
    canvas.rect(6, 12, 2, 4, GREY[2]).rect(5, 12, 4, 1, GREY[4])
    canvas.rounded(0, 15, 14, 8, WHITE).oval(7, 18.6, 5, 2.6, GREY[3]).oval(7, 19, 4.2, 1.9, GREY[4])
    return (
        canvas.rect(0, 21, 14, 2, BOWL)
        .rect(4, 23, 6, 7, BOWL)
        .rect(4, 23, 1, 7, WHITE)
        .rect(9, 23, 1, 7, GREY[3])
    )


@draws("washing machine", "laundry")
def washing_machine(_: Stand) -> Canvas:
    canvas = Canvas(14, 22).rect(0, 0, 14, 6, WHITE).rect(0, 6, 14, 16, BOWL).rect(1, 7, 12, 2, GREY[3])
    return (
        canvas.oval(7, 14.5, 5, 5, GREY[3])
        .oval(7, 14.5, 3.8, 3.8, WATER[4])
        .px(5, 13, WATER[6])
        .rect(0, 21, 14, 1, GREY[2])
    )
