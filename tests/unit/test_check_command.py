"""`townlet check`, as somebody who writes a town uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.a_scenario_copy import ScenarioCopy
from tests.unit.faulty_towns import CASES
from townlet.cli import app


def check(named: str | Path) -> tuple[int, str]:
    told = CliRunner().invoke(app, ["check", str(named)])
    return told.exit_code, told.stdout


@pytest.mark.parametrize("name", ["brook_lane", "the_ville"])
def test_a_shipped_town_is_clean(name: str) -> None:
    code, told = check(name)
    assert code == 0, told
    assert f"{name} is clean" in told


def test_every_fault_of_a_town_is_listed_with_file_place_and_remedy(tmp_path: Path) -> None:
    town = ScenarioCopy(tmp_path)
    for case in ("an unknown key", "a time that is none", "news known by a stranger"):
        CASES[case][0](town)
    code, told = check(town.folder)
    assert code == 1
    faults = town.faults()
    assert len(faults) >= 3
    for fault in faults:
        assert f"{fault.file}: {fault.place}: {fault.message} {fault.remedy}" in told
    assert f"{len(faults)} faults" in told


def test_a_town_is_checked_from_within_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ScenarioCopy(tmp_path).folder)
    assert check(".") == check("../brook_lane")
    assert check(".")[0] == 0


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    code, told = check(tmp_path)
    assert code == 1
    for file in ("map.tmj", "town.yaml", "residents"):
        assert file in told
