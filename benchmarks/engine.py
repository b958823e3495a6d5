"""How fast a town lives: simulated seconds per real second, the engine alone and with everything persisted in Postgres.

Run `make bench-engine`; prints JSON. Both live the same day of Brook Lane with the built-in mind, as fast as it goes,
and end at the same digest. `alone` drops what each commit carries; `persisted` writes it to an embedded Postgres as a
live town does, a transaction every 0.1 s with events, memories, questions, answers and a snapshot a simulated hour.
The gates are those of the design, which means them for 25 residents; Brook Lane has 6.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from backend.domain.calendar import SECONDS_PER_TICK, TICKS_PER_DAY
from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.log import Digest
from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.scenarios import find_scenario, load_scenario
from backend.store.environment.settings import PROJECT
from backend.store.journal.batch import Batch, Clock, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.postgres.database import Database
from backend.store.town.towns import acquire_lease, create_town
from townlet.services import EmbeddedServices
from townlet.services.migrations import migrate
from worker.cognition.cognition import Cognition
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.headless import live_headless
from worker.engine.live import BATCH_AT_MAX
from worker.engine.town import Town
from worker.minds import minds

SEED = 7
GATES = {"alone": 100_000, "persisted": 5_000}
Json = dict[str, Any]


class NullJournal:
    """Takes everything and keeps none of it but its digest, which is made after the clock was stopped."""

    def __init__(self) -> None:
        self.batches: list[Batch] = []

    def commit(self, batch: Batch) -> None:
        self.batches.append(batch)

    def advance(self, head: Head, *, reached: float, waiting: list[Json]) -> None:
        pass

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return [], []

    def clock(self) -> Clock:
        return Clock(paused=False, speed=0.0, pause_at=None, step_to=None, version=1, status="alive")

    def stand_still(self, clock: Clock) -> None:
        pass

    def digest(self) -> str:
        digest = Digest()
        for batch in self.batches:
            digest.feed(batch.events)
        return digest.hexdigest()


def live_alone(scenario: Scenario, ticks: int) -> Json:
    """The engine, cognition and mind, without any I/O."""
    journal = NullJournal()
    cognition, mind = Cognition(scenario), minds("rules")
    start = time.perf_counter()
    live_headless(scenario, SEED, ticks, cognition=cognition, mind=mind, journal=journal)
    took = time.perf_counter() - start
    events = sum(len(batch.events) for batch in journal.batches)
    return _measured("alone", ticks, took, events, len(journal.batches), journal.digest())


def live_persisted(scenario: Scenario, ticks: int, database: Database, town_id: str) -> Json:
    """The same, each batch committed to Postgres under the fence of a lease."""
    create_town(database, town_id, scenario, name=scenario.title, seed=SEED, mind="rules")
    fence = acquire_lease(database, town_id, "benchmark", 3600)
    assert fence is not None, "a new town is nobody's yet"
    journal = PostgresJournal(database, town_id, fence)
    digest, commits, events, snapshot_at = Digest(), 0, 0, 0
    town = Town(scenario, SEED, initial_state(scenario), Cognition(scenario))
    written: list[Batch] = []
    start = time.perf_counter()
    engine = Engine(town, minds("rules"))
    engine.found("rules")
    while town.tick < ticks - 1:
        until = time.perf_counter() + BATCH_AT_MAX
        while time.perf_counter() < until and engine.step(ticks - 1):
            pass
        if town.tick >= ticks - 1:
            engine.finish()
        batch = batch_of(engine, snapshot_after=snapshot_at)
        journal.commit(batch)
        if batch.snapshot is not None:
            snapshot_at = batch.head.tick
        written.append(batch)
    took = time.perf_counter() - start
    for batch in written:
        digest.feed(batch.events)
        events += len(batch.events)
        commits += 1
    return _measured("persisted", ticks, took, events, commits, digest.hexdigest())


def _measured(how: str, ticks: int, took: float, events: int, commits: int, digest: str) -> Json:
    speed = ticks * SECONDS_PER_TICK / took
    return {
        "simulated_s_per_s": round(speed),
        "gate": GATES[how],
        "passed": speed >= GATES[how],
        "seconds": round(took, 2),
        "events": events,
        "commits": commits,
        "digest": digest,
    }


def _best(runs: Sequence[Json]) -> Json:
    """The quickest: whatever else the machine did only made the others slower."""
    return max(runs, key=lambda run: int(run["simulated_s_per_s"]))


def main() -> int:
    """Prints the measurements. Returns the exit code: 1 if a gate is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--scenario", default="brook_lane")
    parser.add_argument("--days", type=float, default=1.0, help="simulated days")
    parser.add_argument("--runs", type=int, default=3, help="runs of each; the best is told")
    options = parser.parse_args()
    scenario = load_scenario(find_scenario(PROJECT / "scenarios", options.scenario))
    ticks = round(options.days * TICKS_PER_DAY)

    alone = _best([live_alone(scenario, ticks) for _ in range(options.runs)])
    with (
        tempfile.TemporaryDirectory(prefix="townlet-bench-") as home,
        EmbeddedServices(Path(home)) as services,
    ):
        migrate(services.database_url)
        database = Database(services.database_url)
        persisted = _best(
            [live_persisted(scenario, ticks, database, f"t-bench{run}") for run in range(options.runs)]
        )
        database.dispose()
    assert alone["digest"] == persisted["digest"], "the two have lived different towns"
    report = {
        "benchmark": "engine",
        "scenario": scenario.id,
        "residents": len(scenario.personas),
        "days": options.days,
        "alone": alone,
        "persisted": persisted,
        "python": platform.python_version(),
        "processor": platform.machine(),
    }
    print(json.dumps(report, indent=2))
    return 0 if alone["passed"] and persisted["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
