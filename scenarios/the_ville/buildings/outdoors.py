"""Streets, the square, Johnson Park with its pond, the brook in the south and the woods around the town."""

from __future__ import annotations

from scenarios.drawing import Drawing

EVERGREENS = ("pine", "tree", "pine", "bush")
TREES = ("tree", "tree", "blossom_tree", "bush", "tree")
LOW = ("flowers", "flowers", "bush")


def draw_streets(town: Drawing) -> None:
    """The main street, the second street, and the lanes between them and to the front doors."""
    town.paint("path", (0, 55, 104, 56))  # the second street comes in from the west
    town.paint("path", (44, 29, 106, 31), (102, 27, 106, 28))
    town.paint("path", (45, 27, 47, 54), (102, 32, 103, 56), (96, 32, 97, 54))
    town.paint("path", (44, 27, 44, 28), (36, 46, 44, 47), (104, 51, 104, 51))
    town.paint("path", (27, 38, 28, 40), (29, 38, 44, 39), (27, 52, 28, 54))
    for x, y0, y1 in (
        (58, 27, 28), (68, 27, 28), (78, 27, 28), (89, 26, 28), (96, 26, 28), (63, 32, 41), (84, 39, 41),
        (63, 54, 54), (84, 54, 54), (22, 57, 57), (30, 57, 57), (38, 57, 57), (56, 57, 63), (74, 57, 63),
        (92, 57, 63),
    ):  # fmt: skip
        town.paint("path", (x, y0, x, y1))
    town.paint("plaza", (72, 32, 73, 54))


def draw_square(town: Drawing) -> None:
    """The square before the cafe, with a basin in its middle."""
    town.paint("plaza", (70, 32, 88, 38), (83, 39, 85, 41))
    town.paint("water", (78, 34, 80, 35))
    town.dot(
        "flowers",
        *((x, y) for x in (77, 81) for y in (34, 35)),
        *((x, y) for x in (78, 80) for y in (33, 36)),
    )
    town.dot("bench", (75, 34), (75, 35), (83, 34), (83, 35), (79, 37), (80, 37))
    town.dot("blossom_tree", (71, 33), (87, 33), (71, 37), (87, 37))
    town.dot("lamp_post", (74, 33), (84, 33), (74, 37), (84, 37))
    town.dot("sign", (76, 28), (56, 28), (65, 41), (86, 41), (106, 26))


def draw_park(town: Drawing) -> None:
    """Johnson Park: lawns in the west and the south-east, the pond in the north-east."""
    town.sector("Johnson Park", "park", (20, 41, 35, 51))
    town.paint("hedge", (20, 41, 35, 41), (20, 51, 35, 51), (20, 42, 20, 50), (35, 42, 35, 50))
    town.dot("fence_gate", (27, 41), (28, 41), (27, 51), (28, 51), (35, 46))
    town.paint("path", (27, 41, 28, 51), (33, 46, 35, 46))
    town.paint("water", (31, 42, 34, 44), (32, 45, 34, 45))
    town.paint("sand", (30, 42, 30, 44), (31, 45, 31, 45))
    town.arena("park", (20, 41, 35, 51))
    town.paint("meadow", (21, 42, 22, 50), (32, 49, 34, 50))
    town.thing("park garden", "lawn", (21, 42, 26, 50), (29, 47, 34, 50), (29, 46, 32, 46), capacity=20)
    town.thing("pond bench", "bench", (29, 43, 29, 44))
    town.thing("drinking fountain", "drinking fountain", (29, 42, 29, 42))
    town.dot("reeds", (31, 42), (34, 45))
    town.dot("flowers", *((x, y) for x in (21, 26) for y in (42, 43, 45, 46, 48, 50)))
    town.dot("flowers", *((x, y) for x in (23, 24) for y in (44, 47)), *((x, 50) for x in (30, 31, 33, 34)))
    town.dot("tree", (19, 43), (19, 48), (36, 43), (36, 50), (22, 52), (32, 52))
    town.dot("blossom_tree", (19, 45), (22, 40), (24, 40), (32, 40), (24, 52), (30, 52), (36, 48))
    town.dot("lamp_post", (29, 45))


def draw_surroundings(town: Drawing) -> None:
    """What nobody walks through: woods in the north and the west, a brook in the south."""
    town.paint(
        "meadow", (0, 0, 139, 9), (0, 10, 11, 53), (0, 58, 14, 99), (135, 10, 139, 99), (15, 84, 134, 99)
    )
    town.paint(
        "water", (0, 91, 50, 92), (51, 92, 100, 93), (101, 93, 139, 94), (49, 92, 52, 92), (99, 93, 102, 93)
    )
    town.dot("reeds", *((x, 90) for x in (9, 23, 37)), *((x, 91) for x in (60, 77, 93)), (112, 92), (128, 92))
    town.dot("lamp_post", *((x, 28) for x in (50, 62, 74, 83, 93, 100)), *((x, 32) for x in (55, 66, 92)))
    town.dot(
        "lamp_post", *((x, 57) for x in (20, 34, 44, 52, 66, 78, 86, 100)), *((x, 54) for x in (33, 50, 70))
    )
    town.dot("lamp_post", (44, 40), (44, 36), (101, 40), (101, 48), (48, 48), (29, 40), (26, 53), (91, 54))
    for x0, x1 in ((52, 63), (64, 70), (71, 84)):
        town.dot("bush", (x0, 27), (x1, 27))
    town.dot("flowers", *((x, 27) for x in (54, 55, 60, 61, 66, 73, 74, 80, 81)))
    town.dot("flowers", *((x, 26) for x in (86, 87, 93, 94)))
    for x0, x1 in ((50, 63), (68, 81), (86, 99)):
        town.paint("hedge", (x0, 60, x0, 63), (x1, 60, x1, 63), (x0, 60, x0 + 5, 60), (x0 + 7, 60, x1, 60))
        town.dot("flowers", (x0 + 5, 62), (x0 + 7, 62), (x0 + 2, 62), (x1 - 2, 62))
        town.dot("blossom_tree", (x0 + 2, 61), (x1 - 2, 61))
    town.scatter(EVERGREENS, (0, 0, 139, 9), 4)
    town.scatter(EVERGREENS, (0, 10, 10, 53), 4)
    town.scatter(EVERGREENS, (0, 58, 13, 90), 4)
    town.scatter(EVERGREENS, (136, 10, 139, 99), 4)
    town.scatter(EVERGREENS, (0, 95, 139, 99), 4)
    town.scatter(TREES, (11, 84, 139, 90), 7)
    for box in (
        (11, 10, 51, 16), (44, 17, 51, 26), (99, 10, 135, 18), (64, 10, 98, 11), (12, 36, 26, 40), (11, 20, 13, 54),
        (36, 40, 43, 54), (48, 33, 61, 41), (65, 33, 69, 41), (48, 42, 54, 53), (86, 39, 101, 41), (98, 32, 101, 54),
        (98, 12, 106, 26), (126, 18, 135, 30), (42, 57, 49, 83), (64, 60, 67, 83), (82, 60, 85, 83),
        (100, 58, 104, 83), (105, 64, 134, 83), (14, 71, 48, 83), (26, 58, 26, 70), (34, 58, 34, 70),
        (14, 58, 18, 70),
    ):  # fmt: skip
        town.scatter(TREES, box, 9)
        town.scatter(LOW, box, 11)
