"""Checks tokens, and remembers for a while whom it checked, for the moments in which the database is away."""

from __future__ import annotations

import time
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from backend.store.database import Database, StoreUnavailable
from backend.store.tokens import TokenRow, token_of

GRACE_SECONDS = 600.0
"""So long after its last check a token counts while the database can't be asked. Without it nobody could see what is
wrong just then; what changes a town needs the database anyway."""
MOST = 10_000


class Verified:
    """Safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
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
            with self._lock:
                token, when = self._lately.get(key, (None, 0.0))
            if token is None or time.monotonic() - when > GRACE_SECONDS:
                raise
            return token
        with self._lock:
            self._lately.pop(key, None)
            if found is not None:
                self._lately[key] = (found, time.monotonic())
                while len(self._lately) > MOST:
                    self._lately.popitem(last=False)
        return found
