"""Who is what to whom can be read at any moment, with each change and what caused it."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain import inputs as i
from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served

TICKS = 5400
FALL_OUT = 3000


@cache
def the_life() -> Life:
    quarrel = i.EditRelationship(
        resident="marta", other="ivo", closeness=-0.8, note="Ivo forgot her birthday."
    )
    return live(brook_lane(), seed=7, ticks=TICKS, inputs=[(FALL_OUT, quarrel)])


@pytest.fixture
def town(found_town: FoundTown, lead: Lead) -> str:
    found, last = found_town(the_life().scenario), the_life().log[-1]
    lead(found).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(the_life().log)))
    return found


def get(backend: Served, town: str, path: str = "", **query: Any) -> Any:
    answer = backend.http.get(f"/api/towns/{town}/relationships{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("tick", [0, FALL_OUT - 1, FALL_OUT, 5000])
def test_the_ties_of_a_moment_are_those_of_its_state(backend: Served, town: str, tick: int) -> None:
    state = backend.http.get(f"/api/towns/{town}/state", params={"tick": tick}).json()["residents"]
    found = get(backend, town, at=tick)
    assert {(one["resident"], one["other"]): one["closeness"] for one in found["ties"]} == {
        (resident, other): known["closeness"]
        for resident, one in state.items()
        for other, known in one["relationships"].items()
        if other in state
    }
    assert (found["tick"], found["residents"]) == (tick, list(state))


def test_each_change_begins_where_the_one_before_it_ended(backend: Served, town: str) -> None:
    told = get(backend, town, "/changes", limit=200)
    log = {recorded.seq: recorded for recorded in the_life().log}
    assert [one["seq"] for one in told] == sorted(
        (seq for seq, one in log.items() if isinstance(one.event, e.RelationshipChanged)), reverse=True
    )
    now = {
        (persona.id, known.other): known.closeness
        for persona in the_life().scenario.personas.values()
        for known in persona.knows
    }
    for one in reversed(told):
        pair = one["resident"], one["other"]
        assert one["was"] == now.get(pair, 0.0)
        event = log[one["seq"]].event
        assert isinstance(event, e.RelationshipChanged)
        assert (one["closeness"], one["reason"], one["cause"]) == (event.closeness, event.reason, event.cause)
        now[pair] = one["closeness"]
    assert all(one["reason"] for one in told)


def test_the_changes_of_one_up_to_a_moment_come_in_pages(backend: Served, town: str) -> None:
    every = get(backend, town, "/changes", resident="marta", at=FALL_OUT, limit=200)
    assert every[0]["closeness"] == -0.8
    assert every[0]["cause"] is None
    assert all("marta" in (one["resident"], one["other"]) and one["tick"] <= FALL_OUT for one in every)
    first = get(backend, town, "/changes", resident="marta", at=FALL_OUT, limit=1)
    rest = get(backend, town, "/changes", resident="marta", at=FALL_OUT, limit=200, before=first[0]["seq"])
    assert [*first, *rest] == every


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"resident": "marte"}, "unknown-resident"),
        ({"at": TICKS + 1}, "tick-not-yet"),
        ({"limit": 0}, "invalid-request"),
    ],
)
def test_what_was_never_there_is_named(
    backend: Served, town: str, query: dict[str, Any], problem: str
) -> None:
    answer = backend.http.get(f"/api/towns/{town}/relationships/changes", params=query)
    assert answer.json()["type"] == f"/problems/{problem}"
