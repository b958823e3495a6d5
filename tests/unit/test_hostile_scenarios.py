"""Towns that come from strangers: each fault is named, and no file costs more than a moment to refuse."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backend.domain.world import Hours
from backend.scenarios import ScenarioInvalid, check_scenario, list_scenarios, load_scenario
from backend.scenarios.faults import LONGEST_WORDS, MOST_FAULTS
from tests.a_scenario_copy import SCENARIOS, ScenarioCopy
from tests.unit.faulty_towns import CASES, MARTA, RUTH
from tests.unit.hostile_towns import BOMBS, HOSTILE
from tests.unit.test_scenario_faults import MOST_FAULTS_OF_ONE_CHANGE

PROMISED = 40
"""Faulty folders that must be refused."""
LONGEST_CPU = 20.0
"""Seconds of work until a folder is refused, also on a slow machine; a bomb that goes off takes for ever."""
MOST_MEMORY = 120_000
"""kB that may be taken for it: thirty times the largest map that is read at all."""

REFUSE = """
import json, resource, sys, time
from pathlib import Path
from backend.scenarios import check_scenario
check_scenario(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.process_time()
faults = check_scenario(Path(sys.argv[2]))
took = time.process_time() - began
print(json.dumps([len(faults), took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before]))
"""


@pytest.fixture
def town(tmp_path: Path) -> ScenarioCopy:
    return ScenarioCopy(tmp_path)


def test_there_are_more_of_them_than_were_promised() -> None:
    assert not HOSTILE.keys() & CASES.keys()
    assert len(HOSTILE) >= PROMISED
    assert len(HOSTILE) + len(CASES) >= 200


@pytest.mark.parametrize("case", HOSTILE)
def test_it_is_refused_and_its_fault_is_named(case: str, town: ScenarioCopy) -> None:
    change, (file, place, message) = HOSTILE[case]
    change(town)
    faults = town.faults()
    told = [
        fault for fault in faults if fault.file == file and place in fault.place and message in fault.message
    ]
    assert told, "\n".join(map(str, faults)) or "no fault was found"
    assert len(faults) <= (MOST_FAULTS + 1 if case in BOMBS else MOST_FAULTS_OF_ONE_CHANGE)
    for fault in faults:
        assert fault.remedy
        assert str(fault).isprintable(), "a terminal would do what the file says"
        assert len(str(fault).encode()) < 10 * LONGEST_WORDS
        assert "hunter2" not in str(fault)
    with pytest.raises(ScenarioInvalid):
        load_scenario(town.folder)


@pytest.mark.parametrize("case", BOMBS)
def test_it_takes_neither_long_nor_much_memory(case: str, town: ScenarioCopy) -> None:
    BOMBS[case][0](town)
    command = [sys.executable, "-c", REFUSE, str(SCENARIOS / "brook_lane"), str(town.folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SCENARIOS.parent)
    faults, took, memory = json.loads(told.stdout)
    assert faults
    assert took < LONGEST_CPU
    assert memory < MOST_MEMORY


def test_the_largest_folder_that_is_looked_at_takes_not_much_longer(town: ScenarioCopy) -> None:
    """Two hundred residents, each as large as may be."""
    text = (town.folder / MARTA).read_text(encoding="utf-8")
    for number in range(194):
        town.write(f"residents/r{number}.yaml", text + "extra: [" + "1," * 2_500 + "1]\n")
    command = [sys.executable, "-c", REFUSE, str(SCENARIOS / "brook_lane"), str(town.folder)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=SCENARIOS.parent)
    _, took, memory = json.loads(told.stdout)
    assert took < 4 * LONGEST_CPU
    assert memory < MOST_MEMORY


def test_what_is_unusual_but_right_is_taken(town: ScenarioCopy) -> None:
    (town.folder / RUTH).write_bytes(
        b"\xef\xbb\xbf" + (town.folder / RUTH).read_bytes().replace(b"\n", b"\r\n")
    )
    (town.folder / "residents" / ".#marta.yaml").symlink_to("somebody@desk.4711")
    (town.folder / "residents" / "._ivo.yaml").write_bytes(b"\0\5\26\7")
    (town.folder / "loop").symlink_to(".")
    assert check_scenario(town.folder) == ()
    assert (
        load_scenario(town.folder).personas.keys() == load_scenario(SCENARIOS / "brook_lane").personas.keys()
    )


@pytest.mark.parametrize("name", ["Brook Lane", "<b>", "brook\nlane", "b" * 41, "br\u043eok", "9", "a.b"])
def test_a_folder_whose_name_is_no_id_says_so(name: str, town: ScenarioCopy) -> None:
    (fault,) = check_scenario(town.folder.rename(town.folder.parent / name))
    assert "can't be a scenario's id" in fault.message
    assert str(fault).isprintable()


def test_a_hidden_folder_is_nobodys_town(town: ScenarioCopy) -> None:
    shutil.copytree(town.folder, town.folder.parent / ".brook_lane")
    assert [each.id for each in list_scenarios(town.folder.parent)] == ["brook_lane"]


@pytest.mark.parametrize("hours", ["06:00-02:00", "06:00-26:00"])
def test_hours_past_midnight_are_those_of_one_night(hours: str, town: ScenarioCopy) -> None:
    text = (town.folder / "town.yaml").read_text(encoding="utf-8")
    green = re.search(r"    Alder Green:\n(      .*\n)+", text)
    assert green
    town.rewrite("town.yaml", green[0], f"    Alder Green: {{daily: {hours}}}\n")
    sector = load_scenario(town.folder).world.sectors["Brook Lane:Alder Green"]
    assert sector.hours == ((Hours(6 * 60, 26 * 60),),) * 7
