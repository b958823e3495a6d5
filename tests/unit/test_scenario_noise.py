"""Scenario files damaged at random: the loader answers with faults or a town, never with anything else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.scenarios.faults import Findings
from backend.scenarios.yaml_text import dotted, read_yaml
from tests.a_scenario_copy import ScenarioCopy

JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 3, 2**70, 0.5, float("nan"), float("inf"), "", "x", "\x00", "a:b", "\u202e", "9" * 50,
    [], [[]], {}, [None], {"name": "kind", "value": []}, [{"x": "1", "y": None}],
)  # fmt: skip


@pytest.fixture
def town(tmp_path: Path) -> ScenarioCopy:
    return ScenarioCopy(tmp_path)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place of a JSON document, the tiles of layers left out: there are thousands, all alike."""
    if path:
        yield path
    if path and path[-1] == "data":
        return
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places_in(inner, (*path, step))


@pytest.mark.parametrize("seed", range(12))
def test_no_junk_in_a_map_breaks_the_loader(seed: int, town: ScenarioCopy) -> None:
    chance = random.Random(seed)
    original = (town.folder / "map.tmj").read_text(encoding="utf-8")
    places = list(places_in(json.loads(original)))
    for _ in range(12):
        document = json.loads(original)
        *way, last = chance.choice(places)
        holder = document
        for step in way:
            holder = holder[step]
        holder[last] = chance.choice(JUNK)
        town.write("map.tmj", json.dumps(document))
        assert all(fault.remedy for fault in town.faults())


@pytest.mark.parametrize("file", ["town.yaml", "history.yaml", "residents/ivo.yaml", "../object_kinds.yaml"])
def test_no_junk_in_a_text_breaks_the_loader(file: str, town: ScenarioCopy) -> None:
    chance = random.Random(file)
    original = (town.folder / file).read_text(encoding="utf-8").splitlines()
    for _ in range(40):
        lines = list(original)
        at = chance.randrange(len(lines))
        key, colon, _ = lines[at].partition(":")
        junk = chance.choice(
            ["", "- ", "[", "{}", "[]", "1", "null", "9.5", "'", "!x y", "*a", "a: b: c", "\t", "…"]
        )
        lines[at] = chance.choice([junk, f"{key}{colon} {junk}", lines[at] + junk, "  " + lines[at]])
        town.write(file, "\n".join(lines))
        assert all(fault.remedy for fault in town.faults())


def test_times_and_switches_stay_the_words_that_were_written(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: 17:30\nb: on\nc: 2025-05-12\nd: 12\ne: 0.5\nf: true\ng:\nh: '12'\n", encoding="utf-8")
    read = read_yaml(path, "x.yaml", Findings())
    assert read is not None
    assert read.data == {
        "a": "17:30", "b": "on", "c": "2025-05-12", "d": 12, "e": 0.5, "f": True, "g": None, "h": "12",
    }  # fmt: skip


def test_a_place_is_told_by_its_line_and_its_way_there(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("job:\n  hours:\n    monday: [a,\n      b]\n", encoding="utf-8")
    read = read_yaml(path, "x.yaml", Findings())
    assert read is not None
    assert read.place(("job", "hours", "monday", 1)) == "line 4, job.hours.monday[1]"
    assert read.place(("job", "title")) == "line 1, job.title"
    assert dotted(("a", 0, "b")) == "a[0].b"
