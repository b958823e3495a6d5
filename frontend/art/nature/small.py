"""Small things outside: lamps, signs, rocks, reeds, pots, crates and barrels."""

from __future__ import annotations

import math

from frontend.art.canvas import Canvas
from frontend.art.chance import draws
from frontend.art.colour import BRICK, CREAM, DARKWOOD, GREY, LEAF, STONE, WATER, WOOD, YELLOW


def lamp(lit: bool = False) -> Canvas:
    canvas = Canvas(10, 36).rect(4, 9, 2, 24, GREY[1]).rect(4, 9, 1, 24, GREY[2]).rect(2, 33, 6, 2, GREY[1])
    canvas.rect(3, 31, 4, 2, GREY[0]).rect(1, 2, 8, 1, GREY[0]).rect(3, 0, 4, 2, GREY[1])
    glass = (255, 250, 224) if lit else YELLOW[3]
    canvas.rect(2, 3, 6, 5, glass).rect(2, 3, 2, 5, (255, 250, 224)).rect(1, 8, 8, 1, GREY[0])
    return canvas.outlined()


def sign() -> Canvas:
    canvas = (
        Canvas(18, 22).rect(8, 12, 3, 10, WOOD[1]).rect(8, 12, 1, 10, WOOD[3]).rounded(0, 1, 18, 12, WOOD[3])
    )
    canvas.rect(1, 2, 16, 1, WOOD[5]).rect(1, 11, 16, 1, WOOD[1])
    return canvas.rect(3, 5, 12, 1, WOOD[0]).rect(3, 7, 9, 1, WOOD[0]).rect(3, 9, 11, 1, WOOD[1]).outlined()


def rock(seed: int) -> Canvas:
    canvas, source = Canvas(16, 12), draws("rock", seed)
    wide = 6 + source.uniform(0, 1.6)
    canvas.oval(8, 7, wide, 4.8, STONE[1]).oval(8, 6.2, wide, 4.4, STONE[3]).oval(
        6.6, 5, wide * 0.6, 2.6, STONE[4]
    )
    return (
        canvas.px(10, 8, STONE[1])
        .px(11, 7, STONE[1])
        .rect(4, 9, 3, 1, LEAF[2])
        .px(12, 10, LEAF[2])
        .outlined()
    )


def reeds(seed: int) -> Canvas:
    canvas, source = Canvas(16, 22), draws("reeds", seed)
    for x in range(1, 15, 2):
        height, lean = int(source.integers(8, 18)), int(source.integers(-2, 3))
        for i in range(height):
            canvas.px(x + round(lean * (i / height) ** 2), 20 - i, LEAF[2 + (i > height // 2) + (x % 4 == 1)])
        if source.random() < 0.55:
            canvas.rect(x + lean, 20 - height - 2, 2, 4, DARKWOOD[3]).px(x + lean, 20 - height - 2, WOOD[4])
    return canvas.outlined()


def plant() -> Canvas:
    canvas = (
        Canvas(14, 20).rect(3, 14, 8, 6, BRICK[3]).rect(2, 13, 10, 2, BRICK[4]).rect(3, 19, 8, 1, BRICK[1])
    )
    for cx, cy, rx, ry, tone in (
        (7, 8, 4, 5.5, 1), (3.4, 8.5, 3, 4, 2), (10.4, 8.5, 3, 4, 2), (7, 5, 3, 4, 3), (5, 10, 2, 3, 3),
        (9.4, 11, 2, 2.4, 4),
    ):  # fmt: skip
        canvas.oval(cx, cy, rx, ry, LEAF[tone])
    return canvas.outlined()


def crate(width: int = 14, height: int = 15) -> Canvas:
    canvas = Canvas(width, height).rect(0, 0, width, height, WOOD[3]).frame(0, 0, width, height, WOOD[4])
    for y in range(5, height - 3, 5):
        canvas.rect(2, y, width - 4, 1, WOOD[1])
    for i in range(min(width, height) - 5):
        canvas.px(2 + i, 2 + i, WOOD[5]).px(2 + i, 3 + i, WOOD[2])
    return canvas.rect(0, height - 2, width, 2, WOOD[1]).outlined()


def barrel(filled: bool = True) -> Canvas:
    canvas = Canvas(16, 19).rect(1, 8, 14, 10, WOOD[3]).rect(1, 8, 14, 1, WOOD[5])
    for x in (4, 8, 12):
        canvas.rect(x, 9, 1, 9, WOOD[2])
    canvas.rect(1, 11, 14, 1, GREY[1]).rect(1, 16, 14, 1, GREY[1]).oval(8, 8, 7, 3, WOOD[1])
    return canvas.oval(8, 8, 5.6, 2, WATER[4] if filled else DARKWOOD[1]).outlined()


def fountain() -> Canvas:
    foam = (236, 248, 255)
    canvas = (
        Canvas(64, 54)
        .oval(32, 34, 31, 18, STONE[2])
        .oval(32, 32, 31, 18, STONE[4])
        .oval(32, 32, 28, 15.4, STONE[1])
    )
    canvas.oval(32, 33.5, 28, 14.6, WATER[3]).oval(32, 34.5, 25, 12, WATER[4])
    for i in range(12):
        x, y = int(32 + 29.5 * math.cos(i * math.pi / 6)), int(32 + 16.6 * math.sin(i * math.pi / 6))
        canvas.px(x, y, STONE[2]).px(x + 1, y, STONE[2])
    canvas.rect(28, 16, 8, 18, STONE[3]).rect(28, 16, 2, 18, STONE[5]).rect(34, 16, 2, 18, STONE[1])
    canvas.oval(32, 36, 8, 4, STONE[2]).oval(32, 35, 8, 4, STONE[4]).oval(32, 17, 13, 5.5, STONE[2])
    canvas.oval(32, 15.5, 13, 5.5, STONE[4]).oval(32, 15.5, 10.5, 4, WATER[4]).rect(31, 6, 3, 9, WATER[6])
    canvas.oval(32.5, 6, 3.5, 2.4, foam)
    for x, top, bottom in ((22, 16, 32), (42, 16, 32), (27, 19, 36), (37, 19, 36)):
        canvas.rect(x, top, 1, bottom - top, WATER[6]).rect(x - 1, bottom, 3, 1, foam)
    for x, y, length in ((12, 36, 5), (45, 40, 6), (24, 44, 5), (48, 31, 4), (14, 30, 3), (36, 45, 5)):
        canvas.rect(x, y, length, 1, WATER[6])
    return canvas.outlined()


def notice_board() -> Canvas:
    canvas = Canvas(28, 28).rect(2, 8, 3, 20, WOOD[2]).rect(23, 8, 3, 20, WOOD[2]).rect(0, 3, 28, 16, WOOD[3])
    canvas.rect(0, 1, 28, 3, WOOD[4]).rect(0, 1, 28, 1, WOOD[5]).rect(2, 6, 24, 11, (176, 134, 92))
    for x, y, w, h in ((4, 7, 6, 7), (12, 8, 5, 5), (19, 7, 5, 8), (11, 14, 6, 2)):
        canvas.rect(x, y, w, h, CREAM[3]).rect(x + 1, y + 2, w - 2, 1, GREY[2]).px(x + w // 2, y, BRICK[3])
    return canvas.outlined()
