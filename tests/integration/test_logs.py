"""What the processes of a running Townlet log."""

from __future__ import annotations

import json
from pathlib import Path

from tests.integration.a_townlet import a_townlet
from tests.integration.stand_ins import EMBEDDED
from tests.waiting import wait_until


def lines_of(log: Path) -> list[dict[str, object]]:
    """The JSON objects of a log; the supervisor's and Celery's greeting are none."""
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


def test_an_input_is_logged_with_its_town_and_tick_and_without_its_words(tmp_path: Path) -> None:
    told = {**EMBEDDED, "TOWNLET_LOG": "json"}
    with a_townlet(tmp_path, environment=told, towns=1, minds=0, talk=0, batch=0) as townlet:
        town = townlet.found_town(7)
        words = {"kind": "announce", "place": None, "text": "Elephants are coming"}
        number = townlet.send(town, "elephants", words)
        home = townlet.processes.services.home
        towns, backend = home.log("towns-1"), home.log("backend")
        wait_until(lambda: any(line.get("input") == number for line in lines_of(towns)))
        taken_in = next(line for line in lines_of(towns) if line.get("input") == number)
        assert taken_in["town"] == town
        assert isinstance(taken_in["tick"], int)
        assert taken_in["message"] == "Takes in announce"
        assert any(line["message"] == "Taken up" and line.get("town") == town for line in lines_of(towns))
        assert any("Application startup complete" in str(line["message"]) for line in lines_of(backend))
        assert "Elephants" not in towns.read_text() + backend.read_text()
        # All of the backend's own lines are objects.
        assert not [line for line in backend.read_text().splitlines() if line.startswith("INFO:")]
