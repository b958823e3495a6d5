"""A question is worked on by one mind at a time and answered once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from backend.domain.events import AnswerLapsed, Recorded
from backend.domain.questions import AnyQuestion
from backend.store.journal import Batch, Head, PostgresJournal
from backend.store.postgres.database import Database
from backend.store.queues.questions import claim_question, put_answer, release_question, unclaimed
from backend.store.town.towns import delete_town
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_reply, a_scenario, asked

SCENARIO = a_scenario()
GO_ON = {"kind": "react", "option": "go_on"}

Ask = Callable[[AnyQuestion], PostgresJournal]


@pytest.fixture
def ask(found_town: FoundTown, lead: Lead) -> Ask:
    """Founds a town that asks one question, and leads it."""

    def put(question: AnyQuestion) -> PostgresJournal:
        journal = lead(found_town(SCENARIO))
        event = Recorded(1, question.tick, 0, asked(question))  # type: ignore[arg-type]
        journal.commit(Batch(head=Head(question.tick, 0, 1), events=[event], questions=[question]))
        return journal

    return put


def open_in(database: Database, town: str) -> list[str]:
    return [key for where, key, _ in unclaimed(database, 0.0, 1000) if where == town]


def test_a_question_reaches_its_mind_as_it_was_asked(database: Database, ask: Ask) -> None:
    question = a_reply(SCENARIO, "ana", 5)
    town = ask(question).town
    assert claim_question(database, town, question.key, 600) == question


def test_of_many_minds_one_gets_the_question(database: Database, ask: Ask) -> None:
    question = a_question(SCENARIO, "ana", 5)
    town = ask(question).town
    with ThreadPoolExecutor(8) as minds:
        claims = list(minds.map(lambda _: claim_question(database, town, question.key, 600), range(16)))
    assert [claim for claim in claims if claim is not None] == [question]


def test_a_dead_minds_question_can_be_claimed_again(database: Database, ask: Ask) -> None:
    question = a_question(SCENARIO, "ana", 5)
    town = ask(question).town
    assert open_in(database, town) == [question.key]
    claim_question(database, town, question.key, 600)
    assert open_in(database, town) == []
    release_question(database, town, question.key)
    assert open_in(database, town) == [question.key]
    assert claim_question(database, town, question.key, 0.0) == question
    assert open_in(database, town) == [question.key], "the claim ran out at once"
    assert claim_question(database, town, question.key, 600) == question


def test_a_fresh_question_is_trusted_to_its_first_hint(database: Database, ask: Ask) -> None:
    town = ask(a_question(SCENARIO, "ana", 5)).town
    assert town not in [where for where, _, _ in unclaimed(database, 3600, 1000)]


def test_of_many_answers_one_is_stored(database: Database, ask: Ask) -> None:
    question = a_question(SCENARIO, "ana", 5)
    journal = ask(question)
    with ThreadPoolExecutor(8) as minds:
        stored = list(
            minds.map(
                lambda n: put_answer(database, journal.town, question.key, f"mind {n}", GO_ON), range(16)
            )
        )
    assert sum(stored) == 1
    given = journal.arrived()[1]
    assert [answer.mind for answer in given] == [f"mind {stored.index(True)}"]
    assert open_in(database, journal.town) == []
    assert claim_question(database, journal.town, question.key, 600) is None


def test_an_answer_that_comes_after_its_question_has_lapsed_is_not_stored(
    database: Database, ask: Ask
) -> None:
    question = a_question(SCENARIO, "ana", 5)
    journal = ask(question)
    lapsed = AnswerLapsed(key=question.key, question="react", resident="ana", reason="She is asleep.")
    journal.commit(Batch(head=Head(11, 0, 2), events=[Recorded(2, 11, 0, lapsed)], closed=[question.key]))
    assert not put_answer(database, journal.town, question.key, "rules", GO_ON)
    assert journal.arrived()[1] == []
    assert open_in(database, journal.town) == []


def test_a_deleted_town_asks_nothing_any_more(database: Database, ask: Ask) -> None:
    question = a_question(SCENARIO, "ana", 5)
    town = ask(question).town
    delete_town(database, town)
    assert claim_question(database, town, question.key, 600) is None
    assert not put_answer(database, town, question.key, "rules", GO_ON)
    assert open_in(database, town) == []
