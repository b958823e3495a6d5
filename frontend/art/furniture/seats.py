"""Chairs, stools, benches and sofas, looking to their front."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import BLUE, GREEN, GREY, PURPLE, RED, TEAL, WHITE, WOOD, YELLOW, Ramp, ramp
from frontend.art.furniture.registry import Stand, draws

COVERS: tuple[Ramp, ...] = (TEAL, PURPLE, RED, BLUE, GREEN, ramp(60, 0.09, 0.36, 0.76, 4))


@draws("chair", "classroom chair")
def chair(stand: Stand) -> Canvas:
    canvas = Canvas(12, 17)
    if stand.facing == "up":
        canvas.rect(1, 7, 10, 7, WOOD[3]).rect(1, 1, 10, 10, WOOD[4]).rect(1, 1, 10, 1, WOOD[5]).rect(
            3, 4, 6, 5, WOOD[2]
        )
        return canvas.rect(1, 14, 2, 3, WOOD[1]).rect(9, 14, 2, 3, WOOD[1])
    if stand.facing == "down":
        canvas.rect(1, 0, 10, 9, WOOD[2]).rect(2, 2, 8, 5, WOOD[1]).rect(1, 0, 10, 1, WOOD[4]).rect(
            1, 8, 10, 5, WOOD[4]
        )
        return canvas.rect(1, 12, 10, 1, WOOD[2]).rect(1, 13, 2, 4, WOOD[1]).rect(9, 13, 2, 4, WOOD[1])
    canvas.rect(1, 8, 10, 5, WOOD[4]).rect(1, 12, 10, 1, WOOD[2]).rect(1, 13, 2, 4, WOOD[1]).rect(
        9, 13, 2, 4, WOOD[1]
    )
    canvas.rect(1, 0, 3, 13, WOOD[3]).rect(1, 0, 3, 1, WOOD[5]).rect(3, 1, 1, 11, WOOD[2])
    return canvas if stand.facing == "right" else canvas.flipped()


@draws("garden chair", "deck chair")
def garden_chair(stand: Stand) -> Canvas:
    """White slats with a striped cushion."""
    stripes = (TEAL[3], WHITE)
    canvas = Canvas(14, 19)
    if stand.facing == "up":
        canvas.rect(1, 2, 12, 11, WHITE).rect(1, 13, 12, 2, GREY[4])
        for x in range(3, 12, 3):
            canvas.rect(x, 3, 1, 9, GREY[4])
        return canvas.rect(1, 15, 2, 4, GREY[3]).rect(11, 15, 2, 4, GREY[3])
    canvas.rounded(1, 0, 12, 11, WHITE).rect(1, 10, 12, 5, WHITE).rect(1, 14, 12, 1, GREY[3])
    for i, x in enumerate(range(3, 11, 2)):
        canvas.rect(x, 2, 2, 8, stripes[i % 2]).rect(x, 10, 2, 4, stripes[i % 2])
    canvas.rect(0, 7, 2, 6, WHITE).rect(12, 7, 2, 6, GREY[4])
    return canvas.rect(1, 15, 2, 4, GREY[3]).rect(11, 15, 2, 4, GREY[3])


@draws("stool", "bar stool")
def stool(_: Stand) -> Canvas:
    canvas = (
        Canvas(12, 14)
        .oval(6, 4.4, 5.5, 3.6, RED[1])
        .oval(6, 3.6, 5.5, 3.2, RED[2])
        .oval(5, 3, 2.6, 1.3, RED[3])
    )
    return canvas.rect(5, 7, 2, 6, GREY[2]).rect(3, 12, 6, 2, GREY[1])


@draws("bench", "pew", "park bench")
def bench(stand: Stand) -> Canvas:
    if stand.upright:
        return _bench_down(stand)
    width, back = stand.wide, stand.facing != "up"
    canvas = Canvas(width, 16)
    if not back:
        canvas.rect(0, 1, width, 3, WOOD[4]).rect(0, 3, width, 1, WOOD[2])
    for x in (2, width - 5):
        canvas.rect(x, 3, 2, 13, GREY[1])
    if back:
        canvas.rect(0, 1, width, 3, WOOD[4]).rect(0, 3, width, 1, WOOD[2]).rect(0, 5, width, 3, WOOD[3]).rect(
            0, 7, width, 1, WOOD[1]
        )
    return canvas.rect(0, 9, width, 4, WOOD[4]).rect(0, 9, width, 1, WOOD[5]).rect(0, 12, width, 1, WOOD[2])


def _bench_down(stand: Stand) -> Canvas:
    height = stand.deep + 3
    canvas = Canvas(12, height).rect(1, 2, 2, height - 2, GREY[1]).rect(9, 4, 2, height - 4, GREY[1])
    canvas.rect(0, 0, 4, height - 4, WOOD[3]).rect(0, 0, 1, height - 4, WOOD[5]).rect(
        3, 0, 1, height - 4, WOOD[1]
    )
    canvas.rect(4, 3, 3, height - 6, WOOD[4]).rect(8, 3, 3, height - 6, WOOD[4]).rect(
        7, 3, 1, height - 6, WOOD[1]
    )
    canvas.rect(4, height - 4, 7, 1, WOOD[2])
    return canvas if stand.facing == "right" else canvas.flipped()


@draws("sofa", "couch", "settee")
def sofa(stand: Stand) -> Canvas:
    cover = pick(COVERS, "cover", stand.seed)
    if stand.upright:
        return _sofa_down(stand, cover)
    width = stand.wide
    canvas = Canvas(width, 22).rounded(0, 0, width, 13, cover[1]).rounded(1, 0, width - 2, 11, cover[2])
    canvas.rect(2, 1, width - 4, 1, cover[3]).rect(4, 11, width - 8, 8, cover[3]).rect(
        4, 11, width - 8, 1, cover[1]
    )
    for x in range(1, stand.width):
        canvas.rect(x * width // stand.width, 11, 1, 8, cover[1])
    canvas.rect(4, 18, width - 8, 3, cover[1])
    for x in (0, width - 5):
        canvas.rounded(x, 8, 5, 14, cover[2]).rect(x + 1, 8, 3, 1, cover[3])
    canvas.rounded(6, 6, 7, 7, YELLOW[2]).rect(7, 7, 5, 1, YELLOW[3])
    return canvas if stand.facing != "up" else _from_behind(width, cover)


def _from_behind(width: int, cover: Ramp) -> Canvas:
    canvas = Canvas(width, 20).rounded(0, 4, width, 15, cover[1]).rounded(1, 2, width - 2, 14, cover[2])
    return canvas.rect(2, 2, width - 4, 2, cover[3]).rect(2, 15, width - 4, 1, cover[0])


def _sofa_down(stand: Stand, cover: Ramp) -> Canvas:
    height = stand.deep + 6
    canvas = Canvas(14, height).rounded(0, 0, 8, height - 2, cover[1]).rounded(0, 0, 7, height - 4, cover[2])
    canvas.rect(1, 1, 1, height - 6, cover[3]).rect(6, 7, 8, height - 15, cover[3]).rect(
        13, 7, 1, height - 13, cover[1]
    )
    for i in range(1, stand.height):
        canvas.rect(6, 6 + i * (height - 14) // stand.height, 8, 1, cover[1])
    for y in (2, height - 9):
        canvas.rounded(2, y, 12, 6, cover[2]).rect(3, y, 10, 1, cover[3]).rect(3, y + 5, 10, 1, cover[1])
    canvas.rect(2, height - 3, 12, 2, cover[1]).rounded(6, 10, 5, 6, YELLOW[2]).rect(7, 10, 3, 1, YELLOW[3])
    return canvas if stand.facing == "right" else canvas.flipped()


@draws("armchair", "easy chair", "rocking chair")
def armchair(stand: Stand) -> Canvas:
    cover = pick(COVERS, "armchair", stand.seed)
    if stand.facing == "up":
        return _from_behind(14, cover)
    canvas = (
        Canvas(16, 21)
        .rounded(1, 0, 14, 13, cover[1])
        .rounded(2, 0, 12, 11, cover[2])
        .rect(3, 1, 10, 1, cover[3])
    )
    canvas.rect(4, 10, 8, 7, cover[3]).rect(4, 10, 8, 1, cover[1]).rect(4, 17, 8, 3, cover[1])
    for x in (0, 12):
        canvas.rounded(x, 8, 4, 13, cover[2]).rect(x + 1, 8, 2, 1, cover[3])
    return canvas
