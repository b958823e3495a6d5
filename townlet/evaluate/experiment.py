"""Lives of one scenario under several conditions, each with the same seeds, lived anew for each condition."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.events import Recorded
from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.log import Digest
from backend.scenarios import load_scenario
from backend.store.journal.batch import Batch, Clock, Head
from townlet.evaluate.measures import Measures, measure
from townlet.run_minds import run_minds, settings_for
from worker.cognition.ablations import CONDITIONS
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless


class EvaluationFault(Exception):
    """An evaluation that can't be run so; the message says what to do."""


@dataclass(frozen=True)
class Experiment:
    """Which lives are lived.

    Raises:
        EvaluationFault: a condition is unknown or named twice.
        UnknownMind: no mind has this name.
        NoModel: it needs a model server, and none is set.
        BadModelSettings: what is set for it can't be used.
    """

    scenario: Path
    days: float
    mind: str
    seeds: tuple[int, ...]
    conditions: tuple[str, ...]

    def __post_init__(self) -> None:
        settings_for(self.mind, os.environ)
        for number, condition in enumerate(self.conditions):
            if condition not in CONDITIONS:
                raise EvaluationFault(
                    f"There is no condition {condition!r}. Choose of {', '.join(CONDITIONS)}, with commas between."
                )
            if condition in self.conditions[:number]:
                raise EvaluationFault(f"The condition {condition!r} is named twice. Name each once.")

    @property
    def lives(self) -> list[tuple[int, str]]:
        """(seed, condition) of each."""
        return [(seed, condition) for condition in self.conditions for seed in self.seeds]


class _Chronicle:
    """A journal in memory."""

    def __init__(self) -> None:
        self.log: list[Recorded] = []

    def commit(self, batch: Batch) -> None:
        self.log += batch.events

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        """Nothing: nobody watches."""

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return [], []

    def clock(self) -> Clock:
        return Clock(paused=False, speed=0.0, pause_at=None, step_to=None, version=1, status="alive")

    def stand_still(self, clock: Clock) -> None:
        """Nothing: such a life has no stops but its end."""


def live(experiment: Experiment, seed: int, condition: str, at_once: int = 1) -> Measures:
    """One life, measured; the same arguments, and answers, give the same.

    Args:
        at_once: how many lives share the model server's slots.
    """
    scenario = load_scenario(experiment.scenario)
    chronicle = _Chronicle()
    settings = settings_for(experiment.mind, os.environ)
    if settings is not None:
        settings = settings.model_copy(update={"slots": max(1, settings.slots // at_once)})
    with run_minds(experiment.mind, settings, town=f"{scenario.id}-{condition}-{seed}") as answering:
        live_headless(
            scenario,
            seed,
            max(1, round(experiment.days * TICKS_PER_DAY)),
            cognition=Cognition(scenario, CONDITIONS[condition], answering.embedder),
            mind=answering.mind,
            journal=chronicle,
            founded_as=answering.founded_as,
            elsewhere=answering.elsewhere,
        )
    digest = Digest().feed(chronicle.log).hexdigest()
    measured = measure(scenario, seed, chronicle.log)
    return {"seed": seed, "condition": condition, "digest": digest, **measured}


def run_all(
    experiment: Experiment, lived: Callable[[int], None] = lambda _: None, processes: int | None = None
) -> list[Measures]:
    """All lives, in the order of `experiment.lives`, as many at once as there are processors."""
    workers = min(processes or os.cpu_count() or 1, len(experiment.lives))
    if workers == 1:
        return list(_one_by_one(experiment, lived))
    # Fresh processes: a forked one would share the threads' locks of this one.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = {
            pool.submit(live, experiment, seed, condition, workers): (seed, condition)
            for seed, condition in experiment.lives
        }
        for number, _ in enumerate(as_completed(futures), start=1):
            lived(number)
        return [future.result() for future in futures]


def _one_by_one(experiment: Experiment, lived: Callable[[int], None]) -> Iterator[Measures]:
    for number, (seed, condition) in enumerate(experiment.lives, start=1):
        yield live(experiment, seed, condition)
        lived(number)
