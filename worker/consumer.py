"""The part of a Celery worker that listens to Redis, made for a Redis that may be killed at any moment."""

from __future__ import annotations

from functools import partial
from typing import Any

from celery.worker.consumer import Consumer

FIRST_TRY = 0.1
LATER = 0.2
LONGEST = 1.0
"""Real seconds between tries to reach Redis; Celery's own reach 30 and can't be set."""


class QuickConsumer(Consumer):
    """Is back within a second after Redis is."""

    def ensure_connected(self, conn: Any) -> Any:
        conn.ensure_connection = partial(
            conn.ensure_connection, interval_start=FIRST_TRY, interval_step=LATER, interval_max=LONGEST
        )
        return super().ensure_connected(conn)
