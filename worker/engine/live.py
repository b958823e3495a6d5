"""A live town: one slice of its life under a lease, paced by the clock that people set."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from backend.domain.inputs import Leave, StepOut
from backend.domain.questions import Reply
from backend.domain.scenario import Scenario
from backend.store.environment.failpoints import fail_point
from backend.store.environment.logs import about
from backend.store.journal import Batch, Clock, LeaseLost, PostgresJournal
from backend.store.journal.resume import load_town
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.queues.inputs import put_input, senders_of
from backend.store.redis.hints import Hints
from backend.store.redis.streaming import stream_answer
from backend.store.redis.wakes import Wakes
from backend.store.town.towns import TownGone, acquire_lease, release_lease, set_trouble
from worker.engine.absent import ABSENT_SECONDS, SILENT_SECONDS, Signs, stand_ins_of
from worker.engine.clock_frames import ClockFrames
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.lease import Lease
from worker.engine.pace import WITH_VISITORS, Pace
from worker.engine.ports import Cognition, Mind
from worker.engine.standing_back import StandingBack
from worker.engine.take_up import take_up
from worker.engine.warm import Warm, WarmEngines

LEASE_SECONDS = 3.0
LOOK_SECONDS = 1.0
"""Between two looks at Postgres for inputs whose hint was lost."""
BATCH_SECONDS = 0.02
"""How long the engine runs before it commits; longer when nobody set a pace, see `BATCH_AT_MAX`."""
BATCH_AT_MAX = 0.1
TALK_SECONDS = 20.0
"""After a person's words the town goes slowly for so long."""
LINGER_SECONDS = 60.0
"""A standing town keeps its engine for so long after the last input, so that the next one is quick."""
YIELD_SECONDS = 5.0
"""… and only for so long where other towns wait for an engine."""
UNWATCHED_SECONDS = 600.0
"""A town with a mind that may cost money pauses when no page has watched it for so long."""
FOREVER = 2**31 - 2
BUILT_IN = "rules"
"""The mind that can answer in the engine's own process."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workshop:
    """What a live town is made of, put together by the worker."""

    database: Database
    hints: Hints
    make_cognition: Callable[[Scenario], Cognition]
    mind_named: Callable[[str], Mind]
    inline: bool
    """Whether the built-in mind answers in the engine's own process; models never do."""
    warm: WarmEngines
    standing_back: StandingBack
    stopping: threading.Event
    """Set when this process is told to stop: slices end early then, and another process goes on."""
    make_of_model: Callable[[Scenario], Cognition] | None = None
    """For towns founded with a model, which may embed what is remembered, too; None: as for all others."""


def live_slice(shop: Workshop, town_id: str, owner: str, seconds: float = 30.0) -> None:
    """Lives a town for up to `seconds` real seconds, then lets go of it.

    Does nothing where another engine has the town, or where it is gone.

    Raises:
        StoreUnavailable: Postgres is away. Nothing is lost; the sweep has the town taken up again.
    """
    fence = acquire_lease(shop.database, town_id, owner, LEASE_SECONDS)
    if fence is None:
        return
    lease = Lease(shop.database, town_id, owner, fence, LEASE_SECONDS)
    try:
        with lease, shop.hints.wakes(town_id) as wakes, about(town=town_id) as known:
            life = _Life(shop, town_id, fence, wakes)
            known["tick"] = lambda: life.engine.town.tick
            try:
                life.run(time.monotonic() + seconds, lease)
            except LeaseLost:
                log.warning("The lease was lost; whichever engine has it goes on")
                raise
    except (LeaseLost, TownGone):
        return
    except StoreUnavailable:
        raise
    except Exception as error:
        shop.standing_back.after(shop.database, town_id, owner, fence, error)
        raise
    shop.standing_back.forget(town_id)
    release_lease(shop.database, town_id, fence)
    if life.goes_on:
        shop.hints.live(town_id)


