"""A town lived without a page, a clock or a database: the same engine, as fast as it goes."""

from __future__ import annotations

from collections.abc import Callable

from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.store.batch import Journal
from worker.engine.commit import batch_of
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
    mind: Mind,
    journal: Journal,
    progress: Callable[[int], None] = lambda _tick: None,
) -> Town:
    """Lives a new town from its founding to the opening of tick `ticks`; everything before it is in the journal."""
    town = Town(scenario, seed, initial_state(scenario), cognition)
    engine = Engine(town, mind)
    engine.found(mind.name)
    inputs, answers = journal.arrived()
    for given in answers:
        engine.receive_answer(given)
    for arrived in inputs:
        engine.receive_input(arrived)
    while town.tick < ticks - 1:
        limit = min(town.tick + COMMIT_EVERY, ticks - 1)
        while engine.step(limit):
            pass
        journal.commit(batch_of(engine))
        progress(town.tick)
    engine.finish()
    journal.commit(batch_of(engine))
    return town
