"""South of the second street: three cottages in the west, three family houses farther east."""

from __future__ import annotations

from scenarios.drawing import Drawing
from scenarios.the_ville.buildings.rooms import cottage, desk, double_bed, family_house, put, single_bed


def draw_south_row(town: Drawing) -> None:
    adams_house(town)
    yurikos_house(town)
    moores_house(town)
    taylor_and_ortiz(town)
    morenos(town)
    lins(town)


def adams_house(town: Drawing) -> None:
    x, y = cottage(town, "Adam Smith's house", (19, 58, 25, 70))
    single_bed(town, (x + 4, y + 4))
    desk(town, (x + 4, y + 2), (x + 3, y + 2))
    town.paint("rug", (x + 1, y + 4, x + 2, y + 5))


def yurikos_house(town: Drawing) -> None:
    x, y = cottage(town, "Yuriko Yamamoto's house", (27, 58, 33, 70))
    single_bed(town, (x + 4, y + 4))
    desk(town, (x + 4, y + 2), (x + 3, y + 2))
    put(town, "shelf", "bookshelf", (x, y + 5), capacity=1)
    town.dot("plant", (x + 3, y + 5))


def moores_house(town: Drawing) -> None:
    x, y = cottage(town, "Moore family's house", (35, 58, 41, 70))
    double_bed(town, (x + 3, y + 4))
    desk(town, (x + 4, y + 2), (x + 3, y + 2))
    town.thing("common room sofa", "sofa", (x, y + 4, x, y + 5))


def taylor_and_ortiz(town: Drawing) -> None:
    tamara, carmen = "Tamara Taylor's room", "Carmen Ortiz's room"
    west, east = family_house(
        town, "Tamara Taylor and Carmen Ortiz's house", (50, 64, 63, 82), (tamara, carmen)
    )
    single_bed(town, west)
    desk(town, (west[0], west[1] + 3), (west[0] + 1, west[1] + 3))
    single_bed(town, (east[0] + 3, east[1]))
    put(town, "guitar", "guitar", (east[0] + 3, east[1] + 3))


def morenos(town: Drawing) -> None:
    """The second bedroom has been empty since the children left."""
    west, east = family_house(
        town, "Moreno family's house", (68, 64, 81, 82), ("Tom and Jane Moreno's bedroom", "empty bedroom")
    )
    double_bed(town, west)
    desk(town, (west[0], west[1] + 3), (west[0] + 1, west[1] + 3))
    single_bed(town, (east[0] + 3, east[1]))
    put(town, "guitar", "guitar", (east[0] + 3, east[1] + 3))
    put(town, "harp", "harp", (71, 71))
    put(town, "garden chair", "garden chair", (78, 80))


def lins(town: Drawing) -> None:
    west, east = family_house(
        town, "Lin family's house", (86, 64, 99, 82), ("Mei and John Lin's bedroom", "Eddy Lin's bedroom")
    )
    double_bed(town, west)
    desk(town, (west[0], west[1] + 3), (west[0] + 1, west[1] + 3))
    single_bed(town, (east[0] + 3, east[1]))
    desk(town, (east[0] + 3, east[1] + 3), (east[0] + 2, east[1] + 3))
