"""A town that was lived once can be lived again from its record, without any mind, to the same digest."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.inputs import Announce, AnswerGiven, Arrived, SetMind, Speak, Stamp
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.scenarios import find_scenario, load_scenario
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.open_run_record import open_run_record
from backend.store.recording.run_record_faults import (
    AnswerMissing,
    DamagedRecord,
    ForeignRecord,
    LogDiffers,
    NewerRecord,
    NoRecord,
    QuestionDiffers,
    RunRecordFault,
)
from tests.recorded_runs import InDisorder, as_a_model, lines_of, record_run, rewrite
from townlet.replaying import live_again
from worker.engine.elsewhere import AnsweringThreads, NobodyAnswers

MORNING = 3 * TICKS_PER_HOUR
INPUTS = (
    Arrived(1, "fair", Announce(text="The fair is today!"), Stamp(400, 0)),
    Arrived(
        2, "hello", Speak(visitor="visitor:eve", name="Eve", to="marta", text="How are you?"), Stamp(500, 0)
    ),
    Arrived(3, "alone", SetMind(resident="marta", mind="rules"), Stamp(150, 0)),
)


@pytest.fixture(scope="module")
def brook_lane(project: Path) -> Scenario:
    return load_scenario(find_scenario(project / "scenarios", "brook_lane"))


@pytest.fixture(scope="module")
def recorded(brook_lane: Scenario, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A morning with a model, and its digest."""
    folder = tmp_path_factory.mktemp("recorded")
    with AnsweringThreads(as_a_model, slots=4) as slots:
        digest = record_run(folder, brook_lane, MORNING, mind="model", elsewhere=slots, inputs=INPUTS)
    return folder, digest


@pytest.fixture
def copied(recorded: tuple[Path, str], tmp_path: Path) -> Path:
    """The same record, to be spoilt."""
    folder = tmp_path / "copy"
    folder.mkdir()
    for file in recorded[0].iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def replay(folder: Path, into: Path) -> str:
    record = open_run_record(folder)
    with FileJournal(into, record.inputs, record.stamped) as journal:
        return live_again(record, journal)


def test_a_town_with_a_model_is_lived_again_from_its_record(
    recorded: tuple[Path, str], tmp_path: Path
) -> None:
    folder, digest = recorded
    assert replay(folder, tmp_path) == digest
    assert (tmp_path / "events.jsonl").read_bytes() == (folder / "events.jsonl").read_bytes()
    given = {line["mind"] for line in lines_of(folder / "answers.jsonl")}
    assert given == {"model", "rules"}


def test_the_built_in_minds_town_is_recorded_like_any_other(brook_lane: Scenario, tmp_path: Path) -> None:
    first = record_run(tmp_path / "first", brook_lane, MORNING)
    assert record_run(tmp_path / "second", brook_lane, MORNING) == first
    assert replay(tmp_path / "first", tmp_path / "again") == first
    for name in ("events.jsonl", "answers.jsonl", "manifest.json"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_which_order_answers_come_makes_no_difference(
    recorded: tuple[Path, str], brook_lane: Scenario, tmp_path: Path, seed: int
) -> None:
    digest = record_run(
        tmp_path, brook_lane, MORNING, mind="model", elsewhere=InDisorder(seed), inputs=INPUTS
    )
    assert digest == recorded[1]
    assert (tmp_path / "answers.jsonl").read_bytes() == (recorded[0] / "answers.jsonl").read_bytes()


def test_what_a_mind_raises_ends_the_run(brook_lane: Scenario, tmp_path: Path) -> None:
    def fails(question: AnyQuestion) -> AnswerGiven:
        raise ZeroDivisionError(question.key)

    with AnsweringThreads(fails, slots=2) as slots, pytest.raises(ZeroDivisionError):
        record_run(tmp_path, brook_lane, MORNING, mind="model", elsewhere=slots)


def test_a_town_that_waits_for_a_model_that_nobody_gave_it_says_so(
    brook_lane: Scenario, tmp_path: Path
) -> None:
    with pytest.raises(NobodyAnswers, match="--mind model"):
        record_run(tmp_path, brook_lane, MORNING, mind="model")


def _says(**claims: object) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / "manifest.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), **claims}))

    return change


def _cut(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:-9]) and None


@pytest.mark.parametrize(
    ("change", "fault", "words"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), NoRecord, "holds no manifest.json"),
        (_says(record=None), NoRecord, "without a record"),
        (lambda folder: (folder / "manifest.json").write_text("[1]"), ForeignRecord, "not one of a run"),
        (_says(record={}), ForeignRecord, "what was recorded"),
        (_says(versions={"townlet": "9", "schema": 99}), NewerRecord, "Upgrade"),
        (_cut("answers.jsonl"), DamagedRecord, "answers.jsonl is not the one"),
        (_cut("events.jsonl"), DamagedRecord, "events.jsonl is not the one"),
        (_cut("scenario.json"), DamagedRecord, "scenario.json is not the one"),
        (lambda folder: (folder / "inputs.jsonl").unlink(), DamagedRecord, "inputs.jsonl is missing"),
        (lambda folder: rewrite(folder, "answers.jsonl", [{"question": "a"}]), DamagedRecord, "can't be read"),
        (_says(scenario_hash="0" * 64), DamagedRecord, "another scenario"),
    ],
)  # fmt: skip
def test_a_record_that_is_not_what_the_run_wrote_is_refused(
    copied: Path, change: Callable[[Path], None], fault: type[RunRecordFault], words: str
) -> None:
    change(copied)
    with pytest.raises(fault, match=words) as caught:
        open_run_record(copied)
    assert str(copied) in str(caught.value)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(NoRecord, match="does not exist"):
        open_run_record(tmp_path / "nowhere")


def test_a_question_that_is_asked_otherwise_now_is_named(copied: Path, tmp_path: Path) -> None:
    answers = lines_of(copied / "answers.jsonl")
    answers[20]["asked"] = "0" * 16
    rewrite(copied, "answers.jsonl", answers)
    with pytest.raises(QuestionDiffers) as caught:
        replay(copied, tmp_path)
    assert caught.value.question == answers[20]["question"]
    assert f"at tick {caught.value.tick}" in str(caught.value)


def test_an_answer_that_the_record_lacks_is_named(copied: Path, tmp_path: Path) -> None:
    answers = lines_of(copied / "answers.jsonl")
    gone = answers.pop(20)
    rewrite(copied, "answers.jsonl", answers)
    with pytest.raises(AnswerMissing) as caught:
        replay(copied, tmp_path)
    assert caught.value.question == gone["question"]


def test_a_life_that_differs_from_the_log_is_noticed(copied: Path, tmp_path: Path) -> None:
    answers = lines_of(copied / "answers.jsonl")
    answers[20]["mind"] = "rules:timeout"
    rewrite(copied, "answers.jsonl", answers)
    with pytest.raises(LogDiffers, match=r"it lived .*rules:timeout.* where the log has .*model"):
        replay(copied, tmp_path)
