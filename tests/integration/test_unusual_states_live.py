"""A director changes things in a live town through the API: those present think about it, with the memory at hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from backend.domain.view import SIGHT
from tests.integration.a_townlet import Townlet, a_townlet

SEED = 7
LATE_MORNING = 1350
"""Ticks: 10:45, when people are up and about."""
A_MOMENT = 12
"""Ticks in which a thought about something seen has taken effect."""
STATES = (
    "leaking gas",
    "covered in ants",
    "smouldering",
    "smashed to pieces",
    "making a strange grinding noise",
    "flooded",
    "crawling with rats",
    "glowing green",
)


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    with a_townlet(tmp_path_factory.mktemp("unusual"), environment={}, minds=0, batch=0) as running:
        yield running


def events_after(townlet: Townlet, town: str, seq: int) -> list[dict[str, Any]]:
    return [
        line["event"] for line in townlet.get(f"/api/towns/{town}/events?after={seq}&limit=1000")["events"]
    ]


def people_about(townlet: Townlet, town: str) -> dict[str, tuple[str, list[int]]]:
    """Residents who are awake at something, with their arena and tile."""
    residents = townlet.get(f"/api/towns/{town}/state")["residents"]
    acting = {name: r["action"] for name, r in residents.items() if r["action"] is not None}
    return {
        name: (action["arena"], action["spot"])
        for name, action in acting.items()
        if action["begun"] is not None and not action["asleep"]
    }


def sees(tile: list[int], thing: dict[str, Any]) -> bool:
    return any(max(abs(tile[0] - x), abs(tile[1] - y)) <= SIGHT for x, y in thing["footprint"])


@pytest.mark.parametrize("state", STATES)
def test_those_in_the_room_react_and_others_do_not(townlet: Townlet, state: str) -> None:
    changed, reacted = _change_something(townlet, state)
    assert len(changed) >= 3, "people are about in several rooms"
    for thing, (present, asked, answered) in changed.items():
        assert set(asked) == present, f"{thing} {state}"
        assert all(answered[who]["cites"] for who in present)
    assert any(answer["choice"] != "go_on" for answer in reacted), f"nobody cared that something is {state}"


def test_a_polished_thing_alarms_nobody(townlet: Townlet) -> None:
    _, reacted = _change_something(townlet, "polished")
    assert {answer["choice"] for answer in reacted} <= {"go_on"}


def _change_something(
    townlet: Townlet, state: str
) -> tuple[dict[str, tuple[set[str], list[str], dict[str, dict[str, Any]]]], list[dict[str, Any]]]:
    """Sets one object in each room with somebody in it, up to five, and lives on for a moment."""
    town = townlet.found_town(SEED)
    townlet.live_until(town, LATE_MORNING)
    townlet.wait_for(town, LATE_MORNING)
    about = people_about(townlet, town)
    things = townlet.get(f"/api/towns/{town}/scenario")["objects"]
    chosen: dict[str, set[str]] = {}
    for arena in sorted({arena for arena, _ in about.values()})[:5]:
        inside = {name: tile for name, (room, tile) in about.items() if room == arena}
        in_room = [thing for thing in things if thing["arena"] == arena]
        thing = max(in_room, key=lambda t: (sum(sees(tile, t) for tile in inside.values()), t["id"]))
        chosen[thing["id"]] = {name for name, tile in inside.items() if sees(tile, thing)}
    before = townlet.get(f"/api/towns/{town}")["horizon"]["seq"]
    for number, changed in enumerate(chosen):
        given = {"kind": "set_object", "object": changed, "state": state}
        townlet.do(town, f"change-{number}", given)
    townlet.live_until(town, LATE_MORNING + A_MOMENT)
    townlet.wait_for(town, LATE_MORNING + A_MOMENT)
    log = events_after(townlet, town, before)
    asked = [e for e in log if e["kind"] == "asked" and e["question"] == "react" and e["about"] in chosen]
    answers = {e["key"]: e for e in log if e["kind"] == "answered" and e["question"] == "react"}
    found = {}
    for changed, people in chosen.items():
        thoughts = [e for e in asked if e["about"] == changed]
        found[changed] = (
            people,
            [e["resident"] for e in thoughts],
            {e["resident"]: answers[e["key"]] for e in thoughts if e["key"] in answers},
        )
    townlet.request("DELETE", f"/api/towns/{town}")
    return found, [answers[e["key"]] for e in asked if e["key"] in answers]
