"""The store of a fresh database, and towns in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from backend.domain.scenario import Scenario
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.postgres.database import Database
from backend.store.redis.hints import Hints
from backend.store.town.towns import acquire_lease, create_town
from tests.a_life import brook_lane
from tests.integration.a_branch import found, live_to
from tests.integration.a_directed_town import NOON, Directed
from tests.integration.a_slice import Hands
from tests.integration.served import Served, served
from tests.small_town import a_scenario
from worker.cognition.cognition import Cognition
from worker.engine import live
from worker.engine.live import Workshop
from worker.engine.standing_back import StandingBack
from worker.engine.warm import WarmEngines
from worker.minds import minds

_numbers = count(1)

FoundTown = Callable[..., str]
Lead = Callable[[str], PostgresJournal]


@pytest.fixture(scope="module")
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.dispose()


@pytest.fixture(scope="module")
def backend(database_url: str, redis_url: str) -> Iterator[Served]:
    """The API as it is served where nothing else is set."""
    with served(database_url, redis_url) as running:
        yield running


@pytest.fixture
def hints(redis_url: str) -> Iterator[Hints]:
    opened = Hints(redis_url)
    yield opened
    opened.close()


@pytest.fixture
def shop(database: Database, hints: Hints, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """What an engine in the test's own process lives towns with; however slowly, it keeps its lease."""
    monkeypatch.setattr(live, "LEASE_SECONDS", 600.0)
    return Workshop(database, hints, Cognition, minds, True, WarmEngines(), StandingBack(), threading.Event())


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    """The clock of the engines in the test's own process."""
    clock = Hands()
    monkeypatch.setattr(live, "time", clock)
    return clock


@pytest.fixture
def found_town(database: Database) -> FoundTown:
    """Makes a town of the smallest scenario and returns its id."""

    def found(scenario: Scenario | None = None, *, paused: bool = False) -> str:
        town = f"t-{next(_numbers)}"
        create_town(
            database, town, scenario or a_scenario(), name="Lane", seed=7, mind="rules", paused=paused
        )
        return town

    return found


@pytest.fixture
def lead(database: Database) -> Lead:
    """Takes the lease of a town and returns the writer's journal."""

    def acquire(town: str) -> PostgresJournal:
        fence = acquire_lease(database, town, "engine", 600)
        assert fence is not None, "somebody else leads the town"
        return PostgresJournal(database, town, fence)

    return acquire


@pytest.fixture(scope="module")
def noon(database: Database) -> str:
    """The morning of Brook Lane; tests live on in branches of it."""
    town = found(database, brook_lane())
    live_to(database, town, NOON)
    return town


@pytest.fixture
def directed(backend: Served, database: Database, noon: str) -> Directed:
    return Directed(backend, database, noon)
