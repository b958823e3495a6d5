"""Why something happened: from any event back to memories, question and answer, and on to what it led to."""

from __future__ import annotations

from typing import Any, TypeVar

import pytest

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.memory.retrieve import retrieve
from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from worker.cognition.cognition import Cognition

TICKS = 4200
Json = dict[str, Any]
E = TypeVar("E", bound=e.Event)


@pytest.fixture(scope="module")
def life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS)


@pytest.fixture
def town(found_town: FoundTown, lead: Lead, life: Life) -> str:
    """Brook Lane after a morning."""
    found = found_town(life.scenario)
    last = life.log[-1]
    lead(found).commit(
        Batch(
            head=Head(last.tick, last.order, last.seq),
            events=list(life.log),
            questions=list(life.questions.values()),
        )
    )
    return found


def get(backend: Served, path: str, **query: Any) -> Json:
    answer = backend.http.get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def first(life: Life, kind: type[E], **having: Any) -> tuple[Recorded, E]:
    return next(
        (recorded, recorded.event)
        for recorded in life.log
        if isinstance(recorded.event, kind)
        and all(getattr(recorded.event, name) == value for name, value in having.items())
    )


def test_a_line_leads_back_to_the_memories_with_their_scores(backend: Served, town: str, life: Life) -> None:
    said, line = next(
        (recorded, recorded.event)
        for recorded in life.log
        if isinstance(recorded.event, e.Said) and recorded.event.talk is not None and recorded.event.tells
    )
    found = get(backend, f"/api/towns/{town}/why/{said.seq}")
    assert found["event"]["event"]["text"] == line.text
    (question,) = found["questions"]
    assert (question["question"], question["resident"], question["mind"]) == ("say", line.speaker, "rules")
    asked = life.questions[line.cause or ""]
    shown = {ground["memory"]["id"]: ground for ground in question["grounds"]}
    assert list(shown) == [memory.id for memory in asked.memories]
    assert {memory for memory, ground in shown.items() if ground["cited"]} >= set(line.tells)
    scored = [ground["scores"] for ground in question["grounds"] if ground["scores"] is not None]
    assert scored
    for scores in scored:
        parts = scores["recency"] + scores["importance"] + scores["relevance"]
        assert scores["total"] == pytest.approx(parts, abs=1e-3)
    assert [one["total"] for one in scored] == sorted((one["total"] for one in scored), reverse=True)
    assert said.seq in [effect["seq"] for effect in question["effects"]]
    assert question["calls"] == []


def test_an_action_of_the_plan_leads_back_to_its_detail_and_to_the_day_s_plan(
    backend: Served, town: str, life: Life
) -> None:
    chosen = next(
        recorded
        for recorded in life.log
        if isinstance(recorded.event, e.ActionChosen) and recorded.event.block is not None
    )
    found = get(backend, f"/api/towns/{town}/why/{chosen.seq}")
    assert [question["question"] for question in found["questions"]] == ["detail_plan", "plan_day"]


def test_what_a_resident_does_now_can_be_asked_about_without_its_number(
    backend: Served, town: str, life: Life
) -> None:
    newest = [r for r in life.log if isinstance(r.event, e.ActionChosen) and r.event.resident == "marta"][-1]
    assert get(backend, f"/api/towns/{town}/residents/marta/why")["event"]["seq"] == newest.seq


def test_what_somebody_did_at_an_earlier_moment_is_told_as_of_then(
    backend: Served, town: str, life: Life
) -> None:
    chosen = [r for r in life.log if isinstance(r.event, e.ActionChosen) and r.event.resident == "marta"]
    then = chosen[len(chosen) // 2]
    found = get(backend, f"/api/towns/{town}/residents/marta/why", upto_tick=then.tick)
    assert found["event"]["tick"] == then.tick
    assert (
        found["event"]["event"]["activity"] == [r for r in chosen if r.tick == then.tick][-1].event.activity
    )


def test_what_was_told_leads_to_the_line_and_to_the_teller_s_own_memory(
    backend: Served, town: str, life: Life
) -> None:
    heard, memory = next(
        (recorded, recorded.event)
        for recorded in life.log
        if isinstance(recorded.event, e.Remembered)
        and recorded.event.source.by == "speaker"
        and recorded.event.source.memories
    )
    found = get(backend, f"/api/towns/{town}/why/{heard.seq}")
    assert found["line"]["event"]["speaker"] == memory.source.who
    assert [(one["id"], one["resident"]) for one in found["drawn_from"]] == [
        (memory.source.memories[0], memory.source.who)
    ]
    tree = get(backend, f"/api/towns/{town}/residents/{memory.resident}/memories/{memory.id}/tree")
    assert tree["memory"]["id"] == memory.id
    assert [child["memory"]["id"] for child in tree["children"]] == list(memory.source.memories)
    assert not tree["cut"]


def test_memories_can_be_chosen_by_person_and_time(backend: Served, town: str, life: Life) -> None:
    of_ivo = get(backend, f"/api/towns/{town}/residents/marta/memories", about="ivo", from_tick=1, limit=500)[
        "memories"
    ]
    expected = {
        memory.id
        for tick, memory in life.all(e.Remembered)
        if memory.resident == "marta" and tick >= 1 and ("ivo" in memory.about or memory.source.who == "ivo")
    }
    assert {memory["id"] for memory in of_ivo} == expected
    early = get(backend, f"/api/towns/{town}/residents/marta/memories", upto_tick=0, limit=500)["memories"]
    assert {memory["tick"] for memory in early} == {0}


def test_what_comes_to_mind_for_any_words_is_what_a_question_would_get(
    backend: Served, town: str, life: Life
) -> None:
    """The last question that was put with one text and no others: its memories, scored again from the store."""
    words = "bread and soup at the café"
    path = f"/api/towns/{town}/residents/marta/recollections"
    answer = backend.http.get(path, params={"q": words, "limit": 8})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    cognition = Cognition(life.scenario)
    for recorded in life.log:
        cognition.learn(recorded)
    recall, tick = cognition.recall, life.log[-1].tick
    expected = retrieve(recall.index, "marta", recall.embedder.embed(words), tick, limit=8)
    assert [one["memory"]["id"] for one in found] == [scored.memory for scored in expected]
    assert [one["scores"]["total"] for one in found] == [scored.score for scored in expected]
    again = backend.http.get(path, params={"q": words, "limit": 8}).json()
    assert again == found, "looking renews no memory"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("why/999999", "unknown-event"),
        ("residents/marta/memories/nobody@1.0/tree", "unknown-memory"),
        ("residents/nobody/why", "unknown-resident"),
        ("residents/marta/why?belief=none", "unknown-event"),
    ],
)
def test_what_is_not_there_is_named(backend: Served, town: str, path: str, problem: str) -> None:
    answer = backend.http.get(f"/api/towns/{town}/{path}")
    assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{problem}")
