"""Answers that come from outside the engine of a headless run: from a model through threads, or from a record."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from backend.domain.inputs import AnswerGiven
from backend.domain.questions import AnyQuestion
from backend.store.recording.open_run_record import OpenRunRecord
from backend.store.recording.run_record import question_hash
from backend.store.recording.run_record_faults import AnswerMissing, QuestionDiffers


class Elsewhere(Protocol):
    """Where questions go that the engine does not answer itself."""

    def takes(self, question: AnyQuestion) -> bool:
        """Whether this question is to be answered here."""

    def submit(self, question: AnyQuestion) -> None: ...

    def arrived(self) -> list[AnswerGiven]:
        """The answers that have come since the last look."""

    def wait(self, awaited: Sequence[AnyQuestion]) -> list[AnswerGiven]:
        """At least one more answer, however long it takes; `awaited` are those that the town stands still for."""

    def drain(self) -> list[AnswerGiven]:
        """All answers that are still to come."""


class NothingElsewhere:
    """For a town whose questions are all answered by the engine's own mind."""

    def takes(self, question: AnyQuestion) -> bool:
        return question.mind == "model"

    def submit(self, question: AnyQuestion) -> None:
        pass

    def arrived(self) -> list[AnswerGiven]:
        return []

    def wait(self, awaited: Sequence[AnyQuestion]) -> list[AnswerGiven]:
        raise NobodyAnswers(awaited[0])

    def drain(self) -> list[AnswerGiven]:
        return []


class NobodyAnswers(Exception):
    """The town was told to have a model answer, and was given none."""

    def __init__(self, question: AnyQuestion) -> None:
        super().__init__(
            f"{question.key} at tick {question.tick} is for a model, and this run has none; "
            "live it with --mind model or auto, and name a model server (docs/models.md)"
        )


class AnsweringThreads:
    """A model's slots: so many questions at once, those first whose answers take effect first.

    What a mind raises is raised again in `wait`, `arrived` or `drain`. Leaving the block forgets what is still to be
    answered; calls under way end by themselves.
    """

    def __init__(self, answer: Callable[[AnyQuestion], AnswerGiven], slots: int) -> None:
        self._answer = answer
        self._open: queue.PriorityQueue[tuple[int, int, AnyQuestion | None]] = queue.PriorityQueue()
        self._done: queue.SimpleQueue[AnswerGiven | BaseException] = queue.SimpleQueue()
        self._numbers = itertools.count()
        self._pending = 0
        self._stopped = False
        # Daemons: whoever breaks a run off does not wait for a server that hangs.
        self._threads = [
            threading.Thread(target=self._work, name=f"slot-{n}", daemon=True) for n in range(slots)
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> AnsweringThreads:
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped = True
        for _slot in self._threads:
            self._open.put((-1, next(self._numbers), None))

    def takes(self, question: AnyQuestion) -> bool:
        return question.mind == "model"

    def submit(self, question: AnyQuestion) -> None:
        self._pending += 1
        effect = question.tick if question.effect is None else question.effect
        self._open.put((effect, next(self._numbers), question))

    def arrived(self) -> list[AnswerGiven]:
        taken = []
        while True:
            try:
                taken.append(self._taken(self._done.get_nowait()))
            except queue.Empty:
                return taken

    def wait(self, awaited: Sequence[AnyQuestion]) -> list[AnswerGiven]:  # noqa: ARG002
        return [self._taken(self._done.get()), *self.arrived()]

    def drain(self) -> list[AnswerGiven]:
        taken = self.arrived()
        while self._pending:
            taken.append(self._taken(self._done.get()))
        return taken

    def _taken(self, done: AnswerGiven | BaseException) -> AnswerGiven:
        self._pending -= 1
        if isinstance(done, BaseException):
            raise done
        return done

    def _work(self) -> None:
        while (question := self._open.get()[2]) is not None and not self._stopped:
            try:
                self._done.put(self._answer(question))
            except BaseException as error:  # noqa: BLE001 - raised again where the run waits
                self._done.put(error)


class RecordedAnswers:
    """A record in the place of all minds; holds each question against the one that was answered then."""

    def __init__(self, record: OpenRunRecord) -> None:
        self._record = record
        self._ready: list[AnswerGiven] = []

    def takes(self, question: AnyQuestion) -> bool:  # noqa: ARG002
        return True

    def submit(self, question: AnyQuestion) -> None:
        """Raises QuestionDiffers where it was asked otherwise then."""
        recorded = self._record.answers.get(question.key)
        if recorded is None:
            return
        if recorded.asked != question_hash(question):
            raise QuestionDiffers(question.key, question.tick, self._record.recorded_by)
        self._ready.append(recorded.given)

    def arrived(self) -> list[AnswerGiven]:
        ready, self._ready = self._ready, []
        return ready

    def wait(self, awaited: Sequence[AnyQuestion]) -> list[AnswerGiven]:
        """Raises AnswerMissing: what a record does not have never comes."""
        if not self._ready:
            raise AnswerMissing(awaited[0].key, awaited[0].tick)
        return self.arrived()

    def drain(self) -> list[AnswerGiven]:
        return self.arrived()
