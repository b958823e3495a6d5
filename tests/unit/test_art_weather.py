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


def test_a_roof_hides_the_open_house_from_its_back_wall_to_the_street(tmp_path: Path) -> None:
    scene = set_scene(read_town(a_cottage(tmp_path / "cottage", TWO_WINGS)))
    walls = [prop for prop in scene.props if prop.frame.startswith("wall_")]
    for roof, block in zip(scene.roofs, scene.blocks, strict=True):
        canvas = scene.drawings[roof.frame].canvas
        of_block = [wall for wall in walls if block.x * TILE <= wall.x < block.right * TILE]
        tops = [wall.y - scene.drawings[wall.frame].canvas.height for wall in of_block]
        assert roof.y - canvas.height <= min(tops)
        assert roof.y >= max(wall.y for wall in of_block)
        assert roof.y + 2 > max(wall.y + wall.z for wall in of_block), "drawn after them"
        assert canvas.pixels[: canvas.height // 2, :, 3].min() == 255


def test_a_roof_has_the_door_of_its_house_and_smokes_from_its_chimney(tmp_path: Path) -> None:
    scene = set_scene(read_town(a_cottage(tmp_path / "cottage", TWO_WINGS)))
    for roof in scene.roofs:
        canvas = scene.drawings[roof.frame].canvas
        for x, y in roof.chimneys:
            assert roof.x < x < roof.x + canvas.width
            assert roof.y - canvas.height < y < roof.y
        assert all(lit in scene.drawings for _, _, lit in roof.windows)
        assert f"{roof.frame}{SNOWY}" in scene.drawings


def test_water_moves_where_there_is_water_alone(scene: Scene) -> None:
    assert scene.waters
    for name, x, _ in scene.waters:
        frames = [scene.drawings[f"{name}_{i}"].canvas.pixels for i in range(8)]
        assert any((frame != frames[0]).any() for frame in frames)
        shown = frames[0][..., 3].any(0)
        assert not shown[: max(0, 9 * TILE - x)].any(), "the cottage and its meadow stay dry"
