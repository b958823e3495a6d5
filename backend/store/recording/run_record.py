"""What a headless run keeps beside its log, so that it can be lived again without any mind (docs/recording.md).

`scenario.json` is the scenario as it was, `inputs.jsonl` what people did, `answers.jsonl` what minds answered, each
with the hash of the question as it was asked. `calls.jsonl` and `prompts.jsonl` tell what a model server was asked on
the way: each attempt once, each message of a prompt once.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import IO, Any

import orjson

from backend.domain.calls import Call
from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.questions import AnyQuestion
from backend.domain.scenario import Scenario
from backend.store.journal.batch import Batch
from backend.store.town.scenario_document import scenario_document

SCENARIO, INPUTS, ANSWERS = "scenario.json", "inputs.jsonl", "answers.jsonl"
CALLS, PROMPTS = "calls.jsonl", "prompts.jsonl"
NEEDED = (SCENARIO, INPUTS, ANSWERS)
"""Without these a run can't be lived again."""
FORMAT = 1
"""Of the record; raised when its files change their form."""

_PLAIN = tuple(field.name for field in fields(Call) if field.name != "prompt")


def question_hash(question: AnyQuestion) -> str:
    """blake2b (8 bytes, hex) of a question as it is put before a mind; who is to answer it does not count."""
    document = question.model_dump_json(exclude={"mind"})
    return hashlib.blake2b(document.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class RunRecord:
    """Writes the record of one run into its folder. Calls may come from any thread, all else from one.

    Answers are written in the order in which their questions were closed, so that two runs alike leave files alike;
    what was answered but never took effect comes last.
    """

    def __init__(self, folder: Path, scenario: Scenario) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._files = {name: (folder / name).open("wb") for name in (ANSWERS, CALLS, PROMPTS)}
        _write_json(folder / SCENARIO, scenario_document(scenario))
        self._asked: dict[str, str] = {}
        self._given: dict[str, AnswerGiven] = {}
        self._prompts: set[str] = set()
        self._lock = threading.Lock()
        self.minds: Counter[str] = Counter()
        """Who gave how many of the answers written so far."""
        self.calls: Counter[str] = Counter()
        """How the calls recorded so far came out."""

    def inputs(self, arrived: Iterable[Arrived], answers: Iterable[AnswerGiven]) -> None:
        """What people do in this run, and the answers that were stamped on arrival; known beforehand."""
        with (self._folder / INPUTS).open("wb") as file:
            for one in arrived:
                assert one.stamp is not None, "the inputs of a headless run are scheduled"
                document = {"key": one.key, "input": one.input.model_dump(mode="json")}
                _write(file, {**document, "tick": one.stamp.tick, "order": one.stamp.order})
            for given in answers:
                assert given.stamp is not None, "answers among inputs are those stamped on arrival"
                answer = {"question": given.question, "mind": given.mind, "answer": given.payload}
                _write(file, {**answer, "tick": given.stamp.tick, "order": given.stamp.order})

    def take(self, batch: Batch) -> None:
        """Keeps the answers of a batch of the log until their questions are closed, then writes them."""
        for question in batch.questions:
            self._asked[question.key] = question_hash(question)
        for given in batch.answers:
            self._given[given.question] = given
        for key in batch.closed:
            self._write_answer(key)

    def record(self, call: Call) -> None:
        """One attempt at one question: the log of calls that a model's mind is handed."""
        with self._lock:
            for message in call.prompt:
                if message.hash not in self._prompts:
                    self._prompts.add(message.hash)
                    prompt = {"hash": message.hash, "role": message.role, "text": message.text}
                    _write(self._files[PROMPTS], prompt)
            document = {name: getattr(call, name) for name in _PLAIN}
            _write(self._files[CALLS], {**document, "prompt": [message.hash for message in call.prompt]})
            self.calls[call.outcome] += 1

    def close(self) -> None:
        """Completes the files."""
        for key in sorted(self._given):
            self._write_answer(key)
        for file in self._files.values():
            file.close()

    def summary(self) -> dict[str, Any]:
        """What the manifest of the run says of its complete record."""
        names = (*NEEDED, CALLS, PROMPTS)
        sums = {name: hashlib.sha256((self._folder / name).read_bytes()).hexdigest() for name in names}
        return {
            "format": FORMAT,
            "answers": dict(sorted(self.minds.items())),
            "calls": dict(sorted(self.calls.items())),
            "sha256": sums,
        }

    def _write_answer(self, key: str) -> None:
        asked, given = self._asked.pop(key, None), self._given.pop(key, None)
        if given is None:
            return
        self.minds[given.mind] += 1
        answer = {"question": key, "asked": asked, "mind": given.mind, "payload": given.payload}
        _write(self._files[ANSWERS], answer)


def _write(file: IO[bytes], document: dict[str, Any]) -> None:
    file.write(orjson.dumps(document) + b"\n")


def _write_json(path: Path, document: dict[str, Any]) -> None:
    path.write_bytes(orjson.dumps(document, option=orjson.OPT_SORT_KEYS) + b"\n")
