"""What has lost its hint gets another, and what has one gets no more."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import redis

from backend.domain.events import Recorded
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database
from backend.store.queues.questions import claim_question
from backend.store.redis.hints import Hints
from backend.store.town.towns import delete_town, list_towns
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_reply, a_scenario, asked
from worker import sweep as sweeping
from worker.sweep import Sweep


@pytest.fixture
def hints(redis_url: str) -> Iterator[Hints]:
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    opened = Hints(redis_url)
    yield opened
    opened.close()


@pytest.fixture
def sweep(database: Database, hints: Hints, monkeypatch: pytest.MonkeyPatch) -> Sweep:
    """A sweep that trusts no first hint, in a database without other towns."""
    for row in list_towns(database):
        delete_town(database, row.id)
    monkeypatch.setattr(sweeping, "OLDER_THAN", 0.0)
    return Sweep(database, hints)


def test_a_running_town_that_nobody_leads_is_hinted_until_its_message_waits(
    hints: Hints, sweep: Sweep, found_town: FoundTown, redis_url: str
) -> None:
    found_town()
    assert sweep.look() == 1
    assert sweep.look() == 0, "its message waits already"
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
    assert sweep.look() == 1
    assert hints.queued("towns") == 1


def test_a_town_that_is_led_or_paused_is_left_alone(sweep: Sweep, found_town: FoundTown, lead: Lead) -> None:
    lead(found_town())
    found_town(paused=True)
    assert sweep.look() == 0


def test_questions_without_a_message_are_hinted_to_those_who_answer_them(
    database: Database, hints: Hints, sweep: Sweep, found_town: FoundTown, lead: Lead
) -> None:
    scenario = a_scenario()
    journal = lead(found_town(scenario))
    questions = [a_question(scenario, "ana", 5, number) for number in range(3)]
    reply = a_reply(scenario, "ben", 5)
    happened = [asked(question) for question in questions] + [asked(reply)]
    events = [Recorded(number + 1, 5, number, event) for number, event in enumerate(happened)]
    journal.commit(Batch(head=Head(5, 3, 4), events=events, questions=[*questions, reply]))
    hints.ask(journal.town, questions[0].key, "react")
    claim_question(database, journal.town, questions[1].key, 600)
    assert sweep.look() == 2
    assert (hints.queued("minds"), hints.queued("talk")) == (2, 1)
    assert sweep.look() == 0


def test_a_sweep_outlives_its_services(
    database: Database, found_town: FoundTown, caplog: pytest.LogCaptureFixture
) -> None:
    found_town()
    nowhere = "127.0.0.1:1/0"
    without_redis = Sweep(database, Hints(f"redis://{nowhere}"))
    without_postgres = Sweep(Database(f"postgresql://nobody@{nowhere}"), Hints(f"redis://{nowhere}"))
    for _ in range(3):
        assert without_redis.look() == 0
        assert without_postgres.look() == 0
    said = [record.getMessage().split(";")[0] for record in caplog.records]
    assert sorted(said) == ["Postgres is away", "Redis is away"], "each is said once"
