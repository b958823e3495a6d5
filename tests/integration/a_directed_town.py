"""A branch of Brook Lane at noon that directors send inputs to through the API; an engine here lives it on."""

from __future__ import annotations

from itertools import count
from typing import Any

import httpx

from backend.store.postgres.database import Database
from tests.integration.a_branch import branch_of, live_to
from tests.integration.served import Served

NOON = 1800
Json = dict[str, Any]
_keys = count(1)


class Directed:
    def __init__(self, backend: Served, database: Database, parent: str) -> None:
        self.backend, self.database = backend, database
        self.id = branch_of(database, parent)

    def post(self, given: Json, *, http: httpx.Client | None = None, **more: Any) -> httpx.Response:
        body = {"key": f"key-{next(_keys)}", "input": given, **more}
        return (http or self.backend.http).post(f"/api/towns/{self.id}/inputs", json=body)

    def take_in(self, upto: int = 0) -> None:
        """An engine takes in what waits, and lives on to tick `upto` where that is ahead."""
        live_to(self.database, self.id, max(upto, self.tick()))

    def send(self, given: Json, **more: Any) -> Json:
        """An input of a director's that goes in, and its fate."""
        answer = self.post(given, **more)
        assert answer.status_code == 202, answer.text
        self.take_in()
        return self.fate(answer)

    def done(self, given: Json) -> Json:
        fate = self.send(given)
        assert fate["status"] == "applied", fate
        return fate

    def fate(self, answer: httpx.Response) -> Json:
        told: Json = self.backend.http.get(answer.headers["Location"]).json()
        return told

    def get(self, what: str) -> Json:
        answer = self.backend.http.get(f"/api/towns/{self.id}/{what}")
        assert answer.status_code == 200, answer.text
        told: Json = answer.json()
        return told

    def tick(self) -> int:
        return int(self.backend.http.get(f"/api/towns/{self.id}").json()["horizon"]["tick"])

    def state(self) -> Json:
        return self.get("state")

    def log(self) -> tuple[str, int]:
        """The digest of all that happened, and how much it was."""
        told = self.get("digest")
        return told["digest"], told["events"]

    def events(self, kind: str) -> list[Json]:
        return [one["event"] for one in self.get(f"events?kind={kind}&limit=1000")["events"]]
