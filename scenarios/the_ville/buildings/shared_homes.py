"""The artists' co-living space in the west, the college and its dorm in the east."""

from __future__ import annotations

from scenarios.drawing import Drawing
from scenarios.the_ville.buildings.rooms import bath, desk, kitchenette, put, single_bed


def draw_shared_homes(town: Drawing) -> None:
    co_living(town)
    college(town)
    dorm(town)


def co_living(town: Drawing) -> None:
    """Three artists in the north, two and the kitchen in the south, the common room between; it opens east."""
    town.building((14, 17, 43, 35), floor="wood_floor")
    town.sector("artist's co-living space", "home", (14, 17, 43, 35), private=True)
    for x in (20, 23, 29, 32, 38):
        town.wall_down(x, 19, 24)
    for x in (20, 23, 29, 32):
        town.wall_down(x, 29, 34)
    town.wall_across(24, 15, 42)
    town.wall_across(29, 15, 42)
    town.dot("door", (17, 24), (26, 24), (35, 24), (17, 29), (26, 29), (36, 29), (43, 27))
    town.dot("window", (17, 18), (21, 18), (26, 18), (30, 18), (35, 18), (40, 18))
    town.dot("window", (16, 35), (21, 35), (26, 35), (30, 35), (35, 35), (39, 35))
    for name, x, y, side in (
        ("Latoya Williams", 15, 19, 24),
        ("Rajiv Patel", 24, 19, 24),
        ("Abigail Chen", 33, 19, 24),
        ("Francisco Lopez", 15, 30, 29),
        ("Hailey Johnson", 24, 30, 29),
    ):
        _artists_rooms(town, name, x, y, side)
    # Each room's own things.
    desk(town, (19, 20), (18, 20))
    put(town, "shelf", "bookshelf", (18, 19), capacity=1)
    put(town, "guitar", "guitar", (27, 19))
    put(town, "easel", "easel", (28, 23))
    desk(town, (37, 20), (36, 20))
    put(town, "shelf", "bookshelf", (18, 30), capacity=1)
    put(town, "easel", "easel", (19, 34))
    desk(town, (28, 31), (27, 31))
    put(town, "easel", "easel", (24, 34))

    town.arena("common room", (15, 25, 42, 28), (43, 27, 43, 27))
    town.thing("common room table", "common room table", (22, 26, 25, 26), capacity=8)
    town.dot("chair", (22, 25), (25, 25), (21, 26), (26, 26), *((x, 27) for x in range(22, 26)))
    town.thing("common room sofa", "sofa", (30, 27, 33, 27), capacity=4)
    town.paint("rug", (30, 26, 33, 26))
    town.dot("plant", (15, 25), (15, 28), (42, 25), (20, 28), (38, 25))
    town.dot("mat", (42, 27))

    town.paint("tile_floor", (33, 30, 42, 34), (36, 29, 36, 29))
    town.arena("kitchen", (33, 29, 42, 34))
    kitchenette(town, (38, 30), (39, 30), (41, 30))
    put(town, "toaster", "toaster", (40, 30))
    town.thing("kitchen table", "dining table", (38, 33, 39, 33), capacity=4)
    town.dot("chair", *((x, y) for x in (38, 39) for y in (32, 34)))
    town.dot("plant", (33, 34), (42, 34))
    town.dot("barrel", (33, 30))


def _artists_rooms(town: Drawing, name: str, x: int, y: int, wall: int) -> None:
    """A room of five by five tiles from (x, y) and a bathroom east of it; `wall` is the row of its door."""
    wide = 4 if x == 33 else 2
    town.paint("tile_floor", (x + 6, y, x + 5 + wide, y + 4), (x + 5, y + 3, x + 5, y + 3))
    town.dot("door", (x + 5, y + 3))
    room = [(x, y, x + 4, y + 4), (x + 2, wall, x + 2, wall)]
    town.arena(f"{name}'s room", *room)
    single_bed(town, (x, y))
    put(town, "closet", "wardrobe", (x + 1, y))
    town.arena(f"{name}'s bathroom", (x + 5, y, x + 5 + wide, y + 4))
    bath(town, (x + 6, y), (x + 5 + wide, y), (x + 5 + wide, y + 4))


