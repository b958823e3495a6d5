"""Puts the ground together, from the grass up to the shadows."""

from __future__ import annotations

from frontend.art.ground.field import GroundField
from frontend.art.ground.floors import paint_floors, paint_rugs
from frontend.art.ground.flowers import paint_flowers
from frontend.art.ground.land import (
    paint_grass,
    paint_meadow,
    paint_paths,
    paint_plaza,
    paint_sand,
    paint_soil,
)
from frontend.art.ground.shade import paint_shade
from frontend.art.ground.water import paint_bridges, paint_water
from frontend.art.terrain import Terrain
from frontend.art.townmap import TownMap


def bake(town: TownMap, terrain: Terrain) -> GroundField:
    ground = GroundField(terrain, town.id)
    paint_grass(ground)
    paint_meadow(ground)
    paint_paths(ground)
    paint_sand(ground)
    paint_soil(ground)
    paint_plaza(ground)
    paint_water(ground)
    indoors = paint_floors(ground, town)
    paint_flowers(ground, town)
    paint_rugs(ground, town)
    paint_bridges(ground)
    paint_shade(ground, indoors)
    return ground
