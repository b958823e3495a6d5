"""Keeps what this process has in hand: claims of questions that a slow model thinks about, slots at its server.

Both run out by themselves within seconds, so that a worker that dies blocks nothing.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from backend.store.model_server.meter import ModelMeter
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.queues.questions import renew_claims

log = logging.getLogger(__name__)

EVERY = 1.0
"""Real seconds between two renewals."""


class Keeping:
    """A thread of its own; it does nothing while nothing is in hand.

    Args:
        seconds: for how long a claim is renewed.
    """

    def __init__(self, database: Database, meter: ModelMeter, seconds: float, every: float = EVERY) -> None:
        self._database, self._meter = database, meter
        self._seconds, self._every = seconds, every
        self._claims: set[tuple[str, str]] = set()
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keeping", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Nothing is renewed after the renewal under way."""
        self._done.set()

    @contextmanager
    def claim(self, town: str, key: str) -> Iterator[None]:
        """Keeps a claimed question this process's own for as long as the block runs."""
        with self._lock:
            self._claims.add((town, key))
        try:
            yield
        finally:
            with self._lock:
                self._claims.discard((town, key))

    def renew(self) -> None:
        """Renews everything in hand, once."""
        with self._lock:
            claims = sorted(self._claims)
        self._meter.renew()
        if claims:
            try:
                renew_claims(self._database, claims, self._seconds)
            except StoreUnavailable:
                # Others may take the questions up meanwhile; of two answers the first counts.
                return

    def _run(self) -> None:
        while not self._done.wait(self._every):
            try:
                self.renew()
            except Exception:
                log.exception("Claims were not renewed; the next try is in a second")
