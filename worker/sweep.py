"""Finds in Postgres what has no hint any more, and hints again.

Redis may be flushed or killed and workers may die: the rows stay, and every worker process looks for them once a
second (design, section 1). A hint too many is harmless, for leases and claims are taken once.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter

from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.queues.questions import unclaimed
from backend.store.queues.tellings import untold
from backend.store.redis.hints import Hints, Queue, queue_of
from backend.store.town.leases import towns_to_run

log = logging.getLogger(__name__)

EVERY = 1.0
"""Real seconds between two looks."""
OLDER_THAN = 1.0
"""Real seconds for which a question's first hint is trusted."""
AT_ONCE = 500
"""Questions seen in one look."""


class Sweep:
    """A thread of its own; costs three small queries a second while nothing is lost."""

    def __init__(self, database: Database, hints: Hints, every: float = EVERY) -> None:
        self._database, self._hints, self._every = database, hints, every
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sweep", daemon=True)
        self._away: frozenset[str] = frozenset()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """It stops after the look under way."""
        self._done.set()

    def look(self) -> int:
        """One look at everything. The number of hints that were sent."""
        try:
            sent = self._hint_towns() + self._hint_questions() + self._hint_tellings()
        except StoreUnavailable:
            self._note("Postgres", away=True)
            return 0
        self._note("Postgres", away=False)
        return sent

    def _run(self) -> None:
        while not self._done.wait(self._every):
            try:
                self.look()
            except Exception:
                # A sweep that ends unseen would strand towns much later.
                log.exception("the sweep has failed; it goes on")

    def _hint_towns(self) -> int:
        idle = towns_to_run(self._database)
        return sum(self._hints.live(town) for town in idle[: self._lost("towns", len(idle))])

    def _hint_questions(self) -> int:
        """Hints the oldest of those that nobody works on, as many as have no message in their queue."""
        waiting = unclaimed(self._database, OLDER_THAN, AT_ONCE)
        by_queue = Counter(queue_of(question.kind) for question in waiting)
        lost = {queue: self._lost(queue, number) for queue, number in by_queue.items()}
        sent = 0
        for town, key, kind in waiting:
            queue = queue_of(kind)
            if lost[queue] > 0 and self._hints.ask(town, key, kind):
                lost[queue] -= 1
                sent += 1
        return sent

    def _hint_tellings(self) -> int:
        """They are few and wait for nobody in town: hinted while the queue is short."""
        waiting = untold(self._database, OLDER_THAN, AT_ONCE)
        return sum(self._hints.tell(root, key) for root, key in waiting[: self._lost("minds", len(waiting))])

    def _lost(self, queue: Queue, number: int) -> int:
        """How many of `number` rows have no message: a busy queue is not flooded with hints that it holds already."""
        if number == 0:
            return 0
        queued = self._hints.queued(queue)
        self._note("Redis", away=queued is None)
        return 0 if queued is None else max(number - queued, 0)

    def _note(self, service: str, *, away: bool) -> None:
        """Says so once when a service goes or comes."""
        if away == (service in self._away):
            return
        if away:
            log.warning("%s is away; what waits is looked at again every %.0f s", service, self._every)
            self._away |= {service}
        else:
            log.info("%s is back", service)
            self._away -= {service}
