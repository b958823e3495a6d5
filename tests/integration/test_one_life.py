"""A live town and a headless run with the same inputs are the same life, whoever answers and however fast."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.a_townlet import Townlet, a_townlet, write_inputs

SEED = 23
DAY = 8640
MORNING = 240
"""40 minutes in ticks: what a test can wait for at 60×."""

INPUTS: list[dict[str, Any]] = [
    {
        "tick": 100,
        "order": 0,
        "key": "a-word",
        "input": {
            "kind": "speak",
            "visitor": "visitor:vera",
            "name": "Vera",
            "to": "walter",
            "text": "Good morning! What will you do today?",
        },
    },
    {"tick": 150, "order": 0, "key": "news", "input": {"kind": "announce", "text": "The bridge is closed."}},
    {
        "tick": 200,
        "order": 0,
        "key": "a-leak",
        "input": {
            "kind": "set_object",
            "object": "Brook Lane:The Blue Kettle:kitchen:stove",
            "state": "leaking gas",
        },
    },
    {
        "tick": 2500,
        "order": 0,
        "key": "another-word",
        "input": {
            "kind": "speak",
            "visitor": "visitor:vera",
            "name": "Vera",
            "to": "marta",
            "text": "There is a concert at the bandstand tonight.",
        },
    },
    {
        "tick": 2500,
        "order": 1,
        "key": "more-news",
        "input": {"kind": "announce", "place": "Brook Lane:Alder Green", "text": "The band plays at six."},
    },
]


def headless(folder: Path, ticks: int, inputs: list[dict[str, Any]]) -> str:
    file = write_inputs(folder / "inputs.jsonl", inputs)
    command = [sys.executable, "-m", "townlet", "run", "brook_lane", "--seed", str(SEED)]
    command += ["--days", str(ticks / DAY), "--out", str(folder / "run"), "--inputs", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.split()[-1]


@pytest.fixture(scope="module", params=[1, 4], ids=["1 minds worker", "4 minds workers"])
def townlet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    home = tmp_path_factory.mktemp("one_life")
    with a_townlet(home, environment={"TOWNLET_MINDS": "queue"}, minds=request.param, batch=0) as running:
        yield running


def send_all(townlet: Townlet, town: str, upto: int) -> None:
    for line in INPUTS:
        if line["tick"] < upto:
            at = {"tick": line["tick"], "order": line["order"]}
            townlet.send(town, line["key"], line["input"], at)


def test_a_day_at_max_is_the_headless_day(townlet: Townlet, tmp_path: Path) -> None:
    town = townlet.found_town(SEED)
    send_all(townlet, town, DAY)
    townlet.live_until(town, DAY)
    townlet.wait_for(town, DAY)
    fates = [
        townlet.get(f"/api/towns/{town}/inputs/{townlet.send(town, i['key'], i['input'], at_of(i))}")
        for i in INPUTS
    ]
    assert [fate["status"] for fate in fates] == ["applied"] * len(INPUTS)
    assert townlet.digest(town, DAY) == headless(tmp_path, DAY, INPUTS)


def test_a_morning_at_60_times_is_the_headless_morning(townlet: Townlet, tmp_path: Path) -> None:
    town = townlet.found_town(SEED)
    send_all(townlet, town, MORNING)
    townlet.live_until(town, MORNING, speed=60)
    townlet.wait_for(town, MORNING)
    due = [line for line in INPUTS if line["tick"] < MORNING]
    assert townlet.digest(town, MORNING) == headless(tmp_path, MORNING, due)


def test_what_people_did_on_the_spot_lives_again_from_the_exported_inputs(
    townlet: Townlet, tmp_path: Path
) -> None:
    town = townlet.found_town(SEED)
    for line in INPUTS[:3]:
        townlet.live_until(town, line["tick"])
        townlet.wait_for(town, line["tick"])
        townlet.do(town, line["key"], line["input"])
    townlet.live_until(town, MORNING)
    townlet.wait_for(town, MORNING)
    exported = townlet.request("GET", f"/api/towns/{town}/inputs").text.splitlines()
    assert sum("question" in json.loads(line) for line in exported) == 1
    assert townlet.digest(town, MORNING) == headless(
        tmp_path, MORNING, [json.loads(line) for line in exported]
    )


def at_of(line: dict[str, Any]) -> dict[str, int]:
    return {"tick": line["tick"], "order": line["order"]}
