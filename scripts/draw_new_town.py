"""Draws the map that `townlet new` copies, the same to the byte each time: `python -m scripts.draw_new_town`.

North of the lane lie Quince House and the Corner Shop, south of it Pear Green. It is meant to be changed in Tiled.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from scenarios.drawing import Drawing

PROJECT = Path(__file__).resolve().parents[1]
FOLDER = PROJECT / "townlet" / "new_town"


def new_town() -> Drawing:
    town = Drawing(32, 24, ground="grass")
    town.paint("path", (0, 12, 31, 13))
    town.dot("tree", (0, 3), (0, 9), (31, 2), (31, 8), (30, 22), (0, 20))
    town.dot("bush", (17, 1), (18, 8), (30, 5))
    town.dot("flowers", (18, 3), (17, 10), (30, 10))
    town.dot("lamp_post", (8, 14), (22, 14))
    quince_house(town)
    corner_shop(town)
    pear_green(town)
    town.spawn("gate", 0, 12)
    return town


def quince_house(town: Drawing) -> None:
    """A home for three: a room for each and a bathroom at the back, living room and kitchen at the front."""
    town.building((1, 1, 16, 11), floor="wood_floor")
    town.sector("Quince House", "home", (1, 1, 16, 11), private=True)
    for x in (5, 9, 13):
        town.wall_down(x, 3, 6)
    town.wall_across(6, 2, 15)
    town.wall_down(9, 7, 10)
    town.paint("tile_floor", (14, 3, 15, 5), (10, 7, 15, 10))
    town.dot("door", (3, 6), (7, 6), (11, 6), (14, 6), (9, 8), (5, 11))
    town.dot("window", (3, 2), (7, 2), (11, 2), (3, 11), (12, 11))
    for name, left, more in (("Ada", 2, None), ("Ben", 6, "desk"), ("Cleo", 10, "guitar")):
        room = f"{name}'s room"
        town.arena(room, (left, 3, left + 2, 5), (left + 1, 6, left + 1, 6), private=True)
        town.thing("bed", "bed", (left, 3, left, 4))
        town.thing("wardrobe", "wardrobe", (left + 2, 3, left + 2, 3))
        if more is not None:
            town.thing(more, more, (left + 2, 5, left + 2, 5))
    town.arena("bathroom", (14, 3, 15, 5), (14, 6, 14, 6), capacity=1)
    town.thing("shower", "shower", (14, 3, 14, 3))
    town.thing("toilet", "toilet", (15, 3, 15, 3))
    town.thing("washbasin", "washbasin", (15, 5, 15, 5))
    town.arena("living room", (2, 7, 8, 10), (5, 11, 5, 11))
    town.thing("bookshelf", "bookshelf", (5, 7, 6, 7))
    town.thing("armchair", "armchair", (8, 7, 8, 7))
    town.thing("sofa", "sofa", (2, 9, 2, 10))
    town.thing("radio", "radio", (8, 10, 8, 10))
    town.paint("rug", (4, 9, 6, 10))
    town.arena("kitchen", (10, 7, 15, 10), (9, 8, 9, 8))
    town.thing("stove", "stove", (10, 10, 10, 10))
    town.thing("sink", "kitchen sink", (11, 10, 11, 10))
    town.thing("fridge", "fridge", (15, 10, 15, 10))
    town.thing("table", "dining table", (13, 8, 14, 8))
    town.dot("chair", (12, 8), (15, 8), (13, 9), (14, 9))


def corner_shop(town: Drawing) -> None:
    """A shop with two tables for tea, and a washroom."""
    town.building((19, 1, 29, 11), floor="wood_floor")
    town.sector("The Corner Shop", "shop", (19, 1, 29, 11))
    town.wall_down(26, 3, 6)
    town.wall_across(6, 27, 28)
    town.paint("tile_floor", (27, 3, 28, 5))
    town.dot("door", (27, 6), (24, 11))
    town.dot("window", (21, 2), (24, 2), (21, 11), (27, 11))
    town.arena("shop floor", (20, 3, 25, 10), (26, 7, 28, 10), (24, 11, 24, 11))
    town.thing("behind the counter", "serving place", (20, 4, 20, 6))
    town.thing("counter", "shop counter", (21, 4, 21, 6), front="east")
    town.thing("shelf of goods", "goods on show", (24, 3, 25, 3))
    town.thing("tea kettle", "kettle", (20, 8, 20, 8))
    for number, (x, y) in enumerate(((22, 9), (27, 9)), start=1):
        town.thing(f"tea table {number}", "tea table", (x, y, x, y))
        town.dot("chair", (x - 1, y), (x + 1, y))
    town.arena("washroom", (27, 3, 28, 5), (27, 6, 27, 6), capacity=1)
    town.thing("washbasin", "washbasin", (27, 3, 27, 3))
    town.thing("toilet", "toilet", (28, 3, 28, 3))


def pear_green(town: Drawing) -> None:
    """The park: an orchard with vegetable beds, and the bank of a pond."""
    town.sector("Pear Green", "park", (1, 15, 29, 22))
    town.paint("path", (15, 14, 15, 19))
    town.arena("orchard", (1, 15, 14, 22))
    town.dot("blossom_tree", (2, 16), (6, 15), (11, 15), (13, 18), (2, 22), (10, 22))
    town.thing("orchard bench", "bench", (4, 17, 5, 17))
    town.thing("vegetable beds", "vegetable bed", (8, 19, 9, 19))
    town.thing("grass", "lawn", (4, 20, 6, 21), capacity=4)
    town.thing("notices", "notice board", (13, 15, 13, 15))
    town.arena("pond bank", (15, 15, 29, 22))
    town.paint("sand", (22, 16, 29, 21))
    town.paint("water", (23, 17, 28, 20))
    town.dot("reeds", (22, 16), (29, 21))
    town.thing("pond bench", "bench", (21, 18, 21, 19))
    town.thing("drinking fountain", "drinking fountain", (17, 15, 17, 15))
    town.thing("picnic table", "picnic table", (17, 20, 18, 20))
    town.dot("bench", (17, 21), (18, 21), (17, 19), (18, 19))


def blocking() -> frozenset[str]:
    """Kinds that nobody can be on, in the words of all towns and of this one."""
    kinds: dict[str, Any] = {}
    for path in (PROJECT / "scenarios" / "object_kinds.yaml", FOLDER / "town.yaml"):
        kinds |= yaml.safe_load(path.read_text(encoding="utf-8"))["object_kinds"]
    return frozenset(name for name, kind in kinds.items() if kind.get("stands", "blocks") == "blocks")


if __name__ == "__main__":
    new_town().write(FOLDER, blocking())
