"""What the checks look at: a home, and whatever runs in it or for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from backend.store.environment.settings import PROJECT, SettingWrong
from townlet.services import Home, ServicesFault, services_of


@dataclass(frozen=True)
class Surroundings:
    """A home and its services.

    Attributes:
        project: the folder of scenarios and page.
        new: nothing was ever served from this home, so there is nothing yet to be wrong.
        database_url, redis_url: where they are; None where they could not be started.
        url: where `townlet up` serves the page out of this home; None while none does.
        fault: why there are no services.
    """

    home: Path
    environment: Mapping[str, str]
    project: Path = PROJECT
    new: bool = False
    database_url: str | None = None
    redis_url: str | None = None
    url: str | None = None
    fault: str | None = None

    def log(self, name: str) -> Path:
        return Home(self.home).log(name)


@contextmanager
def surroundings(
    home: Path, environment: Mapping[str, str], project: Path = PROJECT
) -> Iterator[Surroundings]:
    """Finds the services of a Townlet that runs in `home`, else starts them for as long as they are looked at.

    Nothing is made in a home that was never used.
    """
    database, redis = environment.get("DATABASE_URL") or None, environment.get("REDIS_URL") or None
    if database is None and not Home(home).postgres_data.exists():
        yield Surroundings(home, environment, project, new=True, redis_url=redis)
        return
    with ExitStack() as stack:
        try:
            found = stack.enter_context(services_of(home, environment))
        except (ServicesFault, SettingWrong) as fault:
            # What the environment names can be looked at all the same.
            around = Surroundings(home, environment, project, False, database, redis, fault=str(fault))
        else:
            url = Home(home).addresses().get("url")
            around = Surroundings(home, environment, project, False, found.database_url, found.redis_url, url)
        yield around
