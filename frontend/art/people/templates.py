"""The figure as text: heads, bodies and legs, a letter a pixel.

H h L hair (middle, dark, light), S s skin (light, dark), E eye, M mouth, T t l top (middle, dark, light),
P p trousers (middle, dark), B b shoes. The right side is the left one mirrored.
"""

from __future__ import annotations

HEAD: dict[str, tuple[str, ...]] = {
    "down": (
        "....HHHHHH......", "..HHLLLHHHHH....", ".HHLLHHHHHHHH...", ".HHLHHHHHHHHH...", ".HHHHHHHHHHHH...",
        ".HHhSSSSSShHH...", ".HhSSSSSSSShH...", ".HSSESSSSESSH...", ".hSSESSSSESSh...", "..SsSSSSSSsS....",
        "...sSSMMSSs.....", "....sssss.......",
    ),
    "up": (
        "....HHHHHH......", "..HHLLLHHHHH....", ".HHLLLHHHHHHH...", ".HHLLHHHHHHHH...", ".HHLHHHHHHHHH...",
        ".HHHHHHHHHHHH...", ".HHHHHHHHHHHH...", ".HHHHHHHHHHHH...", ".hHHHHHHHHHHh...", "..hHHHHHHHHh....",
        "...hhHHHHhh.....", "....ssssss......",
    ),
    "left": (
        ".....HHHHHH.....", "...HHLLLHHHH....", "..HHLLHHHHHHH...", "..HLLHHHHHHHH...", "..HHHHHHHHHHH...",
        "..HHSSShHHHHH...", "..SSSSSShHHHH...", "..SESSSSSsHHH...", "..SESSSSSshHh...", "..SSSSSSSshh....",
        "...MSSSSSs......", "....sssss.......",
    ),
}  # fmt: skip
BODY: dict[str, tuple[str, ...]] = {
    "down": (
        "...tTTllTTt.....", "..tTTTTTTTTt....", "..TtTTTTTTtT....",
        "..StTTTTTTtS....", "..sttTTTTtts....", "...PPPPPPPP.....",
    ),
    "up": (
        "...tTTTTTTt.....", "..tTTTTTTTTt....", "..TtTTTTTTtT....",
        "..StTTTTTTtS....", "..sttTTTTtts....", "...PPPPPPPP.....",
    ),
    "left": (
        "....tTTTTt......", "....TTTTTTt.....", "....TTtTTTt.....",
        "....TTtTTTt.....", "....tTSTTtt.....", "....PPPPPP......",
    ),
}  # fmt: skip
REACHING: dict[str, tuple[str, ...]] = {
    "down": (
        "...tTTllTTt.....", "..tTTTTTTTTt....", "..TtTTTTTTtT....",
        "..ttSsTTsSTt....", "...ttTTTTtt.....", "...PPPPPPPP.....",
    ),
    "up": (
        "...tTTTTTTt.....", "..tTTTTTTTTt....", "..TtTTTTTTtT....",
        "...tTTTTTTt.....", "...tTTTTTTt.....", "...PPPPPPPP.....",
    ),
    "left": (
        "....tTTTTt......", "....TTTTTTt.....", ".SsTTTttTTt.....",
        "....tTTTTTt.....", "....tTTTTtt.....", "....PPPPPP......",
    ),
}  # fmt: skip
"""The body with both arms before it, as at a desk, a stove or a book."""
LEGS: dict[str, tuple[tuple[str, ...], ...]] = {
    "down": (
        ("...PPPppPPP.....", "...PPP..PPP.....", "...BBB..BBB....."),
        ("...PPPppPPP.....", "...PPP..BBB.....", "...BBB.........."),
        ("...PPPppPPP.....", "...BBB..PPP.....", "........BBB....."),
    ),
    "left": (
        ("....PPPPpp......", "....PPPPp.......", "...BBBBB........"),
        ("...PPPPPppp.....", "..PPP...ppp.....", "..BBB....bbb...."),
        ("....PPPpp.......", "....PPppp.......", "....BBbbb......."),
    ),
}  # fmt: skip
SITTING: dict[str, tuple[str, ...]] = {
    "down": ("...PPPPPPPP.....", "...PPPppPPP.....", "...BBB..BBB....."),
    "up": ("...PPPPPPPP.....", "...pppppppp....."),
    "left": ("..PPPPPPPp......", "..PPPpppp.......", ".BBB............"),
}
SKIRT: dict[str, tuple[str, ...]] = {
    "down": (".. PPPPPPPP.....", "..PPPPPPPPPP....", "..pPpPPPPpPp...."),
    "up": (".. PPPPPPPP.....", "..PPPPPPPPPP....", "..pPpPPPPpPp...."),
    "left": ("....PPPPPP......", "...PPPPPPPP.....", "...pPPpPPpp....."),
}
BEARD: dict[str, tuple[str, ...]] = {
    "down": ("..HHSSSSSSHH....", "...HHHMMHHH.....", "....HHHHHH......"),
    "left": ("..HHHHHSSHhh....", "...HHHHHH.......", "....HHHH........"),
}

