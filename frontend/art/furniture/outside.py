"""Gardens and parks."""

from __future__ import annotations

from frontend.art.canvas import Canvas
from frontend.art.chance import draws as numbers
from frontend.art.colour import (
    BLUE,
    BRICK,
    CREAM,
    DARKWOOD,
    GREEN,
    GREY,
    LEAF,
    PALEWOOD,
    PINK,
    PURPLE,
    RED,
    SOIL,
    STONE,
    TEAL,
    WATER,
    WHITE,
    WOOD,
    YELLOW,
)  # fmt: skip
from frontend.art.furniture.registry import Stand, draws, overhead
from frontend.art.nature import small
from frontend.art.nature.trees import tree


def _bed(stand: Stand, rise: int) -> Canvas:
    width, depth = stand.wide, stand.deep
    canvas = (
        Canvas(width, depth + rise)
        .rounded(0, rise, width, depth, WOOD[2])
        .rect(1, rise, width - 2, 1, WOOD[4])
    )
    return canvas.rect(1, rise + 1, width - 2, depth - 4, SOIL[2]).rect(
        0, rise + depth - 3, width, 1, WOOD[4]
    )


@draws("flower bed", "flowers", "rose bed", "herb bed")
def flower_bed(stand: Stand) -> Canvas:
    canvas, source = _bed(stand, 4), numbers("flower bed", stand.seed)
    petals = (RED, PINK, YELLOW, PURPLE, BLUE)
    main = int(source.integers(0, 5))
    for y in range(8, canvas.height - 4, 4):
        for x in range(3, canvas.width - 2, 4):
            px, py = x + int(source.integers(-1, 2)), y + int(source.integers(-1, 2))
            tones = petals[main if source.random() < 0.7 else int(source.integers(0, 5))]
            canvas.rect(px - 1, py, 3, 2, LEAF[2]).px(px - 1, py + 1, LEAF[3]).rect(px, py - 1, 1, 3, LEAF[1])
            canvas.rect(px - 1, py - 3, 3, 2, tones[2]).px(px, py - 4, tones[3]).px(px, py - 3, YELLOW[3])
    return canvas


_CROPS: dict[str, tuple[str, ...]] = {
    "beans": ("bean", "pea", "tomato", "vine"),
    "berries": ("berry", "berries", "carrot"),
    "cabbages": ("cabbage", "lettuce", "salad", "tray"),
}
"""What may grow, and the words in a bed's name that tell it."""


@draws("vegetable bed", "vegetables", "garden", "crop", "crops", "allotment", "seed tray")
def vegetable_bed(stand: Stand) -> Canvas:
    """Beans on poles, strawberries, or cabbages: as the name says, else by turns."""
    canvas, source = _bed(stand, 9), numbers("vegetables", stand.seed)
    named = next((crop for crop, words in _CROPS.items() if any(word in stand.name for word in words)), None)
    crop = named or tuple(_CROPS)[stand.seed % 3]
    for y in range(14, canvas.height - 2, 6):
        for x in range(3, canvas.width - 3, 6):
            if crop == "beans":
                canvas.rect(x + 1, y - 13, 1, 14, PALEWOOD[4])
                for i, tone in enumerate((4, 3, 3, 2)):
                    canvas.rect(x - i % 2, y - 11 + i * 3, 3 + i % 2, 2, LEAF[tone])
                canvas.px(x + int(source.integers(0, 3)), y - 7, RED[3])
                canvas.px(x + int(source.integers(0, 3)), y - 3, CREAM[3])
            elif crop == "berries":
                canvas.oval(x + 1, y - 2, 2.6, 2.2, LEAF[2]).oval(x + 0.6, y - 2.6, 1.8, 1.4, LEAF[4])
                canvas.px(x + 1, y - 1, RED[3]).px(x - 1, y, RED[3]).px(x + 2, y - 3, WHITE)
            else:
                canvas.oval(x + 1, y - 2, 2.8, 2.6, GREEN[1]).oval(x + 0.6, y - 2.4, 2, 1.8, GREEN[3])
                canvas.px(x, y - 3, CREAM[3])
    return canvas


@draws("house garden", "kitchen garden", "herb garden", "dorm garden")
def house_garden(stand: Stand) -> Canvas:
    """Beds of herbs, lettuce and flowers between stepping stones."""
    canvas, source = _bed(stand, 6), numbers("house garden", stand.seed)
    for row, y in enumerate(range(11, canvas.height - 3, 7)):
        for x in range(4, canvas.width - 3, 6):
            if row % 2 and x % 4:
                canvas.oval(x, y, 2.2, 1.4, STONE[3]).px(x - 1, y - 1, STONE[5])
            elif (x + row) % 3 == 0:
                canvas.rect(x, y - 4, 1, 5, LEAF[1]).rect(
                    x - 1, y - 6, 3, 3, (PINK, YELLOW, PURPLE)[x % 3][2]
                )
                canvas.px(x, y - 5, YELLOW[3])
            else:
                wide = source.uniform(2, 3)
                canvas.oval(x, y - 1, wide, 2, LEAF[2]).oval(x - 0.6, y - 1.6, wide - 1, 1.2, LEAF[4])
    return canvas


