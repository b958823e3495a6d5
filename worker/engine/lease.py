"""The lease of a live town, renewed by a thread of its own while its engine works."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.town.towns import renew_lease


class Lease:
    """A context manager; `lost` turns true when a newer writer has the town, or when Postgres was away too long."""

    def __init__(self, database: Database, town: str, owner: str, fence: int, seconds: float) -> None:
        self._database = database
        self._town, self._owner, self._fence, self._seconds = town, owner, fence, seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._renew, name=f"lease-{town}", daemon=True)
        self.lost = False

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _renew(self) -> None:
        while not self._done.wait(self._seconds / 3):
            try:
                renewed = renew_lease(self._database, self._town, self._owner, self._fence, self._seconds)
            except StoreUnavailable:
                continue  # the fence decides in the end; the engine's own commit will tell
            if not renewed:
                self.lost = True
                return