Dots = tuple[tuple[int, int, str], ...]
"""(x, y, letter) of single pixels over the head."""


def _dots(text: str) -> Dots:
    """Reads "0,6H 0,7h": x, y and letter of each."""
    split = ([*word[:-1].split(","), word[-1]] for word in text.split())
    return tuple((int(x), int(y), letter) for x, y, letter in split)


LONG: dict[str, Dots] = {
    "down": _dots(
        "0,6H 0,7H 0,8H 0,9h 1,9H 1,10H 1,11h 1,12h 12,9H 12,10H 12,11h 13,7H 13,8H 13,9h 12,12h "
        "13,6H 2,10h 11,10h"
    ),
    "up": _dots(
        "2,9H 3,9H 4,9H 5,9H 6,9H 7,9H 8,9H 9,9H 10,9H 11,9H 2,10H 3,10H 4,10H 5,10H 6,10H 7,10H "
        "8,10H 9,10H 10,10H 11,10H 2,11H 3,11H 4,11H 5,11H 6,11H 7,11H 8,11H 9,11H 10,11H 11,11H "
        "2,12H 3,12H 4,12H 5,12H 6,12H 7,12H 8,12H 9,12H 10,12H 11,12H 3,13h 4,13h 5,13h 6,13h 7,13h "
        "8,13h 9,13h 10,13h 1,9H 1,10H 12,9H 12,10H 1,11h 12,11h"
    ),
    "left": _dots(
        "9,9H 10,9H 11,9H 12,9H 9,10H 10,10H 11,10H 12,10H 9,11H 10,11H 11,11H 12,11H 9,12h 10,12h "
        "11,12h 13,7H 13,8H 13,9h"
    ),
}
BRAID: dict[str, Dots] = {
    "down": _dots("12,9H 12,10h 13,10H 12,11H 13,12H 12,12h 12,13H 13,14h 12,14H"),
    "up": _dots("6,9H 7,9h 6,10h 7,10H 6,11H 7,11h 6,12h 7,12H 6,13H 7,13h 6,14h 7,14H 6,15H"),
    "left": _dots("11,9H 12,9h 11,10h 12,10H 11,11H 12,11h 11,12h 12,12H 12,13H"),
}
PONYTAIL: dict[str, Dots] = {
    "down": _dots("13,4H 13,5H 14,6H 14,7h 13,7H 14,8h"),
    "up": _dots(
        "6,7h 7,7h 6,8h 7,8h 6,9h 7,9h 6,10h 7,10h 6,11h 7,11h 6,12h 7,12h 6,13h 7,13h 5,8h 8,8h 6,7L"
    ),
    "left": _dots("13,4H 14,5H 14,6H 14,7H 15,8H 15,9h 14,8h 14,9h"),
}
CURLS: dict[str, Dots] = {
    "down": _dots(
        "0,3H 0,5H 0,7h 13,3H 13,5H 13,7h 1,1H 12,1H 3,0H 10,0H 4,5H 7,5H 3,2L 6,3L 9,2L 5,4h 10,4h 8,1L"
    ),
    "up": _dots("0,3H 0,5H 0,7h 13,3H 13,5H 13,7h 1,1H 12,1H 3,0H 10,0H 3,3L 6,5L 9,3L 4,7h 8,7h 10,6h 6,2h"),
    "left": _dots("13,3H 13,5H 13,7h 1,3H 3,0H 12,1H 2,1H 5,3L 8,2L 10,5L 7,5h 11,7h 4,5H"),
}
MESSY: dict[str, Dots] = {
    "down": _dots("2,1H 3,0H 4,-1H 7,-1H 10,0H 12,1H 13,3H 0,4H 4,5H 8,5H 7,0L"),
    "up": _dots("2,1H 3,0H 4,-1H 7,-1H 10,0H 12,1H 13,3H 0,4H 3,10H 8,11H 7,0L"),
    "left": _dots("3,1H 4,0H 6,-1H 9,-1H 11,0H 12,1H 13,4H 4,5H 7,0L 13,6H"),
}
STYLES: dict[str, dict[str, Dots]] = {
    "long": LONG,
    "braid": BRAID,
    "ponytail": PONYTAIL,
    "curly": CURLS,
    "afro": CURLS,
    "messy": MESSY,
    "spiky": MESSY,
}
