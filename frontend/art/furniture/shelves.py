"""Shelves of shops and bars, told apart by what stands on them."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import (
    BLUE,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    LEAF,
    PALEWOOD,
    PINK,
    PURPLE,
    RED,
    TEAL,
    WHITE,
    WOOD,
    YELLOW,
    Ramp,
)
from frontend.art.furniture.registry import Stand, draws


def rack(width: int, boards: Ramp, height: int = 30) -> Canvas:
    """Three dark boards between two sides."""
    canvas = Canvas(width, height).rect(0, 0, width, height, boards[2]).rect(0, 0, width, 2, boards[-1])
    for y in (3, 12, 21):
        canvas.rect(1, y, width - 2, 8, DARKWOOD[0]).rect(1, y + 8, width - 2, 1, boards[-2])
    return canvas.rect(0, height - 1, width, 1, boards[0])


@draws("shelf", "product shelf", "rack", "shelves")
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


@draws("shop shelf", "tool shelf", "hardware shelf")
def tool_shelf(stand: Stand) -> Canvas:
    """Tins of paint above, hammers and saws, coils of rope below."""
    width = stand.wide
    canvas = rack(width, WOOD)
    for i, x in enumerate(range(2, width - 4, 5)):
        tin = (RED, BLUE, YELLOW, GREEN, PURPLE)[(i + stand.seed) % 5]
        canvas.rect(x, 6, 4, 5, GREY[4]).rect(x, 7, 4, 2, tin[2]).rect(x, 5, 4, 1, GREY[2])
        if i % 2:
            canvas.rect(x + 1, 14, 1, 6, PALEWOOD[4]).rect(x, 14, 4, 2, GREY[3])
        else:
            canvas.rect(x, 16, 4, 3, GREY[4]).rect(x, 18, 4, 1, GREY[2]).rect(x + 3, 14, 1, 3, RED[2])
        canvas.oval(x + 2, 26, 2, 2.4, PALEWOOD[3 + i % 2]).px(x + 2, 26, DARKWOOD[0])
    return canvas


@draws("grocery shelf", "fruit shelf", "food shelf")
def grocery_shelf(stand: Stand) -> Canvas:
    """Tins and bottles, bread, and slanted crates of fruit."""
    width = stand.wide
    canvas = rack(width, PALEWOOD)
    for i, x in enumerate(range(2, width - 3, 4)):
        tone = (RED, GREEN, YELLOW, CREAM)[(i + stand.seed) % 4]
        if i % 3 == 2:
            canvas.rect(x + 1, 4, 1, 7, TEAL[2]).rect(x, 6, 3, 5, TEAL[2]).px(x, 7, TEAL[3])
        else:
            canvas.rect(x, 6, 3, 5, tone[2]).rect(x, 7, 3, 2, WHITE).rect(x, 6, 3, 1, GREY[3])
        canvas.oval(x + 1.5, 18, 2.2, 2, WOOD[4]).px(x + 1, 17, WOOD[5])
    for i, x in enumerate(range(1, width - 6, 8)):
        fruit = ((RED[2], RED[3]), (YELLOW[2], YELLOW[3]), (LEAF[3], LEAF[5]), (PURPLE[1], PURPLE[2]))
        dark, light = fruit[(i + stand.seed) % 4]
        for k in range(3):
            canvas.rect(x + k * 2 + 1, 22 + k % 2, 2, 2, light).px(x + k * 2 + 2, 23 + k % 2, dark)
        canvas.rect(x, 25, 7, 4, PALEWOOD[4]).rect(x, 25, 7, 1, PALEWOOD[5])
    return canvas


@draws("pharmacy shelf", "medicine shelf", "medicine cabinet")
def pharmacy_shelf(stand: Stand) -> Canvas:
    """White, with a green cross over jars, boxes and phials."""
    width = stand.wide
    canvas = Canvas(width, 32).rect(0, 2, width, 30, CREAM[2]).rect(0, 2, width, 2, WHITE)
    for row, y in enumerate((6, 14, 22)):
        canvas.rect(1, y, width - 2, 7, TEAL[0]).rect(1, y + 7, width - 2, 1, WHITE)
        for i, x in enumerate(range(2, width - 3, 4)):
            tone = (WHITE, TEAL[3], PINK[3], YELLOW[3], WOOD[4])[(i + row * 2 + stand.seed) % 5]
            if (i + row) % 3:
                canvas.rect(x, y + 3, 3, 4, tone).rect(x, y + 4, 3, 1, RED[3] if i % 2 else BLUE[3])
            else:
                canvas.rect(x, y + 2, 3, 5, tone).rect(x, y + 1, 3, 1, WOOD[3])
    middle = width // 2
    canvas.rect(middle - 4, 0, 8, 7, GREEN[1]).rect(middle - 1, 1, 2, 5, WHITE).rect(
        middle - 3, 3, 6, 1, WHITE
    )
    return canvas.rect(0, 31, width, 1, CREAM[0])


@draws("bottle shelf", "bar shelf", "wine rack", "spirits")
def bottle_shelf(stand: Stand) -> Canvas:
    """Bottles before a mirror, glasses hanging under it, casks at the foot."""
    width = stand.wide
    canvas = rack(width, DARKWOOD)
    canvas.rect(1, 3, width - 2, 8, (96, 112, 138)).rect(1, 12, width - 2, 8, (82, 96, 122))
    for row, y in enumerate((3, 12)):
        for i, x in enumerate(range(2, width - 2, 3)):
            tone = (GREEN[1], WOOD[4], RED[2], TEAL[3], YELLOW[2])[(i * 3 + row + stand.seed) % 5]
            canvas.rect(x, y + 3, 2, 5, tone).px(x, y + 1, tone).px(x, y + 2, tone).px(x, y + 4, WHITE)
    for i, x in enumerate(range(2, width - 5, 8)):
        canvas.oval(x + 3, 25, 3.4, 3.4, WOOD[3]).oval(x + 3, 25, 2.2, 2.2, WOOD[4]).px(
            x + 3, 25 + i % 2, DARKWOOD[0]
        )
    return canvas
