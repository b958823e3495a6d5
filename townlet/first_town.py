"""The town that a fresh Townlet opens with: lived ahead to a moment at which something goes on, where it waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from backend.domain import events as e
from backend.domain.inputs import AnswerGiven, Arrived
from backend.domain.scenario import Scenario
from backend.live.town_id import new_town_id
from backend.scenarios import find_scenario, load_scenario
from backend.store.environment.settings import PROJECT
from backend.store.journal.batch import Batch, Clock, Head
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.postgres.database import Database
from backend.store.town.leases import acquire_lease, release_lease
from backend.store.town.towns import any_town_ever, create_town, delete_town
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.minds import minds

SCENARIO = "brook_lane"
SEED = 7
MIND = "rules"
LOOKED_THROUGH = 3000
"""Ticks in which a moment is looked for: the morning and noon."""
LEAST_LINES = 6
"""Lines of a talk that is worth coming in on."""
OWNER = "townlet up"
LEASE_SECONDS = 600.0


@dataclass(frozen=True)
class FirstTown:
    id: str
    name: str
    clock: str
    """What time it is there, "12:07"."""


def found_first_town(database_url: str) -> FirstTown | None:
    """Makes a town where there never was one, and lives its first hours; it waits for whoever looks at it first.

    Returns:
        None where people had towns before, even if they have deleted them all.
    """
    database = Database(database_url)
    try:
        if any_town_ever(database):
            return None
        return live_ahead(database)
    finally:
        database.dispose()


def lively_tick(scenario: Scenario) -> int:
    """The tick after the first long talk of the day began; found by living the day once without keeping it."""
    lived = _Remembered()
    live_headless(
        scenario, SEED, LOOKED_THROUGH, cognition=Cognition(scenario), mind=minds(MIND), journal=lived
    )
    long = [tick for talk, tick in lived.started.items() if lived.lines.get(talk, 0) >= LEAST_LINES]
    return min(long, default=LOOKED_THROUGH - 2) + 2


def live_ahead(database: Database) -> FirstTown:
    """Founds a town and lives it up to that moment; nothing of it stays where that fails."""
    scenario = load_scenario(find_scenario(PROJECT / "scenarios", SCENARIO))
    town, ticks = new_town_id(), lively_tick(scenario)
    create_town(database, town, scenario, name=scenario.title, seed=SEED, mind=MIND, paused_because="unseen")
    fence = acquire_lease(database, town, OWNER, LEASE_SECONDS)
    assert fence is not None, "a new town is nobody's yet"
    try:
        live_headless(
            scenario,
            SEED,
            ticks,
            cognition=Cognition(scenario),
            mind=minds(MIND),
            journal=PostgresJournal(database, town, fence),
            founded_as=MIND,
            goes_on=True,
        )
    except BaseException:
        delete_town(database, town)
        raise
    release_lease(database, town, fence)
    return FirstTown(town, scenario.title, scenario.calendar.clock(ticks))


@dataclass
class _Remembered:
    """A journal that keeps only when talks began, and how long they were."""

    started: dict[str, int] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def commit(self, batch: Batch) -> None:
        for recorded in batch.events:
            if isinstance(recorded.event, e.TalkStarted):
                self.started[recorded.event.talk] = recorded.tick
            elif isinstance(recorded.event, e.Said) and recorded.event.talk is not None:
                self.lines[recorded.event.talk] = self.lines.get(recorded.event.talk, 0) + 1

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        """Nothing: nobody watches."""

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        return [], []

    def clock(self) -> Clock:
        return Clock(paused=False, speed=0.0, pause_at=None, step_to=None, version=1, status="alive")

    def stand_still(self, clock: Clock) -> None:
        """Nothing: it has no stops but its end."""
