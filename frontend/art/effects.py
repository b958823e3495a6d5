"""What may be laid over an object whose state is unusual: four frames each, `fx_NAME_0..3`."""

from __future__ import annotations

from collections.abc import Callable

from frontend.art.atlas import Drawing
from frontend.art.canvas import Canvas, soft_shadow
from frontend.art.chance import draws
from frontend.art.colour import GREY, RED, WATER, WHITE, YELLOW, Rgb

FRAMES = 4
ORANGE: Rgb = (240, 138, 48)


def flame(i: int) -> Canvas:
    canvas = Canvas(14, 18)
    lean = (0, 1, 0, -1)[i]
    for cx, cy, rx, ry, colour in (
        (7, 12, 5.5, 6, RED[3]), (7 + lean, 8, 3.5, 6 - i % 2, RED[3]), (7, 13, 4, 4.5, ORANGE),
        (7 + lean, 10, 2.4, 4, ORANGE), (7, 14, 2.6, 3, YELLOW[3]), (7, 15, 1.4, 1.8, WHITE),
    ):  # fmt: skip
        canvas.oval(cx, cy, rx, ry, colour)
    return canvas.px(3 + i * 2, 3 - i % 2, ORANGE).px(10 - i, 5, YELLOW[3])


def smoke(i: int) -> Canvas:
    canvas = Canvas(16, 26)
    for k in range(4):
        t = (k + i / FRAMES) / 4
        canvas.oval(
            8 + 2.5 * (-1) ** k * t,
            22 - 19 * t,
            2 + 4 * t,
            1.8 + 3.4 * t,
            GREY[3 if k % 2 else 2],
            int(210 * (1 - t * 0.8)),
        )
    return canvas


def steam(i: int) -> Canvas:
    canvas = Canvas(12, 16)
    for k, x in enumerate((3, 6, 9)):
        for y in range(3, 14):
            sway = (y + i * 2 + k * 3) // 3 % 2
            canvas.px(x + sway, y, WHITE, 60 + y * 11)
    return canvas


def spark(i: int) -> Canvas:
    canvas, source = Canvas(16, 16), draws("spark", i)
    for _ in range(7):
        x, y = int(source.integers(2, 14)), int(source.integers(2, 14))
        canvas.px(x, y, WHITE)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            if source.random() < 0.6:
                canvas.px(x + dx, y + dy, YELLOW[3])
    return canvas


def drip(i: int) -> Canvas:
    canvas = Canvas(14, 14)
    for x, offset in ((3, 0), (7, 2), (11, 1)):
        y = 2 + (i + offset) % FRAMES * 2
        canvas.rect(x, y, 1, 3, WATER[5]).px(x, y + 2, WATER[6])
    return canvas.oval(7, 11.8, 6 - i % 2, 1.9, WATER[4], 220).rect(4 + i % 2, 11, 4, 1, WATER[6])


def gas(i: int) -> Canvas:
    canvas, tint = Canvas(16, 18), (150, 200, 96)
    for k in range(4):
        t = (k + i / FRAMES) / 4
        canvas.oval(
            8 + 4 * (-1) ** k * t, 15 - 12 * t, 2.5 + 2 * t, 2 + 1.6 * t, tint, int(190 * (1 - t * 0.75))
        )
    return canvas


def bugs(i: int) -> Canvas:
    canvas, source = Canvas(16, 14), draws("bugs")
    for k in range(9):
        x, y = int(source.integers(1, 14)), int(source.integers(2, 13))
        canvas.px(x + (i + k) % 3 - 1, y + (i + k) // 2 % 2, (44, 30, 52)).px(
            x + (i + k) % 3, y + (i + k) // 2 % 2, (72, 44, 60)
        )
    return canvas


def glow(i: int) -> Canvas:
    canvas = Canvas(22, 22)
    for radius, alpha in ((10.5, 36), (8, 60), (5.5, 90)):
        canvas.oval(11, 11, radius - i % 2, radius - i % 2, YELLOW[3], alpha)
    return canvas


def alert(i: int) -> Canvas:
    lift = (0, 1, 2, 1)[i]
    canvas = Canvas(11, 15).rounded(1, 2 - lift + 1, 9, 11, YELLOW[3]).rect(2, 13 - lift, 7, 1, YELLOW[1])
    return canvas.rect(5, 5 - lift, 1, 4, (70, 40, 40)).rect(5, 10 - lift, 1, 2, (70, 40, 40)).outlined()


def question(i: int) -> Canvas:
    lift = (0, 1, 2, 1)[i]
    canvas = Canvas(11, 15).rounded(1, 3 - lift, 9, 11, WHITE)
    rows = (".XXX.", "X...X", "...X.", "..X..", ".....", "..X..")
    return canvas.art(3, 5 - lift, rows, {"X": (70, 60, 110)}).outlined()


def sleep(i: int) -> Canvas:
    canvas = Canvas(14, 16)
    letter = ("XXX", ".X.", "XXX")
    canvas.art(1, 11, letter, {"X": WHITE})
    if i > 0:
        canvas.art(5, 6, letter, {"X": WHITE})
    if i > 1:
        canvas.art(9, 1, ("XXXX", "..X.", ".X..", "XXXX"), {"X": WHITE})
    return canvas.outlined()


EFFECTS: dict[str, Callable[[int], Canvas]] = {
    "alert": alert,
    "bugs": bugs,
    "drip": drip,
    "flame": flame,
    "gas": gas,
    "glow": glow,
    "question": question,
    "sleep": sleep,
    "smoke": smoke,
    "spark": spark,
    "steam": steam,
}


def frames() -> dict[str, Drawing]:
    drawn = {f"fx_{name}_{i}": Drawing(draw(i)) for name, draw in EFFECTS.items() for i in range(FRAMES)}
    drawn["shadow"] = Drawing(soft_shadow(14, 6, 90), 0.5, 0.5)
    drawn["empty"] = Drawing(Canvas(1, 1))
    return drawn
