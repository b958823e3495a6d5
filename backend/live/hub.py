"""One watched town: reads its news once, and wakes every page that watches it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Literal, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, ValidationError

from backend.live.feed import Feed
from backend.live.frames import ClockFrame, Horizon, TokensFrame, Waiting
from backend.live.town_scenarios import TownScenarios
from backend.live.viewer import Viewer
from backend.live.views import clock_of, degraded_of, horizon_of, town_of
from backend.store.history.events import state_at
from backend.store.history.news import Told, read_news
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.redis.hints import town_channel
from backend.store.town.towns import TownGone, TownRow, UnknownTown
from backend.store.town.watching import mark_watched

KEPT_EVENTS = 2_000
MOST_EVENTS_A_FRAME = 500
POLL_SECONDS = 1.0
POLL_SECONDS_WITHOUT_REDIS = 0.25
CLOCK_SECONDS = 1.0
"""A clock frame is made at least so often, whether the engine says something or not."""
FRESH_SECONDS = 1.5
"""So long the engine's own word on its clock counts for more than the town's row."""
MARK_SECONDS = 20.0
"""So often a watched town's row says that it is."""
SNAPSHOT_SECONDS = 2.0
"""So long one snapshot serves all who come."""

Ended = Literal["gone", "failed"]
T = TypeVar("T")
log = logging.getLogger(__name__)


class ClockHint(BaseModel):
    """What the engine says of its clock several times a second."""

    model_config = ConfigDict(extra="ignore")

    tick: float
    reached: float
    waiting: list[Waiting] = []


@dataclass(frozen=True)
class Snapshot:
    """A snapshot frame, and the position from which a page goes on after it."""

    seq: int
    frame: str
    made: float
    clock_version: int


