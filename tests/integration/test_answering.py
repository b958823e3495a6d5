"""A question for a model: claimed while it thinks, streamed while it speaks, stood in for, remembered."""

from __future__ import annotations

from collections.abc import Callable

import orjson
import pytest
import redis
from sqlalchemy import select

from backend.domain.events import Recorded
from backend.domain.inputs import AnswerGiven
from backend.domain.model_settings import ModelSettings
from backend.domain.questions import AnyQuestion, Unanswerable
from backend.store.journal import Batch, Head, PostgresJournal
from backend.store.model_server.meter import ModelMeter
from backend.store.model_server.settings import ModelSetup
from backend.store.postgres.database import Database
from backend.store.postgres.tables import questions
from backend.store.queues.questions import claim_question, renew_claims, unclaimed
from backend.store.queues.recorded import RecordedAnswer, record_answers, recorded_answer
from backend.store.redis.hints import Hints, town_channel
from backend.store.town.towns import delete_town, get_town
from tests.integration.a_desk import Model, a_desk
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_reply, a_scenario, asked
from worker.answering import answer_question
from worker.minds import minds
from worker.model_minds import ModelMinds

SCENARIO = a_scenario()
Ask = Callable[[AnyQuestion], PostgresJournal]


@pytest.fixture
def ask(found_town: FoundTown, lead: Lead) -> Ask:
    """Founds a town that asks one question of the model, and leads it."""

    def put(question: AnyQuestion) -> PostgresJournal:
        journal = lead(found_town(SCENARIO))
        event = Recorded(1, question.tick, 0, asked(question))  # type: ignore[arg-type]
        journal.commit(Batch(head=Head(question.tick, 0, 1), events=[event], questions=[question]))
        return journal

    return put


class NotNow(Unanswerable):
    retry_after = 0.0


def for_model(question: AnyQuestion) -> AnyQuestion:
    return question.model_copy(update={"mind": "model"})


def react() -> AnyQuestion:
    return for_model(a_question(SCENARIO, "ana", 5))


def answers(journal: PostgresJournal) -> list[AnswerGiven]:
    return journal.arrived()[1]


def test_each_question_is_answered_by_the_mind_that_it_is_for(
    database: Database, ask: Ask, hints: Hints
) -> None:
    model = Model()
    desk = a_desk(database, hints, model=model)
    for question, name in ((react(), "model"), (a_question(SCENARIO, "ana", 5), "rules")):
        journal = ask(question)
        assert answer_question(desk, journal.town, question.key)
        assert [answer.mind for answer in answers(journal)] == [name]
    assert len(model.asked) == 1


def test_a_question_stays_its_claimers_own_while_a_slow_model_thinks(
    database: Database, ask: Ask, hints: Hints
) -> None:
    question = react()
    town = ask(question).town
    claims: list[AnyQuestion | None] = []

    def while_it_thinks(_question: AnyQuestion, _streamed: object) -> None:
        # As if the claim were about to run out.
        renew_claims(database, [(town, question.key)], 0.0)
        desk.keeping.renew()
        claims.append(claim_question(database, town, question.key, 600))

    desk = a_desk(database, hints, model=Model(meanwhile=while_it_thinks))
    assert answer_question(desk, town, question.key)
    assert claims == [None], "nobody else got it"


def test_the_claim_of_a_worker_that_died_runs_out(database: Database, ask: Ask) -> None:
    question = react()
    town = ask(question).town
    assert claim_question(database, town, question.key, 0.0) is not None
    assert question.key in [key for where, key, _ in unclaimed(database, 0.0, 100) if where == town]


def test_a_question_given_back_to_the_built_in_mind_is_not_kept_by_the_model(
    database: Database, ask: Ask, hints: Hints
) -> None:
    question = react()
    journal = ask(question)
    assert claim_question(database, journal.town, question.key, 600) is not None
    again = question.model_copy(update={"mind": "rules"})
    journal.commit(Batch(head=Head(5, 0, 1), reasked=[again]))
    renew_claims(database, [(journal.town, question.key)], 600)
    desk = a_desk(database, hints)
    assert answer_question(desk, journal.town, question.key)
    assert [answer.mind for answer in answers(journal)] == ["rules"]


def test_the_town_says_while_the_built_in_mind_stands_in_and_since_when(
    database: Database, ask: Ask, hints: Hints
) -> None:
    model = Model()
    desk = a_desk(database, hints, model=model)
    journal = ask(react())
    town = journal.town
    told = []
    for tick, mind in enumerate(("rules:budget", "rules:budget", "rules:away", "rules:invalid", "model"), 10):
        model.mind = mind
        question = for_model(a_question(SCENARIO, "ana", tick))
        event = Recorded(tick - 8, tick, 0, asked(question))  # type: ignore[arg-type]
        journal.commit(Batch(head=Head(tick, 0, tick - 8), events=[event], questions=[question]))
        assert answer_question(desk, town, question.key)
        row = get_town(database, town)
        told.append((row.degraded, row.degraded_since))
    assert [why for why, _ in told] == ["budget", "budget", "away", "away", None]
    assert told[0][1] is not None
    assert told[0][1] == told[1][1], "since the first"
    assert told[2][1] != told[1][1]
    assert {answer.mind for answer in answers(journal)} >= {"rules:budget", "rules:invalid", "model"}


