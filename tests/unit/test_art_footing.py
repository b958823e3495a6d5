"""Whoever is in a town stands on its ground: seats and beds have places for bodies, and nothing else is stood on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from backend.scenarios import load_scenario
from frontend.art.build import read_town, scenario_folders
from frontend.art.furniture import is_unseen
from frontend.art.furniture.placing import FLAT, places_for_people
from frontend.art.scene import Prop, Scene, set_scene
from frontend.art.terrain import TILE
from frontend.art.townmap import Thing

SCENARIOS = scenario_folders(Path(__file__).parents[2] / "scenarios")
SPARE = 4
"""Pixels by which the foot of a thing may reach beyond its tiles."""


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda folder: folder.name)
def town(request: pytest.FixtureRequest) -> tuple[Path, Scene]:
    return request.param, set_scene(read_town(request.param))


def sat_on(props: list[Prop]) -> set[tuple[int, int]]:
    """Tiles on which a body sits or lies, as the page finds them: a bed is as long as its sleeper's z."""
    tiles: set[tuple[int, int]] = set()
    for prop in props:
        for x, y, z, pose in prop.people:
            rows = max(1, z // TILE) if pose == "sleep" else 1
            tiles |= {(x // TILE, y // TILE + row) for row in range(rows)}
    return tiles


def test_where_one_can_be_there_is_ground_or_a_place_to_sit_or_lie(town: tuple[Path, Scene]) -> None:
    folder, scene = town
    world, drawn = load_scenario(folder).world, read_town(folder)
    flat = {thing.address for thing in drawn.things if thing.kind in FLAT or is_unseen(thing.kind)}
    places = sat_on(scene.props)
    seated = 0
    for thing in world.objects.values():
        for x, y in thing.footprint:
            if thing.id not in flat and world.walkable[y][x]:
                assert (x, y) in places, f"one would stand on {thing.id}"
                seated += 1
    assert seated > 5
    for y, row in enumerate(drawn.furniture):
        for x, name in enumerate(row):
            if name in ("chair", "stool", "bench"):
                assert (x, y) in places, f"one would stand on the {name} at {(x, y)}"


def test_the_foot_of_no_thing_reaches_into_a_tile_beside_it(town: tuple[Path, Scene]) -> None:
    folder, scene = town
    things = read_town(folder).things
    for prop in scene.props:
        if prop.object is None or prop.frame == "empty":
            continue
        thing = things[int(prop.frame.split("_")[1])]
        if thing.kind in FLAT:
            continue
        drawing = scene.drawings[prop.frame]
        solid = np.flatnonzero((drawing.canvas.pixels[-5:, :, 3] > 200).any(0))
        left = prop.x - drawing.anchor_x * drawing.canvas.width
        assert left + solid[0] >= thing.x * TILE - SPARE, thing.address
        assert left + solid[-1] <= (thing.x + thing.width) * TILE + SPARE, thing.address


def test_a_bed_that_lies_across_has_a_place_for_a_sleeper_too() -> None:
    assert places_for_people(Thing("bed", "a", "bed", 2, 3, 2, 1, ""), "down")
