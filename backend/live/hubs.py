"""The hubs of all towns that are being watched."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from backend.live.hub import Hub
from backend.live.town_scenarios import TownScenarios
from backend.store.postgres.database import Database

THREADS = 4

log = logging.getLogger(__name__)


class Hubs:
    """Starts a town's hub with its first page and stops it with its last."""

    def __init__(self, database: Database, redis_url: str, scenarios: TownScenarios) -> None:
        self._database = database
        self._redis_url = redis_url
        self._scenarios = scenarios
        self._executor = ThreadPoolExecutor(THREADS, thread_name_prefix="live")
        self._running: dict[str, _Running] = {}

    @asynccontextmanager
    async def watched(self, town: str) -> AsyncIterator[Hub]:
        """The town's hub, for as long as a page needs it. Raises UnknownTown, TownGone, StoreUnavailable."""
        running = self._running.get(town)
        if running is None or running.is_over:
            hub = Hub(town, self._database, self._redis_url, self._scenarios, self._executor)
            running = self._running[town] = _Running(hub)
        running.pages += 1
        try:
            await asyncio.shield(running.opened)
            yield running.hub
        finally:
            running.pages -= 1
            if running.pages == 0:
                running.stop()
                if self._running.get(town) is running:
                    del self._running[town]

    def pages(self) -> int:
        """How many pages watch; may be asked from any thread."""
        return sum(running.pages for running in list(self._running.values()))

    async def close(self) -> None:
        """Stops all; pages are told by their sockets' end."""
        for running in self._running.values():
            running.stop()
        self._executor.shutdown(wait=False, cancel_futures=True)


class _Running:
    """A hub with its tasks."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.pages = 0
        self.opened = asyncio.create_task(hub.open())
        self._following = asyncio.create_task(self._follow())

    async def _follow(self) -> None:
        try:
            await asyncio.shield(self.opened)
        except Exception:  # noqa: BLE001 - told by `opened` to each page that waits for it
            return
        try:
            await self.hub.run()
        except Exception:
            log.exception("The hub of town %s failed; its pages connect anew", self.hub.town)

    @property
    def is_over(self) -> bool:
        return self._following.done()

    def stop(self) -> None:
        self.opened.cancel()
        self._following.cancel()
