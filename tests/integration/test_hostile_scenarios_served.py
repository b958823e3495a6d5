"""Folders of strangers among the scenarios: all are listed with their faults, none keeps a sound one from its town."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from backend.store.environment.settings import PROJECT
from tests.a_scenario_copy import ScenarioCopy
from tests.integration.served import Served, served
from tests.unit.hostile_towns import HOSTILE


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Cases by the names of their folders."""
    return {f"case_{number}": case for number, case in enumerate(HOSTILE)}


@pytest.fixture(scope="module")
def backend(
    database_url: str, redis_url: str, folders: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("project") / "scenarios"
    shutil.copytree(PROJECT / "scenarios", root)
    for name, case in folders.items():
        made = ScenarioCopy(tmp_path_factory.mktemp(name))
        HOSTILE[case][0](made)
        shutil.move(made.folder, root / name)
    with served(database_url, redis_url, scenarios=root) as running:
        yield running


@pytest.fixture(scope="module")
def listed(backend: Served) -> dict[str, dict[str, Any]]:
    answer = backend.http.get("/api/scenarios")
    assert answer.status_code == 200, answer.text
    return {one["id"]: one for one in answer.json()}


def test_each_is_listed_with_its_faults(listed: dict[str, dict[str, Any]], folders: dict[str, str]) -> None:
    assert listed.keys() == {"brook_lane", "the_ville", *folders}
    for name, case in folders.items():
        file, place, message = HOSTILE[case][1]
        faults = listed[name]["faults"]
        assert any(f["file"] == file and place in f["place"] and message in f["message"] for f in faults), (
            case
        )


def test_none_of_them_founds_a_town(backend: Served, folders: dict[str, str]) -> None:
    for name, case in folders.items():
        refused = backend.http.post("/api/towns", json={"scenario": name})
        assert refused.status_code == 409, (case, refused.text)
        assert refused.json()["type"] == "/problems/scenario-faulty"
        assert refused.json()["faults"], case
    assert backend.http.get("/api/towns").json() == []


def test_a_sound_one_among_them_founds_one(backend: Served, listed: dict[str, dict[str, Any]]) -> None:
    assert listed["brook_lane"]["faults"] == listed["the_ville"]["faults"] == []
    founded = backend.http.post("/api/towns", json={"scenario": "brook_lane", "paused": True})
    assert founded.status_code == 201, founded.text
    assert backend.http.delete(f"/api/towns/{founded.json()['id']}").is_success
