"""The large town moves, too: elsewhere it has the digest of its uninterrupted life, and it takes no secret along."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from backend.domain.inputs import Announce, AnyInput, Arrived, Speak, Stamp
from backend.domain.roles import Role
from backend.scenarios import load_scenario
from backend.store.history.events import digest
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.people.tokens import mint_token
from backend.store.postgres.database import Database
from backend.store.queues.inputs import put_input
from backend.store.recording.file_journal import FileJournal
from backend.store.redis.hints import Hints
from backend.store.town.towns import create_town
from tests.a_scenario_copy import SCENARIOS
from tests.integration.test_export_import import live_until, opened, workshop
from worker.cognition.cognition import Cognition
from worker.engine.headless import live_headless
from worker.minds import minds

TOWN, SEED = "t-ville", 7
MOVED_AT, UNTIL = 2_000, 3_200
"""Ticks: from noon into the afternoon's talk."""
SENT: list[tuple[Stamp, AnyInput]] = [
    (Stamp(700, 0), Announce(text="The fair is in town.")),
    (
        Stamp(2_400, 0),
        Speak(visitor="visitor:vera", name="Vera", to="isabella", text="Good morning!"),
    ),
]


@pytest.fixture
def hints(redis_url: str) -> Iterator[Hints]:
    found = Hints(redis_url)
    yield found
    found.close()


def test_the_ville_goes_on_elsewhere_as_if_nothing_had_been(
    database: Database, other_database_url: str, hints: Hints, tmp_path: Path
) -> None:
    scenario = load_scenario(SCENARIOS / "the_ville")
    _, secret = mint_token(database, Role.DIRECTOR, label="somebody's link")
    create_town(database, TOWN, scenario, name="The Ville", seed=SEED, mind="rules", paused=True)
    for number, (stamp, given) in enumerate(SENT):
        put_input(database, TOWN, f"input {number}", given, stamp)
    live_until(workshop(database, hints), TOWN, MOVED_AT)
    path = tmp_path / "ville.townlet"
    export_town(database, TOWN, path)

    with zipfile.ZipFile(path) as file:
        told = b"".join(file.read(name) for name in file.namelist())
    assert secret.encode() not in told
    assert sha256(secret.encode()).hexdigest().encode() not in told
    assert b"somebody's link" not in told

    with opened(other_database_url) as away:
        with open_town_file(path) as whole:
            import_town(away, whole, TOWN)
        live_until(workshop(away, hints), TOWN, UNTIL)
        moved = digest(away, TOWN, UNTIL)

    arrived = [Arrived(n, f"input {n}", given, stamp) for n, (stamp, given) in enumerate(SENT)]
    with FileJournal(tmp_path / "life", arrived) as journal:
        live_headless(
            scenario, SEED, UNTIL, cognition=Cognition(scenario), mind=minds("rules"), journal=journal
        )
    assert moved == (journal.digest.hexdigest(), journal.digest.events)
