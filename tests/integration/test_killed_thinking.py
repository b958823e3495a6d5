"""A worker that dies while a model thinks, or just after, costs a second call and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.domain.events import Recorded
from backend.domain.model_settings import ModelSettings
from backend.store.environment.failpoints import FAILPOINTS
from backend.store.journal import Batch, Head
from backend.store.model_server.calls import list_calls
from backend.store.model_server.meter import ModelMeter
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from tests.integration.conftest import FoundTown, Lead
from tests.integration.worker_process import WorkerProcess
from tests.model_server import model_server
from tests.small_town import a_question, a_scenario, asked
from tests.waiting import wait_until
from worker.minds.model.wire import write

SCENARIO = a_scenario()
KEY = "sk-of-the-dead-1357"


@pytest.mark.parametrize("where", ["mind-claimed", "answer-before", "answer-within", "answer-after"])
def test_a_question_whose_worker_died_is_answered_once_by_the_next(
    database: Database,
    database_url: str,
    redis_url: str,
    found_town: FoundTown,
    lead: Lead,
    tmp_path: Path,
    where: str,
) -> None:
    question = a_question(SCENARIO, "ana", 5).model_copy(update={"mind": "model"})
    journal = lead(found_town(SCENARIO))
    event = Recorded(1, question.tick, 0, asked(question))  # type: ignore[arg-type]
    journal.commit(Batch(head=Head(question.tick, 0, 1), events=[event], questions=[question]))
    (tmp_path / where).write_text("1")
    with model_server(find=lambda _town, _key: question, encode=write, key=KEY) as server:
        environment = {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "TOWNLET_HOME": str(tmp_path),
            "OPENAI_BASE_URL": server.url,
            "OPENAI_API_KEY": KEY,
            "TOWNLET_MODEL": "test-large",
            "TOWNLET_MODEL_SLOTS": "1",
        }
        dies = WorkerProcess("minds", tmp_path / "dies.log", environment | {FAILPOINTS: str(tmp_path)})
        dies.wait_ready()
        hints = Hints(redis_url)
        hints.ask(journal.town, question.key, question.kind)
        assert dies.was_killed()
        with WorkerProcess("minds", tmp_path / "lives.log", environment):
            wait_until(lambda: len(journal.arrived()[1]) == 1)
        hints.close()
    (answer,) = journal.arrived()[1]
    assert answer.mind == "model"
    attempts = [call.attempt for call in list_calls(database, journal.town, 10)]
    # Who died after the model had answered left the answer in the book of the town's family.
    assert attempts == [1]
    assert len(attempts) == server.spent.calls
    meter = ModelMeter(database, redis_url)
    with meter.enter(ModelSettings(model="test-large", slots=1), "react", 1):
        meter.close()
