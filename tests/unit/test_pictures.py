"""Each scenario has its pictures, called by its hash, so that a town keeps those it was founded with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.scenarios import ScenarioInvalid, load_scenario
from frontend.art.build import page_pictures
from tests.waiting import wait_until
from townlet.drawing_along import DrawingAlong
from townlet.new_town import make_new_town
from townlet.pictures import MARK, NoPage, ScenarioChanged, draw_missing, draw_pictures, is_drawn

ROOT = Path(__file__).resolve().parents[2]
OFTEN_S = 0.05


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    return folder


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page's folder that was built once."""
    folder = tmp_path / "page"
    (folder / "dist").mkdir(parents=True)
    return folder


def roots(page: Path) -> list[Path]:
    return [page / "public" / "art", page / "dist" / "art"]


@pytest.fixture
def sketched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn does not matter here, and takes seconds."""
    monkeypatch.setattr("townlet.pictures.draw_scenario", lambda folder: {"scene.json": folder.name.encode()})


def hash_of(folder: Path) -> str:
    return load_scenario(folder).hash


def test_they_are_drawn_where_the_page_is_built_from_and_where_it_is_served(
    scenarios: Path, page: Path
) -> None:
    town = make_new_town("a_town", scenarios)
    draw_pictures(town, page)
    for root in roots(page):
        drawn = {path.relative_to(root / hash_of(town)).as_posix() for path in root.rglob("*.*")}
        assert {"ground.png", "atlas.png", "scene.json", "portraits/ada.png", "portraits/cleo.png"} <= drawn
        assert not [name for name in drawn if name.endswith(".new")]
        assert is_drawn(hash_of(town), root)


@pytest.mark.usefixtures("sketched")
def test_what_lacks_pictures_is_drawn_and_what_has_them_is_not(scenarios: Path, page: Path) -> None:
    one, other = make_new_town("one", scenarios), make_new_town("other", scenarios)
    assert draw_missing(scenarios, page) == ["one", "other"]
    assert {path.name for path in (page / "dist" / "art").glob("*.png")} == page_pictures().keys()
    assert draw_missing(scenarios, page) == []
    (page / "dist" / "art" / hash_of(one) / MARK).unlink()
    assert draw_missing(scenarios, page) == ["one"]
    (page / "public" / "art" / hash_of(other) / MARK).write_text("by older code")
    assert draw_missing(scenarios, page) == ["other"]


def test_a_changed_scenario_is_drawn_beside_its_older_self(scenarios: Path, page: Path) -> None:
    town = make_new_town("a_town", scenarios)
    draw_missing(scenarios, page)
    before = hash_of(town)
    (town / "residents" / "cleo.yaml").unlink()
    for file in ("town.yaml", "residents/ada.yaml", "residents/ben.yaml", "history.yaml"):
        assert (town / file).is_file()
    title = (town / "town.yaml").read_text("utf-8").replace("title: A Town", "title: Another Town")
    (town / "town.yaml").write_text(title, "utf-8")
    with pytest.raises(ScenarioInvalid):
        draw_pictures(town, page)  # the others know cleo
    assert draw_missing(scenarios, page) == []
    (town / "residents" / "cleo.yaml").write_bytes(
        (make_new_town("again", scenarios) / "residents" / "cleo.yaml").read_bytes()
    )
    assert draw_missing(scenarios, page) == ["a_town", "again"]
    after = hash_of(town)
    assert after != before
    for known in (before, after):
        assert all(is_drawn(known, root) for root in roots(page))
    scene = json.loads((page / "dist" / "art" / after / "scene.json").read_text("utf-8"))
    assert any(str(prop["object"]).startswith("Another Town:") for prop in scene["props"])


@pytest.mark.usefixtures("sketched")
def test_a_faulty_scenario_keeps_no_other_from_being_drawn(scenarios: Path, page: Path) -> None:
    (make_new_town("a_broken_one", scenarios) / "map.tmj").write_text("{")
    (make_new_town("another", scenarios) / "town.yaml").write_text("a: &a [*a]")
    make_new_town("sound", scenarios)
    told: list[str] = []
    assert draw_missing(scenarios, page, told.append) == ["sound"]
    assert any("townlet check a_broken_one" in line for line in told)


def test_without_a_page_it_is_said_how_to_get_one(scenarios: Path, tmp_path: Path) -> None:
    with pytest.raises(NoPage, match="make setup"):
        draw_pictures(make_new_town("a_town", scenarios), tmp_path / "page")


def test_what_changes_while_it_is_drawn_is_not_taken_for_what_it_was(
    scenarios: Path, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_new_town("a_town", scenarios)

    def meanwhile(folder: Path) -> dict[str, bytes]:
        (folder / "history.yaml").write_text("shared: []\n", "utf-8")
        return {"ground.png": b""}

    monkeypatch.setattr("townlet.pictures.draw_scenario", meanwhile)
    with pytest.raises(ScenarioChanged, match="again"):
        draw_pictures(town, page)
    assert not [path for root in roots(page) for path in root.rglob("ground.png")]


@pytest.fixture
def watching(scenarios: Path, page: Path) -> Callable[[list[str]], DrawingAlong]:
    """A watch over the scenarios that draws in a process of its own, as `townlet up` does."""
    script = (
        "import sys; from pathlib import Path; from townlet.pictures import draw_missing;"
        "drawn = draw_missing(Path(sys.argv[1]), Path(sys.argv[2]));"
        "print('✓ Drew', *drawn) if drawn else None"
    )
    command = (sys.executable, "-c", script, str(scenarios), str(page))
    return lambda told: DrawingAlong((scenarios,), command, told.append, OFTEN_S)


def test_a_folder_that_comes_while_townlet_runs_is_drawn_by_itself_and_a_changed_one_again(
    scenarios: Path, page: Path, watching: Callable[[list[str]], DrawingAlong]
) -> None:
    told: list[str] = []
    make_new_town("first", scenarios)
    along = watching(told)
    along.start()
    try:
        wait_until(lambda: "✓ Drew first" in told)
        town = make_new_town("second", scenarios)
        wait_until(lambda: "✓ Drew second" in told)
        assert is_drawn(hash_of(town), page / "dist" / "art")
        (town / "history.yaml").write_text("# nothing yet\nshared: []\n", "utf-8")
        wait_until(lambda: told.count("✓ Drew second") == 2)
        assert is_drawn(hash_of(town), page / "dist" / "art")
    finally:
        along.stop()
    assert not along.is_alive()


def test_stopping_does_not_wait_for_a_drawing(scenarios: Path) -> None:
    forever = (sys.executable, "-c", "import signal; print('✓ began', flush=True); signal.pause()")
    along = DrawingAlong((scenarios,), forever, lambda _: None, OFTEN_S)
    along.start()
    wait_until(lambda: along.is_drawing)
    along.stop()
    assert not along.is_alive()
    DrawingAlong((scenarios,), forever, lambda _: None).stop()  # nor for one that never began


KILLED = """
import os, pathlib, signal, sys, tempfile
from townlet.drawing_along import DrawingAlong
forever = (sys.executable, "-c", "import os, signal; print(os.getpid(), file=open('{told}', 'w')); signal.pause()")
DrawingAlong((pathlib.Path(tempfile.gettempdir()) / "nowhere",), forever, print).run()
"""


def test_no_drawing_outlives_a_townlet_that_was_killed(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    townlet = subprocess.Popen([sys.executable, "-c", KILLED.replace("{told}", str(told))], cwd=ROOT)
    try:
        wait_until(lambda: told.is_file() and told.read_text().strip().isdigit())
        drawing = int(told.read_text())
        assert Path(f"/proc/{drawing}").exists()
    finally:
        townlet.kill()
        townlet.wait()
    wait_until(lambda: not Path(f"/proc/{drawing}").exists() or "Z" in _state_of(drawing))


def _state_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"
