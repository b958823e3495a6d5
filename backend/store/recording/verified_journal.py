"""Holds a town that is lived again to the log that it left the first time, event by event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.log import Digest, canonical
from backend.store.journal.batch import Batch, Clock, Head, Journal
from backend.store.recording.open_run_record import OpenRunRecord
from backend.store.recording.run_record_faults import LogDiffers

_SHOWN = 160
_NOTHING = "nothing more"


class VerifiedJournal:
    """A journal before which each event is compared with the recorded one. Nothing that differs is committed."""

    def __init__(self, journal: Journal, record: OpenRunRecord) -> None:
        self._journal = journal
        self._log: Iterator[bytes] = record.log()
        self.digest = Digest()
        """Of all that was committed so far."""

    def commit(self, batch: Batch) -> None:
        """Raises LogDiffers at the first event that is not the recorded one."""
        for recorded in batch.events:
            lived, then = canonical(recorded), next(self._log, None)
            if lived != then:
                raise LogDiffers(recorded.tick, _shown(lived), _NOTHING if then is None else _shown(then))
            self.digest.feed_line(lived)
        self._journal.commit(batch)

    def finish(self, open_tick: int | None = None) -> None:
        """Raises LogDiffers where the log goes on, but for what is still to happen in `open_tick`."""
        for then in self._log:
            tick = orjson.loads(then)[0]
            if tick != open_tick:
                raise LogDiffers(tick, _NOTHING, _shown(then))

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return self._journal.arrived()

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        self._journal.advance(head, reached=reached, waiting=waiting)

    def clock(self) -> Clock:
        return self._journal.clock()

    def stand_still(self, clock: Clock) -> None:
        self._journal.stand_still(clock)


def _shown(line: bytes) -> str:
    text = line.decode()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
