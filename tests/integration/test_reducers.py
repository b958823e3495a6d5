"""The page's reducer and the server's are one: at any tick of a lived day both tell the same town."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.domain.chance import Chance
from tests.integration.a_townlet import Townlet, a_townlet
from tests.integration.test_one_life import DAY, INPUTS, SEED, at_of
from townlet.setup.page import node_environment
from townlet.setup.place import Place

LOOKS = 200
PAGE = 500


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    with a_townlet(tmp_path_factory.mktemp("reducers"), environment={}, minds=0, batch=0) as running:
        yield running


@pytest.fixture(scope="module")
def town(townlet: Townlet) -> str:
    """A town that has lived a day in which people came, spoke and changed things."""
    town = townlet.found_town(SEED)
    visit: list[dict[str, Any]] = [
        {
            "tick": 50,
            "order": 0,
            "key": "in",
            "input": {"kind": "enter", "visitor": "visitor:vera", "name": "Vera"},
        },
        {
            "tick": 60,
            "order": 0,
            "key": "step",
            "input": {"kind": "walk", "visitor": "visitor:vera", "path": [[1, 16], [2, 16]]},
        },
        {"tick": 5000, "order": 0, "key": "out", "input": {"kind": "leave", "visitor": "visitor:vera"}},
    ]
    for line in (*INPUTS, *visit):
        townlet.send(town, line["key"], line["input"], at_of(line))
    townlet.live_until(town, DAY)
    townlet.wait_for(town, DAY)
    return town


def test_at_200_random_ticks_the_page_tells_the_same_town_as_the_server(
    townlet: Townlet, town: str, project: Path
) -> None:
    ticks = sorted({Chance(SEED, "looks", "tick", n).below(DAY) for n in range(LOOKS)})
    start = townlet.get(f"/api/towns/{town}/state?tick=0")
    lines = [{"state": start}, *({"event": event} for event in _log(townlet, town, start["seq"]))]
    told = subprocess.run(
        ["node", "src/town/replay.ts", *map(str, ticks)],
        cwd=project / "frontend",
        env={**os.environ, **node_environment(Place(project))},
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    by_page = {line["tick"]: line["state"] for line in map(json.loads, told.stdout.splitlines())}
    assert list(by_page) == ticks
    for tick in ticks:
        by_server = townlet.get(f"/api/towns/{town}/state?tick={tick}")
        assert by_page[tick] == by_server, f"at tick {tick}"


def _log(townlet: Townlet, town: str, after: int) -> Iterator[dict[str, Any]]:
    while events := townlet.get(f"/api/towns/{town}/events?after={after}&limit={PAGE}")["events"]:
        yield from events
        after = events[-1]["seq"]
