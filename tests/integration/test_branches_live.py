"""Branches of a running Townlet, with its workers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.integration.a_townlet import Townlet, a_townlet

SEED = 23
NOON = 600
EVENING = 1500


@pytest.fixture(scope="module", params=["inline", "queue"])
def townlet(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    home = tmp_path_factory.mktemp("branches")
    with a_townlet(home, environment={"TOWNLET_MINDS": request.param}, minds=1, batch=0) as running:
        yield running


def branch(townlet: Townlet, town: str, key: str, **wish: Any) -> str:
    answer = townlet.request("POST", f"/api/towns/{town}/branches", {"key": key, **wish})
    made: str = answer.json()["id"]
    return made


def test_two_branches_and_their_parent_live_to_the_same_evening(townlet: Townlet) -> None:
    town = townlet.found_town(SEED)
    townlet.live_until(town, NOON)
    townlet.wait_for(town, NOON)
    branches = [branch(townlet, town, "then", tick=NOON - 200), branch(townlet, town, "now")]
    for one in (town, *branches):
        townlet.live_until(one, EVENING)
    for one in (town, *branches):
        townlet.wait_for(one, EVENING)
    assert len({townlet.digest(one, EVENING) for one in (town, *branches)}) == 1


def test_undoing_lives_on_by_itself_to_where_the_town_is(townlet: Townlet) -> None:
    town = townlet.found_town(SEED)
    townlet.live_until(town, 300)
    townlet.wait_for(town, 300)
    number = townlet.do(town, "fire", {"kind": "announce", "text": "There is a fire in the mill!"})
    townlet.live_until(town, NOON)
    townlet.wait_for(town, NOON)
    undone = branch(townlet, town, "undo", undo=number)
    townlet.wait_for(undone, NOON)
    never = townlet.found_town(SEED)
    townlet.live_until(never, NOON)
    townlet.wait_for(never, NOON)
    assert townlet.digest(undone, NOON) == townlet.digest(never, NOON) != townlet.digest(town, NOON)
