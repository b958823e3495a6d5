"""A new town is one that lives at once, and whose author can go on from there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import Said, Walked
from backend.scenarios import check_scenario, list_scenarios, load_scenario
from scripts.draw_new_town import blocking, new_town
from tests.a_life import live
from tests.a_scenario_copy import SCENARIOS
from townlet.cli import app
from townlet.new_town import PATTERN, BadTownName, FolderTaken, NoSuchFolder, make_new_town


def test_it_is_clean_and_bears_the_name_that_it_was_given(tmp_path: Path) -> None:
    folder = make_new_town("salt_harbour", tmp_path)
    assert check_scenario(folder) == ()
    assert load_scenario(folder).title == "Salt Harbour"
    assert [each.title for each in list_scenarios(tmp_path)] == ["Salt Harbour"]
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"salt_harbour", "schema", "object_kinds.yaml", "tiles.png"}


def test_two_of_them_differ_by_their_names_alone(tmp_path: Path) -> None:
    one, other = make_new_town("one", tmp_path), make_new_town("other", tmp_path)
    for path in (path for path in one.rglob("*") if path.is_file()):
        its_twin = other / path.relative_to(one)
        assert path.read_text(encoding="utf-8").replace(": One\n", ": Other\n") == its_twin.read_text("utf-8")


def test_its_people_live_a_day_in_which_they_meet(tmp_path: Path) -> None:
    life = live(load_scenario(make_new_town("a_town", tmp_path)), seed=7, ticks=TICKS_PER_DAY)
    people = set(life.scenario.personas)
    assert {walk.resident for _, walk in life.all(Walked)} == people
    assert {line.speaker for _, line in life.all(Said)} == people


def test_the_commands_that_it_names_work(tmp_path: Path) -> None:
    told = CliRunner().invoke(app, ["new", "a_town", "--in", str(tmp_path)])
    assert told.exit_code == 0, told.output
    named = [line.split() for line in told.stdout.splitlines() if line.strip().startswith("townlet ")]
    assert [command[1] for command in named] == ["check", "run"]
    assert CliRunner().invoke(app, named[0][1:]).exit_code == 0
    briefly = [*named[1][1:-1], "0.01", "--out", str(tmp_path / "run")]
    lived = CliRunner().invoke(app, briefly)
    assert re.fullmatch(r"[0-9a-f]{64}\n", lived.stdout), lived.output


def test_every_file_tells_editors_where_its_schema_is(tmp_path: Path) -> None:
    new = [*make_new_town("a_town", tmp_path).rglob("*.yaml")]
    shipped = [*SCENARIOS.glob("*.yaml"), *SCENARIOS.glob("*/*.yaml"), *SCENARIOS.glob("*/residents/*.yaml")]
    assert len(new) >= 4
    assert len(shipped) >= 36
    for path in new + shipped:
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert named != first, path
        assert (path.parent / named).is_file(), path


def test_what_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "object_kinds.yaml").write_bytes((SCENARIOS / "object_kinds.yaml").read_bytes() + b"# mine\n")
    folder = make_new_town("a_town", tmp_path)
    (folder / "town.yaml").write_text("title: Mine\n")
    with pytest.raises(FolderTaken, match="choose another name"):
        make_new_town("a_town", tmp_path)
    assert (folder / "town.yaml").read_text() == "title: Mine\n"
    assert (tmp_path / "object_kinds.yaml").read_bytes().endswith(b"# mine\n")


@pytest.mark.parametrize(
    "name", ["", "My Town", "../up", "a/b", "9lives", "a" * 41, "schema", ".hidden", "b-c"]
)
def test_a_name_that_is_none_makes_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadTownName, match="my_town"):
        make_new_town(name, tmp_path)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFolder, match="nowhere"):
        make_new_town("a_town", tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(NoSuchFolder):
        make_new_town("a_town", tmp_path / "file")


def test_its_map_is_what_the_script_draws(tmp_path: Path) -> None:
    new_town().write(tmp_path, blocking())
    assert (tmp_path / "map.tmj").read_bytes() == (PATTERN / "map.tmj").read_bytes()
