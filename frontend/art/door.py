"""The picture over the page's door: a cottage in the evening, with somebody at home and somebody before it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from frontend.art.canvas import Canvas, soft_shadow
from frontend.art.chance import draws
from frontend.art.colour import BRICK, CREAM, DARKWOOD, DIRT, GRASS, PINK, STONE, WOOD, YELLOW
from frontend.art.nature.small import lamp, sign
from frontend.art.nature.trees import bush, pine, tree
from frontend.art.people.figure import walking
from frontend.art.people.looks import visitor
from frontend.art.walls.styles import plaster_face

WIDTH, HEIGHT = 720, 280
LAND = 98
"""Where things stand, in pixels from above."""
HOUSE, WALL = 112, 40
"""The cottage's width and the height of its wall."""
RIDGE, EAVES = 10, 42
"""Where its roof begins and ends."""
MIDDLE = WIDTH // 2
LEFT = MIDDLE - HOUSE // 2
"""The cottage's left side."""
GLOW = ((255, 196, 92), (255, 222, 140), (255, 243, 196))


def door_picture() -> Canvas:
    """Clear where the sky is; the page puts its own behind it."""
    canvas = Canvas(WIDTH, HEIGHT)
    _land(canvas)
    for picture, x, foot in _trees():
        _stand(canvas, picture, MIDDLE + x, LAND + foot)
    cottage = _cottage()
    canvas.blit(cottage, LEFT - 6, LAND - cottage.height + 2)
    for seed, x in ((1, -64), (3, -38), (4, 24), (2, 48)):
        _stand(canvas, bush(seed), MIDDLE + x, LAND + 5)
    _stand(canvas, lamp(lit=True), MIDDLE - 80, LAND + 10)
    _stand(canvas, sign(), MIDDLE + 26, LAND + 14)
    _stand(canvas, walking(visitor(1), "up", 0), MIDDLE - 10, LAND + 14)
    return canvas


