"""Tables and desks of one place each: pub, library, common room, classroom, and the small one at home."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import pick
from frontend.art.colour import BLUE, CREAM, DARKWOOD, GREEN, GREY, PALEWOOD, PINK, RED, WHITE, WOOD, YELLOW
from frontend.art.furniture.registry import Stand, draws
from frontend.art.furniture.tables import table


@draws("small table", "bistro table")
def small_table(stand: Stand) -> Canvas:
    """With a checked cloth and one flower."""
    canvas = table(stand.wide, min(stand.deep, 14))
    tones = pick((RED, BLUE, GREEN), "checks", stand.seed)
    for y in range(1, 9):
        for x in range(1, stand.wide - 1):
            canvas.px(x, y, tones[3] if (x // 2 + y // 2) % 2 else CREAM[3])
    return canvas.rect(6, 3, 2, 4, GREY[4]).rect(6, 0, 3, 3, PINK[3]).px(7, 1, YELLOW[3])


@draws("pub table")
def pub_table(stand: Stand) -> Canvas:
    """Heavy and dark, ringed by glasses, a candle in a bottle."""
    canvas = table(stand.wide, stand.deep, (*DARKWOOD, WOOD[4]))
    canvas.frame(1, 1, stand.wide - 2, stand.deep - 5, DARKWOOD[2])
    for x, y in ((4, 4), (stand.wide - 7, 7)):
        canvas.px(x, y, DARKWOOD[2]).px(x + 2, y, DARKWOOD[2]).px(x + 1, y - 1, DARKWOOD[2]).px(
            x + 1, y + 1, DARKWOOD[2]
        )
    middle = stand.wide // 2
    return canvas.rect(middle - 1, 2, 3, 5, GREEN[1]).rect(middle, 0, 1, 2, CREAM[3]).px(middle, 0, YELLOW[3])


@draws("library table", "reading table")
def library_table(stand: Stand) -> Canvas:
    """A green leather top, a brass lamp, two closed books."""
    canvas, width = table(stand.wide, stand.deep), stand.wide
    canvas.rect(2, 2, width - 4, stand.deep - 7, GREEN[1]).frame(2, 2, width - 4, stand.deep - 7, YELLOW[1])
    middle = width // 2
    canvas.rect(middle, 3, 1, 4, YELLOW[2]).rect(middle - 2, 1, 5, 2, GREEN[3]).rect(
        middle - 2, 1, 5, 1, CREAM[3]
    )
    if width > 20:
        canvas.rect(5, 4, 6, 4, RED[2]).rect(5, 3, 6, 1, WHITE).rect(width - 11, 5, 6, 3, BLUE[2]).rect(
            width - 11, 4, 6, 1, WHITE
        )
    return canvas


@draws("common room table")
def common_room_table(stand: Stand) -> Canvas:
    """Scratched pale wood with a bowl of fruit and a magazine."""
    canvas, width = table(stand.wide, stand.deep, PALEWOOD), stand.wide
    middle, y = width // 2, max(5, stand.deep // 2 - 2)
    canvas.oval(middle, y, 4, 2.6, BLUE[2]).oval(middle, y - 0.6, 3.2, 1.8, BLUE[1])
    canvas.px(middle - 1, y - 2, RED[3]).rect(middle, y - 2, 2, 2, YELLOW[3]).px(middle - 2, y - 1, GREEN[3])
    if width > 20:
        canvas.rect(4, y - 2, 6, 5, PINK[2]).rect(5, y - 1, 4, 1, WHITE).rect(width - 8, y, 4, 3, WHITE)
    return canvas


@draws("student desk", "classroom desk", "school desk")
def student_desk(stand: Stand) -> Canvas:
    """A small slanted desk with a groove for pens and a shelf for books beneath."""
    canvas = table(stand.wide, 12, PALEWOOD, rise=2)
    canvas.rect(2, 3, stand.wide - 4, 1, PALEWOOD[3]).rect(3, 3, 4, 1, BLUE[2]).px(9, 3, RED[2])
    canvas.rect(3, 6, 6, 4, WHITE).rect(4, 7, 4, 1, GREY[3]).rect(stand.wide // 2 - 3, 14, 6, 2, WOOD[2])
    return canvas.rect(stand.wide // 2 - 2, 13, 2, 1, RED[2]).rect(stand.wide // 2, 13, 2, 1, GREEN[2])
