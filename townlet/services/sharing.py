"""Services for a command that may run beside ``townlet up``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from townlet.services.embedded import EmbeddedServices
from townlet.services.faults import HomeInUse
from townlet.services.home import Home


@dataclass(frozen=True)
class Addresses:
    """Where the services are, as ``Settings`` has them."""

    database_url: str
    redis_url: str


@contextmanager
def services_of(home: Path, environment: Mapping[str, str] = os.environ) -> Iterator[Addresses]:
    """The services of ``home``: those of the Townlet that runs there, else own ones while they are needed.

    Raises:
        HomeInUse: a Townlet is just starting or stopping there; try again.
    """
    services = EmbeddedServices(home, environment=environment)
    try:
        services.start()
    except HomeInUse:
        told = Home(home).addresses()
        if "database_url" not in told or "redis_url" not in told:
            raise
        yield Addresses(told["database_url"], told["redis_url"])
        return
    try:
        yield Addresses(services.database_url, services.redis_url)
    finally:
        services.stop()
