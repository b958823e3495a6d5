"""The journal of a headless run: the log goes to a file, the inputs are known beforehand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import orjson

from backend.domain.inputs import AnswerGiven, Arrived, Fate
from backend.domain.log import Digest, canonical
from backend.store.journal.batch import Batch, Clock, Head, LogBroken
from backend.store.recording.run_record import RunRecord


class FileJournal:
    """Writes `events.jsonl`, one canonical line an event, and `fates.jsonl`, one line an input; runs at max.

    A context manager: the files are complete when the block is left.
    """

    def __init__(
        self,
        folder: Path,
        inputs: Iterable[Arrived] = (),
        answers: Iterable[AnswerGiven] = (),
        record: RunRecord | None = None,
    ) -> None:
        """
        Args:
            folder: is made if need be; a log in it is overwritten.
            inputs: scheduled by their stamps.
            answers: recorded ones, taken instead of asking a mind.
            record: is handed the inputs and each batch, too, so that the run can be lived again.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._inputs = {arrived.id: arrived for arrived in inputs}
        self._keys = {arrived.id: arrived.key for arrived in self._inputs.values()}
        self._answers = {answer.question: answer for answer in answers}
        self._record = record
        if record is not None:
            record.inputs(self._inputs.values(), self._answers.values())
        self._log = (folder / "events.jsonl").open("wb")
        self.digest = Digest()
        """Of all that was committed so far."""
        self.kinds: Counter[str] = Counter()
        """How many events of each kind."""
        self.fates: dict[int, Fate] = {}
        """Input id to what became of it."""
        self._clock = Clock(paused=False, speed=0.0, pause_at=None, step_to=None, version=1, status="alive")

    def __enter__(self) -> FileJournal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._log.close()
        if self._record is not None:
            self._record.close()
        with (self._folder / "fates.jsonl").open("wb") as file:
            for number, fate in self.fates.items():
                line = {"id": number, "key": self._keys[number], **_fate_document(fate)}
                file.write(orjson.dumps(line) + b"\n")

    def commit(self, batch: Batch) -> None:
        """Raises LogBroken where the batch does not continue the log."""
        if batch.head.seq != self.digest.events + len(batch.events):
            raise LogBroken(
                f"the log ends at {self.digest.events}, the batch ends at {batch.head.seq}; run again"
            )
        for recorded in batch.events:
            line = canonical(recorded)
            self.digest.feed_line(line)
            self._log.write(line + b"\n")
            self.kinds[recorded.event.kind] += 1
        if self._record is not None:
            self._record.take(batch)
        for number, fate in batch.fates:
            self.fates[number] = fate
            if fate.status != "waiting":
                self._inputs.pop(number, None)
        for key in batch.closed:
            self._answers.pop(key, None)

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        """Nothing: nobody watches."""

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return list(self._inputs.values()), list(self._answers.values())

    def clock(self) -> Clock:
        return self._clock

    def stand_still(self, clock: Clock) -> None:
        """Nothing: a run has no stops but its end."""


def _fate_document(fate: Fate) -> dict[str, Any]:
    document: dict[str, Any] = {"status": fate.status}
    if fate.stamp is not None:
        document["at"] = [fate.stamp.tick, fate.stamp.order]
    if fate.error:
        document["error"], document["reason"] = fate.error, fate.reason
    return document
