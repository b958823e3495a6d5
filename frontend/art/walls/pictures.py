"""What hangs on the bare parts of a room's back wall."""

from __future__ import annotations

from collections.abc import Callable

from frontend.art.canvas import Canvas
from frontend.art.chance import draws, pick
from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, LEAF, PINK, RED, TEAL, WHITE, WOOD, YELLOW

SIZE = 16


def landscape() -> Canvas:
    canvas = Canvas(SIZE, SIZE).rect(2, 2, 12, 10, WOOD[4]).rect(2, 11, 12, 1, WOOD[2])
    canvas.rect(3, 3, 10, 8, BLUE[3]).rect(3, 8, 10, 3, GREEN[2])
    return canvas.rect(5, 7, 4, 1, GREEN[2]).rect(10, 4, 2, 2, YELLOW[3])


def likeness() -> Canvas:
    canvas = Canvas(SIZE, SIZE).rect(4, 1, 9, 12, DARKWOOD[3]).rect(5, 2, 7, 10, CREAM[1])
    canvas.oval(8.5, 6, 2, 2.4, CREAM[3]).rect(6, 9, 5, 3, TEAL[1])
    return canvas.rect(7, 3, 3, 2, DARKWOOD[1]).rect(4, 12, 9, 1, DARKWOOD[1])


def clock() -> Canvas:
    canvas = Canvas(SIZE, SIZE).oval(8, 7, 5, 5, WOOD[2]).oval(8, 7, 4, 4, WHITE)
    canvas.rect(8, 4, 1, 4, DARKWOOD[0]).rect(8, 7, 3, 1, DARKWOOD[0])
    return canvas.px(8, 3, WOOD[1]).px(4, 7, WOOD[1])


def ledge() -> Canvas:
    canvas = Canvas(SIZE, SIZE).rect(2, 10, 12, 2, WOOD[4]).rect(2, 12, 12, 1, WOOD[1])
    canvas.rect(3, 6, 2, 4, RED[2]).rect(5, 5, 2, 5, BLUE[2]).rect(7, 6, 1, 4, YELLOW[2])
    return canvas.rect(10, 7, 3, 3, PINK[2]).oval(11.5, 5.5, 2.4, 2, LEAF[3]).px(11, 4, LEAF[4])


PICTURES: tuple[Callable[[], Canvas], ...] = (landscape, likeness, clock, ledge)
SHARE = 0.35
"""Of the bare tiles of wall."""


def picture(town: str, x: int, y: int) -> Canvas:
    """A picture for the wall's tile, or a clear one; never on two tiles side by side."""
    hung = x % 2 == 0 and draws("hung", town, x, y).random() < SHARE * 2
    return pick(PICTURES, "picture", town, x, y)() if hung else Canvas(SIZE, SIZE)
