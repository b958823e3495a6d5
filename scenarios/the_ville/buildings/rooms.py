"""What many rooms of the Ville have in common: beds, bathrooms, kitchens, and whole houses that are alike."""

from __future__ import annotations

from scenarios.drawing import Box, Drawing

Tile = tuple[int, int]


def put(town: Drawing, name: str, kind: str, at: Tile, **properties: bool | int | str) -> None:
    """A thing of one tile."""
    town.thing(name, kind, (*at, *at), **properties)


def single_bed(town: Drawing, at: Tile) -> None:
    """Its head is at `at`, its foot one tile south of it."""
    town.thing("bed", "bed", (at[0], at[1], at[0], at[1] + 1))


def double_bed(town: Drawing, at: Tile) -> None:
    town.thing("bed", "double bed", (at[0], at[1], at[0] + 1, at[1] + 1))


def desk(town: Drawing, at: Tile, chair: Tile, name: str = "desk", kind: str = "desk") -> None:
    put(town, name, kind, at)
    town.dot("chair", chair)


def bath(town: Drawing, sink: Tile, shower: Tile, toilet: Tile) -> None:
    put(town, "bathroom sink", "washbasin", sink)
    put(town, "shower", "shower", shower)
    put(town, "toilet", "toilet", toilet)


def kitchenette(town: Drawing, sink: Tile, stove: Tile, fridge: Tile, staff_only: bool = False) -> None:
    """Kitchen sink, cooking area and refrigerator."""
    own: dict[str, bool] = {"staff_only": True} if staff_only else {}
    put(town, "kitchen sink", "kitchen sink", sink, **own)
    put(town, "cooking area", "stove", stove, **own)
    put(town, "refrigerator", "fridge", fridge, **own)


def small_table(town: Drawing, at: Tile, *chairs: Tile) -> None:
    """Where somebody who lives alone eats."""
    put(town, "small table", "small table", at)
    town.dot("chair", *chairs)


def flat(town: Drawing, name: str, box: Box) -> Box:
    """A home of one room whose front door looks south: the bathroom is in the corner beside the door.

    Returns the free part of the main room, where its owner's own things go.
    """
    x0, y0, x1, y1 = box
    town.building(box, floor="wood_floor")
    town.sector(name, "home", box, private=True)
    top, wall = y0 + 2, y1 - 4
    town.wall_down(x0 + 3, wall, y1 - 1)
    town.wall_across(wall, x0 + 1, x0 + 3)
    town.dot("wall_top", (x0 + 3, y1 - 3), (x0 + 3, y1 - 1))
    town.paint("tile_floor", (x0 + 1, y1 - 3, x0 + 2, y1 - 1), (x0 + 3, y1 - 2, x0 + 3, y1 - 2))
    town.dot("door", (x0 + 3, y1 - 2), (x0 + 4, y1))
    town.dot("window", (x0 + 2, y0 + 1), (x0 + 4, y0 + 1), (x0 + 2, y1))
    town.arena("bathroom", (x0 + 1, y1 - 3, x0 + 3, y1 - 1))
    bath(town, (x0 + 1, y1 - 3), (x0 + 2, y1 - 3), (x0 + 1, y1 - 1))
    town.arena("main room", (x0 + 1, top, x1 - 1, wall - 1), (x0 + 4, wall, x1 - 1, y1))
    single_bed(town, (x0 + 1, top))
    put(town, "closet", "wardrobe", (x0 + 2, top))
    kitchenette(town, (x0 + 3, top), (x0 + 4, top), (x0 + 5, top))
    small_table(town, (x0 + 5, top + 3), (x0 + 4, top + 3), (x0 + 5, top + 4))
    town.dot("mat", (x0 + 4, y1 - 1))
    town.dot("plant", (x0 + 5, y1 - 1))
    return x0 + 1, top + 2, x1 - 1, wall - 1


def cottage(town: Drawing, name: str, box: Box) -> Tile:
    """A home of one room whose front door looks north, with the bathroom at the back; without a bed.

    Returns the north-west corner of the main room.
    """
    x0, y0, x1, y1 = box
    town.building(box, floor="wood_floor")
    town.sector(name, "home", box, private=True)
    top, wall = y0 + 2, y1 - 4
    town.wall_across(wall, x0 + 1, x1 - 1)
    town.paint("tile_floor", (x0 + 1, wall, x1 - 1, y1 - 1))
    town.dot("door", (x0 + 2, wall))
    town.north_door(x0 + 3, y0)
    town.dot("window", (x0 + 1, y0 + 1), (x0 + 5, y0 + 1), (x0 + 2, y1), (x0 + 4, y1))
    town.arena("bathroom", (x0 + 1, wall, x1 - 1, y1 - 1))
    bath(town, (x0 + 1, wall + 1), (x0 + 5, wall + 1), (x0 + 4, wall + 1))
    town.dot("mat", (x0 + 5, wall + 2))
    town.arena("main room", (x0 + 1, top, x1 - 1, wall - 1), (x0 + 3, y0, x0 + 3, y0 + 1))
    kitchenette(town, (x0 + 2, top), (x0 + 1, top), (x0 + 4, top))
    put(town, "closet", "wardrobe", (x0 + 5, top))
    small_table(town, (x0 + 1, top + 2), (x0 + 2, top + 2), (x0 + 1, top + 3))
    return x0 + 1, top


