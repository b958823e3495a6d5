"""One page that watches: it is sent what it lacks, at its own pace."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol

WAITING_TOKENS = 256
"""So many pieces of answers wait for a slow page; older ones are dropped: the text follows as an event."""


class Source(Protocol):
    """What a viewer needs of a hub."""

    seq: int
    clock_frame: str
    clock_number: int

    @property
    def ended(self) -> str | None: ...

    async def events_after(self, seq: int) -> tuple[int, str]: ...


class Viewer:
    """Sends frames until the town's hub has ended.

    What it keeps for itself is a position in the log, never the events. So a page that reads slowly skips
    clock frames, gets every event later, and takes no memory.
    """

    def __init__(self, send: Callable[[str], Awaitable[None]], seq: int) -> None:
        self.seq = seq
        """Everything up to here was sent."""
        self._send = send
        self._clock_number = 0
        self._tokens: deque[str] = deque(maxlen=WAITING_TOKENS)
        self._woken = asyncio.Event()

    def tell(self, tokens: str) -> None:
        """Has a piece of an answer sent before anything else."""
        self._tokens.append(tokens)
        self._woken.set()

    def wake(self) -> None:
        self._woken.set()

    async def watch(self, source: Source) -> None:
        """Raises StoreUnavailable where it needs events that only Postgres still has."""
        while True:
            self._woken.clear()
            if self._tokens:
                await self._send(self._tokens.popleft())
            elif self.seq < source.seq:
                self.seq, frame = await source.events_after(self.seq)
                await self._send(frame)
            elif self._clock_number < source.clock_number:
                self._clock_number = source.clock_number
                await self._send(source.clock_frame)
            elif source.ended is not None:
                return
            else:
                await self._woken.wait()
