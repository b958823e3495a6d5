"""Draws the Ville: `python -m scenarios.the_ville.draw_map` writes map.tmj, the same to the byte each time.

Between the two streets lie the park, the supply store, the square and the market; north of the main street the
artists, the pub, the cafe, three flats and the college; south of the second street the houses of families. Where
things stand follows the town of Generative Agents (Park et al. 2023); walls, furniture and gardens are our own.
"""

from __future__ import annotations

from pathlib import Path

from scenarios.drawing import Drawing, blocking_kinds
from scenarios.the_ville.buildings.middle_row import draw_middle_row
from scenarios.the_ville.buildings.north_row import draw_north_row
from scenarios.the_ville.buildings.outdoors import draw_park, draw_square, draw_streets, draw_surroundings
from scenarios.the_ville.buildings.shared_homes import draw_shared_homes
from scenarios.the_ville.buildings.south_row import draw_south_row

FOLDER = Path(__file__).parent


def the_ville() -> Drawing:
    town = Drawing(140, 100, ground="grass")
    draw_streets(town)
    draw_square(town)
    draw_north_row(town)
    draw_middle_row(town)
    draw_shared_homes(town)
    draw_south_row(town)
    draw_park(town)
    draw_surroundings(town)
    town.spawn("gate", 76, 31)
    town.spawn("west end", 0, 55)
    return town


if __name__ == "__main__":
    the_ville().write(FOLDER, blocking_kinds(FOLDER))
