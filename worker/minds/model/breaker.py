"""Leaves a server alone that has failed several times in a row, and tries it again now and then."""

from __future__ import annotations

import threading
from collections.abc import Callable

FAILURES = 5
"""In a row, until it is left alone."""
FIRST_PAUSE = 5.0
LONGEST_PAUSE = 60.0
"""Real seconds; each pause is twice as long as the last."""


class Breaker:
    """Counts failures of one model of one server; safe to share between threads."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._failures = 0
        self._pause = FIRST_PAUSE
        self._until = 0.0
        self._fault = ""
        self._trying = False
        self._lock = threading.Lock()

    def rest(self) -> str | None:
        """Why it is left alone now; None where it may be asked. After a pause one asker tries, the others go on
        leaving it alone until that one has heard."""
        with self._lock:
            now = self._seconds()
            if self._until == 0.0:
                return None
            if now < self._until:
                return self._fault
            self._until, self._trying = now + self._pause, True
            return None

    def heard(self) -> None:
        """It has answered, whatever it said."""
        with self._lock:
            self._failures, self._pause, self._until, self._fault = 0, FIRST_PAUSE, 0.0, ""
            self._trying = False

    def failed(self, fault: str, *, at_once: bool = False, at_least: float = 0.0) -> bool:
        """Counts a failure; True where it is left alone from now on and was not before.

        Args:
            fault: why, for people.
            at_once: no further try can help: a wrong key, an unknown model.
            at_least: seconds that the server itself has asked for.
        """
        with self._lock:
            self._failures += 1
            if not at_once and not at_least and self._failures < FAILURES:
                return False
            now, was_open = self._seconds(), self._until > 0.0
            if was_open and not self._trying and not at_least:
                return False  # one that was under way when it was given up
            if self._trying:
                self._pause, self._trying = min(LONGEST_PAUSE, self._pause * 2), False
            self._until = max(self._until, now + max(self._pause, at_least))
            self._fault = fault
            return not was_open
