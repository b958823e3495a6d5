"""What sits in and on a roof and its front: windows, dormers, doors, skylights, chimneys."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import BLUE, DARKWOOD, GLASS, GREEN, LEAF, PINK, RED, TEAL, WHITE, WOOD, Ramp, Rgb
from frontend.art.weather import SNOW

WARM: Rgb = (255, 214, 120)
WARMER: Rgb = (255, 238, 178)


def window() -> Canvas:
    """16 px wide, with a box of flowers; its pane is 10 x 8, 3 px from the left and 2 from the top."""
    canvas = Canvas(16, 16).rect(2, 0, 12, 12, WOOD[1]).rect(3, 1, 10, 10, WOOD[4]).rect(3, 2, 10, 8, BLUE[2])
    canvas.rect(4, 3, 4, 4, BLUE[3]).px(5, 4, GLASS).rect(7, 2, 2, 8, WOOD[4]).rect(3, 5, 10, 1, WOOD[4])
    for x in (0, 14):
        canvas.rect(x, 0, 2, 12, TEAL[1]).rect(x, 0, 1, 12, TEAL[2])
    canvas.rect(1, 12, 14, 2, WOOD[3]).rect(1, 14, 14, 1, WOOD[1])
    for x in range(2, 14, 3):
        canvas.px(x, 11, PINK[3]).px(x + 1, 11, LEAF[3])
    return canvas


def pane(name: str) -> Canvas:
    """The lit glass that is laid over a window."""
    if name == "dormer":
        return Canvas(8, 7).rect(0, 0, 8, 7, WARM).rect(1, 1, 6, 3, WARMER).rect(3, 0, 2, 7, WOOD[2])
    canvas = Canvas(10, 8).rect(0, 0, 10, 8, WARM).rect(0, 1, 10, 4, WARMER)
    return canvas.rect(4, 0, 2, 8, WOOD[2]).rect(0, 3, 10, 1, WOOD[2])


def door(address: str) -> Canvas:
    """A closed door, 16 px wide and 22 high, with a step."""
    tones = pick((RED, GREEN, BLUE, TEAL), "door", address)
    canvas = (
        Canvas(16, 22).rect(0, 0, 16, 22, WOOD[1]).rect(1, 0, 14, 2, WOOD[4]).rect(2, 2, 12, 18, tones[1])
    )
    canvas.rect(2, 2, 1, 18, tones[2]).rect(4, 4, 8, 6, tones[2]).rect(5, 5, 6, 4, GLASS).rect(
        4, 12, 8, 6, tones[0]
    )
    return canvas.px(11, 11, WHITE).rect(0, 20, 16, 2, WOOD[3]).rect(0, 20, 16, 1, WOOD[5])


def dormer(tones: Ramp) -> Canvas:
    """A small gabled window in the roof, 22 x 22."""
    canvas = Canvas(22, 22)
    for y in range(10):
        canvas.rect(10 - y, y, 2 + 2 * y, 1, tones[4 if y < 3 else 3]).rect(11, y, 1 + y, 1, tones[2])
        canvas.px(10 - y, y, DARKWOOD[0]).px(11 + y, y, DARKWOOD[0])
    canvas.rect(3, 9, 16, 12, DARKWOOD[0]).rect(4, 9, 14, 11, WOOD[4]).rect(7, 11, 8, 7, BLUE[2])
    canvas.rect(8, 12, 3, 3, BLUE[3]).rect(10, 11, 2, 7, WOOD[4]).rect(5, 18, 12, 2, WOOD[5])
    return canvas


def skylight() -> Canvas:
    canvas = (
        Canvas(26, 18).rect(0, 0, 26, 18, DARKWOOD[0]).rect(1, 1, 24, 15, WOOD[4]).rect(3, 3, 20, 11, BLUE[1])
    )
    canvas.rect(3, 3, 20, 5, BLUE[2]).rect(12, 3, 2, 11, WOOD[4])
    for i in range(5):
        canvas.px(5 + i, 9 - i, GLASS).px(16 + i, 9 - i, GLASS)
    return canvas


def chimney(tones: Ramp, snowy: bool) -> Canvas:
    """14 x 24; smoke comes out of the middle of its upper edge."""
    canvas = Canvas(14, 24).rect(1, 3, 12, 21, DARKWOOD[0]).rect(2, 4, 10, 19, tones[2])
    for j, y in enumerate(range(5, 22, 4)):
        for x in range(2 + j % 2 * 3, 12, 6):
            canvas.rect(x, y, min(5, 12 - x), 3, tones[3])
    canvas.rect(9, 4, 3, 19, tones[1])
    canvas.rect(0, 0, 14, 5, DARKWOOD[0]).rect(1, 1, 12, 3, tones[4]).rect(4, 1, 6, 2, DARKWOOD[0])
    if snowy:
        canvas.rect(1, 0, 3, 2, SNOW[5]).rect(10, 0, 3, 2, SNOW[5])
    return canvas