def college(town: Drawing) -> None:
    """The classroom in the north, the library in the south, the hallway between; it opens west."""
    town.building((107, 19, 125, 34), floor="stone_floor")
    town.sector("Oak Hill College", "school", (107, 19, 125, 34))
    town.wall_across(26, 108, 124)
    town.wall_across(29, 108, 124)
    town.paint("wood_floor", (108, 21, 124, 26), (108, 29, 124, 33))
    town.dot("door", (111, 26), (121, 26), (113, 29), (119, 29), (107, 27), (107, 28))
    town.dot("window", *((x, 20) for x in (109, 111, 113, 119, 121, 123)))
    town.dot("window", *((x, 34) for x in (109, 112, 115, 117, 120, 123)))

    town.arena("classroom", (108, 21, 124, 26))
    town.thing("blackboard", "blackboard", (115, 21, 117, 21), front="south", capacity=2)
    put(town, "classroom podium", "podium", (118, 22))
    seats = [(x, 24) for x in (110, 112, 114, 118, 120, 122)]
    town.thing("classroom student seating", "student desk", *((*at, *at) for at in seats), capacity=6)
    town.dot("chair", *((x, y + 1) for x, y in seats))
    town.dot("plant", (108, 21), (124, 21), (108, 25), (124, 25))
    town.paint("rug", (115, 22, 116, 22))

    town.arena("hallway", (107, 27, 124, 28))
    town.dot("plant", (124, 27), (124, 28))

    town.arena("library", (108, 29, 124, 33))
    town.thing("bookshelf", "library shelf", (108, 30, 111, 30), (122, 30, 124, 30), capacity=5)
    town.thing("library table", "library table", (112, 32, 113, 32), (117, 32, 118, 32), capacity=6)
    town.dot("chair", (113, 31), (113, 33), (112, 33), (117, 31), (118, 33), (117, 33), (114, 32), (119, 32))
    town.thing("library sofa", "sofa", (122, 33, 123, 33))
    town.dot("plant", (108, 33), (124, 33), (116, 30))
    town.paint("rug", (122, 32, 123, 32))


