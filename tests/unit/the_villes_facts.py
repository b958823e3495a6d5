"""The paper's town as a table: its places with their boxes, the things in them, its people, and who knows whom."""

from __future__ import annotations

Box = tuple[int, int, int, int]
BATH = ("bathroom sink", "shower", "toilet")
KITCHEN = ("kitchen sink", "refrigerator", "cooking area")
ROOM = ("bed", "closet")


def _family(
    one: str, two: str, first: tuple[str, ...], second: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    return {
        "common room": ("common room table", "shelf"),
        "kitchen": KITCHEN,
        "bathroom": BATH,
        "garden": ("house garden",),
        one: (*ROOM, *first),
        two: (*ROOM, *second),
    }


def _single(*own: str) -> dict[str, tuple[str, ...]]:
    return {"bathroom": BATH, "main room": (*ROOM, *own)}


PLACES: dict[str, tuple[Box, dict[str, tuple[str, ...]]]] = {
    "Hobbs Cafe": (
        (71, 17, 84, 26),
        {"cafe": (*KITCHEN, "behind the cafe counter", "cafe customer seating", "piano")},
    ),
    "The Rose and Crown Pub": (
        (52, 18, 63, 26),
        {"pub": (*KITCHEN, "behind the bar counter", "bar customer seating", "shelf", "microphone")},
    ),
    "Harvey Oak Supply Store": (
        (56, 42, 71, 53),
        {
            "supply store": (
                "behind the supply store counter",
                "supply store counter",
                "supply store product shelf",
            )
        },
    ),
    "The Willows Market and Pharmacy": (
        (74, 42, 94, 53),
        {
            "store": (
                "behind the grocery counter",
                "grocery store counter",
                "grocery store shelf",
                "behind the pharmacy counter",
                "pharmacy store counter",
                "pharmacy store shelf",
            )
        },
    ),
    "Oak Hill College": (
        (107, 19, 125, 34),
        {
            "classroom": ("blackboard", "classroom podium", "classroom student seating"),
            "library": ("library sofa", "library table", "bookshelf"),
            "hallway": (),
        },
    ),
    "Johnson Park": ((20, 41, 35, 51), {"park": ("park garden",)}),
    "Dorm for Oak Hill College": (
        (105, 31, 133, 62),
        {
            "Klaus Mueller's room": (*ROOM, "desk", "game console"),
            "Maria Lopez's room": (*ROOM, "desk", "computer", "blackboard"),
            "Ayesha Khan's room": (*ROOM, "desk", "shelf"),
            "Wolfgang Schulz's room": (*ROOM, "desk", "game console", "lifting weight"),
            "man's bathroom": BATH,
            "woman's bathroom": BATH,
            "common room": ("common room table", "common room sofa", "pool table"),
            "kitchen": (*KITCHEN, "toaster"),
            "garden": ("dorm garden",),
        },
    ),
    "artist's co-living space": (
        (14, 17, 43, 35),
        {
            "Latoya Williams's room": (*ROOM, "desk", "shelf"),
            "Rajiv Patel's room": (*ROOM, "guitar", "easel"),
            "Abigail Chen's room": (*ROOM, "desk"),
            "Francisco Lopez's room": (*ROOM, "shelf", "easel"),
            "Hailey Johnson's room": (*ROOM, "desk", "easel"),
            "Latoya Williams's bathroom": BATH,
            "Rajiv Patel's bathroom": BATH,
            "Abigail Chen's bathroom": BATH,
            "Francisco Lopez's bathroom": BATH,
            "Hailey Johnson's bathroom": BATH,
            "common room": ("common room table", "common room sofa"),
            "kitchen": (*KITCHEN, "toaster"),
        },
    ),
    "Tamara Taylor and Carmen Ortiz's house": (
        (50, 64, 63, 82),
        _family("Tamara Taylor's room", "Carmen Ortiz's room", ("desk",), ("guitar",)),
    ),
    "Moreno family's house": (
        (68, 64, 81, 82),
        _family("Tom and Jane Moreno's bedroom", "empty bedroom", ("desk",), ("guitar",)),
    ),
    "Lin family's house": (
        (86, 64, 99, 82),
        _family("Mei and John Lin's bedroom", "Eddy Lin's bedroom", ("desk",), ("desk",)),
    ),
    "Arthur Burton's apartment": ((52, 13, 63, 19), _single("refrigerator", "shelf", "guitar", "desk")),
    "Ryan Park's apartment": ((64, 13, 70, 26), _single(*KITCHEN, "computer desk")),
    "Isabella Rodriguez's apartment": ((71, 13, 84, 18), _single("refrigerator", "shelf", "desk")),
    "Giorgio Rossi's apartment": ((85, 12, 91, 25), _single(*KITCHEN, "desk", "blackboard")),
    "Carlos Gomez's apartment": ((92, 12, 98, 25), _single(*KITCHEN, "desk")),
    "Adam Smith's house": ((19, 58, 25, 70), _single(*KITCHEN, "desk")),
    "Yuriko Yamamoto's house": ((27, 58, 33, 70), _single(*KITCHEN, "desk", "shelf")),
    "Moore family's house": ((35, 58, 41, 70), _single(*KITCHEN, "desk", "common room sofa")),
}
"""Sector to its box, outer walls included, and its arenas with the things that the original has there."""

ALSO = (
    ("Moreno family's house", "common room", "harp"),
    ("Moreno family's house", "garden", "garden chair"),
)

TILES = {
    "behind the cafe counter": 4,
    "behind the bar counter": 3,
    "behind the supply store counter": 3,
    "supply store counter": 3,
    "supply store product shelf": 21,
    "behind the grocery counter": 4,
    "grocery store counter": 4,
    "grocery store shelf": 22,
    "behind the pharmacy counter": 3,
    "pharmacy store counter": 3,
    "pharmacy store shelf": 8,
    "classroom student seating": 6,
    "library sofa": 2,
    "library table": 4,
    "bookshelf": 7,
    "park garden": 82,
    "dorm garden": 52,
    "pool table": 6,
}
"""Tiles that a thing covers, where it covers many."""

AGES = {
    "isabella": 34, "arthur": 42, "ryan": 29, "giorgio": 41, "carlos": 32, "latoya": 25, "rajiv": 27,
    "abigail": 25, "francisco": 23, "hailey": 30, "klaus": 20, "maria": 21, "ayesha": 20, "wolfgang": 21,
    "mei": 44, "john": 45, "eddy": 19, "tom": 52, "jane": 46, "tamara": 30, "carmen": 33, "sam": 65,
    "jennifer": 68, "yuriko": 28, "adam": 36,
}  # fmt: skip

_DINNERS = """
arthur 07-24 16, ryan 09-01 17, giorgio 07-24 16, carlos 07-22 17, latoya 06-22 17, rajiv 09-24 17, abigail 08-24 18,
francisco 07-23 18, hailey 10-02 18, klaus 07-23 17, maria 10-24 19, ayesha 06-22 17, wolfgang 05-21 18, mei 07-23 17,
john 06-22 17, eddy 07-23 17, tom 07-23 17, jane 06-22 18, tamara 06-22 18, carmen 07-23 20, sam 05-21 17,
jennifer 05-21 17, yuriko 07-23 18, adam 04-20 17, isabella 06-23 20
"""

DAYS: dict[str, tuple[int, int, int]] = {}
"""Hours of waking, of going to bed and of dinner."""
for _line in _DINNERS.replace("\n", " ").split(","):
    _name, _span, _dinner = _line.split()
    DAYS[_name] = (int(_span[:2]), int(_span[3:]), int(_dinner))


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    found = set()
    for line in text.strip().splitlines():
        one, others = line.split(":")
        found |= {(one.strip(), other) for other in others.split()}
    return frozenset(found)


CORE = _pairs("""
abigail: francisco hailey latoya rajiv
francisco: hailey latoya rajiv
hailey: latoya rajiv isabella
latoya: rajiv
ayesha: klaus maria wolfgang eddy
klaus: maria wolfgang
maria: wolfgang eddy
eddy: wolfgang john mei
john: mei tom
tom: jane sam yuriko
sam: jennifer adam yuriko
adam: yuriko
carmen: tamara
arthur: adam carlos carmen isabella jennifer latoya rajiv ryan sam tom yuriko
isabella: carmen giorgio ryan wolfgang
carlos: giorgio ryan
giorgio: ryan
""")
"""Pairs that know each other by name."""

NEAR = _pairs("""
adam: jennifer tom
carmen: jane jennifer sam tom yuriko
eddy: jane jennifer sam tom yuriko
jane: jennifer john mei sam yuriko
jennifer: john mei tom yuriko
mei: sam tom yuriko
john: sam yuriko
""")
"""Pairs that know each other's faces."""

ONE_WAY = _pairs("""
adam: carmen jane tamara
eddy: carmen tamara
john: carmen tamara
mei: carmen tamara
jane: tamara
tom: tamara
isabella: carlos maria tamara
klaus: eddy mei
ayesha: mei
maria: mei
wolfgang: mei
""")
"""The first knows the second's name, not the other way round."""

WALKS: dict[str, tuple[int, int, int, int, int, int, int, int, int, int, int, int]] = {
    "latoya rajiv abigail francisco hailey": (61, 81, 42, 62, 99, 119, 39, 59, 52, 72, 73, 93),
    "arthur": (52, 52, 10, 10, 94, 94, 64, 64, 47, 47, 68, 68),
    "ryan": (27, 27, 30, 30, 69, 69, 61, 61, 31, 31, 43, 43),
    "isabella": (11, 11, 52, 52, 73, 73, 83, 83, 53, 53, 47, 47),
    "giorgio carlos": (31, 35, 52, 56, 41, 49, 83, 87, 53, 57, 38, 42),
    "klaus maria ayesha wolfgang": (78, 89, 99, 110, 52, 63, 116, 127, 81, 92, 57, 68),
    "tamara carmen": (78, 78, 66, 66, 112, 112, 53, 53, 41, 41, 61, 61),
    "tom jane": (73, 73, 72, 72, 95, 95, 71, 71, 36, 36, 44, 44),
    "mei john eddy": (69, 69, 90, 90, 77, 77, 90, 90, 54, 54, 30, 30),
    "adam yuriko sam jennifer": (79, 96, 60, 77, 117, 134, 17, 24, 52, 69, 72, 89),
}
"""Least and most tiles from the bedside to the nearest thing of each of `GOALS`."""

GOALS = (
    "Hobbs Cafe",
    "The Rose and Crown Pub",
    "Oak Hill College",
    "Johnson Park",
    "Harvey Oak Supply Store",
    "The Willows Market and Pharmacy",
)
