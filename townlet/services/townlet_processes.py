"""Everything that ``townlet up`` runs: the embedded services, the backend and the workers."""

from __future__ import annotations

import os
import signal
import socket
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from backend.store.environment.logs import CONFIGURATION
from townlet.services.embedded import EmbeddedServices
from townlet.services.faults import PortTaken
from townlet.services.migrations import migrate
from townlet.services.processes import ManagedProcess, ProcessSpec, Say

_PROJECT = Path(__file__).resolve().parents[2]
_TOWN_TIER = 1


@dataclass(frozen=True)
class Queue:
    """How a queue's worker processes run.

    Attributes:
        pool: Celery's kind of pool.
        slots: tasks that one process works on at a time.
        processes: how many processes ``townlet up`` starts.
    """

    pool: str
    slots: int
    processes: int = 1


QUEUES: Mapping[str, Queue] = {
    "towns": Queue("threads", 32),
    "minds": Queue("threads", 32),
    "talk": Queue("threads", 16),
    "batch": Queue("prefork", 1),
}
"""Engines; questions; people who wait for an answer; what names no queue, which is nothing yet."""


class TownletProcesses:
    """A whole Townlet on one machine; usable as a context manager.

    Args:
        home: its folder.
        host, port: where the page is served; port 0 takes a free one.
        workers: processes for each queue, for example ``{"towns": 2, "minds": 4}``; the others as in
            ``QUEUES``.
        environment: added to what every process gets.
        commands: stand-ins, by process name or queue, for the real command lines.
    """

    def __init__(
        self,
        home: Path,
        *,
        host: str = "127.0.0.1",
        port: int = 8000,
        workers: Mapping[str, int] | None = None,
        environment: Mapping[str, str] | None = None,
        commands: Mapping[str, tuple[str, ...]] | None = None,
        say: Say = print,
    ) -> None:
        self._extra = dict(environment or {})
        self.services = EmbeddedServices(home, say=say, environment={**os.environ, **self._extra})
        self.host = host
        self.port = port
        self._workers = {name: queue.processes for name, queue in QUEUES.items()} | dict(workers or {})
        self._commands = dict(commands or {})
        self._say = say

    @property
    def processes(self) -> dict[str, ManagedProcess]:
        """By name: ``postgres``, ``redis``, ``backend``, ``towns-1``, ``minds-1``, ``minds-2``, …"""
        return self.services.processes

    @property
    def database_url(self) -> str:
        return self.services.database_url

    @property
    def redis_url(self) -> str:
        return self.services.redis_url

    @property
    def url(self) -> str:
        """Where the page is."""
        shown = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        return f"http://{shown}:{self.port}"

    def start(self) -> None:
        """Starts everything and waits until ``GET /api/health`` answers.

        Raises:
            PortTaken: something listens there already.
            HomeInUse: another Townlet works in this home.
            ServiceFailed: a process doesn't come up.
        """
        self.services.start()
        try:
            self.port = _checked(self.host, self.port)
            migrate(self.database_url)
            self._say("Starting the backend and the workers")
            self.services.supervisor.start(self._backend(), *self._queue_workers())
        except BaseException:
            self.services.stop()
            raise
        self.services.tell(url=self.url)

    def stop(self, *, at_once: bool = False) -> None:
        """Stops everything. May be called twice."""
        self.services.stop(at_once=at_once)

    def _environment(self) -> dict[str, str]:
        return {"PYTHONUNBUFFERED": "1", **self._extra, **self.services.environment}

    def _backend(self) -> ProcessSpec:
        uvicorn = (
            sys.executable,
            "-m",
            "uvicorn",
            "backend.main:app",
            "--host",
            self.host,
            "--port",
            str(self.port),
        )
        logged = ("--log-config", str(CONFIGURATION))
        quiet = ("--log-level", "info", "--no-access-log", "--timeout-graceful-shutdown", "2")
        # Pages say little: whoever sends more is cut off before it is read.
        bounded = ("--ws-max-size", "16384")
        return ProcessSpec(
            name="backend",
            command=self._commands.get("backend", uvicorn + logged + quiet + bounded),
            cwd=_PROJECT,
            environment={**self._environment(), "HOST": self.host, "PORT": str(self.port)},
            ready=self._is_healthy,
            tier=_TOWN_TIER,
        )

    def _queue_workers(self) -> list[ProcessSpec]:
        return [
            self._worker(queue, number)
            for queue, count in self._workers.items()
            for number in range(1, count + 1)
        ]

    def _worker(self, queue: str, number: int) -> ProcessSpec:
        name = f"{queue}-{number}"
        how = QUEUES[queue]
        celery = (
            sys.executable,
            "-m",
            "celery",
            "-A",
            "worker.app",
            "worker",
            "-Q",
            queue,
            "-n",
            f"{name}@%h",
        )
        pool = ("-P", how.pool, "-c", str(how.slots), "-l", "INFO")
        alone = ("--without-gossip", "--without-mingle", "--without-heartbeat")
        return ProcessSpec(
            name=name,
            command=self._commands.get(queue, celery + pool + alone),
            cwd=_PROJECT,
            environment=self._environment(),
            # A forking worker must still end its children; one of threads loses nothing by dying at once.
            death_signal=signal.SIGQUIT if how.pool == "prefork" else signal.SIGKILL,
            tier=_TOWN_TIER,
        )

    def _is_healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/api/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return False

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _checked(host: str, port: int) -> int:
    """``port`` if it can be listened on, a free one for 0.

    Raises:
        PortTaken: it can't.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(host, port) from error
        taken: int = probe.getsockname()[1]
        return taken
