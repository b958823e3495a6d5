"""A faulty town never starts: each fault is told, with its place and a remedy, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.scenarios import ScenarioInvalid, load_scenario
from tests.a_scenario_copy import ScenarioCopy
from tests.unit.faulty_towns import CASES, MARTA

MOST_FAULTS_OF_ONE_CHANGE = 12


@pytest.fixture
def town(tmp_path: Path) -> ScenarioCopy:
    return ScenarioCopy(tmp_path)


@pytest.mark.parametrize("case", CASES)
def test_the_fault_is_told_with_its_place_and_a_remedy(case: str, town: ScenarioCopy) -> None:
    change, (file, place, message) = CASES[case]
    change(town)
    faults = town.faults()
    told = [
        fault for fault in faults if fault.file == file and place in fault.place and message in fault.message
    ]
    assert told, "\n".join(map(str, faults)) or "no fault was found"
    assert all(fault.remedy for fault in faults)
    with pytest.raises(ScenarioInvalid, match="mend"):
        load_scenario(town.folder)


@pytest.mark.parametrize("case", CASES)
def test_one_fault_does_not_bury_its_author_in_others(case: str, town: ScenarioCopy) -> None:
    CASES[case][0](town)
    assert len(town.faults()) <= MOST_FAULTS_OF_ONE_CHANGE


def test_a_town_may_speak_another_language(town: ScenarioCopy) -> None:
    assert load_scenario(town.folder).language == "English"
    town.rewrite("town.yaml", "start:", "language: German\nstart:")
    assert load_scenario(town.folder).language == "German"


def test_all_faults_are_told_at_once(town: ScenarioCopy) -> None:
    together = (
        "an unknown key",
        "a time that is none",
        "an unknown need",
        "hours that are none",
        "an unknown acquaintance",
        "a kind with capacity 0",
        "an unknown property",
        "a pond that one can walk on",
        "a history of a stranger",
        "news known by a stranger",
        "an object of an unknown kind",
    )
    for case in together:
        CASES[case][0](town)
    faults = town.faults()
    for case in together:
        file, place, message = CASES[case][1]
        assert any(f.file == file and place in f.place and message in f.message for f in faults), case


def test_a_kind_with_two_faults_is_told_of_both(town: ScenarioCopy) -> None:
    town.rewrite("town.yaml", "  microscope:\n", "  microscope:\n    stands: up\n    colour: red\n")
    told = [fault.message for fault in town.faults()]
    assert len(told) == 2
    assert "'colour' is no key known here." in told


def test_faults_come_in_the_order_of_files_and_lines_and_each_time_the_same(town: ScenarioCopy) -> None:
    for case in ("a time that is none", "an age in words", "no gate", "news known by a stranger"):
        CASES[case][0](town)
    faults = town.faults()
    assert [fault.file for fault in faults] == ["map.tmj", MARTA, MARTA, "town.yaml", "town.yaml"]
    assert faults[1].place == "line 3, age"
    assert faults == town.faults()
