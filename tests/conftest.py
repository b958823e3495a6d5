"""The real services that tests run on: started once, with a fresh migrated database for each module."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest
import redis
from hypothesis import HealthCheck, settings

from backend.store.model_server import meter
from backend.store.redis import hints, presence, wakes
from townlet.services import EmbeddedServices
from townlet.services.migrations import migrate

settings.register_profile(
    "any machine", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

PATIENCE = 60.0
"""Real seconds that Redis may take to answer a test's own process."""
_TEMPLATE = "migrated"
_numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def patient() -> Iterator[None]:
    """Redis counts as away where nobody listens, and not where a busy machine lets it wait for a moment."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (hints, meter, presence):
            patch.setattr(module, "LONGEST", PATIENCE)
        patch.setattr(wakes, "_ANSWERS_WITHIN", PATIENCE)
        yield


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServices]:
    """An embedded Postgres and Redis for the whole session."""
    home = tmp_path_factory.mktemp("services")
    with EmbeddedServices(home, environment={}) as running:
        yield running


@pytest.fixture(scope="session")
def migrated_template(services: EmbeddedServices) -> str:
    """The name of a database with the newest schema, to be copied."""
    with _administration(services) as connection:
        connection.execute(f'CREATE DATABASE "{_TEMPLATE}"')
    migrate(_named(services.database_url, _TEMPLATE))
    return _TEMPLATE


@pytest.fixture(scope="module")
def database_url(services: EmbeddedServices, migrated_template: str) -> Iterator[str]:
    """A fresh database with the newest schema, gone after the module."""
    with _fresh_database(services, migrated_template) as url:
        yield url


@pytest.fixture
def other_database_url(services: EmbeddedServices, migrated_template: str) -> Iterator[str]:
    """One more, as on another machine, gone after the test."""
    with _fresh_database(services, migrated_template) as url:
        yield url


@pytest.fixture(scope="module")
def redis_url(services: EmbeddedServices) -> str:
    """The session's Redis, empty."""
    with redis.Redis.from_url(services.redis_url) as client:
        client.flushall()
    return services.redis_url


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return Path(__file__).resolve().parents[1]


@contextmanager
def _fresh_database(services: EmbeddedServices, template: str) -> Iterator[str]:
    name = f"town_{next(_numbers)}"
    with _administration(services) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield _named(services.database_url, name)
    with _administration(services) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _administration(services: EmbeddedServices) -> psycopg.Connection[tuple[object, ...]]:
    plain = _named(services.database_url, "postgres").replace("postgresql+psycopg://", "postgresql://")
    return psycopg.connect(plain, autocommit=True)


def _named(url: str, database: str) -> str:
    """``url`` with another database."""
    before, _, after = url.rpartition("/townlet?")
    return f"{before}/{database}?{after}"
