"""What shops show of their goods."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import BLUE, CREAM, GREEN, PURPLE, RED, WOOD, YELLOW
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.seats import chair
from frontend.art.furniture.workshop import bicycle


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
