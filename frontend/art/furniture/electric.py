"""Devices: consoles, microphones, jukeboxes and lamps that stand in a room."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.colour import BLUE, CREAM, GREY, PALEWOOD, PURPLE, RED, TEAL, WOOD, YELLOW
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.tables import table


@draws("computer desk", "workstation")
def computer_desk(stand: Stand) -> Canvas:
    """A screen on a pale desk, sticky notes around it, and the machine beneath."""
    width = stand.wide
    canvas, middle = table(width, 14, PALEWOOD, rise=7), width // 2
    canvas.rect(middle - 6, 0, 12, 9, GREY[0]).rect(middle - 5, 1, 10, 7, GREY[1]).rect(
        middle - 4, 2, 4, 1, GREY[2]
    )
    canvas.rect(middle - 1, 9, 3, 2, GREY[1]).rect(middle - 6, 5, 2, 3, YELLOW[3]).rect(
        middle - 5, 13, 9, 2, CREAM[2]
    )
    return canvas.rect(1, 19, 5, 6, GREY[1]).rect(1, 19, 5, 1, GREY[3]).px(4, 21, TEAL[3])


@draws("game console", "games console")
def game_console(_: Stand) -> Canvas:
    """A flat screen, the console beneath it, and two controllers on leads."""
    canvas = table(14, 11, rise=9)
    canvas.rect(0, 0, 14, 10, GREY[0]).rect(1, 1, 12, 8, GREY[1]).rect(2, 2, 4, 1, GREY[2]).px(12, 9, RED[3])
    canvas.rect(3, 11, 8, 3, PURPLE[1]).rect(3, 11, 8, 1, PURPLE[3]).rect(1, 15, 4, 2, BLUE[2])
    return (
        canvas.rect(9, 15, 4, 2, RED[2]).px(2, 15, CREAM[3]).px(11, 15, CREAM[3]).rect(5, 14, 1, 2, GREY[0])
    )


@draws("microphone", "microphone stand")
def microphone(_: Stand) -> Canvas:
    """On a little round stage with a loudspeaker."""
    canvas = Canvas(16, 30).oval(8, 26, 7.6, 3.6, WOOD[2]).oval(8, 25, 7.6, 3.4, WOOD[4])
    canvas.oval(8, 24.6, 5, 2, RED[2]).rect(7, 6, 2, 18, GREY[2]).rect(7, 6, 1, 18, GREY[4])
    canvas.rect(5, 24, 6, 1, GREY[1]).rounded(6, 0, 4, 6, GREY[0]).rect(7, 1, 1, 3, GREY[3])
    return canvas.rect(6, 5, 4, 1, YELLOW[2])


@draws("jukebox")
def jukebox(_: Stand) -> Canvas:
    canvas = Canvas(14, 28).rounded(0, 2, 14, 26, WOOD[2]).rounded(1, 0, 12, 10, YELLOW[2])
    canvas.rounded(3, 2, 8, 8, TEAL[1]).oval(7, 6, 3, 3, GREY[0]).px(7, 6, RED[3]).rect(1, 11, 12, 2, RED[2])
    for x in range(2, 12, 2):
        canvas.rect(x, 14, 1, 10, RED[1])
    return canvas.rect(9, 11, 3, 1, CREAM[3]).rect(0, 27, 14, 1, WOOD[0])


@draws("standing lamp", "floor lamp", "reading lamp", "table lamp")
def standing_lamp(_: Stand) -> Canvas:
    canvas = Canvas(12, 32).rect(5, 10, 2, 19, GREY[1]).rect(5, 10, 1, 19, GREY[3])
    canvas.oval(6, 29.6, 4.4, 2, GREY[0]).oval(6, 29, 4.4, 1.6, GREY[2])
    for y in range(10):
        half = 2 + y * 4 // 10
        canvas.rect(6 - half, y, half * 2, 1, CREAM[2]).rect(6 - half, y, 2, 1, CREAM[3])
    return canvas.rect(0, 9, 12, 1, CREAM[0])
