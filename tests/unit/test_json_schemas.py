"""Editors complete and check the files of a town by schemas that agree with what the loader takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.scenarios.faults import Findings
from backend.scenarios.json_schema import FOLDER, SCHEMAS, schema_text
from backend.scenarios.yaml_text import read_yaml
from tests.a_scenario_copy import SCENARIOS
from tests.unit.against_schema import departures

YAML = {"town.json": "*/town.yaml", "resident.json": "*/residents/*.yaml", "history.json": "*/history.yaml"}


def schema(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return document


def read(path: Path) -> dict[str, Any]:
    text = read_yaml(path, path.name, Findings())
    assert text is not None, path
    return text.data


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_up_to_date(name: str) -> None:
    told = "run: python -m backend.scenarios.json_schema"
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_text(SCHEMAS[name]), told


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_shipped_towns_conform_to_them(name: str) -> None:
    files = [*SCENARIOS.glob(YAML.get(name, "object_kinds.yaml"))]
    assert files
    for path in files:
        assert not [*departures(read(path), schema(name), schema(name))], path


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wake", "half past six"),
        ("wake", "25:61"),
        ("pronouns", "she/her"),
        ("meals", ["08:00"]),
        ("age", "old"),
        ("leisure", [{"activity": "lazing", "need": "laze", "emoji": "🌳", "places": ["Park:lawn"]}]),
        ("places", ["Alder Green", "Alder Green"]),
        ("favourite_colour", "green"),
    ],
)
def test_what_the_loader_refuses_is_underlined(key: str, value: Any) -> None:
    marta = read(SCENARIOS / "brook_lane" / "residents" / "marta.yaml") | {key: value}
    assert [*departures(marta, schema("resident.json"), schema("resident.json"))]


def test_a_day_is_a_span_or_several_or_closed() -> None:
    hours = {"monday": "09:00-12:30", "tuesday": ["09:00-12:00", "13:00-26:00"], "sunday": "closed"}
    whole = schema("town.json")
    week = whole["$defs"]["Week"]
    assert not [*departures(hours, week, whole)]
    for wrong in ("shut", "9-12", ["closed"], 9):
        assert [*departures({"monday": wrong}, week, whole)], wrong
