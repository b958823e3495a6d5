"""Every call of a model is stored once, with what was put before the model, and adds up to what a day costs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from backend.domain.calls import Call, Message
from backend.domain.events import Recorded
from backend.store.journal import Batch, Head
from backend.store.model_server.calls import (
    TownCallLog,
    UnknownCall,
    get_call,
    list_calls,
    record_call,
    tally_calls,
)
from backend.store.model_server.spending import spent_today
from backend.store.postgres.database import Database
from backend.store.postgres.tables import calls, prompts
from backend.store.queues.questions import put_answer
from backend.store.town.towns import delete_town
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_scenario, asked

RULES = Message("system", "You answer as a resident of a town.")
SCENARIO = a_scenario()


def a_call(key: str = "react:ana@5", attempt: int = 1, **more: object) -> Call:
    made = Call(
        question=key,
        resident="ana",
        kind="react",
        tick=5,
        attempt=attempt,
        model="big",
        prompt=(RULES, Message("user", f"What does Ana do about {key}?")),
        answer='{"option": "go_on"}',
        outcome="ok",
        input_tokens=900,
        cached_tokens=700,
        output_tokens=30,
        cost=0.002,
        latency_ms=800,
        first_token_ms=310,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def rows(database: Database, town: str) -> tuple[int, int]:
    """How many calls and how many messages of prompts are stored."""
    with database.begin() as connection:
        counts = [
            connection.scalar(select(func.count()).select_from(table).where(table.c.town == town))
            for table in (calls, prompts)
        ]
    return counts[0] or 0, counts[1] or 0


def test_a_call_is_told_again_with_its_prompt(database: Database, found_town: FoundTown) -> None:
    town, call = found_town(), a_call()
    record_call(database, town, call)
    (row,) = list_calls(database, town, 10)
    stored, prompt = get_call(database, town, row.id)
    assert stored == row
    assert tuple(prompt) == call.prompt
    told = (row.key, row.answer, row.outcome, row.cost, row.first_token_ms)
    assert told == (call.question, call.answer, "ok", 0.002, 310)
    with pytest.raises(UnknownCall):
        get_call(database, found_town(), row.id)


def test_a_call_that_is_recorded_by_many_at_once_is_stored_and_spent_once(
    database: Database, found_town: FoundTown
) -> None:
    town, before = found_town(), spent_today(database)
    with ThreadPoolExecutor(8) as workers:
        stored = list(workers.map(lambda _: record_call(database, town, a_call()), range(16)))
    assert sum(stored) == 1
    assert rows(database, town) == (1, 2)
    after = spent_today(database)
    assert (after.calls - before.calls, after.tokens - before.tokens) == (1, 930)
    assert after.cost - before.cost == pytest.approx(0.002)


def test_a_message_that_many_prompts_begin_with_is_stored_once(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    with ThreadPoolExecutor(8) as workers:
        list(workers.map(lambda n: record_call(database, town, a_call(f"react:ana@{n}")), range(24)))
    assert rows(database, town) == (24, 25)


def test_what_a_dead_worker_has_tried_is_not_written_over(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    for answer in ("of the one that died", "of the next"):
        TownCallLog(database, town, "react:ana@5").record(a_call(answer=answer))
    told = [(call.attempt, call.answer) for call in list_calls(database, town, 10)]
    assert told == [(2, "of the next"), (1, "of the one that died")]


def test_a_deleted_town_keeps_no_call_but_what_it_cost_stays_spent(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    record_call(database, town, a_call())
    before = spent_today(database)
    delete_town(database, town)
    assert rows(database, town) == (0, 0)
    assert spent_today(database) == before
    record_call(database, town, a_call(attempt=2))
    assert rows(database, town) == (0, 0)
    assert spent_today(database).calls == before.calls + 1


def test_calls_are_found_by_resident_kind_outcome_and_question_a_page_at_a_time(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    for number in range(5):
        record_call(database, town, a_call(f"react:ana@{number}", tick=number))
    record_call(database, town, a_call("say:ben@9", resident="ben", kind="say", outcome="timeout"))
    assert [call.resident for call in list_calls(database, town, 10, resident="ben")] == ["ben"]
    assert [call.kind for call in list_calls(database, town, 10, outcome="timeout")] == ["say"]
    assert [call.tick for call in list_calls(database, town, 10, question="react:ana@3")] == [3]
    first = list_calls(database, town, 2, kind="react")
    assert [call.tick for call in first] == [4, 3]
    assert [call.tick for call in list_calls(database, town, 2, before=first[-1].id, kind="react")] == [2, 1]


def test_calls_add_up_by_question_and_by_resident(
    database: Database, found_town: FoundTown, lead: Lead
) -> None:
    journal = lead(found_town(SCENARIO))
    town, question = journal.town, a_question(SCENARIO, "ana", 5)
    event = Recorded(1, question.tick, 0, asked(question))  # type: ignore[arg-type]
    journal.commit(Batch(head=Head(question.tick, 0, 1), events=[event], questions=[question]))
    for number in range(1, 21):
        outcome = "ok" if number > 2 else "invalid"
        record_call(
            database, town, a_call(question.key, number, latency_ms=number * 100, outcome=outcome, cost=None)
        )
    put_answer(database, town, question.key, "rules:invalid", {"kind": "react", "option": "go_on"})
    by_kind, by_resident = tally_calls(database, town)
    (told,) = by_kind
    assert (told.name, told.calls, told.faults, told.stand_ins) == ("react", 20, 2, 1)
    assert (told.input_tokens, told.cached_tokens, told.output_tokens) == (18_000, 14_000, 600)
    assert (told.latency_median_ms, told.latency_p95_ms, told.cost) == (1000, 1900, 0)
    assert by_resident == [replace(told, name="ana")]


def test_a_resident_for_whom_the_built_in_mind_always_stood_in_is_told_of_though_it_has_no_call(
    database: Database, found_town: FoundTown, lead: Lead
) -> None:
    journal = lead(found_town(SCENARIO))
    question = a_question(SCENARIO, "ana", 5)
    event = Recorded(1, question.tick, 0, asked(question))  # type: ignore[arg-type]
    journal.commit(Batch(head=Head(question.tick, 0, 1), events=[event], questions=[question]))
    put_answer(database, journal.town, question.key, "rules:off", {"kind": "react", "option": "go_on"})
    _, (told,) = tally_calls(database, journal.town)
    assert (told.name, told.calls, told.stand_ins) == ("ana", 0, 1)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec=None), max_size=60))
def test_whatever_a_server_says_can_be_stored(database: Database, found_town: FoundTown, text: str) -> None:
    town = found_town()
    prompt = (Message("user", text), Message("user", text + "\0\ud800"))
    assert record_call(database, town, a_call(answer=text, fault=text, prompt=prompt))
    assert len(get_call(database, town, list_calls(database, town, 1)[0].id)[1]) == 2


def test_of_ten_megabytes_of_an_answer_a_part_is_kept(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    record_call(database, town, a_call(answer="x" * 10_000_000, outcome="too_long"))
    assert len(list_calls(database, town, 1)[0].answer) == 200_000
