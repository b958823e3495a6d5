"""Tells the pages where a live town stands: its time, its pace and whom it waits for. Nothing of it is in the log."""

from __future__ import annotations

from typing import Any

from backend.store.journal import Clock, PostgresJournal
from backend.store.redis.hints import Hints
from worker.engine.commit import head_of
from worker.engine.engine import Engine

FRAME_SECONDS = 0.15
"""Between two clock frames for the pages."""


class ClockFrames:
    """The frames of one slice of a town's life. All times are real seconds of a monotonic clock."""

    def __init__(self, hints: Hints, journal: PostgresJournal, town_id: str, engine: Engine) -> None:
        self._hints = hints
        self._journal = journal
        self._town_id = town_id
        self._engine = engine
        self._waiting_since: dict[str, float] = {}
        self._last_said: tuple[int, int, float, int] | None = None
        self.next = 0.0
        """When the next frame is due; 0 has it sent at once."""

    def is_due(self, now: float) -> bool:
        """Whether to tell now; if so, the next frame is due `FRAME_SECONDS` later."""
        if now < self.next:
            return False
        self.next = now + FRAME_SECONDS
        return True

    def tell(self, clock: Clock, now: float, moment: float, reached: float) -> None:
        """Publishes a frame, and notes the head in Postgres where it has moved or the town waits.

        Args:
            moment: the tick with its fraction, as a page should show it.
            reached: simulated seconds per real second that the town lives at.
        """
        town = self._engine.town
        waiting = self._waiting(now)
        where = (town.tick, town.state.seq, reached, len(waiting))
        if where != self._last_said or waiting:
            self._journal.advance(head_of(self._engine), reached=reached, waiting=waiting)
            self._last_said = where
        self._hints.publish(
            self._town_id,
            {
                "type": "clock",
                "tick": round(moment, 3),
                "speed": clock.speed,
                "reached": reached,
                "paused": clock.paused,
                "status": clock.status,
                "waiting": waiting,
                "horizon": {"tick": town.tick, "order": town.next_order() - 1, "seq": town.state.seq},
            },
        )

    def _waiting(self, now: float) -> list[dict[str, Any]]:
        """Whom the town waits for, and for how many real seconds."""
        missing = self._engine.waits_for()
        self._waiting_since = {q.key: self._waiting_since.get(q.key, now) for q in missing}
        return [
            {
                "resident": question.resident,
                "question": question.kind,
                "since_tick": question.tick,
                "seconds": round(now - self._waiting_since[question.key], 1),
            }
            for question in missing
        ]
