"""Everybody is always due for something, and a worker that takes a town up finds the same agenda."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from backend.domain.wishes import Converse
from tests.a_life import brook_lane
from tests.unit.a_town import a_town, lines_up, on_the_way, planned
from worker.engine import talks
from worker.engine.agenda import Phase, Wake
from worker.engine.engine import Engine
from worker.engine.sights import meetings
from worker.engine.town import Town
from worker.engine.wakes import DETAIL_LEAD, PLAN_LEAD, wakes_of
from worker.minds import minds


def due(town: Town, resident: str) -> set[tuple[int, str, str]]:
    return {(wake.tick, wake.what, wake.about) for wake in wakes_of(town, resident)}


def test_whoever_has_no_plan_asks_for_one_at_once() -> None:
    assert (1, "plan", "") in due(a_town("ana", "ben"), "ana")


def test_whoever_walks_is_due_when_it_arrives() -> None:
    assert (7, "arrive", "") in due(on_the_way(a_town("ana", "ben"), "ana", lines_up(0, 7)), "ana")


def test_the_details_of_a_block_and_the_next_plan_are_asked_for_ahead_of_need() -> None:
    found = due(planned(a_town("ana", "ben"), "ana", (0, 1000), (1000, 2000)), "ana")
    assert (1000 - DETAIL_LEAD, "detail", "1") in found
    assert (2000 - PLAN_LEAD, "plan", "") in found


def test_only_whose_turn_it_is_has_a_line_to_say() -> None:
    town = a_town("ana", "ben")
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    assert (1, "speak", "") in due(town, "ana")
    assert "speak" not in {what for _, what, _ in due(town, "ben")}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_worker_that_takes_up_the_town_is_due_for_the_same_at_any_moment(seed: int) -> None:
    town = a_town(scenario=brook_lane())
    town.seed = seed
    engine = Engine(town, minds("rules"))
    engine.found("rules")
    for tick in range(17, 8640, 17):
        while engine.step(tick):
            pass
        found_anew = {resident: wakes_of(town, resident) for resident in town.state.residents}
        assert all(found_anew.values()), "nobody is left with nothing to wait for"
        standing = engine.agenda.standing()
        assert [wake for wake in standing if wake.phase != Phase.SIGHT] == sorted(
            wake for wakes in found_anew.values() for wake in wakes
        )
        assert [wake for wake in standing if wake.phase == Phase.SIGHT] == sorted(all_meetings(town))


def all_meetings(town: Town) -> Iterator[Wake]:
    for one, other in combinations(town.view().bodies(), 2):
        for tick in meetings(town.scenario.world, town.state, one, other, town.tick):
            yield Wake(tick, Phase.SIGHT, f"{one}|{other}", "meet", other)
