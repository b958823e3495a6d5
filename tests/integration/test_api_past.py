"""What a town has lived can be read: its state at any tick, its log, its digest, its people and what they remember."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from backend.domain.events import Block, BlockDetailed, DayPlanned, PlannedAction, Recorded
from backend.domain.log import Digest
from backend.domain.reduce import reduce_all
from backend.domain.state import initial_state
from backend.store.journal import Batch, Head
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from tests.small_town import HOUSE, ROOM, a_life, a_scenario

SCENARIO = a_scenario("ana", "ben", "cleo")
TICKS = 60
PLAN = (
    Block(start=0, end=360, activity="having breakfast", need="eat", emoji="🍳", arena=ROOM),
    Block(start=360, end=5400, activity="sleeping", need="sleep", emoji="😴", arena=ROOM),
)


def _life() -> list[Recorded]:
    log = a_life(SCENARIO, ticks=TICKS)
    action = PlannedAction(activity="frying an egg", need="eat", emoji="🍳", arena=ROOM, duration=60)
    for event in (
        DayPlanned(resident="ana", day=0, blocks=PLAN),
        BlockDetailed(resident="ana", block=0, actions=(action,)),
    ):
        log.append(Recorded(log[-1].seq + 1, log[-1].tick, log[-1].order + 1, event))
    return log


LOG = _life()


@pytest.fixture
def town(found_town: FoundTown, lead: Lead) -> str:
    """A town that has lived `LOG`."""
    found = found_town(SCENARIO)
    head = Head(LOG[-1].tick, LOG[-1].order, LOG[-1].seq)
    lead(found).commit(Batch(head=head, events=list(LOG)))
    return found


def get(backend: Served, path: str, **query: Any) -> Any:
    answer = backend.http.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def problem(backend: Served, path: str, **query: Any) -> tuple[int, str]:
    answer = backend.http.get(path, params=query)
    assert answer.headers["Content-Type"] == "application/problem+json", answer.text
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


@pytest.mark.parametrize("tick", [0, 7, TICKS - 1, TICKS])
def test_the_state_at_a_tick_is_what_the_events_up_to_it_make(backend: Served, town: str, tick: int) -> None:
    expected = reduce_all(initial_state(SCENARIO), (r for r in LOG if r.tick <= tick)).document()
    seen = get(backend, f"/api/towns/{town}/state", tick=tick)
    assert seen == orjson.loads(orjson.dumps(expected))


def test_the_state_without_a_tick_is_that_of_now(backend: Served, town: str) -> None:
    assert get(backend, f"/api/towns/{town}/state") == get(backend, f"/api/towns/{town}/state", tick=TICKS)


def test_a_tick_that_was_not_lived_yet_has_no_state_and_no_digest(backend: Served, town: str) -> None:
    assert problem(backend, f"/api/towns/{town}/state", tick=TICKS + 1) == (409, "tick-not-yet")
    assert problem(backend, f"/api/towns/{town}/digest", before=TICKS + 1) == (409, "tick-not-yet")
    assert problem(backend, f"/api/towns/{town}/state", tick=-1) == (422, "invalid-request")
    assert problem(backend, f"/api/towns/{town}/state", tick=10**30) == (422, "invalid-request")


def test_paging_through_the_log_gives_every_event_once(backend: Served, town: str) -> None:
    seqs: list[int] = []
    after: int | None = 0
    while after is not None:
        page = get(backend, f"/api/towns/{town}/events", after=after, limit=41)
        seqs += [event["seq"] for event in page["events"]]
        after = page["next"]
    assert seqs == [recorded.seq for recorded in LOG]
    assert page["horizon"] == {"tick": TICKS, "order": LOG[-1].order, "seq": LOG[-1].seq}


def test_events_can_be_asked_for_by_resident_and_kind(backend: Served, town: str) -> None:
    page = get(backend, f"/api/towns/{town}/events", resident="ben", kind="remembered", limit=1000)
    expected = [r for r in LOG if r.event.kind == "remembered" and r.event.subject == "ben"]
    assert [event["seq"] for event in page["events"]] == [recorded.seq for recorded in expected]


def test_no_embedding_is_ever_sent(backend: Served, town: str) -> None:
    assert any(getattr(recorded.event, "vector", None) for recorded in LOG), "the log has none to hide"
    log = backend.http.get(f"/api/towns/{town}/events", params={"limit": 1000}).text
    memories = backend.http.get(f"/api/towns/{town}/residents/ana/memories").text
    assert '"vector"' not in log + memories


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "remembred"}, "unknown-kind"),
        ({"resident": "anna"}, "unknown-resident"),
        ({"resident": "a b\x00"}, "invalid-request"),
        ({"after": -1}, "invalid-request"),
        ({"after": "soon"}, "invalid-request"),
        ({"limit": 0}, "invalid-request"),
        ({"limit": 100_000}, "invalid-request"),
    ],
)
def test_a_question_for_events_that_does_not_fit_is_named(
    backend: Served, town: str, query: dict[str, Any], expected: str
) -> None:
    assert problem(backend, f"/api/towns/{town}/events", **query) == (422, expected)


def test_the_digest_is_that_of_the_log(backend: Served, town: str) -> None:
    early = [recorded for recorded in LOG if recorded.tick < 20]
    told = get(backend, f"/api/towns/{town}/digest", before=20)
    assert told == {"digest": Digest().feed(early).hexdigest(), "events": len(early), "before": 20}
    assert get(backend, f"/api/towns/{town}/digest")["before"] == TICKS


def test_residents_are_told_with_where_they_are(backend: Served, town: str) -> None:
    residents = get(backend, f"/api/towns/{town}/residents")
    assert [one["id"] for one in residents] == ["ana", "ben", "cleo"]
    state = reduce_all(initial_state(SCENARIO), LOG)
    for one in residents:
        assert tuple(one["tile"]) == state.position(one["id"], TICKS)
        assert one["home"] == HOUSE
    assert get(backend, f"/api/towns/{town}/residents/ben") == residents[1]


def test_a_plan_is_told_in_the_towns_time(backend: Served, town: str) -> None:
    plan = get(backend, f"/api/towns/{town}/residents/ana/plan")
    assert [(block["start_local"], block["end_local"]) for block in plan["blocks"]] == [
        ("07:00", "08:00"),
        ("08:00", "22:00"),
    ]
    assert [one["activity"] for one in plan["blocks"][0]["actions"]] == ["frying an egg"]
    assert plan["blocks"][1]["actions"] is None


def test_a_resident_without_a_plan_has_an_empty_one(backend: Served, town: str) -> None:
    plan = get(backend, f"/api/towns/{town}/residents/ben/plan")
    assert plan == {"resident": "ben", "day": None, "made": None, "blocks": []}


def test_memories_come_newest_first_page_by_page(backend: Served, town: str) -> None:
    address = f"/api/towns/{town}/residents/ana/memories"
    seqs: list[int] = []
    query: dict[str, Any] = {"limit": 7}
    while True:
        page = get(backend, address, **query)
        seqs += [memory["seq"] for memory in page["memories"]]
        if page["next"] is None:
            break
        query["before"] = page["next"]
    expected = [r.seq for r in LOG if r.event.kind == "remembered" and r.event.subject == "ana"]
    assert len(expected) > 7
    assert seqs == expected[::-1]


def test_memories_are_found_by_their_words_and_kind(backend: Served, town: str) -> None:
    address = f"/api/towns/{town}/residents/ana/memories"
    every = get(backend, address, limit=500)["memories"]
    first = every[0]
    words = first["text"].split()
    found = get(backend, address, q=f"{words[-1].upper()} {words[0]}", limit=500)["memories"]
    assert first in found
    assert get(backend, address, q="100% surely not there_")["memories"] == []
    kinds = {memory["kind"] for memory in every}
    for kind in ("observation", "reflection"):
        told = get(backend, address, kind=kind, limit=500)["memories"]
        assert bool(told) == (kind in kinds)
        assert all(memory["kind"] == kind for memory in told)
    assert problem(backend, address, kind="dream") == (422, "invalid-request")
    assert problem(backend, address, q="\x00") == (422, "invalid-request")


def test_relationships_tell_only_names_that_were_learned(backend: Served, town: str) -> None:
    known = get(backend, f"/api/towns/{town}/residents/ana/relationships")
    assert {one["other"] for one in known} == {"ben", "cleo"}
    assert all((one["name"] is None) == (not one["knows_name"]) for one in known)
    assert known[0]["name"] == "Ben Lane"


@pytest.mark.parametrize("resident", ["anna", "ANA", "%00", "visitor:me", "x" * 300])
def test_an_unknown_resident_is_named(backend: Served, town: str, resident: str) -> None:
    for path in ("", "/plan", "/memories", "/relationships"):
        found = problem(backend, f"/api/towns/{town}/residents/{resident}{path}")
        assert found == (404, "unknown-resident")


def test_a_town_that_was_never_lived_has_a_first_state(backend: Served, found_town: FoundTown) -> None:
    town = found_town(SCENARIO)
    state = get(backend, f"/api/towns/{town}/state")
    assert (state["tick"], state["order"], state["seq"]) == (0, -1, 0)
    assert get(backend, f"/api/towns/{town}/residents/ana")["arena"] == ROOM
