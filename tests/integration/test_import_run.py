"""A recorded run is opened in the page: a town with all its past, that lives on where the run ended."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.domain.calls import Call, Message
from backend.domain.inputs import Announce, Arrived, SetMind, Stamp
from backend.scenarios import find_scenario, load_scenario
from backend.store.history.events import digest, state_at
from backend.store.model_server.calls import list_calls
from backend.store.model_server.spending import spent_today
from backend.store.postgres.database import Database
from backend.store.queues.inputs import list_inputs
from backend.store.queues.questions import recorded_answers
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.open_run_record import OpenRunRecord, open_run_record
from backend.store.recording.run_record_faults import QuestionDiffers
from backend.store.redis.hints import Hints
from backend.store.town.towns import get_town, list_towns, set_clock
from tests.recorded_runs import as_a_model, lines_of, record_run, rewrite
from townlet.taking_in import take_in_run
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import AnsweringThreads
from worker.engine.headless import live_headless
from worker.engine.live import Workshop, live_slice
from worker.engine.standing_back import StandingBack
from worker.engine.warm import WarmEngines
from worker.minds import minds

SHORT, LONG = 900, 1400
"""Ticks of the recorded run, and of the town after it has lived on."""
INPUTS = (
    Arrived(1, "fair", Announce(text="The fair is today!"), Stamp(400, 0)),
    Arrived(2, "off", SetMind(mind="rules"), Stamp(SHORT - 1, 0)),
)
CALL = Call(
    question="plan_day:marta@0.0",
    resident="marta",
    kind="plan_day",
    tick=0,
    attempt=1,
    model="test-large",
    prompt=(Message("system", "You are Marta."), Message("user", "Plan your day.")),
    answer="{}",
    outcome="ok",
    input_tokens=100,
    output_tokens=50,
)


@pytest.fixture(scope="module")
def record(project: Path, tmp_path_factory: pytest.TempPathFactory) -> OpenRunRecord:
    """A morning with a model, which is taken away at its end."""
    folder = tmp_path_factory.mktemp("run")
    scenario = load_scenario(find_scenario(project / "scenarios", "brook_lane"))
    with AnsweringThreads(as_a_model, slots=2) as slots:
        record_run(folder, scenario, SHORT, mind="model", elsewhere=slots, inputs=INPUTS, calls=[CALL])
    return open_run_record(folder)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.dispose()


def test_the_town_has_all_its_past(database: Database, record: OpenRunRecord) -> None:
    town = take_in_run(database, record)
    assert (town.paused, town.head_tick, town.mind) == (True, SHORT - 1, "model")
    assert state_at(database, town.id, town.head_seq).tick <= SHORT - 1
    assert [row.fate.status for row in list_inputs(database, town.id)] == ["applied", "applied"]
    given = {answer.question: answer.mind for answer in recorded_answers(database, town.id)}
    assert set(given.values()) == {"model"}
    assert set(given) <= set(record.answers)
    (call,) = list_calls(database, town.id, 10)
    assert (call.key, call.model, call.output_tokens) == (CALL.question, CALL.model, CALL.output_tokens)
    assert spent_today(database).tokens == 0


def test_it_lives_on_as_if_it_had_never_stopped(
    database: Database, record: OpenRunRecord, redis_url: str, tmp_path: Path
) -> None:
    town = take_in_run(database, record)
    shop = Workshop(
        database, Hints(redis_url), Cognition, minds, True, WarmEngines(), StandingBack(), threading.Event()
    )
    set_clock(database, town.id, paused=False, speed=0, pause_at=LONG - 1)
    while not get_town(database, town.id).paused:
        live_slice(shop, town.id, "me", 0.5)
    with FileJournal(tmp_path, record.inputs) as journal, AnsweringThreads(as_a_model, slots=2) as slots:
        live_headless(
            record.scenario,
            record.seed,
            LONG,
            cognition=Cognition(record.scenario),
            mind=minds("rules"),
            journal=journal,
            founded_as="model",
            elsewhere=slots,
            goes_on=True,
        )
    assert digest(database, town.id) == (journal.digest.hexdigest(), journal.digest.events)


def test_of_a_record_that_can_not_be_lived_nothing_stays(
    database: Database, record: OpenRunRecord, tmp_path: Path
) -> None:
    for file in record.folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    answers = lines_of(tmp_path / "answers.jsonl")
    answers[-1]["asked"] = "0" * 16
    rewrite(tmp_path, "answers.jsonl", answers)
    before = {town.id for town in list_towns(database)}
    with pytest.raises(QuestionDiffers):
        take_in_run(database, open_run_record(tmp_path))
    assert {town.id for town in list_towns(database)} == before
