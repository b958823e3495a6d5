"""A town is lived headless with a model server, recorded, and lived again without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.inputs import AnswerGiven
from backend.domain.questions import AnyQuestion
from backend.scenarios import find_scenario, load_scenario
from backend.store.environment.model_environment import FIELDS
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.open_run_record import open_run_record
from backend.store.recording.run_record import RunRecord
from tests.model_api.chat_requests import Kind, Peculiarities
from tests.model_api.faults import FaultPlan, every_fault
from tests.model_server import KEY, ModelServer, model_server
from tests.recorded_runs import lines_of
from townlet.cli import app
from townlet.replaying import live_again
from townlet.run_manifest import write_manifest
from townlet.run_minds import NoModel, answers_of_model, settings_for
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import AnsweringThreads
from worker.engine.headless import live_headless
from worker.minds import UnknownMind, minds
from worker.minds.model.servers import SERVERS

TWO_HOURS = 2 * TICKS_PER_HOUR


@pytest.fixture(autouse=True)
def nothing_learned() -> Iterator[None]:
    """What was learned of one server is not taken for true of the next."""
    yield
    SERVERS.close()


def environment_of(server: ModelServer, timeout_s: int = 120) -> dict[str, str]:
    return {
        "OPENAI_BASE_URL": server.url,
        "OPENAI_API_KEY": KEY,
        "TOWNLET_MODEL": "test-large",
        "TOWNLET_MODEL_TIMEOUT": str(timeout_s),
        "TOWNLET_MODEL_SLOTS": "4",
    }


def live(
    project: Path, folder: Path, kind: Kind, embedder: str | None = None, rate: float = 0.0
) -> tuple[ModelServer, str]:
    """Two hours of Brook Lane on a server of this kind, recorded; the server and the digest."""
    scenario = load_scenario(find_scenario(project / "scenarios", "brook_lane"))
    asked: dict[str, AnyQuestion] = {}
    faults = FaultPlan(every_fault(rate)) if rate else FaultPlan({})
    with model_server(
        find=lambda _, key: asked.get(key), like=Peculiarities(kind=kind), faults=faults, retry_after="0"
    ) as server:
        # Only a server that fails leaves a call hanging.
        environment = environment_of(server, timeout_s=1 if rate else 120)
        if embedder is not None:
            environment["TOWNLET_EMBEDDING_MODEL"] = embedder
        settings = settings_for("model", environment)
        assert settings is not None
        record = RunRecord(folder, scenario)
        by_model = answers_of_model(settings, record, "lane", sleep=lambda _: None)

        def answer(question: AnyQuestion) -> AnswerGiven:
            asked[question.key] = question
            return by_model(question)

        with FileJournal(folder, record=record) as journal, AnsweringThreads(answer, 4) as slots:
            live_headless(
                scenario,
                7,
                TWO_HOURS,
                cognition=Cognition(scenario, embedder=embedder),
                mind=minds("rules"),
                journal=journal,
                founded_as="model",
                elsewhere=slots,
            )
    write_manifest(folder, scenario, 7, TWO_HOURS, "model", None, journal, record, embedder)
    return server, journal.digest.hexdigest()


def replay(folder: Path, into: Path) -> str:
    with FileJournal(into) as journal:
        return live_again(open_run_record(folder), journal)


@pytest.mark.parametrize("kind", ["schema", "tools", "json"])
def test_a_town_on_each_kind_of_server_lives_as_the_model_says_and_again_without_it(
    project: Path, tmp_path: Path, kind: Kind
) -> None:
    server, digest = live(project, tmp_path / "run", kind)
    answers = lines_of(tmp_path / "run" / "answers.jsonl")
    assert {answer["mind"] for answer in answers} == {"model"}
    calls = lines_of(tmp_path / "run" / "calls.jsonl")
    assert len([call for call in calls if call["outcome"] == "ok"]) == len(answers)
    assert server.spent.output_tokens == sum(call["output_tokens"] for call in calls)
    told = {prompt["hash"] for prompt in lines_of(tmp_path / "run" / "prompts.jsonl")}
    assert {hash_ for call in calls for hash_ in call["prompt"]} == told
    assert replay(tmp_path / "run", tmp_path / "again") == digest


def test_a_town_with_an_embedding_model_is_lived_again_with_the_same_vectors(
    project: Path, tmp_path: Path
) -> None:
    _, digest = live(project, tmp_path / "run", "schema", embedder="test-embedding")
    embedded = [a for a in lines_of(tmp_path / "run" / "answers.jsonl") if a["question"].startswith("embed")]
    assert embedded
    assert replay(tmp_path / "run", tmp_path / "again") == digest


def test_on_a_server_that_fails_half_the_time_the_town_lives_on_and_says_who_stood_in(
    project: Path, tmp_path: Path
) -> None:
    server, digest = live(project, tmp_path / "run", "schema", rate=0.05)
    assert server.faults.counts.total() > 10
    given = {answer["mind"] for answer in lines_of(tmp_path / "run" / "answers.jsonl")}
    assert "model" in given
    assert {mind for mind in given if mind.startswith("rules:")}
    log = (tmp_path / "run" / "events.jsonl").read_text().lower()
    assert "error" not in log
    assert "can't help with that" not in log
    assert replay(tmp_path / "run", tmp_path / "again") == digest


def test_the_commands_record_a_life_with_a_model_and_live_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The server knows no question of this town, so it answers with as little as it may: nothing that would do.
    command = CliRunner()
    with model_server() as server:
        for name, value in environment_of(server).items():
            monkeypatch.setenv(name, value)
        lived = command.invoke(
            app, ["run", "brook_lane", "--days", "0.02", "--mind", "model", "--out", str(tmp_path / "run")]
        )
    assert lived.exit_code == 0, lived.output
    assert "calls of the model server" in lived.stderr
    again = command.invoke(app, ["run", "--replay", str(tmp_path / "run"), "--out", str(tmp_path / "again")])
    assert again.stdout == lived.stdout
    for name in ("events.jsonl", "answers.jsonl", "calls.jsonl", "prompts.jsonl", "manifest.json"):
        assert (tmp_path / "run" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    assert KEY not in "".join(path.read_text() for path in (tmp_path / "run").iterdir())


def test_a_run_with_a_model_that_is_not_set_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("townlet.run_minds.read_dot_env", lambda _: {})
    with pytest.raises(NoModel, match="OPENAI_BASE_URL"):
        settings_for("auto", {})
    assert settings_for("rules", dict.fromkeys(FIELDS, "?")) is None
    with pytest.raises(UnknownMind):
        settings_for("oracle", {})
