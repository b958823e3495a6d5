"""How news went from mouth to mouth can be followed: every edge is a line that was really said."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.inputs import Announce
from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from townlet.evaluate.tellings import told_in

TICKS = 5400
NOON = 1800
ANNOUNCED = "The fair comes to Brook Lane on Sunday."
Json = dict[str, Any]


@pytest.fixture(scope="module")
def life() -> Life:
    fair = Announce(place="Brook Lane:The Blue Kettle:main room", text=ANNOUNCED)
    return live(brook_lane(), seed=7, ticks=TICKS, inputs=[(NOON, fair)])


@pytest.fixture
def town(found_town: FoundTown, lead: Lead, life: Life) -> str:
    found, last = found_town(life.scenario), life.log[-1]
    lead(found).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(life.log)))
    return found


def get(backend: Served, path: str) -> Any:
    answer = backend.http.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def check_tellings(life: Life, spread: Json) -> None:
    """Each was told by one who knew before, in a line of the log that it could hear."""
    log = {recorded.seq: recorded for recorded in life.log}
    knows: set[str] = set()
    for knower in spread["knowers"]:
        told = knower["told"]
        if told is not None:
            line = log[told["seq"]].event
            assert isinstance(line, e.Said)
            assert (line.speaker, line.text) == (told["speaker"], told["text"])
            assert told["speaker"] in knows
            assert told["overheard"] == (knower["resident"] not in line.to)
        knows.add(knower["resident"])
    assert len(knows) == len(spread["knowers"])


def test_an_item_of_news_is_followed_as_the_evaluation_does(backend: Served, town: str, life: Life) -> None:
    [item] = get(backend, f"/api/towns/{town}/news")
    spread = get(backend, f"/api/towns/{town}/news/{item['id']}/spread")
    tellings = told_in(life.log)
    assert sorted(knower["resident"] for knower in spread["knowers"]) == tellings.knowers(item["id"])
    assert item["knowers"] == len(spread["knowers"]) > 2
    assert spread["text"] == item["text"]
    check_tellings(life, spread)
    for knower in spread["knowers"]:
        chain = tellings.chain(item["id"], knower["resident"])
        assert chain is not None
        assert (knower["told"] is None) == (chain == [])
        if chain:
            assert knower["told"]["seq"] == chain[-1].seq


def test_an_announcement_is_followed_from_all_who_heard_it(backend: Served, town: str, life: Life) -> None:
    heard = [
        recorded.event
        for recorded in life.log
        if isinstance(recorded.event, e.Remembered) and recorded.event.source.by == "intervention"
    ]
    assert len(heard) > 1
    spreads = [get(backend, f"/api/towns/{town}/memories/{memory.id}/spread") for memory in heard]
    assert all(spread == spreads[0] for spread in spreads)
    first = [knower["resident"] for knower in spreads[0]["knowers"] if knower["told"] is None]
    assert sorted(first) == sorted(memory.resident for memory in heard)
    check_tellings(life, spreads[0])


def test_what_was_told_is_followed_from_any_of_its_memories(backend: Served, town: str, life: Life) -> None:
    told = next(
        recorded.event
        for recorded in reversed(life.log)
        if isinstance(recorded.event, e.Remembered) and recorded.event.source.by == "speaker"
    )
    spread = get(backend, f"/api/towns/{town}/memories/{told.id}/spread")
    check_tellings(life, spread)
    assert told.resident in {knower["resident"] for knower in spread["knowers"]}
    assert spread["knowers"][0]["told"] is None
    again = get(backend, f"/api/towns/{town}/memories/{spread['knowers'][0]['memory']}/spread")
    assert again == spread


@pytest.mark.parametrize("path", ["news/lantern/spread", "memories/nothing/spread"])
def test_what_nobody_knows_of_is_told_so(backend: Served, town: str, path: str) -> None:
    answer = backend.http.get(f"/api/towns/{town}/{path}")
    assert answer.status_code == 404
    assert answer.json()["detail"]
