"""How long to wait before a model is asked again: the same for the same question and attempt."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST = 0.5
LONGEST = 8.0
"""Real seconds, before jitter."""
PATIENCE = 20.0
"""A server that wants to be left alone for longer is, by all questions; the built-in mind answers meanwhile."""


def wait(key: str, attempt: int, retry_after: float | None) -> float:
    """Real seconds before the next attempt after `attempt` (1, 2, …): twice as long each time, times 0.5 to 1.5, and
    no less than the server asks for.

    The jitter comes from the question's key, so that those who failed together don't come back together.
    """
    drawn = hashlib.blake2b(f"{key} {attempt}".encode(), digest_size=4).digest()
    jitter = 0.5 + int.from_bytes(drawn, "big") / 2**32
    delay = min(LONGEST, FIRST * 2.0 ** (attempt - 1)) * jitter
    return delay if retry_after is None else max(retry_after + delay / 10, delay)


def retry_after(header: str | None, now: datetime | None = None) -> float | None:
    """Seconds, from a number or a date; None where it says neither."""
    if header is None:
        return None
    if re.fullmatch(r"\s*\d{1,7}(\.\d{1,6})?\s*", header):
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except (TypeError, ValueError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())
