"""Each second every worker process says that it is there, so that `GET /api/health` can tell."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from backend.store.redis.presence import Presence

EVERY = 1.0
"""Real seconds between two words of it."""


class Heartbeat:
    """A thread of its own; it says nothing while Redis is away, and goes on when it is back."""

    def __init__(self, presence: Presence, queues: Sequence[str], process: str, every: float = EVERY) -> None:
        self._presence, self._queues, self._process, self._every = presence, tuple(queues), process, every
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Says nothing any more once this has returned."""
        self._done.set()
        if self._thread.is_alive():
            self._thread.join()

    def beat(self) -> None:
        for queue in self._queues:
            self._presence.announce(queue, self._process)

    def _run(self) -> None:
        self.beat()
        while not self._done.wait(self._every):
            self.beat()
