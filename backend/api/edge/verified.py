"""Checks tokens, and remembers for a while whom it checked, for the moments in which the database is away."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from threading import Lock

from backend.store.people.tokens import TokenRow, token_of
from backend.store.postgres.database import Database, StoreUnavailable

GRACE_SECONDS = 600.0
"""So long after the database's last word it is done without. Else nobody could see what is wrong just then; what
changes a town needs the database anyway."""
LATELY_SECONDS = 60.0
"""A token counts then if it was checked so shortly before the last word: it may have been taken back since."""
MOST = 10_000


class Verified:
    """Safe to share between threads.

    Args:
        seconds: a clock that only goes forward.
    """

    def __init__(self, database: Database, seconds: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._seconds = seconds
        self._last_word = 0.0
        self._lately: OrderedDict[bytes, tuple[TokenRow, float]] = OrderedDict()
        self._lock = Lock()

    def token_of(self, secret: str) -> TokenRow | None:
        """The token of this secret, while it counts.

        Raises:
            StoreUnavailable: the database is away, and the token was not checked lately.
        """
        key = sha256(secret.encode("utf-8", "replace")).digest()
        try:
            found = token_of(self._database, secret)
        except StoreUnavailable:
            token = self._remembered(key)
            if token is None:
                raise
            return token
        with self._lock:
            self._last_word = self._seconds()
            self._lately.pop(key, None)
            if found is not None:
                self._lately[key] = (found, self._last_word)
                while len(self._lately) > MOST:
                    self._lately.popitem(last=False)
        return found

    def _remembered(self, key: bytes) -> TokenRow | None:
        with self._lock:
            token, when = self._lately.get(key, (None, 0.0))
            too_old = self._last_word - when > LATELY_SECONDS
            too_long = self._seconds() - self._last_word > GRACE_SECONDS
        if token is None or too_old or too_long:
            return None
        over = token.expires_at is not None and token.expires_at <= datetime.now(UTC)
        return None if over else token
