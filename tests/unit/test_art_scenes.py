"""What the art makes of a town: of a small one drawn here, and of every scenario that comes along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backend.scenarios import load_scenario
from frontend.art.build import build, draw_scenario, is_current, read_town, scenario_folders
from frontend.art.scene import Scene, set_scene
from frontend.art.terrain import survey
from frontend.art.townmap import UnreadableMap
from frontend.art.walls.raise_walls import LOW, MID, TALL, Raiser

ROOT = Path(__file__).parents[2]
SCENARIOS = scenario_folders(ROOT / "scenarios")
GLYPHS = {
    ".": ("ground", "grass"), "~": ("ground", "water"), "_": ("ground", "wood_floor"),
    ",": ("ground", "path"),
    "#": ("walls", "wall"), "D": ("walls", "door"), "O": ("walls", "window"), "T": ("furniture", "tree"),
    "h": ("furniture", "chair"), "L": ("furniture", "lamp_post"), "|": ("walls", "hedge"),
}  # fmt: skip
COTTAGE = (
    "T..............",
    "..########.....",
    "..#___#__#..~~~",
    "..#h__#__#..~~~",
    "..##D####..~~~~",
    "..#______#.L...",
    "..#____h_#.|...",
    "..###D####.|...",
    "....,,,........",
)
ROOMS = (("nook", "", 3, 2, 3, 2), ("loft", "", 7, 2, 2, 2), ("hall", "", 3, 5, 6, 2))
THINGS = (
    ("bed", "bed", 7, 2, 1, 2), ("table", "dining table", 4, 3, 1, 1), ("desk", "desk", 7, 5, 1, 1),
    ("oracle", "brass oracle", 3, 5, 1, 1),
)  # fmt: skip


def a_cottage(folder: Path, rows: tuple[str, ...] = COTTAGE) -> Path:
    """Writes a scenario of one house with three rooms and one resident."""
    names = sorted({name for _, name in GLYPHS.values()})
    layers: dict[str, list[int]] = {layer: [] for layer in ("ground", "walls", "furniture")}
    for row in rows:
        for glyph in row:
            layer, name = GLYPHS[glyph]
            for other, cells in layers.items():
                fallback = names.index("grass") + 1 if other == "ground" else 0
                cells.append(names.index(name) + 1 if other == layer else fallback)

    def marks(*items: tuple[str, str, int, int, int, int]) -> list[dict[str, Any]]:
        return [
            {"name": name, "x": x * 16, "y": y * 16, "width": w * 16, "height": h * 16,
             "properties": [{"name": "kind", "type": "string", "value": kind}]}
            for name, kind, x, y, w, h in items
        ]  # fmt: skip

    document = {
        "width": len(rows[0]), "height": len(rows), "tilewidth": 16, "tileheight": 16, "infinite": False,
        "tilesets": [{"firstgid": 1, "tiles": [
            {"id": i, "properties": [{"name": "terrain", "type": "string", "value": n}]}
            for i, n in enumerate(names)
        ]}],
        "layers": [{"name": n, "type": "tilelayer", "data": cells} for n, cells in layers.items()] + [
            {"name": "sectors", "objects": marks(("Cottage", "home", 2, 1, 8, 7))},
            {"name": "arenas", "objects": marks(*ROOMS)},
            {"name": "objects", "objects": marks(*THINGS)},
        ],
    }  # fmt: skip
    (folder / "residents").mkdir(parents=True)
    (folder / "map.tmj").write_text(json.dumps(document))
    (folder / "town.yaml").write_text("title: Nowhere\n")
    (folder / "residents" / "ada.yaml").write_text(
        "id: ada\nlooks: {skin: tan, hair: black, extras: [glasses]}\n"
    )
    return folder


@pytest.fixture
def cottage(tmp_path: Path) -> Path:
    return a_cottage(tmp_path / "towns" / "cottage")


@pytest.fixture
def scene(cottage: Path) -> Scene:
    return set_scene(read_town(cottage))


def test_a_back_wall_is_tall_a_wall_between_rooms_lower_and_the_front_lowest(cottage: Path) -> None:
    town = read_town(cottage)
    raiser = Raiser(town, survey(town))
    assert [raiser.face(4, 1), raiser.face(7, 4), raiser.face(4, 7)] == [TALL, MID, LOW]
    assert raiser.face(6, 2) == 0, "a wall that runs down shows no face"


def test_whoever_stands_behind_a_house_is_hidden_by_its_wall_and_in_front_of_it_is_not(scene: Scene) -> None:
    walls = [prop for prop in scene.props if prop.frame.startswith("wall_")]
    back = min(walls, key=lambda prop: prop.y)
    behind, before = 0 * 16 + 13, 2 * 16 + 13
    assert behind < back.y + back.z < before


def test_a_chair_looks_to_its_table_and_offers_a_seat(scene: Scene) -> None:
    chair = next(prop for prop in scene.props if prop.frame == "chair_right")
    assert chair.people == ((3 * 16 + 8, 3 * 16 + 12, 0, "sit_right"),)
    assert any(prop.frame == "chair_up" for prop in scene.props), "the desk is north of the other chair"


def test_who_sleeps_is_drawn_over_the_bed_with_the_head_on_the_pillow(scene: Scene) -> None:
    bed = next(prop for prop in scene.props if prop.object == "Nowhere:Cottage:loft:bed")
    ((x, y, z, pose),) = bed.people
    assert (x, pose) == (7 * 16 + 8, "sleep")
    assert 2 * 16 < y < 3 * 16
    assert y + z > bed.y + bed.z


def test_a_thing_of_a_kind_that_nobody_has_drawn_stands_there_as_a_crate(scene: Scene) -> None:
    oracle = next(prop for prop in scene.props if prop.object == "Nowhere:Cottage:hall:oracle")
    canvas = scene.drawings[oracle.frame].canvas
    assert (oracle.x, oracle.y) == (3 * 16 + 8, 6 * 16 - 1)
    assert (canvas.pixels[..., 3] == 255).sum() > 100


def test_lamps_and_rooms_shine_at_night_and_the_meadow_does_not(scene: Scene) -> None:
    rooms = {light.room for light in scene.lights if light.room}
    arenas = {f"Nowhere:Cottage:{room}" for room in ("nook", "loft", "hall")}
    assert rooms == arenas | {"Nowhere:Cottage:hall:desk"}, "the lamp on the desk shines while it is lit"
    assert [light.x for light in scene.lights if light.room is None] == [11 * 16 + 8]


def test_drawing_twice_gives_the_same_bytes_whatever_python_does_with_its_hashes(cottage: Path) -> None:
    script = (
        "import sys, hashlib, pathlib; from frontend.art.build import draw_scenario;"
        "files = draw_scenario(pathlib.Path(sys.argv[1]));"
        "print({n: hashlib.sha256(c).hexdigest() for n, c in sorted(files.items())})"
    )

    def drawn(hash_seed: str) -> str:
        environment = os.environ | {"PYTHONHASHSEED": hash_seed}
        return subprocess.run(
            [sys.executable, "-c", script, str(cottage)],
            cwd=ROOT, env=environment, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip

    first = drawn("1")
    assert "portraits/ada.png" in first
    assert drawn("2") == first


def test_what_has_not_changed_is_not_drawn_again(cottage: Path, tmp_path: Path) -> None:
    out = tmp_path / "art"
    assert not is_current(cottage.parent, out)
    assert build(cottage.parent, out) == ["cottage"]
    assert is_current(cottage.parent, out)
    resident = cottage / "residents" / "ada.yaml"
    resident.write_text(resident.read_text().replace("black", "ginger"))
    assert not is_current(cottage.parent, out)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "not JSON"),
        ("{}", "finite"),
        ('{"layers": [], "width": 1, "height": 1, "tilewidth": 16}', "ground"),
    ],
)
def test_a_map_that_cannot_be_drawn_is_named_and_says_what_to_do(
    cottage: Path, text: str, problem: str
) -> None:
    (cottage / "map.tmj").write_text(text)
    with pytest.raises(UnreadableMap, match=problem) as caught:
        read_town(cottage)
    assert "Save the map in Tiled" in str(caught.value)


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda folder: folder.name)
def test_every_object_of_a_scenario_stands_in_its_scene_under_its_address(folder: Path) -> None:
    scenario = load_scenario(folder)
    scene = set_scene(read_town(folder))
    assert {prop.object for prop in scene.props if prop.object} == set(scenario.world.objects)
    for prop in scene.props:
        assert 0 <= prop.x <= scene.ground.width
        assert 0 <= prop.y <= scene.ground.height + 16


@pytest.mark.parametrize("folder", SCENARIOS, ids=lambda folder: folder.name)
def test_every_frame_that_a_page_may_ask_for_is_in_the_scenarios_atlas(folder: Path) -> None:
    files = draw_scenario(folder)
    scene, atlas = json.loads(files["scene.json"]), json.loads(files["atlas.json"])
    size = atlas["meta"]["size"]
    for name, frame in atlas["frames"].items():
        box = frame["frame"]
        assert box["x"] >= 0 <= box["y"], name
        assert box["x"] + box["w"] <= size["w"], name
        assert box["y"] + box["h"] <= size["h"], name
    residents = sorted(load_scenario(folder).personas)
    people = residents + [f"visitor_{i}" for i in range(6)]
    wanted = {prop["n"] for prop in scene["props"]} | {"shadow"}
    for prop in scene["props"]:
        for show in prop.get("shows", {}).values():
            wanted |= {f"{show['n']}_{i}" for i in range(show["f"])}
    for who in people:
        for direction in ("down", "up", "left", "right"):
            wanted |= {f"ch_{who}_{direction}_{i}" for i in range(4)} | {f"ch_{who}_sit_{direction}"}
            wanted |= {
                f"ch_{who}_{sit}{direction}_{arms}" for sit in ("", "sit_") for arms in ("reach", "raise")
            }
        wanted |= {f"ch_{who}_sleep", f"ch_{who}_lie"}
    assert wanted <= set(atlas["frames"])
    assert {f"portraits/{who}.png" for who in people} <= set(files)