def _trees() -> Iterator[tuple[Canvas, int, int]]:
    """Each with its left side from the middle and its foot from where the house stands: a garden, and woods."""
    yield from ((pine(3), -138, 2), (pine(5), 112, 0), (tree("blossom", 2), -116, 4))
    yield from ((tree("leaf", 3), 84, 5), (tree("autumn", 4), 126, 7), (tree("leaf", 5), -162, 8))
    source = draws("door", "wood")
    for number, foot in enumerate(range(-2, 120, 4)):
        crown = ("leaf", "leaf", "blossom", "autumn")[int(source.integers(0, 4))]
        away = int(source.integers(176 - foot // 2, 330))
        grown = pine(number) if source.random() < 0.35 else tree(crown, number)
        yield grown, away if number % 2 else -away - 34, foot


def _stand(canvas: Canvas, picture: Canvas, x: int, foot: int) -> None:
    shadow = soft_shadow(picture.width - 4, 7)
    canvas.blit(shadow, x + 2, foot - 5).blit(picture, x, foot - picture.height)


def _land(canvas: Canvas) -> None:
    """A meadow with a rough upper edge, and the way to the door."""
    source = draws("door", "land")
    top = LAND - 12
    for x in range(WIDTH):
        edge = top + int(source.integers(0, 2))
        canvas.rect(x, edge, 1, HEIGHT - edge, GRASS[4]).px(x, edge, GRASS[2]).px(x, edge + 1, GRASS[5])
    for _ in range(3400):
        x, y = int(source.integers(0, WIDTH)), int(source.integers(top + 4, HEIGHT))
        canvas.rect(x, y, 1, 2, GRASS[int(source.choice((3, 3, 5)))])
    for y in range(LAND - 1, LAND + 60):
        half = 9 + (y - LAND) // 2
        canvas.rect(MIDDLE - half - 1, y, 2 * half + 2, 1, DIRT[2]).rect(
            MIDDLE - half, y, 2 * half, 1, DIRT[4]
        )
    for _ in range(60):
        x, y = MIDDLE + int(source.integers(-9, 9)), int(source.integers(LAND, HEIGHT))
        canvas.rect(x, y, 2, 1, DIRT[int(source.choice((3, 5)))])
    for _ in range(260):
        x, y = int(source.integers(0, WIDTH)), int(source.integers(LAND + 2, HEIGHT - 2))
        if abs(x - MIDDLE) > 22:
            petals = (PINK[3], YELLOW[3], CREAM[3])[int(source.integers(0, 3))]
            canvas.px(x - 1, y, petals).px(x + 1, y, petals).px(x, y - 1, petals).px(x, y, YELLOW[2])


def _cottage() -> Canvas:
    canvas = Canvas(HOUSE + 12, EAVES + WALL)
    canvas.rect(82, 0, 13, 3, STONE[3]).rect(82, 0, 13, 1, STONE[5]).rect(84, 3, 9, 24, BRICK[2])
    canvas.rect(84, 3, 2, 24, BRICK[4]).rect(91, 3, 2, 24, BRICK[1])
    half = plaster_face(CREAM)(HOUSE // 2, WALL)
    canvas.blit(half, 6, EAVES).blit(half.flipped(), 6 + HOUSE // 2, EAVES)
    rows = np.arange(canvas.height)[:, None] * np.ones((1, canvas.width))
    wall = (canvas.pixels[..., 3] > 0) & (rows >= EAVES)
    canvas.darken(wall & (rows < EAVES + 5), 0.30).darken(wall & (rows < EAVES + 8), 0.12)
    for x in (22, HOUSE - 22):
        canvas.blit(_lit_window(), 6 + x - 11, EAVES + 11)
    canvas.blit(_door(), 6 + HOUSE // 2 - 10, EAVES + WALL - 29)
    _roof(canvas)
    return canvas.outlined()


def _roof(canvas: Canvas) -> None:
    """Rows of tiles, each row wider than the one above it."""
    for y in range(RIDGE, EAVES + 2):
        inset, row = max(0, (EAVES - y) * 7 // 10), y // 5
        for x in range(inset, canvas.width - inset):
            along = x + row % 2 * 4
            light = 2 + (along // 8 * 7 + row * 3) % 3 // 2
            seam = y % 5 == 4 or along % 8 == 0
            canvas.px(x, y, BRICK[1] if seam else BRICK[light + (y % 5 == 0)])
        canvas.rect(inset, y, 2, 1, BRICK[4]).px(canvas.width - inset - 1, y, BRICK[0])
    inset = (EAVES - RIDGE) * 7 // 10
    canvas.rect(inset, RIDGE - 1, canvas.width - 2 * inset, 3, BRICK[4])
    canvas.rect(0, EAVES, canvas.width, 2, DARKWOOD[2]).rect(0, EAVES, canvas.width, 1, DARKWOOD[3])


def _lit_window() -> Canvas:
    canvas = (
        Canvas(22, 20).rect(2, 0, 18, 16, WOOD[1]).rect(3, 1, 16, 14, WOOD[3]).rect(4, 2, 14, 12, GLOW[1])
    )
    canvas.rect(4, 2, 14, 4, GLOW[2]).rect(4, 11, 14, 3, GLOW[0])
    canvas.rect(4, 2, 3, 9, PINK[2]).rect(15, 2, 3, 9, PINK[2]).rect(6, 2, 1, 6, PINK[1]).rect(
        15, 2, 1, 6, PINK[1]
    )
    canvas.rect(10, 2, 2, 12, WOOD[3]).rect(4, 7, 14, 1, WOOD[3])
    canvas.rect(0, 15, 22, 4, WOOD[2]).rect(0, 15, 22, 1, WOOD[4])
    for x in range(1, 21, 3):
        canvas.px(x, 14, GRASS[3]).px(x + 1, 14, GRASS[4]).px(
            x + 1, 13, (PINK[3], YELLOW[3], CREAM[3])[x % 3]
        )
    return canvas


def _door() -> Canvas:
    canvas = (
        Canvas(20, 29).rounded(0, 0, 20, 29, WOOD[1]).rect(2, 2, 16, 27, GLOW[1]).rect(2, 2, 16, 5, GLOW[2])
    )
    # Half open: whoever has a link is expected.
    canvas.rect(11, 2, 7, 27, WOOD[2]).rect(11, 2, 1, 27, WOOD[4]).rect(14, 2, 1, 27, WOOD[1]).rect(
        17, 2, 1, 27, WOOD[1]
    )
    canvas.rect(12, 15, 2, 2, YELLOW[3]).rect(2, 24, 9, 5, GLOW[0])
    return canvas.rect(0, 28, 20, 1, STONE[4])