class _Life:
    """One slice."""

    def __init__(self, shop: Workshop, town_id: str, fence: int, wakes: Wakes) -> None:
        self.shop = shop
        self.town_id = town_id
        self.wakes = wakes
        self.journal = PostgresJournal(shop.database, town_id, fence)
        self._troubled = False
        warm = shop.warm.take(town_id, fence)
        if warm is not None:
            self.engine, self.snapshot_at = warm.engine, warm.snapshot_at
            self.last_input, self.last_words = warm.last_input, warm.last_words
            self.signs, self._taken_in = warm.signs, set(warm.taken_in)
        else:
            self.engine, self.snapshot_at = self._take_up()
            self.last_input = time.monotonic()
            self.last_words = 0.0
            self.signs, self._taken_in = Signs(senders_of(self.shop.database, self.town_id)), set()
        self.fence = fence
        self.pace = Pace()
        self.clock: Clock | None = None
        self.goes_on = True
        self.frames = ClockFrames(shop.hints, self.journal, town_id, self.engine)
        self._next_look = 0.0

    def _take_up(self) -> tuple[Engine, int]:
        loaded = load_town(self.shop.database, self.town_id)
        mind = self.shop.mind_named(BUILT_IN)
        make = None if loaded.town.mind == BUILT_IN else self.shop.make_of_model
        town = take_up(loaded, (make or self.shop.make_cognition)(loaded.scenario))
        inline = mind if self.shop.inline else None
        _, answers = self.journal.arrived()
        engine = Engine(
            town,
            inline,
            is_closed=loaded.town.begins_closed,
            stamped=answers,
            kept_open=loaded.kept_open,
        )
        if loaded.town.head_seq == 0:
            engine.found(loaded.town.mind)
        self._troubled = loaded.town.trouble is not None
        log.info("Taken up", extra={"tick": town.tick})
        return engine, loaded.snapshot_tick

    def run(self, until: float, lease: Lease) -> None:
        self._commit()
        while (now := time.monotonic()) < until and not lease.lost and not self.shop.stopping.is_set():
            if now >= self._next_look:
                self._look(now)
            clock = self.clock
            assert clock is not None, "the first look reads the clock"
            if clock.status != "alive":
                self.goes_on = False
                return
            self._live(clock, now)
            if self.frames.is_due(time.monotonic()):
                self._say_where(clock)
            if self.goes_on and clock.paused and clock.step_to is None and self._is_left_alone(now):
                self.goes_on = False
                break
            if self.wakes.wait(self._idle_for(clock)):
                self._next_look = 0.0
        if not lease.lost:
            self._commit()
            self._is_well()
            if self.goes_on:
                kept = Warm(
                    self.engine,
                    self.fence,
                    self.snapshot_at,
                    self.last_input,
                    self.last_words,
                    self.signs,
                    frozenset(self._taken_in),
                )
                self.shop.warm.keep(self.town_id, kept)

    # -- what comes in ------------------------------------------------------------------------------------------------

    def _look(self, now: float) -> None:
        """Reads the clock, the inputs and the answers that wait in Postgres."""
        self._next_look = now + LOOK_SECONDS
        before, self.clock = self.clock, self.journal.clock()
        if before is None or before.version != self.clock.version:
            self._set_pace(self.clock, now)
            self.frames.next = 0.0
        self._mind_the_cost(self.clock)
        inputs, answers = self.journal.arrived()
        for given in answers:
            self.engine.receive_answer(given)
        for arrived in inputs:
            if arrived.id in self._taken_in:
                continue
            self.last_input = now
            if not arrived.again:
                self.signs.of(getattr(arrived.input, "visitor", ""), now)
            if arrived.stamp is None and arrived.input.kind in ("speak", "act_as"):
                self.last_words = now
            log.info("Takes in %s", arrived.input.kind, extra={"input": arrived.id})
            self.engine.receive_input(arrived)
        self._taken_in = {arrived.id for arrived in inputs}
        if self.engine.has_news:
            self._commit()
        self._see_out_the_absent(now)

    def _see_out_the_absent(self, now: float) -> None:
        """By an input as they would send it themselves; its key holds blanks, which no key of people may."""
        state = self.engine.town.state
        visitors, stand_ins = state.visitors, stand_ins_of(state)
        everybody = {*visitors, *(acting.visitor for acting in stand_ins.values())}
        silent = self.signs.absent(everybody, now, SILENT_SECONDS)
        for resident, acting in stand_ins.items():
            if acting.visitor in silent:
                key = f"silent {resident} {acting.visitor} {acting.since}"
                out = StepOut(resident=resident, visitor=acting.visitor, reason="silent")
                put_input(self.shop.database, self.town_id, key, out)
                self._next_look = 0.0
        for visitor in self.signs.absent(everybody, now, ABSENT_SECONDS):
            if visitor not in visitors:
                continue
            key = f"absent {visitor} {visitors[visitor].since}"
            put_input(self.shop.database, self.town_id, key, Leave(visitor=visitor))
            self._next_look = 0.0

    def _mind_the_cost(self, clock: Clock) -> None:
        """Pauses a town whose minds may cost money while nobody has watched it for long."""
        state = self.engine.town.state
        if clock.paused or clock.unwatched < UNWATCHED_SECONDS:
            return
        if any(state.mind_of(resident) != BUILT_IN for resident in state.residents):
            log.info("Pauses, for nobody watches", extra={"tick": self.engine.town.tick})
            self.journal.pause_unwatched(clock)
            self.clock = self.journal.clock()
            self._next_look = 0.0

    def _set_pace(self, clock: Clock, now: float) -> None:
        self.pace.set(self._moment(now), now, self._speed(clock, now))
        self.pace.forget_marks()

    # -- time ---------------------------------------------------------------------------------------------------------

    def _speed(self, clock: Clock, now: float) -> float:
        """Simulated seconds per real second; 0 is as fast as can be."""
        if clock.paused:
            return 0.0
        if now - self.last_words < TALK_SECONDS:
            return WITH_VISITORS if clock.speed == 0 else min(clock.speed, WITH_VISITORS)
        return 0.0 if self._everybody_sleeps() else clock.speed

    def _everybody_sleeps(self) -> bool:
        state = self.engine.town.state
        return self.signs.here.isdisjoint(state.visitors) and all(
            resident.asleep for resident in state.residents.values()
        )

    def _live(self, clock: Clock, now: float) -> None:
        """Runs the engine as far as the clock allows, for a moment at most, and commits."""
        engine, town = self.engine, self.engine.town
        speed = self._speed(clock, now)
        if speed != self.pace.speed:
            self.pace.set(self._moment(now), now, speed)
        limit = self._limit(clock, now)
        budget = time.monotonic() + (BATCH_AT_MAX if speed == 0 else BATCH_SECONDS)
        while town.tick < limit and engine.step(limit):
            if time.monotonic() > budget:
                break
            if speed == 0 and not clock.paused and clock.speed > 0 and not self._everybody_sleeps():
                break
        if engine.has_news:
            self._commit()
        self.pace.fall_behind(town.tick, time.monotonic())
        stop = clock.step_to if clock.paused else clock.pause_at
        if stop is not None and town.tick >= stop:
            self._say_where(clock)
            self.journal.stand_still(clock)
            self._next_look = 0.0

    def _moment(self, now: float) -> float:
        """The tick with its fraction, as a page should show it."""
        tick = self.engine.town.tick
        return min(max(self.pace.due(now), tick), tick + 0.99)

    def _limit(self, clock: Clock, now: float) -> int:
        """The tick to go to."""
        if self.engine.is_closed:
            return self.engine.town.tick + 1
        if clock.paused:
            return clock.step_to if clock.step_to is not None else self.engine.town.tick
        stop = clock.pause_at if clock.pause_at is not None else FOREVER
        return stop if self.pace.speed == 0 else min(stop, int(self.pace.due(now)))

    def _idle_for(self, clock: Clock) -> float:
        """Real seconds until there is something to do by itself."""
        now, town = time.monotonic(), self.engine.town
        idle = max(min(self.frames.next, self._next_look) - now, 0.0)
        if clock.paused and clock.step_to is None:
            return idle
        if self.engine.waits_for():
            return idle
        if self.pace.speed == 0:
            return 0.0
        return max(min(idle, self.pace.real_time_of(town.tick + 1) - now), 0.0)

    def _is_left_alone(self, now: float) -> bool:
        """Whether its engine is better used elsewhere: nobody came for long, or for a moment while others wait."""
        quiet = now - self.last_input
        return quiet > LINGER_SECONDS or (quiet > YIELD_SECONDS and bool(self.shop.hints.queued("towns")))

    # -- what goes out ------------------------------------------------------------------------------------------------

    def _commit(self) -> None:
        if not self.engine.has_news:
            return
        batch = batch_of(self.engine, snapshot_after=self.snapshot_at)
        self._stream(batch)
        self.journal.commit(batch)
        fail_point("engine-after-commit")
        self._is_well()
        if batch.snapshot is not None:
            self.snapshot_at = batch.head.tick
        self.shop.hints.publish(self.town_id, {"type": "events", "seq": batch.head.seq})
        given = {answer.question for answer in batch.answers}
        for question in (*batch.questions, *batch.reasked):
            if question.key not in given:
                self.shop.hints.ask(self.town_id, question.key, question.kind)
        fail_point("engine-after-hints")

    def _is_well(self) -> None:
        """What kept the town from running is over: it got further than it was."""
        if self._troubled:
            set_trouble(self.shop.database, self.town_id, None)
            self._troubled = False

    def _stream(self, batch: Batch) -> None:
        """Sends the words of answers that were given in this process to the people who wait for them."""
        asked = {question.key: question for question in batch.questions}
        for given in batch.answers:
            question = asked.get(given.question)
            if isinstance(question, Reply) and "text" in given.payload:
                stream_answer(self.shop.hints, self.town_id, question, given.payload["text"])

    def _say_where(self, clock: Clock) -> None:
        now = time.monotonic()
        moment = self._moment(now)
        reached = 0.0 if clock.paused else round(self.pace.mark(moment, now), 2)
        self.frames.tell(clock, now, moment, reached)
