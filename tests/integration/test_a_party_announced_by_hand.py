"""A party is announced by hand in The Ville: it is followed line by line, and counted as `evaluate` counts."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.domain.inputs import Announce
from backend.scenarios import load_scenario
from backend.store.journal import Batch, Head
from tests.a_life import Life, live
from tests.a_scenario_copy import SCENARIOS
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from townlet.evaluate.measures import measure

NINE = 9 * TICKS_PER_HOUR
PARTY = "There is a garden party in Johnson Park on Tuesday at five, and everybody is welcome."
Json = dict[str, Any]

pytestmark = pytest.mark.timeout(900)


@cache
def the_life() -> Life:
    ville = load_scenario(SCENARIOS / "the_ville")
    announced = Announce(place="the Ville:Hobbs Cafe", text=PARTY)
    return live(ville, seed=7, ticks=TICKS_PER_DAY, inputs=[(NINE, announced)])


@pytest.fixture
def town(found_town: FoundTown, lead: Lead) -> str:
    found, last = found_town(the_life().scenario), the_life().log[-1]
    lead(found).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(the_life().log)))
    return found


def test_each_telling_is_a_line_and_the_count_is_that_of_the_evaluation(backend: Served, town: str) -> None:
    life = the_life()
    log = {recorded.seq: recorded for recorded in life.log}
    announced = next(recorded for recorded in life.log if isinstance(recorded.event, e.Announced))
    spread = backend.http.get(f"/api/towns/{town}/announcements/{announced.seq}/spread").json()
    measured = measure(life.scenario, life.seed, life.log)
    [counted] = measured["announcements"]
    assert (counted["text"], counted["without_chain"]) == (PARTY, 0)

    told = [knower for knower in spread["knowers"] if knower["told"] is not None]
    assert len(spread["knowers"]) == counted["knows"]
    assert len(told) >= 3
    knows: set[str] = set()
    for knower in spread["knowers"]:
        resident, telling = knower["resident"], knower["told"]
        if telling is None:
            assert knower["origin"]["how"] == "announced"
            assert resident not in counted["chains"]
        else:
            line = log[telling["seq"]]
            assert isinstance(line.event, e.Said)
            assert (line.event.speaker, line.event.text) == (telling["speaker"], telling["text"])
            assert line.tick == knower["tick"]
            assert telling["speaker"] in knows
            assert counted["chains"][resident][-1]["seq"] == telling["seq"]
        knows.add(resident)

    for item in life.scenario.news:
        of_item = backend.http.get(f"/api/towns/{town}/news/{item.id}/spread").json()
        assert len(of_item["knowers"]) == measured[f"{item.id}.knows"]
        assert sum(one["told"] is not None for one in of_item["knowers"]) == len(
            measured[f"{item.id}.chains"]
        )
