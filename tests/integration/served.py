"""A backend that is served for a test, on a port of its own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from websockets.sync.client import ClientConnection, connect

from backend.main import create_app
from backend.store.settings import PROJECT, Settings
from tests.waiting import wait_until

FRAME_SECONDS = 10.0


class Channel:
    """A page's end of the live channel."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection

    def next(self, *types: str) -> dict[str, Any]:
        """The next frame, or the next of these types. Raises TimeoutError where none comes."""
        while True:
            frame: dict[str, Any] = json.loads(self.connection.recv(timeout=FRAME_SECONDS))
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


@dataclass(frozen=True)
class Served:
    """A running backend."""

    url: str
    http: httpx.Client

    @contextmanager
    def live(self, town: str, after: int | str | None = None) -> Iterator[Channel]:
        query = "" if after is None else f"?after={after}"
        address = self.url.replace("http://", "ws://") + f"/api/towns/{town}/live{query}"
        with connect(address, max_size=None, proxy=None) as connection:
            yield Channel(connection)


@contextmanager
def served(
    database_url: str,
    redis_url: str,
    *,
    scenarios: Path = PROJECT / "scenarios",
    dist: Path = PROJECT / "frontend" / "dist",
) -> Iterator[Served]:
    """Serves the backend on a free port for as long as the block runs."""
    told = Settings(database_url=database_url, redis_url=redis_url, minds="inline", home=PROJECT)
    app = create_app(told, scenarios=scenarios, dist=dist)
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_graceful_shutdown=2)
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    port = server.servers[0].sockets[0].getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(base_url=url, timeout=30) as http:
            yield Served(url, http)
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        assert not thread.is_alive(), "the backend did not stop"
