"""A town's life at a glance, and its minds as they were at any moment of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.inputs import Announce, Fate, Speak, Stamp
from backend.domain.roles import Role
from backend.store.journal import Batch, Head
from backend.store.people.tokens import mint_token
from backend.store.queues.inputs import put_input
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served

TICKS = 5400
NOON = 1800
MOMENTS = (0, 700, NOON, 4000)
FAIR = Announce(place="Brook Lane:The Blue Kettle:main room", text="The fair comes to Brook Lane on Sunday.")
Json = dict[str, Any]


@pytest.fixture(scope="module")
def life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS, inputs=[(NOON, FAIR)])


@pytest.fixture
def lived(found_town: FoundTown, lead: Lead, life: Life) -> Any:
    """Makes a town that has lived `life` up to a tick, itself included."""

    def upto(tick: int) -> str:
        log = [recorded for recorded in life.log if recorded.tick <= tick]
        found, last = found_town(life.scenario), log[-1]
        lead(found).commit(Batch(head=Head(tick, last.order, last.seq), events=log))
        return found

    return upto


@pytest.fixture
def town(lived: Any) -> str:
    found: str = lived(TICKS)
    return found


def get(backend: Served, path: str, **query: Any) -> Any:
    answer = backend.http.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def problem(backend: Served, path: str, **query: Any) -> tuple[int, str]:
    answer = backend.http.get(path, params=query)
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def marked(log: Iterable[e.Recorded]) -> Counter[str]:
    """What is to be marked, counted from the log alone."""
    found: Counter[str] = Counter()
    for recorded in log:
        match recorded.event:
            case e.TalkStarted():
                found["talk"] += 1
            case e.Reflected():
                found["reflection"] += 1
            case e.OfferAnswered() as answered:
                found["made" if answered.accepted else "refusal"] += 1
            case e.CommitmentSettled() as settled:
                found[settled.how] += 1
            case e.Remembered() as memory if memory.news is not None and memory.source.by == "speaker":
                found["news"] += 1
            case _:
                pass
    return found


@pytest.mark.parametrize("bins", [1, 7, 120, 400])
@pytest.mark.parametrize(("start", "end"), [(0, TICKS), (900, 2500), (NOON, NOON)])
def test_every_mark_and_every_event_is_counted_once(
    backend: Served, town: str, life: Life, start: int, end: int, bins: int
) -> None:
    told = get(backend, f"/api/towns/{town}/timeline", **{"from": start, "upto": end, "bins": bins})
    within = [recorded for recorded in life.log if start <= recorded.tick <= end]
    size = told["size"]
    assert len(told["density"]) <= bins
    assert told["density"] == [
        sum(start + n * size <= recorded.tick < start + (n + 1) * size for recorded in within)
        for n in range(len(told["density"]))
    ]
    counted: Counter[str] = Counter()
    for mark in told["marks"]:
        counted[mark["kind"]] += mark["count"]
        assert start + mark["bin"] * size <= mark["tick"] < start + (mark["bin"] + 1) * size
    assert counted == marked(within)


def test_a_day_of_a_town_has_talks_promises_and_news(backend: Served, town: str, life: Life) -> None:
    counted = marked(life.log)
    assert all(counted[kind] for kind in ("talk", "reflection", "made", "news")), counted
    marks = get(backend, f"/api/towns/{town}/timeline")["marks"]
    log = {recorded.seq: recorded for recorded in life.log}
    for mark in marks:
        assert log[mark["seq"]].tick == mark["tick"]
    talk = next(mark for mark in marks if mark["kind"] == "talk")
    started = log[talk["seq"]].event
    assert isinstance(started, e.TalkStarted)
    assert talk["who"] == list(started.participants)
    whats = {event.what for event in (r.event for r in life.log) if isinstance(event, e.Offered)}
    assert {mark["what"] for mark in marks if mark["kind"] in ("made", "kept")} <= whats
    items = {item.text for item in life.scenario.news}
    assert {mark["what"] for mark in marks if mark["kind"] == "news"} <= items


def test_what_people_sent_is_marked_when_it_took_effect(
    backend: Served, found_town: FoundTown, lead: Lead, life: Life
) -> None:
    town = found_town(life.scenario)
    event = next(r for r in life.log if isinstance(r.event, e.Announced))
    director, _ = mint_token(backend.database, Role.DIRECTOR, label="Kim")
    told, _ = put_input(backend.database, town, "a", FAIR, author=director.id)
    said, _ = put_input(
        backend.database, town, "b", Speak(visitor="visitor:me", name="Maya", to="marta", text="Hello!")
    )
    late, _ = put_input(backend.database, town, "c", FAIR, Stamp(NOON + 60, 0))
    waits, _ = put_input(backend.database, town, "d", FAIR, Stamp(TICKS + 60, 0))
    fates = [
        (told.id, Fate("applied", Stamp(event.tick, event.order))),
        (said.id, Fate("applied", Stamp(NOON + 1, 0))),
        (late.id, Fate("refused", reason="Too late.", error="StampPassed")),
    ]
    last = life.log[-1]
    lead(town).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(life.log), fates=fates))
    marks = get(backend, f"/api/towns/{town}/timeline")["marks"]
    intervention = next(mark for mark in marks if mark["kind"] == "intervention")
    assert (intervention["tick"], intervention["seq"]) == (NOON, event.seq)
    assert (intervention["input"], intervention["what"]) == ("announce", FAIR.text)
    assert intervention["author"] == "Kim"
    visitor = next(mark for mark in marks if mark["kind"] == "visitor")
    assert visitor["who"] == ["marta", "visitor:me"]
    refused = [mark for mark in marks if mark["kind"] == "refusal" and mark["input"] == "announce"]
    assert [mark["tick"] for mark in refused] == [NOON + 60]
    assert waits.fate.status == "waiting"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"from": 200, "upto": 100}, (422, "invalid-request")),
        ({"upto": TICKS + 1}, (409, "tick-not-yet")),
        ({"from": TICKS + 1}, (409, "tick-not-yet")),
        ({"bins": 0}, (422, "invalid-request")),
        ({"bins": 100_000}, (422, "invalid-request")),
        ({"from": -1}, (422, "invalid-request")),
        ({"from": 10**30}, (422, "invalid-request")),
    ],
)
def test_a_span_that_was_not_lived_is_named(
    backend: Served, town: str, query: Json, expected: tuple[int, str]
) -> None:
    assert problem(backend, f"/api/towns/{town}/timeline", **query) == expected


def test_a_town_that_has_not_begun_has_an_empty_timeline(backend: Served, found_town: FoundTown) -> None:
    told = get(backend, f"/api/towns/{found_town()}/timeline")
    assert (told["density"], told["marks"]) == ([0], [])


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_mind_of_the_past_is_as_if_the_town_stood_there(
    backend: Served, town: str, lived: Any, moment: int
) -> None:
    there = lived(moment)
    assert get(backend, f"/api/towns/{town}/residents", at=moment) == get(
        backend, f"/api/towns/{there}/residents"
    )
    assert get(backend, f"/api/towns/{town}/news", at=moment) == get(backend, f"/api/towns/{there}/news")
    for resident in ("marta", "ivo"):
        address = f"residents/{resident}"
        for path, query in (
            (address, {}),
            (f"{address}/plan", {}),
            (f"{address}/relationships", {}),
            (f"{address}/memories", {"limit": 500}),
            (f"{address}/memories", {"limit": 5, "q": "the"}),
            (f"{address}/recollections", {"q": "the fair on Sunday", "limit": 40}),
        ):
            then = get(backend, f"/api/towns/{town}/{path}", at=moment, **query)
            assert then == get(backend, f"/api/towns/{there}/{path}", **query), path


def test_ratings_of_later_are_not_known_before(
    backend: Served, found_town: FoundTown, lead: Lead, life: Life
) -> None:
    formed = next(r for r in life.log if isinstance(r.event, e.Remembered) and r.event.resident == "marta")
    assert isinstance(formed.event, e.Remembered)
    before, last = formed.event.importance, life.log[-1]
    rating = 1 if before > 5 else 10
    rated = e.Rated(resident="marta", ratings={formed.event.id: rating}, upto=TICKS)
    log = [*life.log, e.Recorded(last.seq + 1, TICKS + 1, 0, rated)]
    town = found_town(life.scenario)
    lead(town).commit(Batch(head=Head(TICKS + 1, 0, last.seq + 1), events=log))

    def importance(**moment: int) -> int:
        address = f"/api/towns/{town}/residents/marta/memories"
        every = get(backend, address, limit=500, before=formed.seq + 1, **moment)["memories"]
        return int(next(one["importance"] for one in every if one["id"] == formed.event.id))

    assert [importance(at=formed.tick), importance(at=TICKS)] == [before, before]
    assert [importance(at=TICKS + 1), importance()] == [rating, rating]


def test_a_moment_that_was_not_lived_has_no_minds(backend: Served, town: str) -> None:
    for path in ("", "/marta", "/marta/plan", "/marta/memories", "/marta/relationships"):
        address = f"/api/towns/{town}/residents{path}"
        assert problem(backend, address, at=TICKS + 1) == (409, "tick-not-yet")
    address = f"/api/towns/{town}/residents/marta/recollections"
    assert problem(backend, address, q="tea", at=TICKS + 1) == (409, "tick-not-yet")
