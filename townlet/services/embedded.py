"""Postgres and Redis for one home."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import psycopg
import redis

from backend.store.environment.settings import with_psycopg
from townlet.services.faults import ServerUnreachable
from townlet.services.home import Home
from townlet.services.leftovers import MARK, end_leftovers
from townlet.services.postgres import Postgres
from townlet.services.processes import ManagedProcess, Say
from townlet.services.redis_server import RedisServer
from townlet.services.supervisor import Supervisor


def _silent(_: str) -> None:
    pass


class EmbeddedServices:
    """A database and a Redis that live as long as this object; usable as a context manager.

    ``DATABASE_URL`` and ``REDIS_URL`` in ``environment`` put real servers in their place, and nothing is
    started for these.
    """

    def __init__(
        self, home: Path, *, say: Say = _silent, environment: Mapping[str, str] = os.environ
    ) -> None:
        self.home = Home(home)
        self.supervisor = Supervisor(self.home.logs, say, environment={MARK: str(self.home.root)})
        self._say = say
        self._database_url = environment.get("DATABASE_URL") or None
        self._redis_url = environment.get("REDIS_URL") or None

    @property
    def database_url(self) -> str:
        """Postgres, as SQLAlchemy names it. Known after ``start``."""
        assert self._database_url is not None, "start the services first"
        return with_psycopg(self._database_url)

    @property
    def redis_url(self) -> str:
        """Redis, for redis-py and as Celery's broker. Known after ``start``."""
        assert self._redis_url is not None, "start the services first"
        return self._redis_url

    @property
    def processes(self) -> dict[str, ManagedProcess]:
        """``postgres`` and ``redis``, unless real servers replace them."""
        return self.supervisor.processes

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs in its environment to find these services."""
        return {
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "TOWNLET_HOME": str(self.home.root),
        }

    def start(self) -> None:
        """Claims the home and starts both, waiting until they answer.

        Raises:
            HomeInUse: another Townlet works there.
            HomeNotOurs: the folder belongs to another user.
            ServiceFailed: one of them doesn't come up.
        """
        self.home.claim()
        end_leftovers(self.home.root)
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        self.tell()

    def tell(self, **more: str) -> None:
        """Notes in the home where the services are, for other commands of the same user."""
        self.home.tell({"database_url": self.database_url, "redis_url": self.redis_url, **more})

    def _start(self) -> None:
        self._check()
        specs = []
        postgres = None if self._database_url else Postgres(self.home)
        if postgres is not None:
            if not self.home.postgres_data.exists():
                self._say("Making the database")
            postgres.prepare()
            specs.append(postgres.spec())
        if self._redis_url is None:
            redis_server = RedisServer(self.home)
            specs.append(redis_server.spec())
            self._redis_url = redis_server.url
        self.supervisor.start(*specs)
        if postgres is not None:
            postgres.create_database()
            self._database_url = postgres.url()

    def _check(self) -> None:
        """Finds out now, rather than in a worker's log, whether servers of somebody else's are there."""
        if self._database_url is not None:
            try:
                psycopg.connect(self.database_url.replace("+psycopg", "", 1), connect_timeout=10).close()
            except psycopg.OperationalError as error:
                raise ServerUnreachable("DATABASE_URL", str(error).strip()) from error
        if self._redis_url is not None:
            try:
                with redis.Redis.from_url(self._redis_url, socket_connect_timeout=10) as client:
                    client.ping()
            except (redis.exceptions.RedisError, ValueError) as error:
                raise ServerUnreachable("REDIS_URL", str(error)) from error

    def stop(self, *, at_once: bool = False) -> None:
        """Stops both and lets the home go. May be called twice."""
        self.supervisor.stop(at_once=at_once)
        self.home.release()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
