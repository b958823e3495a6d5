"""Draws Brook Lane: `python -m scenarios.brook_lane.draw_map` writes map.tmj, the same to the byte each time.

North of the lane lie Mill House, the Blue Kettle and Second Wheel; south of it Signal Cottage, Alder Green
and Number Nine. The brook comes from the north, runs under the lane and widens into the pond of the park.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.drawing import Drawing, blocking_kinds, write_swatches

FOLDER = Path(__file__).parent


def brook_lane() -> Drawing:
    town = Drawing(48, 36, ground="grass")
    outdoors(town)
    mill_house(town)
    blue_kettle(town)
    second_wheel(town)
    signal_cottage(town)
    alder_green(town)
    number_nine(town)
    town.spawn("gate", 0, 16)
    town.spawn("east end", 47, 16)
    return town


def outdoors(town: Drawing) -> None:
    town.paint("meadow", (0, 0, 47, 1), (15, 2, 16, 13), (33, 2, 33, 13))
    town.paint("water", (31, 0, 32, 20))
    town.paint("path", (0, 15, 47, 17))
    town.paint("bridge", (31, 15, 32, 17))
    town.paint("path", (5, 14, 5, 14), (25, 14, 25, 14), (38, 14, 38, 14))  # to the north's front doors
    town.paint("path", (14, 18, 14, 26), (33, 18, 33, 30))  # to the south's, which are at their sides
    town.dot(
        "tree", (15, 3), (16, 6), (15, 10), (0, 3), (0, 8), (0, 22), (0, 28), (47, 5), (47, 24), (47, 30)
    )
    town.dot("pine", (2, 0), (9, 0), (20, 0), (26, 1), (36, 0), (43, 0), (47, 10))
    town.dot("blossom_tree", (16, 9), (15, 12), (33, 5), (33, 10))
    town.dot("bush", (13, 1), (23, 0), (40, 1), (0, 12), (0, 34), (47, 34), (15, 28), (14, 33))
    town.dot(
        "flowers",
        (2, 14),
        (3, 14),
        (7, 14),
        (8, 14),
        (10, 14),
        (22, 14),
        (23, 14),
        (27, 14),
        (36, 14),
        (40, 14),
    )
    town.dot("reeds", (30, 14), (33, 13), (30, 18))
    town.dot("lamp_post", (4, 14), (16, 14), (24, 14), (34, 14), (44, 14), (8, 18), (22, 18), (40, 18))
    town.dot("sign", (26, 14), (39, 14))


def mill_house(town: Drawing) -> None:
    """Marta's and Ivo's: bedroom, bathroom and study at the back, living room and kitchen at the front."""
    town.building((1, 2, 14, 13), floor="wood_floor")
    town.sector("Mill House", "home", (1, 2, 14, 13), private=True)
    town.paint("wall_top", (7, 4, 7, 7), (10, 4, 10, 7), (9, 8, 9, 12))
    town.paint("wall", (2, 7, 13, 7), (9, 12, 9, 12))
    town.paint("tile_floor", (8, 4, 9, 7), (10, 8, 13, 12))
    town.dot("door", (5, 7), (8, 7), (12, 7), (9, 10), (5, 13))
    town.dot("window", (3, 3), (5, 3), (12, 3), (3, 13), (7, 13), (11, 13))

    town.arena("bedroom", (2, 4, 6, 6), (5, 7, 5, 7), private=True)
    town.thing("double bed", "double bed", (3, 4, 4, 5))
    town.thing("wardrobe", "wardrobe", (6, 4, 6, 4))
    town.thing("chest of drawers", "chest of drawers", (6, 6, 6, 6))
    town.arena("bathroom", (8, 4, 9, 6), (8, 7, 8, 7), capacity=1)
    town.thing("toilet", "toilet", (8, 4, 8, 4))
    town.thing("shower", "shower", (9, 4, 9, 4))
    town.thing("washbasin", "washbasin", (9, 6, 9, 6))
    town.arena("study", (11, 4, 13, 6), (12, 7, 12, 7))
    town.thing("translation desk", "desk", (11, 4, 12, 4))
    town.thing("dictionaries", "bookshelf", (13, 4, 13, 4), capacity=1)
    town.thing("accordion", "accordion", (11, 6, 11, 6))
    town.arena("living room", (2, 8, 8, 12), (5, 13, 5, 13))
    town.thing("sofa", "sofa", (2, 10, 2, 11))
    town.thing("bookshelf", "bookshelf", (2, 8, 3, 8))
    town.thing("radio", "radio", (7, 8, 7, 8))
    town.thing("armchair", "armchair", (8, 12, 8, 12))
    town.paint("rug", (3, 10, 4, 11))
    town.arena("kitchen", (10, 8, 13, 12), (9, 10, 9, 10))
    town.thing("fridge", "fridge", (10, 8, 10, 8))
    town.thing("stove", "stove", (11, 8, 11, 8))
    town.thing("sink", "kitchen sink", (13, 8, 13, 8))
    town.thing("dining table", "dining table", (11, 10, 12, 10))
    town.dot("chair", (13, 10), (11, 11), (12, 11))
    town.dot("plant", (4, 8), (2, 12))


def blue_kettle(town: Drawing) -> None:
    """The café: kitchen, reading nook and washroom at the back, the counter and five tables before them."""
    town.building((17, 2, 30, 13), floor="wood_floor")
    town.sector("The Blue Kettle", "cafe", (17, 2, 30, 13))
    town.paint("wall_top", (23, 4, 23, 7), (27, 4, 27, 7))
    town.paint("wall", (18, 7, 23, 7), (27, 7, 29, 7))
    town.paint("tile_floor", (18, 4, 22, 7), (28, 4, 29, 7), (18, 8, 22, 9))
    town.paint("carpet", (24, 4, 26, 6))
    town.dot("door", (19, 7), (28, 7), (25, 13))
    town.dot("window", (20, 3), (25, 3), (19, 13), (22, 13), (28, 13))

    town.arena("kitchen", (18, 4, 22, 6), (19, 7, 19, 7), capacity=3, staff_only=True)
    town.thing("stove", "stove", (18, 4, 18, 4))
    town.thing("bread oven", "bread oven", (20, 4, 20, 4))
    town.thing("washing-up sink", "kitchen sink", (22, 4, 22, 4))
    town.thing("pastry table", "pastry table", (21, 6, 22, 6))
    town.arena("washroom", (28, 4, 29, 6), (28, 7, 28, 7), capacity=1)
    town.thing("toilet", "toilet", (28, 4, 28, 4))
    town.thing("washbasin", "washbasin", (29, 4, 29, 4))
    town.arena("main room", (18, 8, 29, 12), (24, 4, 26, 7), (25, 13, 25, 13))
    town.thing("serving place", "serving place", (20, 8, 21, 8))
    town.thing("coffee machine", "coffee machine", (18, 9, 18, 9), front="north", staff_only=True)
    town.thing("till", "till", (19, 9, 19, 9), front="north", staff_only=True)
    town.thing("cake display", "cake display", (20, 9, 21, 9), front="south")
    town.thing("crockery shelf", "crockery shelf", (22, 9, 22, 9), front="north", staff_only=True)
    town.thing("reading sofa", "sofa", (24, 4, 25, 4))
    town.thing("lending shelf", "bookshelf", (26, 4, 26, 5))
    town.thing("notice board", "notice board", (29, 8, 29, 8), capacity=1)
    for number, (x, y) in enumerate(((19, 12), (22, 12), (28, 12), (25, 9), (28, 10)), start=1):
        town.thing(f"table {number}", "cafe table", (x, y, x, y))
        town.dot("chair", (x - 1, y), (x + 1, y))
    town.dot("plant", (24, 7), (26, 7), (18, 10))
    town.dot("mat", (25, 12))


def second_wheel(town: Drawing) -> None:
    """The workshop for bicycles and furniture: the workroom at the back, the shop floor before it."""
    town.building((34, 2, 46, 13), floor="stone_floor")
    town.sector("Second Wheel", "workshop", (34, 2, 46, 13))
    town.paint("wall_top", (42, 9, 42, 13))
    town.paint("wall", (35, 8, 45, 8), (42, 13, 42, 13))
    town.paint("wood_floor", (35, 9, 41, 12))
    town.paint("tile_floor", (43, 9, 45, 12))
    town.dot("door", (38, 8), (42, 11), (38, 13))
    town.dot("window", (37, 3), (40, 3), (44, 3), (36, 13), (40, 13))

    town.arena("workroom", (35, 4, 45, 7), (38, 8, 38, 8))
    town.thing("workbench", "workbench", (35, 4, 37, 4), staff_only=True)
    town.thing("tool wall", "tool wall", (39, 4, 40, 4), staff_only=True)
    town.thing("lathe", "lathe", (42, 4, 42, 4), staff_only=True)
    town.thing("paint corner", "paint corner", (45, 4, 45, 5), staff_only=True)
    town.thing("bicycle stand", "bicycle stand", (41, 6, 41, 6), staff_only=True)
    town.thing("order book", "order book", (44, 7, 44, 7), staff_only=True)
    town.thing("tea table", "tea table", (36, 7, 36, 7))
    town.dot("stool", (35, 7), (37, 7))
    town.dot("barrel", (45, 7))
    town.arena("shop floor", (35, 9, 41, 12), (38, 13, 38, 13))
    town.thing("serving place", "serving place", (35, 10, 35, 11))
    town.thing("counter", "shop counter", (36, 10, 36, 12), front="east")
    town.thing("mended chairs", "goods on show", (40, 9, 41, 9))
    town.thing("row of bicycles", "goods on show", (40, 12, 41, 12))
    town.arena("washroom", (43, 9, 45, 12), (42, 11, 42, 11), capacity=1)
    town.thing("toilet", "toilet", (45, 9, 45, 9))
    town.thing("washbasin", "washbasin", (43, 9, 43, 9))
    town.dot("crate", (44, 12), (45, 12))


def signal_cottage(town: Drawing) -> None:
    """Ruth's and Walter's, with the vegetable garden behind it; its front door looks east."""
    town.building((1, 19, 13, 30), floor="wood_floor")
    town.sector("Signal Cottage", "home", (1, 19, 13, 34), private=True)
    town.paint("wall_top", (5, 21, 5, 24), (8, 21, 8, 24), (7, 25, 7, 29))
    town.paint("wall", (2, 24, 12, 24))
    town.paint("tile_floor", (6, 21, 7, 24), (2, 25, 6, 29))
    town.dot("door", (3, 24), (6, 24), (10, 24), (7, 27), (13, 26), (4, 30))
    town.dot("window", (3, 20), (10, 20), (2, 30), (9, 30), (11, 30))

    town.arena("Ruth's room", (2, 21, 4, 23), (3, 24, 3, 24), private=True)
    town.thing("bed", "bed", (2, 21, 2, 22))
    town.thing("wardrobe", "wardrobe", (4, 21, 4, 21))
    town.arena("bathroom", (6, 21, 7, 23), (6, 24, 6, 24), capacity=1)
    town.thing("toilet", "toilet", (6, 21, 6, 21))
    town.thing("bathtub", "bathtub", (7, 21, 7, 22), front="west")
    town.thing("washbasin", "washbasin", (7, 23, 7, 23))
    town.arena("Walter's room", (9, 21, 12, 23), (10, 24, 10, 24), private=True)
    town.thing("bed", "bed", (12, 21, 12, 22))
    town.thing("wardrobe", "wardrobe", (9, 21, 9, 21))
    town.thing("writing desk", "desk", (10, 21, 10, 21))
    town.arena("kitchen", (2, 25, 6, 29), (4, 30, 4, 30))
    town.thing("stove", "stove", (2, 25, 2, 25))
    town.thing("sink", "kitchen sink", (4, 25, 4, 25))
    town.thing("fridge", "fridge", (5, 25, 5, 25))
    town.thing("dining table", "dining table", (3, 28, 4, 28))
    town.dot("chair", (2, 28), (5, 28), (3, 29), (3, 27))
    town.arena("living room", (8, 25, 12, 29), (7, 27, 7, 27), (13, 26, 13, 26))
    town.thing("armchair by the window", "armchair", (8, 29, 8, 29))
    town.thing("armchair by the lamp", "armchair", (12, 29, 12, 29))
    town.thing("radio", "radio", (10, 29, 10, 29))
    town.thing("bookshelf", "bookshelf", (12, 25, 12, 25), capacity=1)
    town.thing("chessboard", "chess table", (9, 26, 9, 26))
    town.dot("chair", (8, 26), (10, 26))

    town.arena("garden", (1, 31, 13, 34))
    town.paint("fence", (1, 31, 1, 34), (13, 31, 13, 34), (2, 34, 12, 34))
    town.paint("soil", (6, 31, 11, 33))
    town.paint("path", (4, 31, 4, 33))
    town.thing("bean rows", "vegetable bed", (7, 32, 8, 32))
    town.thing("strawberry bed", "vegetable bed", (10, 32, 11, 32))
    town.thing("garden bench", "bench", (2, 33, 3, 33))
    town.dot("flowers", (2, 31), (3, 31), (6, 33), (12, 33))


def alder_green(town: Drawing) -> None:
    """The park: the bandstand green, the bank of the pond with its jetty, and the flower garden."""
    town.sector("Alder Green", "park", (16, 18, 32, 34))
    town.paint("hedge", (16, 18, 30, 18), (16, 19, 16, 34), (16, 34, 32, 34), (32, 21, 32, 34))
    town.paint("water", (25, 20, 31, 27), (26, 19, 32, 20), (24, 21, 24, 26), (26, 28, 30, 28))
    town.paint("sand", (23, 21, 23, 26), (24, 27, 24, 27), (25, 28, 25, 28))
    town.paint("plank", (24, 24, 27, 24))
    town.paint("path", (20, 19, 21, 33), (22, 30, 31, 30))
    town.paint("path", (20, 18, 21, 18), (32, 30, 32, 30))
    town.dot("fence_gate", (20, 18), (21, 18), (32, 30))
    town.paint("plaza", (17, 22, 19, 25))

    town.arena("bandstand green", (16, 18, 21, 27))
    town.thing("bandstand", "bandstand", (17, 23, 18, 24))
    town.thing("chess table", "chess table", (18, 20, 18, 20))
    town.dot("stool", (17, 20), (19, 20))
    town.thing("green bench", "bench", (17, 27, 18, 27))
    town.thing("park notices", "notice board", (19, 26, 19, 26), capacity=2)

    town.arena("pond bank", (22, 18, 32, 28))
    town.thing("jetty", "jetty", (26, 24, 27, 24))
    town.thing("pond bench", "bench", (22, 22, 22, 23))
    town.thing("willow", "willow", (22, 27, 22, 27))
    town.thing("drinking fountain", "drinking fountain", (22, 19, 22, 19))
    town.dot("reeds", (24, 20), (25, 19), (31, 28), (24, 28))

    town.arena("flower garden", (16, 28, 21, 34), (22, 29, 32, 34))
    town.thing("rose beds", "flower bed", (17, 30, 18, 30))
    town.thing("herb spiral", "flower bed", (23, 32, 24, 32))
    town.thing("picnic table", "picnic table", (28, 32, 29, 32))
    town.dot("bench", (28, 31), (29, 31), (28, 33), (29, 33))
    town.thing("exercise bars", "exercise bars", (18, 33, 19, 33))
    town.dot("tree", (17, 32), (31, 33), (26, 29), (31, 25), (31, 29))
    town.dot("blossom_tree", (22, 33), (17, 29), (26, 33))
    town.dot("flowers", (19, 30), (22, 32), (25, 32), (23, 31), (19, 28), (17, 19), (19, 19))
    town.dot("bush", (22, 29), (30, 29), (17, 21))
    town.dot("lamp_post", (19, 22), (22, 31))


def number_nine(town: Drawing) -> None:
    """Jonah's and Nadia's: two rooms, a shared kitchen, a scrap of garden; its front door looks west."""
    town.building((34, 19, 46, 30), floor="wood_floor")
    town.sector("Number Nine", "home", (34, 19, 46, 34), private=True)
    town.paint("wall_top", (39, 21, 39, 24), (42, 21, 42, 24), (40, 25, 40, 29))
    town.paint("wall", (35, 24, 45, 24))
    town.paint("tile_floor", (40, 21, 41, 24), (41, 25, 45, 29))
    town.dot("door", (36, 24), (41, 24), (44, 24), (40, 27), (34, 26), (43, 30))
    town.dot("window", (37, 20), (44, 20), (36, 30), (38, 30), (45, 30))

    town.arena("Jonah's room", (35, 21, 38, 23), (36, 24, 36, 24), private=True)
    town.thing("bed", "bed", (38, 21, 38, 22))
    town.thing("clothes rail", "wardrobe", (35, 21, 35, 21))
    town.thing("guitar", "guitar", (36, 21, 36, 21))
    town.arena("bathroom", (40, 21, 41, 23), (41, 24, 41, 24), capacity=1)
    town.thing("toilet", "toilet", (40, 21, 40, 21))
    town.thing("shower", "shower", (41, 21, 41, 21))
    town.thing("washbasin", "washbasin", (40, 23, 40, 23))
    town.arena("Nadia's room", (43, 21, 45, 23), (44, 24, 44, 24), private=True)
    town.thing("bed", "bed", (43, 21, 43, 22))
    town.thing("study desk", "desk", (45, 21, 45, 21))
    town.thing("microscope", "microscope", (45, 22, 45, 22))
    town.thing("wardrobe", "wardrobe", (45, 23, 45, 23))
    town.arena("living room", (35, 25, 39, 29), (34, 26, 34, 26))
    town.thing("sofa", "sofa", (37, 25, 38, 25))
    town.thing("bookshelf", "bookshelf", (39, 25, 39, 25), capacity=1)
    town.thing("exercise mat", "exercise mat", (36, 28, 37, 28))
    town.dot("rug", (37, 26), (38, 26))
    town.dot("plant", (35, 29), (39, 29))
    town.arena("kitchen", (41, 25, 45, 29), (40, 27, 40, 27), (43, 30, 43, 30))
    town.thing("stove", "stove", (42, 25, 42, 25))
    town.thing("sink", "kitchen sink", (43, 25, 43, 25))
    town.thing("fridge", "fridge", (45, 25, 45, 25))
    town.thing("kitchen table", "dining table", (44, 28, 45, 28))
    town.dot("chair", (43, 28), (44, 27), (45, 27), (45, 29))

    town.arena("garden", (34, 31, 46, 34))
    town.paint("fence", (34, 31, 34, 34), (46, 31, 46, 34), (35, 34, 45, 34))
    town.paint("soil", (36, 32, 39, 33))
    town.thing("seed trays", "vegetable bed", (37, 32, 38, 32))
    town.thing("hammock", "hammock", (41, 33, 42, 33))
    town.dot("flowers", (36, 33), (39, 33), (45, 31))
    town.dot("bush", (45, 33))


if __name__ == "__main__":
    brook_lane().write(FOLDER, blocking_kinds(FOLDER))
    write_swatches(FOLDER.parent / "tiles.png")
