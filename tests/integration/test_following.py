"""Following an intervention from the store: the same as from the whole log, found without reading all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backend.domain.aftermath import Aftermath
from backend.domain.inputs import Announce, SetWeather, Stamp
from backend.store.journal import Batch, Head
from backend.store.queues.inputs import put_input
from tests.a_life import brook_lane
from tests.integration.a_branch import found, live_to, send
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from tests.unit.test_aftermath import INPUTS, followed, the_life

Json = dict[str, Any]


@pytest.fixture
def town(found_town: FoundTown) -> str:
    return found_town(the_life().scenario)


@pytest.fixture
def numbers(backend: Served, town: str, lead: Lead) -> list[int]:
    """The town has lived; the ids of its inputs."""
    life = the_life()
    sent = {
        number: put_input(backend.database, town, f"input {number}", given, Stamp(tick, number))[0].id
        for number, (tick, given) in enumerate(INPUTS, start=1)
    }
    last = life.log[-1]
    fates = [(sent[number], fate) for number, fate in life.fates.items()]
    lead(town).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(life.log), fates=fates))
    return list(sent.values())


def effects(backend: Served, town: str, number: int) -> Json:
    answer = backend.http.get(f"/api/towns/{town}/interventions/{number}/effects")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def told(aftermath: Aftermath) -> list[Json]:
    return [vars(step) for step in aftermath.steps]


def test_each_is_followed_as_from_the_whole_log(backend: Served, town: str, numbers: list[int]) -> None:
    for count, number in enumerate(numbers, start=1):
        found = effects(backend, town, number)
        steps = [{key: value for key, value in step.items() if key != "place"} for step in found["steps"]]
        assert steps == told(followed(count)), found["intervention"]["input"]
        assert found["memory"] == followed(count).first_memory
        assert not found["cut"]


def test_the_place_of_who_heard_an_announcement_is_told(
    backend: Served, town: str, numbers: list[int]
) -> None:
    steps = effects(backend, town, numbers[0])["steps"]
    heard = [step for step in steps if step["kind"] == "perceived"]
    assert heard
    assert {step["place"] for step in heard} == {INPUTS[0][1].place}  # type: ignore[union-attr]


def test_nothing_has_come_yet_of_what_is_scheduled(backend: Served, town: str, numbers: list[int]) -> None:
    later = put_input(backend.database, town, "later", SetWeather(weather="fog"), Stamp(99_999, 1))[0]
    found = effects(backend, town, later.id)
    assert (found["steps"], found["memory"]) == ([], None)
    assert found["intervention"]["status"] == "waiting"


def test_what_is_refused_has_no_effects(backend: Served, town: str, lead: Lead) -> None:
    life = the_life()
    given = put_input(backend.database, town, "too late", SetWeather(weather="fog"), Stamp(1, 1))[0]
    fate = replace(next(iter(life.fates.values())), status="refused", stamp=None, error="StampPassed")
    last = life.log[-1]
    head = Head(last.tick, last.order, last.seq)
    lead(town).commit(Batch(head=head, events=list(life.log), fates=[(given.id, fate)]))
    found = effects(backend, town, given.id)
    assert (found["steps"], found["intervention"]["error"]) == ([], "StampPassed")


def test_an_unknown_one_is_named(backend: Served, town: str) -> None:
    answer = backend.http.get(f"/api/towns/{town}/interventions/987654321/effects")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/unknown-input"


def test_a_mark_leads_to_its_intervention(backend: Served, town: str, numbers: list[int]) -> None:
    marks = backend.http.get(f"/api/towns/{town}/timeline", params={"bins": 400}).json()["marks"]
    of_inputs = {mark["number"] for mark in marks if mark["input"] is not None}
    assert of_inputs <= set(numbers)
    assert numbers[0] in of_inputs
    assert all(mark["number"] is None for mark in marks if mark["input"] is None)


def test_nothing_came_of_what_was_so_already(backend: Served) -> None:
    """It changed nothing, so the next thing that was done stands at the same place of the log."""
    town = found(backend.database, brook_lane())
    live_to(backend.database, town, 300)
    clear = send(backend.database, town, "clear", SetWeather(weather="clear"))
    news = send(backend.database, town, "news", Announce(text="The circus comes."))
    live_to(backend.database, town, 320)
    assert effects(backend, town, clear)["intervention"]["status"] == "applied"
    assert (effects(backend, town, clear)["steps"], effects(backend, town, clear)["memory"]) == ([], None)
    assert effects(backend, town, news)["steps"][0]["words"] == "The circus comes."
