"""Between the two streets: the supply store and the market, each with a door to either street."""

from __future__ import annotations

from scenarios.drawing import Drawing
from scenarios.the_ville.buildings.rooms import put


def draw_middle_row(town: Drawing) -> None:
    harvey_oak(town)
    willows_market(town)


def harvey_oak(town: Drawing) -> None:
    town.building((56, 42, 71, 53), floor="wood_floor")
    town.sector("Harvey Oak Supply Store", "shop", (56, 42, 71, 53))
    town.north_door(63, 42)
    town.dot("door", (63, 53))
    town.dot("window", *((x, 43) for x in (61, 65, 68)), *((x, 53) for x in (58, 60, 66, 69)))
    town.arena("supply store", (57, 44, 70, 53), (63, 42, 63, 43))
    town.thing("behind the supply store counter", "shop serving place", (57, 44, 59, 44))
    town.thing("supply store counter", "shop counter", (57, 45, 59, 45), front="south")
    rows = ((57, 48, 60, 48), (57, 51, 60, 51), (66, 45, 69, 45), (66, 48, 69, 48), (65, 51, 69, 51))
    town.thing("supply store product shelf", "shop shelf", *rows, capacity=6)
    town.thing("customer bench", "bench", (70, 48, 70, 49))
    put(town, "notice board", "notice board", (61, 44), capacity=2)
    town.dot("crate", (70, 52), (70, 44), (57, 52))
    town.dot("barrel", (57, 47), (70, 46))
    town.dot("plant", (65, 44))
    town.dot("mat", (63, 44), (63, 52))


def willows_market(town: Drawing) -> None:
    """The grocery in the west half, the pharmacy in the east half."""
    town.building((74, 42, 94, 53), floor="stone_floor")
    town.sector("The Willows Market and Pharmacy", "shop", (74, 42, 94, 53))
    town.paint("tile_floor", (87, 44, 93, 52))
    town.north_door(84, 42)
    town.dot("door", (84, 53))
    town.dot("window", *((x, 43) for x in (80, 82, 86, 88)), *((x, 53) for x in (76, 79, 81, 87, 90, 92)))
    town.arena("store", (75, 44, 93, 53), (84, 42, 84, 43))
    town.thing("behind the grocery counter", "shop serving place", (75, 44, 78, 44))
    town.thing("grocery store counter", "grocery counter", (75, 45, 78, 45), front="south")
    rows = ((76, 48, 81, 48), (76, 50, 82, 50), (75, 52, 82, 52), (82, 48, 82, 48))
    town.thing("grocery store shelf", "grocery shelf", *rows, capacity=8)
    town.thing("behind the pharmacy counter", "pharmacy serving place", (91, 44, 93, 44))
    town.thing("pharmacy store counter", "pharmacy counter", (91, 45, 93, 45), front="south")
    town.thing("pharmacy store shelf", "pharmacy shelf", (88, 48, 91, 48), (88, 51, 91, 51), capacity=4)
    town.thing("customer bench", "bench", (86, 49, 86, 50))
    put(town, "notice board", "notice board", (80, 44), capacity=2)
    town.dot("crate", (81, 44), (82, 44), (86, 52))
    town.dot("barrel", (83, 46))
    town.dot("plant", (87, 44), (93, 52), (86, 47))
    town.dot("mat", (84, 44), (84, 52))
