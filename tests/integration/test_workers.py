"""Workers answer what they are hinted at, find what they are not, and outlive Redis, Postgres and one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path

import orjson
import pytest
import redis

from backend.domain.events import Recorded
from backend.domain.inputs import AnswerGiven
from backend.domain.questions import AnyQuestion, read_answer
from backend.store.environment.failpoints import FAILPOINTS
from backend.store.journal import Batch, Head, PostgresJournal
from backend.store.postgres.database import StoreUnavailable
from backend.store.redis.hints import Hints, town_channel
from tests.integration.conftest import FoundTown, Lead
from tests.integration.worker_process import WorkerProcess
from tests.small_town import a_question, a_reply, a_scenario, asked
from tests.waiting import wait_until
from townlet.services import EmbeddedServices

SCENARIO = a_scenario("ana", "ben")
Ask = Callable[..., PostgresJournal]
Environment = dict[str, str]
MOST_TRIES = 5
"""A worker gives up telling the words of an answer where Redis lets it wait, as on a busy machine."""


@pytest.fixture(scope="module")
def environment(services: EmbeddedServices, database_url: str) -> Environment:
    return {**services.environment, "DATABASE_URL": database_url, "TOWNLET_MINDS": "queue"}


@pytest.fixture(scope="module")
def minds(
    environment: Environment, redis_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WorkerProcess]:
    """A worker for `minds` and `talk` with two slots."""
    log = tmp_path_factory.mktemp("worker") / "minds.log"
    with WorkerProcess("minds,talk", log, environment, slots=2) as worker:
        yield worker


@pytest.fixture
def ask(found_town: FoundTown, lead: Lead) -> Ask:
    """Founds a town that asks questions, and leads it."""

    def put(*questions: AnyQuestion) -> PostgresJournal:
        journal = lead(found_town(SCENARIO))
        events = [Recorded(n + 1, 5, n, asked(question)) for n, question in enumerate(questions)]  # type: ignore[arg-type]
        head = Head(5, len(events) - 1, len(events))
        journal.commit(Batch(head=head, events=events, questions=list(questions)))
        return journal

    return put


def answers_of(journal: PostgresJournal, number: int = 1) -> list[AnswerGiven]:
    """Waits for so many answers."""
    found: list[AnswerGiven] = []

    def came() -> bool:
        try:
            found[:] = journal.arrived()[1]
        except StoreUnavailable:
            return False
        return len(found) >= number

    wait_until(came)
    return found


def test_a_hinted_question_is_answered_by_the_towns_mind(
    minds: WorkerProcess, hints: Hints, ask: Ask
) -> None:
    question = a_question(SCENARIO, "ana", 5)
    journal = ask(question)
    hints.ask(journal.town, question.key, question.kind)
    [given] = answers_of(journal)
    assert given.mind == "rules"
    assert read_answer(question, given.payload).kind == "react"


def test_a_question_whose_hint_was_lost_is_found(minds: WorkerProcess, ask: Ask) -> None:
    journal = ask(a_question(SCENARIO, "ana", 5), a_reply(SCENARIO, "ben", 5))
    assert len(answers_of(journal, number=2)) == 2


def test_a_person_reads_the_answer_word_by_word_before_it_is_given(
    minds: WorkerProcess, hints: Hints, ask: Ask, redis_url: str
) -> None:
    question = a_reply(SCENARIO, "ana", 5)
    for _ in range(MOST_TRIES):
        journal = ask(question)
        with redis.Redis.from_url(redis_url) as client, client.pubsub() as page:
            page.subscribe(town_channel(journal.town))
            next(page.listen())
            hints.ask(journal.town, question.key, question.kind)
            [given] = answers_of(journal)
            hints.publish(journal.town, {"type": "that was all"})
            heard = (orjson.loads(told["data"]) for told in page.listen() if told["type"] == "message")
            frames = list(takewhile(lambda frame: frame["type"] != "that was all", heard))
        assert given.payload["text"].startswith("".join(frame["text"] for frame in frames))
        assert [frame["index"] for frame in frames] == list(range(len(frames)))
        if "".join(frame["text"] for frame in frames) == given.payload["text"]:
            break
    else:
        raise AssertionError("no answer was heard whole")
    assert {(frame["type"], frame["resident"], frame["visitor"]) for frame in frames} == {
        ("tokens", "ana", "visitor:eve")
    }


def test_a_busy_worker_answers_all_that_it_is_hinted_at(minds: WorkerProcess, hints: Hints, ask: Ask) -> None:
    questions = [a_question(SCENARIO, "ana", 5, number) for number in range(80)]
    journal = ask(*questions)
    for question in questions:
        hints.ask(journal.town, question.key, question.kind)
    assert len(answers_of(journal, number=80)) == 80


def test_a_worker_goes_on_after_redis_was_killed_and_flushed(
    minds: WorkerProcess, hints: Hints, ask: Ask, services: EmbeddedServices, redis_url: str
) -> None:
    process = services.processes["redis"]
    for _ in range(2):
        process.wait_started_again(process.kill())
        process.wait_ready()
        question = a_question(SCENARIO, "ana", 5)
        journal = ask(question)
        wait_until(lambda asked=question, town=journal.town: hints.ask(town, asked.key, "react"))  # type: ignore[misc]
        answers_of(journal)
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    question = a_question(SCENARIO, "ana", 5)
    journal = ask(question)
    hints.ask(journal.town, question.key, "react")
    answers_of(journal)


def test_a_worker_goes_on_after_postgres_was_killed(
    minds: WorkerProcess, hints: Hints, ask: Ask, services: EmbeddedServices
) -> None:
    journal = ask(a_question(SCENARIO, "ana", 5))
    postgres = services.processes["postgres"]
    killed = postgres.kill()
    hints.ask(journal.town, f"react:ana:{5}:0", "react")
    postgres.wait_started_again(killed)
    answers_of(journal)
    assert not minds.ended


def test_a_question_of_a_worker_that_died_is_answered_by_another(
    minds: WorkerProcess, hints: Hints, ask: Ask, environment: Environment, tmp_path: Path
) -> None:
    (tmp_path / "mind-claimed").write_text("1")
    question = a_question(SCENARIO, "ana", 5)
    doomed = WorkerProcess("doomed", tmp_path / "doomed.log", {**environment, FAILPOINTS: str(tmp_path)})
    with doomed:
        journal = ask(question)
        hints.task("minds.answer", journal.town, question.key, queue="doomed")  # type: ignore[arg-type]
        assert doomed.was_killed()
    [given] = answers_of(journal)
    assert given.question == question.key