class Hub:
    """Follows one town while it is watched.

    All of its methods but those that `_aside` runs belong to the event loop. It keeps at most `KEPT_EVENTS`
    events, however many pages watch and however slow they are.
    """

    def __init__(
        self, town: str, database: Database, redis_url: str, scenarios: TownScenarios, executor: Executor
    ) -> None:
        self.town = town
        self.viewers: set[Viewer] = set()
        self.seq = 0
        """Up to here the log was read."""
        self.clock_frame = ""
        self.clock_number = 0
        """Counts the clock frames, so that a page knows whether there is a newer one."""
        self.ended: Ended | None = None
        self._database = database
        self._scenarios = scenarios
        self._executor = executor
        self._feed = Feed(redis_url, town_channel(town), self._heard)
        self._nudged = asyncio.Event()
        self._kept: deque[Told] = deque(maxlen=KEPT_EVENTS)
        self._frames: dict[int, tuple[int, str]] = {}
        self._row: TownRow | None = None
        self._start = datetime.min
        self._trouble: str | None = None
        self._hint: tuple[float, ClockHint] | None = None
        self._clock_due = True
        self._clock_made = 0.0
        self._mark_at = 0.0
        self._snapshot: Snapshot | None = None
        self._snapshot_lock = asyncio.Lock()

    # -- what the pages ask for

    @property
    def row(self) -> TownRow:
        assert self._row is not None, "a hub is watched only after it was opened"
        return self._row

    async def open(self) -> None:
        """Takes its place at the head of the log. Raises UnknownTown, TownGone, StoreUnavailable."""
        news = await self._aside(lambda: read_news(self._database, self.town, after=2**62, limit=1))
        if news.town.status == "deleted":
            raise TownGone(self.town, "deleted")
        self._start = (await self._aside(lambda: self._scenarios.of(news.town))).start
        self._row, self.seq = news.town, news.town.head_seq
        self._make_clock_frame()

    async def events_after(self, seq: int) -> tuple[int, str]:
        """The next events frame for a page that has everything up to `seq`, and the position it leads to.

        Raises StoreUnavailable where that is too long ago to be in memory.
        """
        if made := self._frames.get(seq):
            return made
        if seq >= self.seq:
            return seq, _events_frame((), horizon_of(self.row))
        if not self._kept or self._kept[0].seq > seq + 1:
            older = await self._aside(lambda: read_news(self._database, self.town, seq, MOST_EVENTS_A_FRAME))
            return older.seq, _events_frame(older.events, _reached(older.events, older.town))
        first = seq + 1 - self._kept[0].seq
        told = tuple(islice(self._kept, first, first + MOST_EVENTS_A_FRAME))
        self._frames[seq] = made = (told[-1].seq, _events_frame(told, _reached(told, self.row)))
        return made

    async def snapshot(self) -> Snapshot:
        """The whole town as it is, or was a moment ago. Raises StoreUnavailable, UnknownTown, TownGone."""
        async with self._snapshot_lock:
            made = self._snapshot
            if made is None or not self._serves(made):
                made = self._snapshot = await self._aside(self._make_snapshot)
            return made

    # -- what moves it

    async def run(self) -> None:
        """Follows the town until it is gone, or the task is cancelled."""
        feed = asyncio.create_task(self._feed.follow())
        try:
            while self.ended is None:
                await self._follow()
        except Exception:
            self.ended = "failed"
            raise
        finally:
            feed.cancel()
            self._wake()

    def _heard(self, message: dict[str, Any] | None) -> None:
        kind = message and message.get("type")
        try:
            if kind == "tokens":
                frame = TokensFrame.model_validate(message)
                for viewer in self.viewers:
                    viewer.tell(frame.model_dump_json())
                return
            if kind == "clock":
                self._hint = time.monotonic(), ClockHint.model_validate(message)
                self._clock_due = True
        except ValidationError as error:
            log.warning("A %s message of town %s does not fit: %s", kind, self.town, error)
        self._nudged.set()

    async def _follow(self) -> None:
        """Waits for a hint, for a while at most, then reads and tells what is new."""
        patience = POLL_SECONDS if self._feed.connected else POLL_SECONDS_WITHOUT_REDIS
        try:
            async with asyncio.timeout(patience):
                await self._nudged.wait()
        except TimeoutError:
            pass
        self._nudged.clear()
        try:
            await self._read()
            await self._mark_watched()
            self._set_trouble(None)
        except UnknownTown:
            self.ended = "gone"
        except StoreUnavailable:
            self._set_trouble(
                "The database does not answer. Nothing is lost; the town goes on when it is back."
            )
            await asyncio.sleep(POLL_SECONDS_WITHOUT_REDIS)
        if self._clock_due or time.monotonic() - self._clock_made >= CLOCK_SECONDS:
            self._make_clock_frame()
        self._wake()

    async def _read(self) -> None:
        more = True
        while more:
            news = await self._aside(partial(read_news, self._database, self.town, self.seq, KEPT_EVENTS))
            if news.town.status == "deleted":
                self.ended = "gone"
                return
            self._clock_due |= news.town.clock_version != self.row.clock_version
            self._row = news.town
            if news.events:
                self._frames.clear()
                self._kept.extend(news.events)
                self.seq = news.seq
                self._wake()
            more = self.seq < news.town.head_seq

    async def _mark_watched(self) -> None:
        """Says now and then that somebody looks: a town that costs money stands still where nobody does."""
        if self.viewers and time.monotonic() >= self._mark_at:
            self._mark_at = time.monotonic() + MARK_SECONDS
            await self._aside(partial(mark_watched, self._database, self.town))

    def _set_trouble(self, trouble: str | None) -> None:
        self._clock_due |= trouble != self._trouble
        self._trouble = trouble

    def _make_clock_frame(self) -> None:
        row, tick = self.row, None
        if self._hint is not None and time.monotonic() - self._hint[0] < FRESH_SECONDS:
            hint = self._hint[1]
            row = replace(
                row, reached=hint.reached, waiting=[question.model_dump() for question in hint.waiting]
            )
            tick = hint.tick
        clock = clock_of(row, self._start, tick)
        frame = ClockFrame(
            clock=clock,
            horizon=horizon_of(row),
            trouble=self._trouble or row.trouble,
            degraded=degraded_of(row),
        )
        self.clock_frame = frame.model_dump_json()
        self.clock_number += 1
        self._clock_made, self._clock_due = time.monotonic(), False

    def _serves(self, snapshot: Snapshot) -> bool:
        is_new = time.monotonic() - snapshot.made < SNAPSHOT_SECONDS
        has_clock = snapshot.clock_version == self.row.clock_version
        return is_new and has_clock and self.seq - snapshot.seq <= MOST_EVENTS_A_FRAME

    def _make_snapshot(self) -> Snapshot:
        made = time.monotonic()
        row = read_news(self._database, self.town, after=2**62, limit=1).town
        if row.status == "deleted":
            raise TownGone(self.town, "deleted")
        state = state_at(self._database, self.town, row.head_tick)
        if state.seq > row.head_seq:
            row = replace(row, head_tick=state.tick, head_order=state.order, head_seq=state.seq)
        frame = {
            "type": "snapshot",
            "town": town_of(row, self._start).model_dump(mode="json"),
            "scenario": row.scenario,
            "state": state.document(),
            "seq": state.seq,
            "tick": state.tick,
            "order": state.order,
        }
        return Snapshot(state.seq, orjson.dumps(frame).decode(), made, row.clock_version)

    def _wake(self) -> None:
        for viewer in self.viewers:
            viewer.wake()

    async def _aside(self, read: Callable[[], T]) -> T:
        """Runs a read in a thread of the hubs' own, which nothing slow holds up."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, read)


def _reached(told: tuple[Told, ...], row: TownRow) -> Horizon:
    """How far everything is final for a page that has been told this much."""
    if not told or told[-1].seq >= row.head_seq:
        return horizon_of(row)
    return Horizon(tick=told[-1].tick, order=told[-1].order, seq=told[-1].seq)


def _events_frame(told: tuple[Told, ...], horizon: Horizon) -> str:
    """An EventsFrame, put together from events that are JSON already."""
    events = b",".join(event.json for event in told).decode()
    return f'{{"type":"events","events":[{events}],"horizon":{horizon.model_dump_json()}}}'