def dorm(town: Drawing) -> None:
    """Two rooms, the men's bathroom and the kitchen in the north, the women's rooms in the south; it opens west.

    The garden lies at the north end, beside the college.
    """
    town.building((105, 40, 133, 62), floor="wood_floor")
    town.sector("Dorm for Oak Hill College", "dorm", (105, 36, 133, 62), (126, 31, 133, 35), private=True)
    for x in (112, 116, 123, 126):
        town.wall_down(x, 42, 47)
    for x in (112, 116, 123):
        town.wall_down(x, 55, 61)
    town.wall_across(47, 106, 123)
    town.wall_across(47, 126, 132)
    town.wall_across(55, 106, 123)
    town.dot("door", (109, 47), (114, 47), (119, 47), (129, 47), (109, 55), (114, 55), (119, 55), (105, 51))
    town.north_door(124, 40)
    town.dot("window", *((x, 41) for x in (108, 110, 114, 118, 121, 128, 131)))
    town.dot("window", *((x, 62) for x in (107, 110, 114, 118, 121, 126, 130)))

    town.arena("Klaus Mueller's room", (106, 42, 111, 47))
    single_bed(town, (106, 42))
    put(town, "closet", "wardrobe", (107, 42))
    desk(town, (111, 43), (110, 43))
    put(town, "game console", "game console", (109, 42))
    town.paint("rug", (108, 44, 109, 45))
    town.paint("tile_floor", (113, 42, 115, 47))
    town.arena("man's bathroom", (113, 42, 115, 47))
    bath(town, (113, 42), (115, 42), (113, 45))
    town.arena("Wolfgang Schulz's room", (117, 42, 122, 47))
    single_bed(town, (117, 42))
    put(town, "closet", "wardrobe", (118, 42))
    desk(town, (122, 43), (121, 43))
    put(town, "game console", "game console", (120, 42))
    put(town, "lifting weight", "lifting weight", (122, 46))
    town.dot("mat", (121, 46))
    town.paint("tile_floor", (127, 42, 132, 47))
    town.arena("kitchen", (127, 42, 132, 47))
    kitchenette(town, (127, 42), (128, 42), (131, 42))
    put(town, "toaster", "toaster", (129, 42))
    town.thing("kitchen table", "dining table", (130, 45, 131, 45))
    town.dot("chair", (130, 44), (131, 44), (130, 46), (131, 46))

    town.arena("Maria Lopez's room", (106, 55, 111, 61))
    single_bed(town, (106, 56))
    put(town, "closet", "wardrobe", (107, 56))
    desk(town, (111, 57), (110, 57))
    desk(town, (111, 59), (110, 59), "computer", "computer")
    put(town, "blackboard", "blackboard", (106, 60), front="east")
    town.paint("tile_floor", (113, 55, 115, 61))
    town.arena("woman's bathroom", (113, 55, 115, 61))
    bath(town, (113, 56), (115, 56), (113, 60))
    town.arena("Ayesha Khan's room", (117, 55, 122, 61))
    single_bed(town, (117, 56))
    put(town, "closet", "wardrobe", (118, 56))
    put(town, "shelf", "bookshelf", (120, 56), capacity=1)
    desk(town, (122, 59), (121, 59))
    town.paint("rug", (119, 58, 120, 59))

    hall = (124, 40, 124, 41), (124, 42, 125, 47)
    town.arena("common room", *hall, (105, 51, 105, 51), (106, 48, 132, 54), (124, 55, 132, 61))
    town.thing("common room table", "common room table", (112, 51, 115, 51), capacity=8)
    town.dot("chair", *((x, y) for x in range(112, 116) for y in (50, 52)))
    town.thing("common room sofa", "sofa", (120, 50, 122, 50), capacity=3)
    town.paint("rug", (120, 51, 122, 51))
    town.paint("carpet", (126, 56, 130, 60))
    town.thing("pool table", "pool table", (127, 57, 129, 58))
    town.paint("rug", (108, 49, 109, 50), (108, 52, 109, 53), (128, 50, 130, 51))
    town.dot("plant", (106, 48), (106, 54), (132, 48), (132, 61), (124, 61), (123, 48))
    town.dot("mat", (106, 51))

    town.arena("garden", (105, 36, 133, 39), (126, 31, 133, 35))
    town.paint("hedge", (126, 31, 133, 31), (133, 32, 133, 39), (105, 36, 125, 36), (105, 37, 105, 39))
    town.paint("hedge", (126, 32, 126, 35))
    beds = (
        (107, 37, 110, 38),
        (112, 37, 115, 38),
        (117, 37, 120, 38),
        (128, 33, 131, 34),
        (127, 36, 131, 37),
    )
    town.paint("soil", *beds)
    lawn = ((128, 33, 131, 34), (106, 37, 121, 38), (128, 36, 131, 38))
    town.thing("dorm garden", "lawn", *lawn, capacity=8)
    town.paint("path", (123, 38, 125, 39))
    town.thing("garden bench", "bench", (122, 37, 123, 37))
    town.dot("flowers", *((x, y) for x in (107, 109, 112, 114, 117, 119) for y in (37, 38)))
    town.dot("flowers", (128, 33), (130, 33), (129, 34), (131, 34), (128, 36), (130, 37), (131, 36))
    town.dot("tree", (132, 32), (127, 32))
