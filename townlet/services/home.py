"""The folder that a running Townlet owns: data, logs, sockets and the lock that keeps a second one out."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import IO

from townlet.services.faults import HomeInUse, HomeNotOurs

_LONGEST_SOCKET_FOLDER = 85
"""Bytes; a socket's whole path may have 107 and Postgres appends ``/pg/.s.PGSQL.5432``."""


class Home:
    """One home. ``claim`` it before starting anything in it."""

    def __init__(self, root: Path) -> None:
        self.root = root.expanduser().resolve()
        self._lock: IO[str] | None = None

    @property
    def postgres_data(self) -> Path:
        return self.root / "postgres"

    @property
    def redis_data(self) -> Path:
        return self.root / "redis"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    def log(self, name: str) -> Path:
        """The log of the process ``name``."""
        return self.logs / f"{name}.log"

    def claim(self) -> None:
        """Makes the folder and locks it. The kernel lets the lock go with the process, however that ends.

        Raises:
            HomeInUse: another living process holds it.
            HomeNotOurs: another user owns it.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            self.logs.mkdir(exist_ok=True)
            lock = (self.root / "lock").open("a+")
        except PermissionError as error:
            raise HomeNotOurs(Path(error.filename)) from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            told = _told(lock.read())
            lock.close()
            raise HomeInUse(self.root, _number(told.get("pid")), told.get("url")) from error
        self._lock = lock
        self.tell({})

    def tell(self, addresses: dict[str, str]) -> None:
        """Notes in the lock file what runs here, for those who find it locked and for ``addresses_of``."""
        assert self._lock is not None, "claim the home first"
        os.fchmod(self._lock.fileno(), 0o600)
        self._lock.seek(0)
        self._lock.truncate()
        json.dump({"pid": str(os.getpid()), **addresses}, self._lock)
        self._lock.flush()

    def release(self) -> None:
        """Lets the next one in."""
        if self._lock is not None:
            self._lock.truncate(0)
            self._lock.close()
            self._lock = None

    def addresses(self) -> dict[str, str]:
        """What the Townlet that runs here told: ``pid``, ``database_url``, ``redis_url``, ``url``."""
        path = self.root / "lock"
        return _told(path.read_text()) if path.is_file() else {}

    def sockets(self) -> Path:
        """A folder of our own, with a path short enough for a socket however deep the home is."""
        folder = self.root / "run"
        if len(os.fsencode(folder)) > _LONGEST_SOCKET_FOLDER:
            name = hashlib.blake2b(os.fsencode(self.root), digest_size=6).hexdigest()
            folder = Path(tempfile.gettempdir()) / f"townlet-{os.geteuid()}-{name}"
        folder.mkdir(mode=0o700, exist_ok=True)
        if folder.stat().st_uid != os.geteuid() or folder.is_symlink():
            raise HomeNotOurs(folder)
        return folder


def _told(text: str) -> dict[str, str]:
    if not text.strip():
        return {}
    told: dict[str, str] = json.loads(text)
    return told


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None
