"""What the art knows of roofs and snow."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontend.art.build import read_town
from frontend.art.nature.trees import tree
from frontend.art.roofs.blocks import Block, blocks_of
from frontend.art.scene import SNOWY, Scene, set_scene
from frontend.art.terrain import TILE, survey
from frontend.art.weather import snowed
from tests.unit.test_art_scenes import a_cottage

TWO_WINGS = (
    "...............",
    "..####.........",
    "..#__#.........",
    "..#__####..~~~.",
    "..#__D__#..~~~.",
    "..####D##..~~~.",
    "..,,,,,,,......",
    "...............",
)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return set_scene(read_town(a_cottage(tmp_path / "cottage")))


def test_a_house_with_a_wing_is_covered_by_a_roof_on_each_part(tmp_path: Path) -> None:
    town = read_town(a_cottage(tmp_path / "cottage", TWO_WINGS))
    assert blocks_of(town, survey(town)) == [
        Block("Nowhere:Cottage", "home", 2, 1, 4, 5),
        Block("Nowhere:Cottage", "home", 6, 3, 3, 3),
    ]


def test_a_hedge_is_no_house(scene: Scene) -> None:
    assert 8 < max(block.right for block in scene.blocks) <= 10


def test_snow_lies_on_the_meadow_and_neither_indoors_nor_on_the_water(scene: Scene) -> None:
    depth = scene.snow.pixels[..., 3]
    meadow = depth[0:TILE, 4 * TILE : 12 * TILE]
    assert (meadow > 0).mean() > 0.6
    assert depth[5 * TILE + 8, 5 * TILE] == 0, "the hall"
    assert depth[3 * TILE + 8, 13 * TILE + 8] == 0, "the pond"


def test_a_tree_under_snow_is_white_above_and_keeps_its_shape_and_trunk(scene: Scene) -> None:
    bare = tree("leaf", 1)
    white = snowed(bare)
    assert ((white.pixels[..., 3] > 0) == (bare.pixels[..., 3] > 0)).all()
    light = white.pixels[..., :3].min(-1) > 150
    half = bare.height // 2
    assert light[:half].sum() > 4 * light[half:].sum() > 0
    assert any(name.endswith(SNOWY) for name in scene.drawings)
