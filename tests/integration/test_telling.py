"""The routes that tell of a town's past: a recap of a span, a day's paper, a replay."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, Calendar
from backend.domain.events import Remembered, TownFounded
from backend.gazette import Record, Run, compose
from backend.recap import Knowing, SpanLog, recap
from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served

TICKS = 2600


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


def test_nothing_is_lost_by_reading_only_what_sentences_are_made_of(
    backend: Served, town: str, life: Life
) -> None:
    first: dict[str, dict[str, tuple[str, int, int]]] = {item.id: {} for item in life.scenario.news}
    for one in life.log:
        if isinstance(one.event, Remembered) and one.event.news is not None:
            who = one.event.resident
            first[one.event.news].setdefault(who, (who, one.tick, one.seq))
    whole = SpanLog(
        [one for one in life.log if 0 < one.tick <= 2400],
        0,
        2400,
        {who: persona.name for who, persona in life.scenario.personas.items()},
        news=[Knowing(item.text, tuple(first[item.id].values())) for item in life.scenario.news],
    )
    told = backend.http.get(f"/api/towns/{town}/recap", params={"from": 0, "upto": 2400}).json()
    assert [one["text"] for one in told["sentences"]] == [one.text for one in recap(whole)]


def test_a_paper_rests_on_the_week_before_it_and_on_old_news(
    backend: Served, found_town: FoundTown, lead: Lead, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = live(brook_lane(), seed=7, ticks=2 * TICKS_PER_DAY)
    last = life.log[-1]
    founded = life.log[0].event
    assert isinstance(founded, TownFounded)
    midnight = Calendar(life.scenario.start).tick_of(1, MINUTES_PER_DAY)
    lived = tuple(one for one in life.log if one.tick < midnight)
    record = Record(Run(founded, lived, midnight))
    whole = compose(record, record.day(2))

    def paper() -> Any:
        town = found_town(life.scenario)
        lead(town).commit(Batch(head=Head(2 * TICKS_PER_DAY, -1, last.seq), events=list(life.log)))
        return backend.http.get(f"/api/towns/{town}/gazette/2").json()

    found = paper()
    assert found["headline"]["text"] == str(whole.headline)
    sections = [[section.title, [str(one) for one in section.paragraphs]] for section in whole.sections]
    assert sections == [
        [
            section["title"],
            [" ".join(one["text"] for one in told["sentences"]) for told in section["paragraphs"]],
        ]
        for section in found["sections"]
    ]
    monkeypatch.setattr("backend.api.routes.gazette.LOOKS_BACK", 0)
    short = paper()
    assert (short["issue"], short["headline"]["text"]) == (2, found["headline"]["text"])
    assert [one["title"] for one in short["sections"]] == [one["title"] for one in found["sections"]]


def test_told_again_it_is_the_same(backend: Served, town: str) -> None:
    for path in ("recap?from=360&upto=2400", "gazette/1"):
        first, again = (backend.http.get(f"/api/towns/{town}/{path}").json() for _ in range(2))
        assert first == again


def test_the_paper_of_a_town_that_lives_on_is_written_anew(
    backend: Served, found_town: FoundTown, lead: Lead, life: Life
) -> None:
    town = found_town(life.scenario)
    journal = lead(town)
    morning = [one for one in life.log if one.tick < 1200]
    journal.commit(Batch(head=Head(1200, -1, morning[-1].seq), events=morning))
    before = backend.http.get(f"/api/towns/{town}/gazette/1").json()
    rest = [one for one in life.log if one.tick >= 1200]
    journal.commit(Batch(head=Head(TICKS - 1, -1, rest[-1].seq), events=rest))
    after = backend.http.get(f"/api/towns/{town}/gazette/1").json()
    assert before["figures"] != after["figures"]


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
