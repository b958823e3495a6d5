"""Reads the record of a headless run, whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from pydantic import TypeAdapter

from backend.domain.calls import Call, Message
from backend.domain.events import SCHEMA_VERSION
from backend.domain.inputs import INPUT_ADAPTER, AnswerGiven, Arrived, Stamp
from backend.domain.scenario import Scenario
from backend.store.recording.run_record import ANSWERS, CALLS, FORMAT, INPUTS, NEEDED, PROMPTS, SCENARIO
from backend.store.recording.run_record_faults import DamagedRecord, ForeignRecord, NewerRecord, NoRecord
from backend.store.town.scenario_document import read_scenario_document

MANIFEST, LOG = "manifest.json", "events.jsonl"
_MEANS_NOTHING = (LookupError, ValueError, TypeError, AttributeError)
"""What comes of reading what no run wrote; a ValidationError is a ValueError."""
_CALL: TypeAdapter[Call] = TypeAdapter(Call)


@dataclass(frozen=True)
class RecordedAnswer:
    """An answer, and the hash of the question that it was given to."""

    asked: str
    given: AnswerGiven


@dataclass(frozen=True)
class OpenRunRecord:
    """A run that can be lived again."""

    folder: Path
    manifest: dict[str, Any]
    scenario: Scenario
    inputs: tuple[Arrived, ...]
    stamped: tuple[AnswerGiven, ...]
    """Answers that came in with the inputs, stamped on arrival."""
    answers: dict[str, RecordedAnswer]
    """By their question's key."""

    @property
    def seed(self) -> int:
        return int(self.manifest["seed"])

    @property
    def ticks(self) -> int:
        return int(self.manifest["ticks"])

    @property
    def mind(self) -> str:
        return str(self.manifest["mind"])

    @property
    def embedder(self) -> str | None:
        """The embedding model; None: the built-in embeddings."""
        return self.manifest.get("embedder")

    @property
    def digest(self) -> str:
        return str(self.manifest["digest"])

    @property
    def recorded_by(self) -> str:
        """The version of the code that lived it."""
        return f"Townlet {self.manifest['versions']['townlet']}"

    def log(self) -> Iterator[bytes]:
        """The lines of its log, without their ends."""
        with (self.folder / LOG).open("rb") as file:
            for line in file:
                yield line.rstrip(b"\n")

    def calls(self) -> Iterator[Call]:
        """What a model server was asked, attempt by attempt; none where no model answered."""
        prompts = {
            document["hash"]: Message(document["role"], document["text"])
            for document in _lines(self.folder, PROMPTS)
        }
        for document in _lines(self.folder, CALLS):
            try:
                prompt = tuple(prompts[hash_] for hash_ in document.pop("prompt"))
                yield _CALL.validate_python({**document, "prompt": prompt})
            except _MEANS_NOTHING as error:
                raise DamagedRecord(self.folder, f"{CALLS} holds what is no call") from error


def open_run_record(folder: Path) -> OpenRunRecord:
    """The record in `folder`, found to be as it was written.

    Raises:
        NoRecord: there is no such folder, no run in it, or one without a record.
        ForeignRecord: something else by those names.
        DamagedRecord: a file is missing or was changed since.
        NewerRecord: this version can't read it.
    """
    manifest = _manifest(folder)
    try:
        scenario = read_scenario_document(orjson.loads((folder / SCENARIO).read_bytes()))
        inputs, stamped = _inputs(folder)
        answers = {
            document["question"]: RecordedAnswer(
                str(document["asked"]),
                AnswerGiven(document["question"], document["mind"], dict(document["payload"])),
            )
            for document in _lines(folder, ANSWERS)
        }
    except _MEANS_NOTHING as error:
        raise DamagedRecord(folder, f"it can't be read ({type(error).__name__})") from error
    if scenario.hash != manifest["scenario_hash"]:
        raise DamagedRecord(folder, f"{SCENARIO} is of another scenario than {MANIFEST} says")
    return OpenRunRecord(folder, manifest, scenario, tuple(inputs), tuple(stamped), answers)


def _manifest(folder: Path) -> dict[str, Any]:
    """Raises as `open_run_record`, and DamagedRecord where a file is not what it gives the checksum of."""
    if not folder.is_dir():
        raise NoRecord(folder, "is not a folder" if folder.exists() else "does not exist")
    if not (folder / MANIFEST).is_file():
        raise NoRecord(folder, f"holds no {MANIFEST}, which a run writes at its end")
    try:
        manifest: dict[str, Any] = orjson.loads((folder / MANIFEST).read_bytes())
        schema, recorded = int(manifest["versions"]["schema"]), manifest.get("record")
        _ = int(manifest["seed"]), int(manifest["ticks"]), manifest["mind"], manifest["scenario_hash"]
        digest = str(manifest["digest"])
    except _MEANS_NOTHING as error:
        raise ForeignRecord(folder, f"its {MANIFEST} is not one of a run") from error
    if schema > SCHEMA_VERSION:
        raise NewerRecord(folder, "schema of events", schema, SCHEMA_VERSION)
    if not isinstance(recorded, dict):
        raise NoRecord(folder, "holds a run without a record")
    try:
        form, sums = int(recorded["format"]), dict(recorded["sha256"])
    except _MEANS_NOTHING as error:
        raise ForeignRecord(folder, f"its {MANIFEST} does not say what was recorded") from error
    if form > FORMAT:
        raise NewerRecord(folder, "form of the record", form, FORMAT)
    for name, checksum in {**dict.fromkeys(NEEDED, ""), **sums, LOG: digest}.items():
        if _checksum(folder, name) != checksum:
            raise DamagedRecord(folder, f"{name} is not the one that the run wrote")
    return manifest


def _checksum(folder: Path, name: str) -> str:
    path = folder / name
    if Path(name).name != name or not path.is_file():
        raise DamagedRecord(folder, f"{name} is missing")
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _inputs(folder: Path) -> tuple[list[Arrived], list[AnswerGiven]]:
    inputs: list[Arrived] = []
    stamped: list[AnswerGiven] = []
    for number, document in enumerate(_lines(folder, INPUTS), start=1):
        stamp = Stamp(int(document["tick"]), int(document["order"]))
        if "question" in document:
            stamped.append(AnswerGiven(document["question"], document["mind"], document["answer"], stamp))
        else:
            given = INPUT_ADAPTER.validate_python(document["input"])
            inputs.append(Arrived(number, str(document["key"]), given, stamp))
    return inputs, stamped


def _lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with (folder / name).open("rb") as file:
        for line in file:
            try:
                document = orjson.loads(line)
            except ValueError as error:
                raise DamagedRecord(folder, f"{name} has a line that can't be read") from error
            if not isinstance(document, dict):
                raise DamagedRecord(folder, f"{name} has a line that says nothing")
            yield document
