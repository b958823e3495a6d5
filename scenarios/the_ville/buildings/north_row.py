"""North of the main street: the pub and the cafe with their owners' flats behind them, and three flats."""

from __future__ import annotations

from scenarios.drawing import Drawing
from scenarios.the_ville.buildings.rooms import bath, desk, flat, kitchenette, put, single_bed, small_table


def draw_north_row(town: Drawing) -> None:
    arthurs_flat(town)
    rose_and_crown(town)
    ryans_flat(town)
    isabellas_flat(town)
    hobbs_cafe(town)
    giorgios_flat(town)
    carlos_flat(town)


def arthurs_flat(town: Drawing) -> None:
    """Behind the pub; there is no way out but through it."""
    town.building((52, 13, 63, 18), floor="wood_floor")
    town.sector("Arthur Burton's apartment", "home", (52, 13, 63, 17), private=True)
    town.wall_down(56, 15, 17)
    town.paint("tile_floor", (53, 15, 55, 17), (56, 16, 56, 16))
    town.dot("door", (56, 16))
    town.dot("window", (54, 14), (58, 14), (61, 14))
    town.arena("bathroom", (53, 15, 56, 17))
    bath(town, (53, 15), (55, 15), (53, 17))
    town.arena("main room", (57, 15, 62, 17))
    put(town, "closet", "wardrobe", (57, 15))
    put(town, "shelf", "bookshelf", (58, 15), capacity=1)
    put(town, "desk", "desk", (59, 15))
    put(town, "refrigerator", "fridge", (60, 15))
    put(town, "guitar", "guitar", (61, 15))
    single_bed(town, (62, 15))
    small_table(town, (57, 17), (58, 17))


def rose_and_crown(town: Drawing) -> None:
    town.paint("wood_floor", (53, 18, 62, 25))
    town.paint("wall_top", (52, 18, 52, 25), (63, 18, 63, 25))
    town.wall_across(18, 53, 62)
    town.wall_across(26, 52, 63)
    town.sector("The Rose and Crown Pub", "pub", (52, 18, 63, 26))
    town.dot("door", (60, 18), (58, 26))
    town.dot("window", (54, 26), (56, 26), (60, 26), (62, 26))
    town.arena("pub", (53, 18, 62, 26))
    kitchenette(town, (53, 19), (54, 19), (56, 19), staff_only=True)
    put(town, "shelf", "bottle shelf", (55, 19), staff_only=True)
    town.thing("behind the bar counter", "pub serving place", (54, 20, 56, 20))
    town.thing("bar counter", "bar counter", (53, 21, 56, 21), front="south")
    tables = ((53, 23, 53, 25), (57, 23, 57, 25), (60, 23, 60, 25))
    town.thing("bar customer seating", "pub table", *tables, capacity=12)
    town.dot("chair", *((x, y) for x in (54, 56, 59, 61) for y in (23, 24, 25)))
    put(town, "microphone", "microphone", (62, 20))
    town.paint("rug", (61, 20, 61, 20))
    town.dot("barrel", (62, 19))
    town.dot("plant", (57, 19))
    town.dot("mat", (58, 25))


def ryans_flat(town: Drawing) -> None:
    x0, y0, _, _ = flat(town, "Ryan Park's apartment", (64, 13, 70, 26))
    desk(town, (x0, y0 + 3), (x0 + 1, y0 + 3), "computer desk", "computer desk")
    town.paint("rug", (x0 + 2, y0 + 1, x0 + 2, y0 + 1))
    town.dot("plant", (x0, y0 + 1))


def isabellas_flat(town: Drawing) -> None:
    """Behind the cafe; there is no way out but through it."""
    town.building((71, 13, 84, 18), floor="wood_floor")
    town.sector("Isabella Rodriguez's apartment", "home", (71, 13, 84, 17), private=True)
    town.wall_down(75, 15, 17)
    town.paint("tile_floor", (72, 15, 74, 17), (75, 16, 75, 16))
    town.dot("door", (75, 16))
    town.dot("window", (73, 14), (78, 14), (81, 14))
    town.arena("bathroom", (72, 15, 75, 17))
    bath(town, (72, 15), (74, 15), (72, 17))
    town.arena("main room", (76, 15, 83, 17))
    put(town, "refrigerator", "fridge", (76, 15))
    put(town, "shelf", "bookshelf", (77, 15), capacity=1)
    put(town, "desk", "desk", (79, 15))
    put(town, "closet", "wardrobe", (81, 15))
    single_bed(town, (83, 15))
    small_table(town, (81, 17), (80, 17), (82, 17))
    town.dot("plant", (82, 15))


def hobbs_cafe(town: Drawing) -> None:
    """The counter and the kitchen in the north-east, tables all around, a piano in the corner."""
    town.paint("wood_floor", (72, 18, 83, 25))
    town.paint("wall_top", (71, 18, 71, 25), (84, 18, 84, 25))
    town.wall_across(18, 72, 83)
    town.wall_across(26, 71, 84)
    town.paint("tile_floor", (78, 19, 83, 20))
    town.sector("Hobbs Cafe", "cafe", (71, 18, 84, 26))
    town.dot("door", (78, 18), (78, 26))
    town.dot("window", (72, 26), (74, 26), (76, 26), (80, 26), (82, 26))
    town.arena("cafe", (72, 18, 83, 26))
    kitchenette(town, (79, 19), (80, 19), (82, 19), staff_only=True)
    put(town, "coffee machine", "coffee machine", (81, 19), staff_only=True)
    town.thing("behind the cafe counter", "cafe serving place", (79, 20, 82, 20))
    town.thing("cafe counter", "cafe counter", (79, 21, 83, 21), front="south")
    town.thing("piano", "upright piano", (72, 19, 73, 19), front="south")
    tables = [(75, 19), (76, 19), *((72, y) for y in range(21, 26)), (83, 23), (83, 24)]
    tables += [(x, y) for x in (76, 80) for y in (23, 24, 25)]
    town.thing("cafe customer seating", "cafe table", *((*at, *at) for at in tables), capacity=24)
    town.dot("chair", (74, 19), (77, 19), (75, 20), (76, 20), (76, 22), (83, 22), (83, 25))
    town.dot("chair", *((73, y) for y in range(21, 26)))
    town.dot("chair", *((x, y) for x in (75, 77, 79, 81) for y in (23, 24, 25)))
    town.dot("plant", (83, 19), (83, 20))
    town.dot("mat", (78, 25))


def giorgios_flat(town: Drawing) -> None:
    x0, y0, _, _ = flat(town, "Giorgio Rossi's apartment", (85, 12, 91, 25))
    desk(town, (x0, y0 + 4), (x0 + 1, y0 + 4))
    put(town, "blackboard", "blackboard", (x0, y0 + 2), front="east")


def carlos_flat(town: Drawing) -> None:
    x0, y0, _, _ = flat(town, "Carlos Gomez's apartment", (92, 12, 98, 25))
    desk(town, (x0, y0 + 2), (x0 + 1, y0 + 2))
    town.paint("rug", (x0 + 1, y0 + 4, x0 + 2, y0 + 4))
    town.dot("plant", (x0, y0 + 4))
