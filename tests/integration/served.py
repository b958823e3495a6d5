"""A backend that is served for a test, on a port of its own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import uvicorn
from websockets.sync.client import ClientConnection, connect

from backend.domain.roles import Role
from backend.main import create_app
from backend.store.environment.settings import PROJECT, Settings
from backend.store.people.tokens import mint_token
from backend.store.postgres.database import Database
from tests.waiting import wait_until

PATIENCE = 120.0
"""Real seconds for which an answer is waited for."""


class Channel:
    """A page's end of the live channel."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    def next(self, *types: str) -> dict[str, Any]:
        """The next frame, or the next of these types. Raises TimeoutError where none comes."""
        while True:
            frame: dict[str, Any] = json.loads(self.connection.recv(timeout=PATIENCE))
            if not types or frame["type"] in types:
                return frame

    def events_upto(self, seq: int) -> list[int]:
        """The seqs of all events that come up to `seq`."""
        seqs: list[int] = []
        while not seqs or seqs[-1] < seq:
            seqs += [event["seq"] for event in self.next("events")["events"]]
        return seqs

    def say(self, message: str | bytes) -> None:
        self.connection.send(message)


def bearer(secret: str) -> dict[str, str]:
    """The header with which scripts send their token."""
    return {"Authorization": f"Bearer {secret}"}


def ask_patiently(method: str, url: str, **how: Any) -> httpx.Response:
    """A request of somebody who brings nothing but what is said here, answered however late."""
    return httpx.request(method, url, timeout=PATIENCE, **how)


@dataclass(frozen=True)
class Served:
    """A running backend."""

    url: str
    http: httpx.Client
    """A director's."""
    token: str
    """The same director's secret."""
    database: Database

    @contextmanager
    def live(
        self, town: str, after: int | str | None = None, headers: Mapping[str, str] | None = None
    ) -> Iterator[Channel]:
        """The channel of a town as the director opens it, or with other `headers`."""
        query = "" if after is None else f"?after={after}"
        address = self.url.replace("http://", "ws://") + f"/api/towns/{town}/live{query}"
        given = bearer(self.token) if headers is None else headers
        with connect(
            address,
            open_timeout=PATIENCE,
            ping_interval=None,
            max_size=None,
            proxy=None,
            additional_headers=given,
        ) as connection:
            yield Channel(connection)

    @contextmanager
    def client(self, secret: str | None) -> Iterator[httpx.Client]:
        """Somebody else with a token, or with none."""
        headers = {} if secret is None else bearer(secret)
        with httpx.Client(base_url=self.url, timeout=PATIENCE, headers=headers) as http:
            yield http


@contextmanager
def served(
    database_url: str,
    redis_url: str,
    *,
    scenarios: Path = PROJECT / "scenarios",
    dist: Path = PROJECT / "frontend" / "dist",
    origins: frozenset[str] = frozenset(),
    home: Path | None = None,
    models: Mapping[str, str] | None = None,
) -> Iterator[Served]:
    """Serves the backend on a free port for as long as the block runs."""
    scratch = TemporaryDirectory()
    told = Settings(
        database_url=database_url,
        redis_url=redis_url,
        minds="inline",
        home=home or Path(scratch.name),
        origins=origins,
        models=models or {},
    )
    app = create_app(told, scenarios=scenarios, dist=dist)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    database = Database(database_url)
    try:
        _, secret = mint_token(database, Role.DIRECTOR, label="the tests")
        with httpx.Client(base_url=url, timeout=PATIENCE, headers=bearer(secret)) as http:
            yield Served(url, http, secret, database)
    finally:
        database.dispose()
        scratch.cleanup()
        server.should_exit = True
        thread.join(timeout=PATIENCE)
        assert not thread.is_alive(), "the backend did not stop"
