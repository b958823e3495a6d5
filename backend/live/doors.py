"""Closes channels whose token has ended: one look at the database a second for all that are open."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

from starlette.concurrency import run_in_threadpool

from backend.store.people.tokens import ended_tokens
from backend.store.postgres.database import Database, StoreUnavailable

SECONDS = 1.0

log = logging.getLogger(__name__)


class Doors:
    """Who is in, by the token that they came in with. Lives in the event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def passed(self, token: str) -> Iterator[asyncio.Event]:
        """An event that is set when the token ends, for as long as the block runs."""
        shut = asyncio.Event()
        self._open[token].add(shut)
        try:
            yield shut
        finally:
            self._open[token].discard(shut)
            if not self._open[token]:
                del self._open[token]

    def channels(self, token: str) -> int:
        """How many channels are open with a token."""
        return len(self._open.get(token, ()))

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[None]:
        """Looks after the tokens for as long as the block runs."""
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(SECONDS)
            if not self._open:
                continue
            # While the database is away nobody can be told anything new, and nobody can be asked who may stay.
            try:
                await self._look()
            except StoreUnavailable:
                continue
            except Exception:
                log.exception("Nobody could be asked whose tokens have ended; the next look is in a second")

    async def _look(self) -> None:
        for token in await run_in_threadpool(ended_tokens, self._database, list(self._open)):
            for shut in self._open.get(token, ()):
                shut.set()
