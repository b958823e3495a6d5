"""The single drawings: things, terrains, people, and how they are packed."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backend.scenarios.terrain import TERRAINS
from frontend.art.atlas import Drawing, pack
from frontend.art.canvas import Canvas
from frontend.art.door import HEIGHT as DOOR_HEIGHT
from frontend.art.door import MIDDLE, door_picture
from frontend.art.effects import EFFECTS
from frontend.art.furniture import DRAWERS, Stand, draw, drawer_of, is_unseen
from frontend.art.nature.planting import BAKED
from frontend.art.people.figure import DIRECTIONS, HEIGHT, WIDTH, sitting, walking
from frontend.art.people.looks import CLOTHS, HAIRS, SKINS, figure
from frontend.art.terrain import material, structure

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def known_kinds() -> list[str]:
    """Kinds of every town, and those of each."""
    kinds = set(yaml.safe_load((SCENARIOS / "object_kinds.yaml").read_text())["object_kinds"])
    for town in SCENARIOS.glob("*/town.yaml"):
        kinds |= set(yaml.safe_load(town.read_text()).get("object_kinds") or {})
    return sorted(kinds)


def every_looks() -> list[dict[str, object]]:
    return [
        yaml.safe_load(path.read_text())["looks"] for path in sorted(SCENARIOS.glob("*/residents/*.yaml"))
    ]


@pytest.mark.parametrize("kind", known_kinds())
def test_every_kind_of_thing_that_a_scenario_knows_has_a_drawing_of_its_own(kind: str) -> None:
    assert drawer_of(kind) or is_unseen(kind), (
        f"add a function with @draws({kind!r}) to frontend/art/furniture/"
    )


@pytest.mark.parametrize("kind", sorted(kind for kind in DRAWERS if not is_unseen(kind)))
def test_every_drawing_fits_its_footprint_and_is_not_blank(kind: str) -> None:
    sizes = ((1, 1), (2, 1), (1, 2), (3, 2))
    for (width, height), facing in itertools.product(sizes, DIRECTIONS):
        canvas = draw(kind, Stand(width, height, facing, 3))
        assert (canvas.pixels[..., 3] > 0).any()
        assert canvas.width <= max(width * 16 + 8, 68), "a thing reaches little beyond its tiles"


@given(st.text(max_size=30), st.integers(1, 9), st.integers(1, 9))
def test_no_name_of_a_kind_and_no_footprint_is_too_odd_to_be_drawn(
    kind: str, width: int, height: int
) -> None:
    assert is_unseen(kind) or (draw(kind, Stand(width, height)).pixels[..., 3] > 0).any()


def test_a_kind_is_found_within_a_longer_name_and_never_by_a_piece_of_a_word() -> None:
    assert drawer_of("Ruth's kitchen sink") is DRAWERS["kitchen sink"]
    assert drawer_of("bookshelves") is None
    assert drawer_of("embedding") is None


def test_every_terrain_of_a_map_is_shown_as_something() -> None:
    for terrain in TERRAINS.values():
        if terrain.layer == "ground":
            assert material(terrain.name) != "grass" or terrain.name == "grass", terrain.name
        elif terrain.layer == "walls":
            assert structure(terrain.name), terrain.name
        elif terrain.layer == "furniture":
            words = terrain.name.replace("_", " ")
            grows = any(mark in words for mark in ("tree", "pine", "bush", "reed", "rock", "lamp"))
            assert terrain.name in BAKED or grows or drawer_of(words), terrain.name


def test_every_colour_that_residents_wear_is_one_we_have() -> None:
    for looks in every_looks():
        assert looks["skin"] in SKINS
        assert looks["hair"] in HAIRS
        assert {looks["top"], looks["bottom"]} <= set(CLOTHS)


def test_two_residents_with_other_looks_look_different() -> None:
    drawn = {walking(figure(looks, "x"), "down", 0).pixels.tobytes() for looks in every_looks()}
    assert len(drawn) == len(every_looks())


@given(
    st.dictionaries(st.sampled_from(["skin", "hair", "hair_style", "top", "bottom"]), st.text(max_size=12))
)
def test_unknown_looks_are_drawn_too_and_stay_the_same(looks: dict[str, str]) -> None:
    person = figure(looks, "ada")
    assert person == figure(dict(looks), "ada")
    for direction in DIRECTIONS:
        for canvas in (walking(person, direction, 1), sitting(person, direction)):
            assert (canvas.width, canvas.height) == (WIDTH, HEIGHT)
            assert (canvas.pixels[..., 3] > 0).sum() > 150


def test_looking_right_is_looking_left_in_a_mirror() -> None:
    person = figure({"extras": ["cap", "satchel"]}, "bo")
    assert (walking(person, "right", 1).pixels == walking(person, "left", 1).pixels[:, ::-1]).all()


def test_effects_move() -> None:
    for name, effect in EFFECTS.items():
        frames = {effect(i).pixels.tobytes() for i in range(4)}
        assert len(frames) > 1, name


@given(
    st.lists(st.tuples(st.integers(1, 70), st.integers(1, 70), st.integers(0, 2)), min_size=1, max_size=40)
)
def test_no_two_different_frames_of_an_atlas_share_a_pixel(sizes: list[tuple[int, int, int]]) -> None:
    shades = ((200, 40, 40), (40, 200, 40), (40, 40, 200))
    drawings = {
        f"f{i}": Drawing(Canvas(w, h).rect(0, 0, w, h, shades[shade]))
        for i, (w, h, shade) in enumerate(sizes)
    }
    sheet, description = pack(drawings, "atlas.png", least=64)
    assert description["meta"]["size"] == {"w": sheet.width, "h": sheet.height}
    for name, drawing in drawings.items():
        box = description["frames"][name]["frame"]
        found = sheet.pixels[box["y"] : box["y"] + box["h"], box["x"] : box["x"] + box["w"]]
        assert np.array_equal(found, drawing.canvas.pixels)


def test_the_picture_over_the_door_has_a_sky_to_see_through_and_is_the_same_each_time() -> None:
    picture = door_picture()
    assert not picture.pixels[:10, : MIDDLE - 100, 3].any()
    assert (picture.pixels[DOOR_HEIGHT - 40 :, :, 3] == 255).all()
    assert (picture.pixels == door_picture().pixels).all()
