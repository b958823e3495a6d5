"""What people have in their hands: drawn once for everybody, to be laid over a figure at its own foot.

Positions are those of a figure's frame: hands before the chest are at (6, 17) and (10, 17) seen from the front
and at (3, 16) from the side, a raised one at (15, 9) and (1, 10), a hanging one at (4, 17) and (8, 18).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas
from frontend.art.colour import (
    BLUE,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    LEAF,
    PALEWOOD,
    RED,
    WATER,
    WHITE,
    WOOD,
    YELLOW,
)
from frontend.art.people.figure import FOOT, HEIGHT

ItemDrawer = Callable[[Canvas, str, int], object]
"""Draws frame `i` as seen from "down", "left" or "up"; nothing where the body hides it."""


@dataclass(frozen=True)
class Item:
    draw: ItemDrawer
    frames: int = 1


ITEMS: dict[str, Item] = {}


def item(name: str, frames: int = 1) -> Callable[[ItemDrawer], ItemDrawer]:
    def register(drawer: ItemDrawer) -> ItemDrawer:
        ITEMS[name] = Item(drawer, frames)
        return drawer

    return register


def frames() -> dict[str, Drawing]:
    """`it_NAME_DIRECTION_I` of all that is seen from a direction."""
    drawn: dict[str, Drawing] = {}
    for name, thing in ITEMS.items():
        for direction in ("down", "left", "up"):
            for i in range(thing.frames):
                canvas = Canvas(18, 26)
                thing.draw(canvas, direction, i)
                whole = canvas.outlined().cropped(0, 0, 20, HEIGHT)
                _put(drawn, f"it_{name}_{direction}_{i}", whole)
                if direction == "left":
                    _put(drawn, f"it_{name}_right_{i}", whole.flipped())
    return drawn


def _put(drawn: dict[str, Drawing], name: str, whole: Canvas) -> None:
    solid = whole.pixels[..., 3] > 0
    if not solid.any():
        return
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    left, top = int(columns[0]), int(rows[0])
    width, height = int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top
    cut = whole.cropped(left, top, width, height)
    drawn[name] = Drawing(cut, (10 - left) / width, (FOOT * HEIGHT - top) / height)


@item("book")
def book(canvas: Canvas, direction: str, _: int) -> object:
    if direction == "down":
        canvas.rect(4, 15, 10, 5, RED[2]).rect(5, 14, 4, 5, WHITE).rect(9, 14, 4, 5, CREAM[3])
        return canvas.rect(9, 14, 1, 5, CREAM[0]).rect(4, 19, 10, 1, RED[1])
    if direction == "left":
        return canvas.rect(1, 13, 2, 6, RED[2]).rect(3, 13, 2, 5, WHITE).rect(1, 13, 1, 6, RED[1])
    return None


@item("pen", frames=2)
def pen(canvas: Canvas, direction: str, i: int) -> object:
    if direction == "down":
        return canvas.rect(6 + i, 14, 1, 4, BLUE[2]).px(6 + i, 18, GREY[0])
    if direction == "left":
        return canvas.rect(2 + i, 13, 1, 4, BLUE[2]).px(2 + i, 17, GREY[0])
    return None


@item("cup", frames=2)
def cup(canvas: Canvas, direction: str, i: int) -> object:
    """At the chest, then at the mouth."""
    y = 15 - 3 * i
    if direction == "down":
        return canvas.rect(7, y, 4, 4, WHITE).rect(7, y, 4, 1, DARKWOOD[2]).rect(11, y + 1, 1, 2, WHITE)
    if direction == "left":
        return canvas.rect(1 + i, y, 3, 4, WHITE).rect(1 + i, y, 3, 1, DARKWOOD[2])
    return None


@item("glass", frames=2)
def glass(canvas: Canvas, direction: str, i: int) -> object:
    y, beer = 14 - 3 * i, YELLOW[1]
    if direction == "down":
        return canvas.rect(7, y, 3, 5, beer).rect(7, y, 3, 1, WHITE).px(7, y + 2, YELLOW[3])
    if direction == "left":
        return canvas.rect(1 + i, y, 3, 5, beer).rect(1 + i, y, 3, 1, WHITE)
    return None


@item("fork", frames=2)
def fork(canvas: Canvas, direction: str, i: int) -> object:
    y = 15 - 3 * i
    if direction == "down":
        canvas.oval(9, 18, 4, 1.6, WHITE).rect(8, 17, 2, 1, LEAF[3])
        return canvas.rect(11, y, 1, 4, GREY[3]).rect(10, y - 1, 3, 1, GREY[4])
    if direction == "left":
        return canvas.rect(1, y, 4, 1, GREY[3]).rect(1, y - 1, 1, 3, GREY[4])
    return None


@item("spoon", frames=2)
def spoon(canvas: Canvas, direction: str, i: int) -> object:
    """A pan, and a spoon that stirs in it."""
    if direction == "down":
        canvas.rect(4, 17, 8, 3, GREY[1]).rect(4, 17, 8, 1, GREY[3]).rect(12, 17, 3, 1, DARKWOOD[1])
        return canvas.rect(6 + i * 3, 13, 1, 5, WOOD[4])
    if direction == "left":
        canvas.rect(0, 16, 5, 2, GREY[1]).rect(0, 16, 5, 1, GREY[3])
        return canvas.rect(1 + i * 2, 12, 1, 4, WOOD[4])
    return canvas.rect(14, 13 + i, 3, 1, WOOD[4]).rect(15, 11 + i, 1, 3, WOOD[4])


@item("broom", frames=2)
def broom(canvas: Canvas, direction: str, i: int) -> object:
    return _pole(canvas, direction, i, (WOOD[3], WOOD[4]), (YELLOW[1], YELLOW[2]))


@item("rake", frames=2)
def rake(canvas: Canvas, direction: str, i: int) -> object:
    _pole(canvas, direction, i, (WOOD[2], WOOD[3]), (GREY[1], GREY[3]))
    if direction == "up":
        return None
    x = (1 + i * 2) if direction == "left" else (5 + i * 4)
    for k in range(0, 6, 2):
        canvas.px(x + k, 25, GREY[3])
    return canvas


def _pole(
    canvas: Canvas,
    direction: str,
    i: int,
    shaft: tuple[tuple[int, int, int], ...],
    end: tuple[tuple[int, int, int], ...],
) -> object:
    """From the hands to the ground, swung from one side to the other."""
    if direction == "up":
        return canvas.rect(15, 9 + i, 1, 6, shaft[1])
    foot = (2 + i * 2) if direction == "left" else (6 + i * 5)
    top = 6 if direction == "left" else 9
    for y in range(10, 23):
        x = round(top + (foot + 1 - top) * (y - 10) / 12)
        canvas.px(x, y, shaft[1] if y < 16 else shaft[0])
    return canvas.rect(foot - 1, 22, 6, 3, end[1]).rect(foot - 1, 24, 6, 1, end[0])


@item("can", frames=2)
def watering_can(canvas: Canvas, direction: str, i: int) -> object:
    if direction == "up":
        return canvas.rect(14, 16, 3, 4, BLUE[2])
    x = 1 if direction == "left" else 4
    canvas.rect(x + 2, 15, 5, 5, BLUE[2]).rect(x + 2, 15, 5, 1, BLUE[3]).rect(x, 15, 2, 2, BLUE[1])
    for k in range(3):
        canvas.px(max(0, x - 1 + k % 2), 18 + k * 2 + i, WATER[6])
    return canvas


@item("brush", frames=2)
def brush(canvas: Canvas, direction: str, i: int) -> object:
    if direction == "left":
        return canvas.rect(0, 8 + i, 2, 1, RED[3]).rect(2, 9 + i, 3, 1, WOOD[4])
    x = 15 if direction == "down" else 2
    return canvas.rect(x, 5 - i, 1, 4, WOOD[4]).rect(x, 3 - i, 1, 2, RED[3])


@item("guitar", frames=2)
def guitar(canvas: Canvas, direction: str, i: int) -> object:
    if direction == "up":
        return canvas.rect(15, 12, 2, 2, DARKWOOD[2]).rect(14, 14, 1, 2, DARKWOOD[3])
    x = 7 if direction == "down" else 6
    canvas.oval(x, 19, 4, 3, WOOD[3]).oval(x + 3, 17.6, 2.8, 2.4, WOOD[3]).oval(x, 18.4, 2.6, 2, WOOD[4])
    canvas.oval(x + 0.6, 18.6, 1.2, 1.2, DARKWOOD[0])
    for k in range(6):
        canvas.px(x + 4 + k, 16 - k * 2 // 3, DARKWOOD[2]).px(x + 4 + k, 17 - k * 2 // 3, DARKWOOD[3])
    return canvas.rect(x - 2 + i * 2, 18 + i, 2, 1, CREAM[3])


@item("weight", frames=2)
def weight(canvas: Canvas, direction: str, i: int) -> object:
    y = 17 - i * 4
    if direction == "left":
        return canvas.rounded(0, y - 2, 5, 5, GREY[0]).rect(1, y - 1, 2, 2, GREY[2])
    if direction == "up" and not i:
        return canvas.rect(0, y - 2, 2, 5, GREY[0]).rect(16, y - 2, 2, 5, GREY[0])
    canvas.rect(0, y, 18, 1, GREY[3])
    return canvas.rect(0, y - 2, 2, 5, GREY[0]).rect(16, y - 2, 2, 5, GREY[0])


@item("microphone")
def microphone(canvas: Canvas, direction: str, _: int) -> object:
    if direction == "down":
        return canvas.rect(8, 14, 2, 4, GREY[1]).rounded(7, 12, 4, 3, GREY[0])
    if direction == "left":
        return canvas.rect(3, 13, 1, 4, GREY[1]).rect(2, 11, 3, 3, GREY[0])
    return None


@item("cue", frames=2)
def cue(canvas: Canvas, direction: str, i: int) -> object:
    if direction == "left":
        return canvas.rect(0 + i, 16, 12, 1, PALEWOOD[4]).px(0 + i, 16, BLUE[3])
    if direction == "down":
        return canvas.rect(9, 12 + i, 1, 11, PALEWOOD[4]).px(9, 22 + i, BLUE[3])
    return canvas.rect(15, 8 + i, 1, 9, PALEWOOD[4])


@item("box")
def box(canvas: Canvas, direction: str, _: int) -> object:
    if direction == "up":
        return canvas.rect(2, 16, 1, 4, WOOD[3]).rect(15, 16, 1, 4, WOOD[3])
    x, width = (4, 10) if direction == "down" else (0, 7)
    canvas.rect(x, 14, width, 7, WOOD[3]).rect(x, 14, width, 2, WOOD[5]).rect(x, 20, width, 1, WOOD[1])
    return canvas.rect(x + width // 2 - 1, 16, 2, 4, CREAM[2])


@item("camera")
def camera(canvas: Canvas, direction: str, _: int) -> object:
    if direction == "down":
        return canvas.rect(5, 10, 8, 4, GREY[0]).rect(7, 9, 3, 1, GREY[0]).oval(9, 12, 1.6, 1.6, WATER[5])
    if direction == "left":
        return canvas.rect(1, 10, 4, 4, GREY[0]).rect(0, 11, 1, 2, WATER[5])
    return None


@item("carried_book")
def carried_book(canvas: Canvas, direction: str, _: int) -> object:
    """Under the arm."""
    x = {"down": 3, "left": 6, "up": 12}[direction]
    return canvas.rect(x, 15, 3 if direction != "left" else 5, 5, BLUE[2]).rect(x, 15, 1, 5, WHITE)


@item("carried_bag")
def carried_bag(canvas: Canvas, direction: str, _: int) -> object:
    """Of paper, with something green in it."""
    x = {"down": 2, "left": 6, "up": 11}[direction]
    canvas.rect(x, 17, 5, 6, PALEWOOD[4]).rect(x, 17, 5, 1, PALEWOOD[5]).rect(x + 4, 18, 1, 5, PALEWOOD[3])
    return canvas.rect(x + 1, 15, 1, 2, LEAF[4]).rect(x + 2, 14, 1, 3, LEAF[3]).rect(x + 3, 16, 1, 1, RED[3])


@item("carried_cup", frames=2)
def carried_cup(canvas: Canvas, direction: str, i: int) -> object:
    """To go, with steam."""
    x = {"down": 3, "left": 5, "up": 13}[direction]
    canvas.rect(x, 15, 3, 4, CREAM[3]).rect(x, 16, 3, 2, GREEN[2]).rect(x, 15, 3, 1, DARKWOOD[1])
    return canvas.px(x + i, 13, WHITE, 255)
