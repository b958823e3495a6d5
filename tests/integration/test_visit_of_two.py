"""Two people from outside in one town: they hear each other, are answered both, and what they do is seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from backend.domain.pathfinding import Pathfinder
from tests.a_life import brook_lane
from tests.integration.a_townlet import Townlet, a_townlet
from tests.waiting import wait_until

SEED = 11
MORNING = 700
CAFE = "Brook Lane:The Blue Kettle:main room"
DISPLAY = f"{CAFE}:cake display"
EVE, VERA = "visitor:eve", "visitor:vera"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    with a_townlet(tmp_path_factory.mktemp("visit"), environment={}, minds=0, batch=0) as running:
        yield running


@pytest.fixture(scope="module")
def town(townlet: Townlet) -> str:
    """A paused town; both stand before the café's counter, behind which somebody works."""
    town, world = townlet.found_town(SEED), brook_lane().world
    for visitor, goal in zip((EVE, VERA), world.objects[DISPLAY].spots, strict=False):
        path = Pathfinder(world).path(world.spawns["gate"], goal)
        assert path is not None
        name = visitor.rpartition(":")[2].title()
        visit: list[Json] = [{"kind": "enter", "visitor": visitor, "name": name}]
        visit += [
            {"kind": "walk", "visitor": visitor, "path": path[n : n + 8]} for n in range(1, len(path), 8)
        ]
        for n, given in enumerate(visit):
            townlet.send(town, f"{visitor}-{n}", given, {"tick": MORNING - 20 + n, "order": 0})
    townlet.live_until(town, MORNING)
    townlet.wait_for(town, MORNING)
    return town


def fate(townlet: Townlet, town: str, key: str, given: Json) -> Json:
    number = townlet.send(town, key, given)
    path = f"/api/towns/{town}/inputs/{number}"
    wait_until(lambda: townlet.get(path)["status"] != "waiting")
    return townlet.get(path)


def said(townlet: Townlet, town: str) -> list[Json]:
    """What was said since the visitors stand there."""
    after = townlet.get(f"/api/towns/{town}/events?after=0&limit=1&kind=visitor_entered")["events"][0]["seq"]
    found = townlet.get(f"/api/towns/{town}/events?after={after}&limit=500&kind=said")["events"]
    return [each["event"] for each in found if each["event"]["talk"] is None]


def test_two_visitors_hear_each_other_and_a_resident_answers_both(townlet: Townlet, town: str) -> None:
    for visitor, text in ((EVE, "Good morning, everybody!"), (VERA, "What is good here?")):
        given = {"kind": "speak", "visitor": visitor, "name": "Eve", "to": None, "text": text}
        assert fate(townlet, town, f"words of {visitor[8:]}".replace(" ", "-"), given)["status"] == "applied"
    wait_until(lambda: {EVE, VERA} <= {to for line in said(townlet, town) for to in line["to"]})
    lines = said(townlet, town)
    by_eve = next(line for line in lines if line["speaker"] == EVE)
    by_vera = next(line for line in lines if line["speaker"] == VERA)
    assert by_eve["aloud"]
    assert VERA in by_eve["to"]
    assert EVE in by_vera["to"]
    residents = set(brook_lane().personas)
    for visitor in (EVE, VERA):
        assert any(line["speaker"] in residents and line["to"] == [visitor] for line in lines)


def test_what_a_visitor_does_with_a_thing_is_the_towns_state(townlet: Townlet, town: str) -> None:
    use = {"kind": "use_object", "visitor": EVE, "object": DISPLAY, "use": "shop"}
    assert fate(townlet, town, "use", use)["status"] == "applied"
    assert (
        fate(townlet, town, "emote", {"kind": "emote", "visitor": EVE, "emote": "heart"})["status"]
        == "applied"
    )
    wait_until(lambda: townlet.get(f"/api/towns/{town}/state")["visitors"][EVE]["emote"] is not None)
    state = townlet.get(f"/api/towns/{town}/state")
    assert state["visitors"][EVE]["doing"]["object"] == DISPLAY
    assert state["objects"][DISPLAY]["by"] == EVE
    bench = {"object": "Brook Lane:Alder Green:bandstand green:green bench", "use": "rest"}
    refused = fate(townlet, town, "far", use | bench)
    assert (refused["status"], refused["error"]) == ("refused", "TooFar")