@draws("drinking fountain", "water pump", "tap")
def drinking_fountain(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 22).rect(4, 8, 6, 12, STONE[3]).rect(4, 8, 2, 12, STONE[4]).rect(9, 8, 1, 12, STONE[1])
    )
    canvas.oval(7, 7, 6.8, 3.6, STONE[2]).oval(7, 6, 6.8, 3.2, STONE[4]).oval(7, 6, 5, 2.1, WATER[4])
    return (
        canvas.rect(7, 1, 1, 4, WATER[6])
        .rect(6, 1, 1, 2, GREY[2])
        .rect(2, 19, 10, 3, STONE[2])
        .rect(2, 19, 10, 1, STONE[4])
    )


@draws("fountain")
def fountain(_: Stand) -> Canvas:
    whole = small.fountain()
    return whole.cropped(1, 1, whole.width - 2, whole.height - 2)


@draws("well")
def well(_: Stand) -> Canvas:
    canvas = (
        Canvas(22, 32)
        .rect(3, 6, 2, 16, WOOD[2])
        .rect(17, 6, 2, 16, WOOD[2])
        .rect(0, 0, 22, 7, BRICK[3])
        .rect(0, 0, 22, 1, BRICK[4])
    )
    canvas.rect(0, 20, 22, 12, STONE[2]).oval(11, 20, 10.5, 4, STONE[4]).oval(11, 20, 8, 2.6, WATER[2]).rect(
        10, 7, 1, 12, CREAM[1]
    )
    return canvas.rect(0, 31, 22, 1, STONE[0])


@draws("notice board", "bulletin board", "board", "sign")
def notice_board(stand: Stand) -> Canvas:
    whole = small.notice_board()
    drawn = whole.cropped(1, 1, whole.width - 2, whole.height - 2)
    if stand.width > 1:
        return drawn
    canvas = Canvas(16, 28).blit(drawn.cropped(0, 0, 11, 28), 0, 0)
    return canvas.blit(drawn.cropped(20, 0, 8, 28), 9, 0)


@draws("bandstand", "gazebo", "pavilion")
def bandstand(stand: Stand) -> Canvas:
    """The round stage alone; its roof is `bandstand_roof`."""
    width, depth = stand.wide + 6, stand.deep + 6
    middle, floor = width / 2, depth / 2 - 2
    canvas = Canvas(width, depth).oval(middle, floor + 3, middle, depth / 2 - 2, STONE[1])
    canvas.oval(middle, floor, middle, depth / 2 - 2, STONE[3]).oval(
        middle, floor - 0.5, middle - 2, depth / 2 - 4, PALEWOOD[4]
    )
    for y in range(4, depth - 6, 4):
        half = int((middle - 3) * max(0.0, 1 - ((y - floor) / (depth / 2 - 3)) ** 2) ** 0.5)
        canvas.rect(int(middle) - half, y, half * 2, 1, PALEWOOD[3])
    return canvas


