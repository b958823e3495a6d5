"""How a building looks: its timber, its face outside, its plaster inside. Chosen by its kind and address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from frontend.art.canvas import Canvas
from frontend.art.chance import cloud, draws, pick
from frontend.art.colour import (
    BLUE,
    BRICK,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    LEAF,
    PINK,
    RED,
    STONE,
    TEAL,
    WHITE,
    WOOD,
    Ramp,
    ramp,
)

Face = Callable[[int, int], Canvas]
"""(width, height) to the picture of an outer wall."""


@dataclass(frozen=True)
class Style:
    cap: Ramp
    """Four tones or more of the wall's top."""
    face: Face


@dataclass(frozen=True)
class Paper:
    """The inside of a room's walls."""

    tones: Ramp
    skirting: Ramp
    striped: bool


def plaster_face(tones: Ramp) -> Face:
    def face(width: int, height: int) -> Canvas:
        canvas = Canvas(width, height).rect(0, 0, width, height, tones[2]).rect(0, 0, width, 2, tones[1])
        canvas.rect(0, height - 4, width, 4, STONE[2])
        for x in range(0, width, 7):
            canvas.rect(x, height - 4, 6, 3, STONE[3]).rect(x, height - 4, 6, 1, STONE[4])
        for x in range(0, width, 48):
            canvas.rect(x, 0, 3, height, WOOD[2]).rect(x, 0, 1, height, WOOD[3])
        return canvas

    return face


def brick_face(width: int, height: int) -> Canvas:
    canvas, source = Canvas(width, height).rect(0, 0, width, height, BRICK[1]), draws("bricks", width)
    for j, y in enumerate(range(0, height, 4)):
        for x in range(-8, width, 8):
            tone = 2 + int(source.random() < 0.45) + int(source.random() < 0.1)
            left = x + j % 2 * 4
            canvas.rect(left, y, 7, 3, BRICK[min(4, tone)]).rect(left, y, 7, 1, BRICK[min(4, tone + 1)])
    return canvas.rect(0, 0, width, 2, BRICK[0])


def plank_face(tones: Ramp) -> Face:
    def face(width: int, height: int) -> Canvas:
        canvas = Canvas(width, height)
        for y in range(0, height, 4):
            canvas.rect(0, y, width, 4, tones[2]).rect(0, y, width, 1, tones[3]).rect(
                0, y + 3, width, 1, tones[1]
            )
        canvas.rect(0, 0, width, 2, tones[0]).rect(0, height - 3, width, 3, STONE[2])
        return canvas.rect(0, height - 3, width, 1, STONE[4])

    return face


TIMBER: Ramp = (*DARKWOOD[1:], DARKWOOD[4])
BRICKWORK: Ramp = (*BRICK[1:], BRICK[4])
SLATE: Ramp = GREY
PLASTER, BRICKS = Style(TIMBER, plaster_face(CREAM)), Style(BRICKWORK, brick_face)
PLANKS = tuple(Style(SLATE, plank_face(tones)) for tones in (BLUE, TEAL, GREEN, RED))
BARN = Style(TIMBER, plank_face(WOOD[1:5]))
_BY_KIND: tuple[tuple[tuple[str, ...], tuple[Style, ...]], ...] = (
    (("cafe", "café", "bar", "pub", "shop", "store", "market", "bakery"), (BRICKS,)),
    (("work", "barn", "studio", "smith", "farm", "shed", "mill"), (BARN,)),
    (("school", "college", "library", "office", "hall", "church"), (PLANKS[0], BRICKS)),
    (
        ("home", "house", "cottage", "flat", "apartment", "dorm"),
        (PLASTER, PLANKS[1], PLANKS[0], PLANKS[2], PLANKS[3]),
    ),
)
PAPERS: tuple[Paper, ...] = (
    Paper(CREAM, WOOD, True),
    Paper(ramp(20, 0.06, 0.55, 0.90, 4), (*DARKWOOD, DARKWOOD[4]), False),
    Paper(ramp(255, 0.045, 0.50, 0.88, 4), WOOD, False),
    Paper(ramp(150, 0.05, 0.50, 0.88, 4), WOOD, True),
    Paper(ramp(80, 0.07, 0.55, 0.92, 4), (*DARKWOOD, DARKWOOD[4]), False),
    Paper(ramp(310, 0.035, 0.52, 0.88, 4), WOOD, True),
)


def style_of(kind: str, address: str) -> Style:
    for words in (kind.lower(), address.lower()):
        for marks, styles in _BY_KIND:
            if any(mark in words for mark in marks):
                return pick(styles, "style", address)
    return pick((PLASTER, BRICKS, *PLANKS, BARN), "style", address)


def paper_of(address: str) -> Paper:
    return pick(PAPERS, "paper", address)


def papered(width: int, height: int, paper: Paper) -> Canvas:
    tones = paper.tones
    canvas = Canvas(width, height).rect(0, 0, width, height, tones[2])
    if paper.striped:
        for x in range(0, width, 8):
            canvas.rect(x, 0, 3, height, tones[1])
    worn = cloud(width, height, 9, ("paper", width)) > 0.6
    canvas.darken(worn, 0.22, tones[3])
    canvas.rect(0, 0, width, 2, tones[0])
    return canvas.rect(0, height - 4, width, 4, paper.skirting[2]).rect(
        0, height - 4, width, 1, paper.skirting[4]
    )


def tall_window() -> Canvas:
    canvas = (
        Canvas(16, 16).rect(0, 0, 16, 15, WOOD[1]).rect(1, 1, 14, 13, WOOD[4]).rect(2, 3, 12, 10, BLUE[3])
    )
    for i in range(10):
        canvas.rect(3 + i, 12 - i, 2, 1, (232, 246, 255))
    return canvas.rect(7, 3, 2, 10, WOOD[4]).rect(2, 7, 12, 1, WOOD[4]).rect(0, 14, 16, 2, WOOD[5])


def low_window() -> Canvas:
    canvas = Canvas(16, 12).rect(0, 0, 16, 9, WOOD[1]).rect(1, 1, 14, 7, BLUE[2]).rect(2, 2, 5, 5, BLUE[3])
    canvas.rect(7, 1, 2, 7, WOOD[3]).rect(0, 9, 16, 2, WOOD[4]).px(3, 3, WHITE)
    for i in range(0, 16, 3):
        canvas.px(i, 8, PINK[3]).px(i + 1, 8, LEAF[3])
    return canvas