def test_without_a_model_the_built_in_mind_stands_in(
    database: Database, ask: Ask, hints: Hints, redis_url: str
) -> None:
    def no_model(*_: object, **__: object) -> Model:
        raise AssertionError("there is no model to be asked")

    setup, seconds = ModelSetup(None, "off"), [0.0]
    models = ModelMinds(
        database,
        ModelMeter(database, redis_url),
        lambda: setup,
        no_model,  # type: ignore[arg-type]
        minds("rules"),
        lambda: seconds[0],
    )
    assert models.answer("t", react(), None)[1] == "rules:off"
    setup = ModelSetup(ModelSettings(model="big"), "page")
    assert models.answer("t", react(), None)[1] == "rules:off", "it was looked up a moment ago"
    seconds[0] = 3.0
    with pytest.raises(AssertionError, match="no model"):
        models.answer("t", react(), None)


def test_a_mind_that_can_not_now_is_asked_again_later(database: Database, ask: Ask, hints: Hints) -> None:
    def not_now(_question: AnyQuestion, _streamed: object) -> None:
        raise NotNow("all slots are taken")

    model, question = Model(meanwhile=not_now), react()
    desk, journal = a_desk(database, hints, model=model), ask(question)
    assert not answer_question(desk, journal.town, question.key)
    model.meanwhile = lambda _question, _streamed: None
    assert answer_question(desk, journal.town, question.key)


# -- words on their way


def pieces(listener: redis.client.PubSub, upto: str) -> list[tuple[int, str]]:
    """What a page would have been sent before the frame of type `upto`."""
    found = []
    for message in listener.listen():
        if message["type"] == "message":
            frame = orjson.loads(message["data"])
            if frame["type"] == upto:
                break
            if frame["type"] == "tokens":
                found.append((frame["index"], frame["text"]))
    return found


def shown(sent: list[tuple[int, str]]) -> str:
    """What the page makes of the pieces."""
    text = ""
    for index, piece in sent:
        text = piece if index == 0 else text + piece
    return text


@pytest.mark.parametrize(
    "spoken",
    [(), ("whole",), ("Half of ano",), ("Some thing", " else")],
    ids=["nothing was streamed", "all of it", "it was cut off", "the built-in mind stood in"],
)
def test_whoever_waits_reads_the_words_as_they_come_and_the_right_ones_in_the_end(
    database: Database, ask: Ask, hints: Hints, redis_url: str, spoken: tuple[str, ...]
) -> None:
    question = for_model(a_reply(SCENARIO, "ana", 5))
    said = minds("rules").answer(question).text  # type: ignore[union-attr]
    first = said.partition(" ")[0]
    words = (first, said.removeprefix(first)) if spoken == ("whole",) else spoken

    def speak(_question: AnyQuestion, streamed: Callable[[str], None] | None) -> None:
        assert streamed is not None
        for number in range(len(words)):
            streamed("".join(words[: number + 1]))

    town = ask(question).town
    with redis.Redis.from_url(redis_url) as client, client.pubsub() as listener:
        listener.subscribe(town_channel(town))
        next(listener.listen())
        assert answer_question(a_desk(database, hints, model=Model(meanwhile=speak)), town, question.key)
        hints.publish(town, {"type": "that was all"})
        sent = pieces(listener, upto="that was all")
    assert shown(sent) == said
    assert [text for _, text in sent[: len(words)]] == list(words), "as they came"
    if spoken == ("whole",):
        assert len(sent) == len(words), "and not again"


# -- what is known beforehand


def test_the_very_question_of_a_record_takes_its_answer_without_a_model(
    database: Database, ask: Ask, hints: Hints
) -> None:
    question, model = react(), Model()
    journal = ask(question)
    known = RecordedAnswer("model", {"kind": "react", "option": "go_on", "cites": []})
    with database.begin() as connection:
        assert record_answers(connection, journal.town, [(question, known)]) == 1
    assert answer_question(a_desk(database, hints, model=model), journal.town, question.key)
    assert model.asked == []
    assert [(answer.mind, answer.payload) for answer in answers(journal)] == [("model", known.payload)]


def test_another_question_with_the_same_key_is_thought_about(
    database: Database, ask: Ask, hints: Hints
) -> None:
    question, model = react(), Model()
    journal = ask(question)
    another = question.model_copy(update={"activity": "dancing on the roof"})
    with database.begin() as connection:
        record_answers(connection, journal.town, [(another, RecordedAnswer("model", {"kind": "react"}))])
    assert answer_question(a_desk(database, hints, model=model), journal.town, question.key)
    assert model.asked == [question.key]


def test_a_deleted_town_keeps_no_record(database: Database, ask: Ask) -> None:
    question = react()
    town = ask(question).town
    with database.begin() as connection:
        record_answers(connection, town, [(question, RecordedAnswer("model", {"kind": "react"}))])
    delete_town(database, town)
    assert recorded_answer(database, town, question) is None


def test_a_question_asked_again_is_stored_as_it_is_asked_now(database: Database, ask: Ask) -> None:
    question = react()
    journal = ask(question)
    journal.commit(Batch(head=Head(5, 0, 1), reasked=[question.model_copy(update={"mind": "rules"})]))
    with database.begin() as connection:
        stored = connection.scalar(select(questions.c.payload).where(questions.c.town == journal.town))
    assert stored is not None
    assert stored["mind"] == "rules"
