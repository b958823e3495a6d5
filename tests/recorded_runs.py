"""A town lived headless into a folder with its record, answered by `rules` in the place of a model."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backend.domain.calls import Call
from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.store.recording.file_journal import FileJournal
from backend.store.recording.run_record import RunRecord
from townlet.run_manifest import write_manifest
from worker.cognition.cognition import Cognition
from worker.engine.elsewhere import Elsewhere
from worker.engine.headless import live_headless
from worker.minds import minds


def as_a_model(question: AnyQuestion) -> AnswerGiven:
    """What `rules` says, in a model's name."""
    answer = minds("rules").answer(question)
    return AnswerGiven(question.key, "model", answer.model_dump(mode="json"))


class InDisorder:
    """Answers come back late and in any order, but one at least whenever the town stands still."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._open: list[AnyQuestion] = []

    def takes(self, question: AnyQuestion) -> bool:
        return question.mind == "model"

    def submit(self, question: AnyQuestion) -> None:
        self._open.append(question)

    def arrived(self) -> list[AnswerGiven]:
        return self._some(self._chance.randrange(3)) if self._chance.random() < 0.3 else []

    def wait(self, awaited: Sequence[AnyQuestion]) -> list[AnswerGiven]:  # noqa: ARG002
        return self._some(1)

    def drain(self) -> list[AnswerGiven]:
        return self._some(len(self._open))

    def _some(self, most: int) -> list[AnswerGiven]:
        self._chance.shuffle(self._open)
        taken, self._open = self._open[:most], self._open[most:]
        return [as_a_model(question) for question in taken]


def record_run(
    folder: Path,
    scenario: Scenario,
    ticks: int,
    *,
    mind: str = "rules",
    elsewhere: Elsewhere | None = None,
    inputs: Sequence[Arrived] = (),
    calls: Sequence[Call] = (),
) -> str:
    """Lives a town and records it; the digest."""
    record = RunRecord(folder, scenario)
    with FileJournal(folder, inputs, record=record) as journal:
        live_headless(
            scenario,
            7,
            ticks,
            cognition=Cognition(scenario),
            mind=minds("rules"),
            journal=journal,
            founded_as=mind,
            elsewhere=elsewhere,
        )
        for call in calls:
            record.record(call)
    write_manifest(folder, scenario, 7, ticks, mind, None, journal, record)
    return journal.digest.hexdigest()


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def rewrite(folder: Path, name: str, lines: Sequence[dict[str, Any]]) -> None:
    """Changes a file of a record, and the manifest so that it adds up."""
    text = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
    (folder / name).write_bytes(text)
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["record"]["sha256"][name] = hashlib.sha256(text).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest))
