"""A town lived without a page, a clock or a database: the same engine, as fast as it goes."""

from __future__ import annotations

from collections.abc import Callable

from backend.domain.inputs import AnswerGiven, SetMind
from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.store.journal.batch import Journal
from worker.engine.commit import batch_of
from worker.engine.elsewhere import Elsewhere, NothingElsewhere
from worker.engine.engine import Engine
from worker.engine.ports import Cognition, Mind
from worker.engine.town import Town

COMMIT_EVERY = 360
"""Ticks between two commits."""


def live_headless(
    scenario: Scenario,
    seed: int,
    ticks: int,
    *,
    cognition: Cognition,
    mind: Mind | None,
    journal: Journal,
    progress: Callable[[int], None] = lambda _tick: None,
    founded_as: str | None = None,
    elsewhere: Elsewhere | None = None,
    goes_on: bool = False,
) -> Town:
    """Lives a new town from its founding to the opening of tick `ticks`; everything before it is in the journal.

    Args:
        mind: The engine's own, for what it is to answer; None where all answers come from `elsewhere`.
        founded_as: The mind that the town is founded with: rules, model or auto. None: the engine's own.
        elsewhere: Where the other questions go. In which order answers come back makes no difference.
        goes_on: Whether a live engine takes the town up afterwards: then the journal gets a snapshot each simulated
            hour, and the last tick stays open.
    """
    town = Town(scenario, seed, initial_state(scenario), cognition)
    life = _Life(Engine(town, mind), elsewhere if elsewhere is not None else NothingElsewhere())
    life.engine.found(founded_as or (mind.name if mind is not None else "rules"))
    inputs, answers = journal.arrived()
    for given in answers:
        life.engine.receive_answer(given)
    for arrived in inputs:
        life.engine.receive_input(arrived)
    # Who answers what is still open then must not hang on which answers have come by chance.
    settled = sorted(
        arrived.stamp.tick for arrived in inputs if isinstance(arrived.input, SetMind) and arrived.stamp
    )
    taken_at = town.tick
    while town.tick < ticks - 1:
        stop = next((tick - 1 for tick in settled if tick - 1 > town.tick), ticks - 1)
        life.live_until(min(town.tick + COMMIT_EVERY, stop, ticks - 1))
        if town.tick == stop:
            life.take_all()
        journal.commit(batch_of(life.engine, snapshot_after=taken_at if goes_on else None))
        life.seen, taken_at = 0, town.tick
        progress(town.tick)
    if not goes_on:
        life.engine.finish()
    life.take_all()
    journal.commit(batch_of(life.engine))
    return town


class _Life:
    """An engine between its own mind and the others."""

    def __init__(self, engine: Engine, elsewhere: Elsewhere) -> None:
        self.engine = engine
        self.elsewhere = elsewhere
        self.seen = 0
        """How many of the questions since the last commit were looked at."""

    def live_until(self, limit: int) -> None:
        """Goes on while it can, and waits for an answer only where the town stands still for it."""
        engine, elsewhere = self.engine, self.elsewhere
        while True:
            self._submit()
            self._receive(elsewhere.arrived())
            if engine.step(limit):
                continue
            awaited = engine.waits_for()
            if engine.town.tick >= limit:
                # Words that somebody scheduled are answered in their own tick.
                awaited = [q for q in awaited if q.effect is not None and q.effect <= engine.town.tick]
                if not awaited:
                    return
            if len(engine.town.asked) == self.seen:
                self._receive(elsewhere.wait(awaited))

    def take_all(self) -> None:
        """Waits for every answer that is under way."""
        self._submit()
        self._receive(self.elsewhere.drain())

    def _submit(self) -> None:
        asked = self.engine.town.asked
        while self.seen < len(asked):
            # As it is put now: it may have been closed since, or put before another mind.
            question = self.engine.town.questions.get(asked[self.seen].key)
            self.seen += 1
            if question is not None and self.elsewhere.takes(question):
                self.elsewhere.submit(question)

    def _receive(self, answers: list[AnswerGiven]) -> None:
        for given in answers:
            question = self.engine.town.questions.get(given.question)
            if question is None or not self.elsewhere.takes(question):
                continue
            # Kept like an answer of the engine's own mind: that is what a record is made of.
            self.engine.taken.answers.append(given)
            self.engine.receive_answer(given)
