"""The routes that tell of a town's past: a recap of a span, a day's paper, a replay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served, served

TICKS = 2600


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str) -> Iterator[Served]:
    with served(database_url, redis_url) as running:
        yield running


@pytest.fixture(scope="module")
def life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS)


@pytest.fixture
def town(found_town: FoundTown, lead: Lead, life: Life) -> str:
    found = found_town(life.scenario)
    last = life.log[-1]
    lead(found).commit(Batch(head=Head(TICKS - 1, -1, last.seq), events=list(life.log)))
    return found


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def test_a_span_is_told_with_the_events_that_it_rests_on(backend: Served, town: str, life: Life) -> None:
    answer = backend.http.get(f"/api/towns/{town}/recap", params={"from": 360, "upto": 2400})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["from_tick"], told["upto_tick"]) == (360, 2400)
    assert told["sentences"]
    ticks = {recorded.seq: recorded.tick for recorded in life.log}
    for sentence in told["sentences"]:
        assert ticks[sentence["seqs"][0]] == sentence["tick"]
        assert 360 < sentence["tick"] <= 2400


def test_without_a_span_the_last_hour_is_told(backend: Served, town: str) -> None:
    told = backend.http.get(f"/api/towns/{town}/recap").json()
    assert (told["from_tick"], told["upto_tick"]) == (TICKS - 1 - 360, TICKS - 1)


def test_the_day_s_paper_is_that_of_its_log(backend: Served, town: str, life: Life) -> None:
    answer = backend.http.get(f"/api/towns/{town}/gazette/1")
    assert answer.status_code == 200, answer.text
    paper = answer.json()
    assert (paper["name"], paper["issue"], paper["days"], paper["whole"]) == (
        "Brook Lane Gazette",
        1,
        1,
        False,
    )
    ticks = {recorded.seq: recorded.tick for recorded in life.log}
    told = [
        one
        for part in paper["sections"]
        for paragraph in part["paragraphs"]
        for one in paragraph["sentences"]
    ]
    assert len(told) > 3
    for sentence in [paper["headline"], *told]:
        assert sentence["tick"] in {ticks[seq] for seq in sentence["seqs"]}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("gazette/2", (404, "/problems/day-not-lived")),
        ("gazette/0", (422, "/problems/invalid-request")),
        ("recap?from=9&upto=8", (422, "/problems/bad-span")),
        (f"recap?upto={TICKS}", (409, "/problems/tick-not-yet")),
        ("recap?from=-1", (422, "/problems/invalid-request")),
        ("replay.html?from=9&upto=8", (422, "/problems/bad-span")),
        (f"replay.html?upto={TICKS}", (409, "/problems/tick-not-yet")),
    ],
)
def test_what_is_no_span_or_day_of_the_town_is_refused(
    backend: Served, town: str, path: str, expected: tuple[int, str]
) -> None:
    assert problem(backend.http.get(f"/api/towns/{town}/{path}")) == expected
