"""What can keep the services from running, told in one line that says what to do."""

from __future__ import annotations

from pathlib import Path


class ServicesFault(Exception):
    """The services can't run."""


class HomeInUse(ServicesFault):
    """Another Townlet runs in the same folder."""

    def __init__(self, home: Path, pid: int | None, url: str | None) -> None:
        who = f" (process {pid})" if pid else ""
        where = f" at {url}" if url else ""
        super().__init__(
            f"Townlet is already running{where}{who} with its data in {home}. "
            "Use that one, stop it with Ctrl-C, or name another folder: TOWNLET_HOME=/other/folder"
        )
        self.pid = pid
        self.url = url


class HomeNotOurs(ServicesFault):
    """The folder belongs to another user."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} belongs to another user. Run as that user, "
            "or name another folder: TOWNLET_HOME=~/townlet-data"
        )


class PortTaken(ServicesFault):
    """Something else listens where the page should be."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(f"Port {port} on {host} is in use. Name another: PORT={port + 1} make up")


class ProgramMissing(ServicesFault):
    """A service's program is not installed."""

    def __init__(self, program: str, todo: str) -> None:
        super().__init__(f"{program} was not found. {todo}")


class ServerUnreachable(ServicesFault):
    """A server that the environment names does not answer."""

    def __init__(self, variable: str, why: str) -> None:
        super().__init__(
            f"The server that {variable} names does not answer: {why}\n"
            f"Start it or correct {variable}; without {variable} Townlet brings its own."
        )


class ServiceFailed(ServicesFault):
    """A process does not come up."""

    def __init__(self, name: str, why: str, log: Path) -> None:
        super().__init__(f"{name} does not start: {why}\nIts log is {log}")
        self.name = name