@overhead("bandstand", "gazebo", "pavilion")
def bandstand_roof(stand: Stand) -> Canvas:
    """A tent roof in two colours on four posts."""
    width, depth = stand.wide + 6, stand.deep
    middle, canvas = width / 2, Canvas(width, depth + 34)
    for x, bottom in ((2, 20), (width // 2 - 8, 4), (width // 2 + 6, 4), (width - 4, 20)):
        canvas.rect(x, 16, 2, depth + 18 - bottom, CREAM[2]).rect(x, 16, 1, depth + 18 - bottom, WHITE)
    for y in range(2, 18):
        half = int(middle * min(1.0, (y - 1) / 15) ** 0.75)
        for x in range(int(middle) - half, int(middle) + half):
            tones = TEAL if int((x - middle) / max(half, 1) * 4 + 8) % 2 else CREAM
            canvas.px(x, y, tones[3 if y < 8 else 2])
    canvas.rect(1, 17, width - 2, 2, TEAL[1]).oval(middle, 2, 2, 2, YELLOW[2])
    for x in range(2, width - 2, 4):
        canvas.rect(x, 19, 2, 1, CREAM[3])
    return canvas


@draws("willow", "weeping tree")
def willow(stand: Stand) -> Canvas:
    """A low crown whose branches hang almost to the ground, parted before the trunk."""
    source, canvas = numbers("willow", stand.seed), Canvas(48, 46)
    canvas.rect(20, 22, 7, 23, DARKWOOD[2]).rect(20, 22, 2, 23, DARKWOOD[3]).rect(25, 22, 2, 23, DARKWOOD[1])
    canvas.px(19, 44, DARKWOOD[2]).px(27, 44, DARKWOOD[1])
    for x in range(1, 47):
        reach = 1 - ((x - 23.5) / 23.5) ** 2
        top, parted = round(13 - 11 * reach**0.5), abs(x - 23) < 6
        bottom = round((32 if parted else 39) + source.uniform(-4, 3) - 4 * (1 - reach))
        for y in range(top, bottom):
            light = 0.86 - (y - top) / 52 - x / 110 + (0.14 if (x + y // 7) % 3 == 0 else -0.06 * (x % 2))
            light -= 0.18 if y > bottom - 3 else 0
            canvas.px(x, y, LEAF[max(0, min(5, int(light * 6)))])
    return canvas


@draws("tree", "oak", "old tree")
def old_tree(stand: Stand) -> Canvas:
    grown = tree("leaf", stand.seed % 4)
    return grown.cropped(1, 1, grown.width - 2, grown.height - 2)


@draws("exercise bars", "climbing frame", "monkey bars", "swing", "swings")
def exercise_bars(stand: Stand) -> Canvas:
    width = stand.wide
    canvas = Canvas(width, 28)
    for x, top in ((1, 2), (width // 2 - 1, 2), (width - 3, 9)):
        canvas.rect(x, top, 2, 26 - top + 1, BLUE[2]).rect(x, top, 1, 26 - top + 1, BLUE[3])
    canvas.rect(1, 3, width // 2, 2, GREY[3]).rect(1, 4, width // 2, 1, GREY[1])
    return canvas.rect(width // 2, 10, width // 2 - 1, 2, GREY[3]).rect(
        width // 2, 11, width // 2 - 1, 1, GREY[1]
    )


@draws("lifting weight", "weights", "dumbbell", "barbell")
def barbell(_: Stand) -> Canvas:
    """A bar with its discs on a low rack."""
    canvas = Canvas(16, 16).rect(4, 7, 2, 9, GREY[1]).rect(10, 7, 2, 9, GREY[1]).rect(3, 15, 10, 1, GREY[0])
    canvas.rect(0, 5, 16, 2, GREY[3]).rect(0, 5, 16, 1, GREY[4])
    for x in (1, 12):
        canvas.rect(x, 1, 3, 10, GREY[0]).rect(x, 1, 1, 10, GREY[2]).rect(x + 1, 3, 1, 6, GREY[1])
    return canvas


@draws("hammock")
def hammock(stand: Stand) -> Canvas:
    width = max(28, stand.wide)
    canvas = (
        Canvas(width, 24)
        .rect(0, 0, 3, 24, WOOD[3])
        .rect(0, 0, 1, 24, WOOD[5])
        .rect(width - 3, 0, 3, 24, WOOD[3])
    )
    canvas.rect(width - 1, 0, 1, 24, WOOD[1])
    for x in range(3, width - 3):
        t = (x - 3) / (width - 7)
        y = round(5 + 11 * 4 * t * (1 - t))
        band = TEAL if x // 4 % 2 else CREAM
        thick = max(1, round(5 * 4 * t * (1 - t)))
        canvas.rect(x, y, 1, thick, band[3]).px(x, y + thick, band[1])
    return canvas


@draws("exercise mat", "yoga mat", "picnic blanket")
def exercise_mat(stand: Stand) -> Canvas:
    canvas = (
        Canvas(stand.wide, 10)
        .rounded(0, 0, stand.wide, 10, PURPLE[2])
        .rect(1, 1, stand.wide - 2, 1, PURPLE[3])
    )
    return canvas.rect(stand.wide - 4, 0, 3, 10, PURPLE[3]).rect(stand.wide - 2, 0, 1, 10, PURPLE[1])


@draws("statue", "monument")
def statue(_: Stand) -> Canvas:
    canvas = (
        Canvas(14, 32).rect(1, 22, 12, 10, STONE[3]).rect(0, 20, 14, 3, STONE[4]).rect(1, 31, 12, 1, STONE[1])
    )
    return (
        canvas.rect(4, 8, 6, 13, STONE[2])
        .rect(4, 8, 2, 13, STONE[4])
        .oval(7, 5, 3, 3.4, STONE[3])
        .px(5, 4, STONE[5])
    )


@draws("beehive", "mailbox", "letter box", "dustbin", "bin")
def letter_box(_: Stand) -> Canvas:
    canvas = (
        Canvas(12, 18)
        .rect(5, 9, 2, 9, WOOD[1])
        .rounded(1, 1, 10, 9, RED[2])
        .rect(2, 2, 8, 1, RED[3])
        .rect(1, 7, 10, 2, RED[1])
    )
    return canvas.rect(9, 0, 1, 4, YELLOW[2]).rect(3, 4, 5, 1, DARKWOOD[0])


@draws("lamp", "lamp post", "street lamp", "lantern")
def street_lamp(_: Stand) -> Canvas:
    whole = small.lamp()
    return whole.cropped(1, 1, whole.width - 2, whole.height - 2)


@draws("barrel", "rain barrel")
def rain_barrel(_: Stand) -> Canvas:
    whole = small.barrel()
    return whole.cropped(1, 1, whole.width - 2, whole.height - 2)