def family_house(town: Drawing, name: str, box: Box, bedrooms: tuple[str, str]) -> tuple[Tile, Tile]:
    """A house whose front door looks north: two bedrooms beside the hall, the kitchen and the bathroom behind,
    a garden in the south. Closets stand in it; beds do not.

    Returns the north-west corners of the two bedrooms, which are four tiles wide and deep.
    """
    x0, y0, x1, y1 = box
    back = y1 - 4
    first, second = bedrooms
    town.building((x0, y0, x1, back), floor="wood_floor")
    town.sector(name, "home", box, private=True)
    top, wall = y0 + 2, y0 + 6
    town.wall_down(x0 + 5, top, wall)
    town.wall_down(x0 + 8, top, back - 1)
    town.wall_across(wall, x0 + 1, x0 + 5)
    town.wall_across(wall, x0 + 8, x1 - 1)
    town.wall_down(x0 + 4, wall + 4, back - 1)
    town.wall_across(wall + 4, x0 + 1, x0 + 4)
    town.paint("tile_floor", (x0 + 1, wall + 4, x0 + 3, back - 1), (x0 + 9, wall + 1, x1 - 1, back - 1))
    town.north_door(x0 + 6, y0)
    town.dot("door", (x0 + 5, top + 2), (x0 + 8, top + 2), (x0 + 8, wall + 3), (x0 + 2, wall + 4))
    town.dot("door", (x0 + 7, back))
    town.dot("window", (x0 + 2, y0 + 1), (x0 + 11, y0 + 1), (x0 + 2, back), (x0 + 10, back), (x0 + 12, back))
    town.dot("window", (x0 + 4, y0 + 1), (x0 + 9, y0 + 1))

    town.arena(first, (x0 + 1, top, x0 + 5, wall - 1))
    put(town, "closet", "wardrobe", (x0 + 4, top))
    town.arena(second, (x0 + 8, top, x1 - 1, wall - 1))
    put(town, "closet", "wardrobe", (x0 + 9, top))
    town.arena("bathroom", (x0 + 1, wall + 4, x0 + 3, back - 1))
    bath(town, (x0 + 1, wall + 5), (x0 + 3, wall + 5), (x0 + 1, back - 1))
    town.arena("kitchen", (x0 + 8, wall + 1, x1 - 1, back - 1))
    kitchenette(town, (x0 + 9, wall + 1), (x0 + 10, wall + 1), (x0 + 12, wall + 1))
    table = (x0 + 10, wall + 5, x0 + 11, wall + 5)
    town.thing("kitchen table", "dining table", table)
    town.dot("chair", *((x, y) for x in (table[0], table[2]) for y in (wall + 4, wall + 6)))
    hall = (x0 + 6, y0, x0 + 6, y0 + 1), (x0 + 6, top, x0 + 7, wall)
    room = (x0 + 1, wall + 1, x0 + 7, wall + 3), (x0 + 5, wall + 4, x0 + 7, back - 1)
    town.arena("common room", *hall, *room, (x0 + 7, back, x0 + 7, back))
    table = (x0 + 5, wall + 4, x0 + 6, wall + 5)
    town.thing("common room table", "common room table", table)
    town.dot("chair", *((x, y) for x in (x0 + 5, x0 + 6) for y in (wall + 3, wall + 6)))
    put(town, "shelf", "bookshelf", (x0 + 1, wall + 1), capacity=1)
    town.dot("mat", (x0 + 6, top))
    town.paint("rug", (x0 + 2, wall + 2, x0 + 3, wall + 3))

    town.arena("garden", (x0, back + 1, x1, y1))
    town.paint("fence", (x0, back + 1, x0, y1), (x1, back + 1, x1, y1), (x0 + 1, y1, x1 - 1, y1))
    town.paint("path", (x0 + 7, back + 1, x0 + 7, y1 - 1))
    town.paint("soil", (x0 + 1, back + 2, x0 + 6, y1 - 1))
    town.thing("house garden", "house garden", (x0 + 2, back + 3, x0 + 5, back + 3))
    town.dot("flowers", (x0 + 8, back + 1), (x0 + 9, back + 1), (x0 + 11, back + 1), (x0 + 8, y1 - 1))
    town.dot("bush", (x0 + 12, y1 - 1))
    return (x0 + 1, top), (x0 + 9, top)
