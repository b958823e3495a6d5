"""A town keeps its scenario, whatever becomes of the scenario's files."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest

from backend.domain.scenario import Scenario
from backend.scenarios import load_scenario
from backend.store.town.scenario_document import read_scenario_document, scenario_document
from tests.small_town import a_scenario

SCENARIOS = Path(__file__).resolve().parents[2] / "scenarios"
FOLDERS = sorted(path.parent for path in SCENARIOS.glob("*/town.yaml"))


def through_json(scenario: Scenario) -> Scenario:
    return read_scenario_document(orjson.loads(orjson.dumps(scenario_document(scenario))))


def test_the_smallest_scenario_comes_back_as_it_was() -> None:
    scenario = a_scenario("ana", "ben")
    assert through_json(scenario) == scenario


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_scenario_of_the_project_comes_back_as_it_was(folder: Path) -> None:
    scenario = load_scenario(folder)
    restored = through_json(scenario)
    assert restored == scenario
    assert list(restored.personas) == list(scenario.personas)
    assert list(restored.world.objects) == list(scenario.world.objects)
    assert restored.calendar.at(0) == scenario.start


def test_equal_scenarios_have_equal_documents() -> None:
    assert orjson.dumps(scenario_document(a_scenario())) == orjson.dumps(scenario_document(a_scenario()))
