"""A whole Townlet for a test: every process real, driven through its API alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.waiting import wait_until
from townlet.directors_link import directors_link
from townlet.services import TownletProcesses

Json = dict[str, Any]
AWAY = (httpx.TransportError,)


@dataclass
class Townlet:
    """The API as a patient client uses it: what fails because a process was killed is sent again."""

    processes: TownletProcesses
    http: httpx.Client
    """A director's."""
    link: str
    """Makes a browser that opens it the same director's."""

    def request(
        self,
        method: str,
        path: str,
        body: Json | None = None,
        within_s: float = 240.0,
        refused_by: tuple[int, ...] = (),
    ) -> httpx.Response:
        """The first answer that is no sign of a killed process; statuses in `refused_by` are answers too."""
        answers: list[httpx.Response] = []

        def answered() -> bool:
            try:
                answer = self.http.request(method, self.processes.url + path, json=body)
            except AWAY:
                return False
            if answer.status_code in (502, 503):
                return False
            answers.append(answer)
            return True

        wait_until(answered, within_s)
        assert answers[0].is_success or answers[0].status_code in refused_by, answers[0].text
        return answers[0]

    def get(self, path: str) -> Json:
        found: Json = self.request("GET", path).json()
        return found

    def found_town(self, seed: int, *, name: str = "A test", paused: bool = True) -> str:
        wish = {"scenario": "brook_lane", "seed": seed, "mind": "rules", "name": name}
        town: str = self.request("POST", "/api/towns", wish).json()["id"]
        if paused:
            self.clock(town, pause=True)
        return town

    def clock(self, town: str, **wish: Any) -> None:
        self.request("POST", f"/api/towns/{town}/clock", wish)

    def live_until(self, town: str, tick: int, speed: float | str = "max") -> None:
        """Lets the town run to `tick` and pause there; it may be there before the answer comes."""
        wish = {"pause": False, "speed": speed, "until": tick}
        answer = self.request("POST", f"/api/towns/{town}/clock", wish, refused_by=(409,))
        assert answer.is_success or self.head(town) >= tick, answer.text

    def head(self, town: str) -> int:
        tick: int = self.get(f"/api/towns/{town}")["horizon"]["tick"]
        return tick

    def wait_for(self, town: str, tick: int, within_s: float = 240.0) -> None:
        wait_until(lambda: self.head(town) >= tick, within_s)

    def send(self, town: str, key: str, given: Json, at: Json | None = None) -> int:
        """Sends an input; with the same key it may be sent again and again."""
        body = {"key": key, "input": given} | ({} if at is None else {"at": at})
        number: int = self.request("POST", f"/api/towns/{town}/inputs", body).json()["id"]
        return number

    def do(self, town: str, key: str, given: Json) -> int:
        """Sends an input and waits until the town has taken it in; a paused one does at once."""
        number = self.send(town, key, given)
        wait_until(lambda: bool(self.get(f"/api/towns/{town}/inputs/{number}")["status"] != "waiting"))
        return number

    def digest(self, town: str, before: int) -> str:
        digest: str = self.get(f"/api/towns/{town}/digest?before={before}")["digest"]
        return digest


@contextmanager
def a_townlet(home: Path, *, environment: dict[str, str], **workers: int) -> Iterator[Townlet]:
    processes = TownletProcesses(home, port=0, workers=workers, environment=environment, say=lambda _: None)
    with processes, httpx.Client(timeout=120.0) as client:
        link = directors_link(processes.database_url, home, processes.url)
        client.headers["Authorization"] = f"Bearer {link.partition('#token=')[2]}"
        yield Townlet(processes, client, link)


def write_inputs(path: Path, inputs: list[Json]) -> Path:
    """The file that `townlet run --inputs` takes."""
    path.write_text("".join(json.dumps(line) + "\n" for line in inputs))
    return path
