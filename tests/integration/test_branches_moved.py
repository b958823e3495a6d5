"""Branches go to another machine at odd moments, and live on there as they would have at home."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert

from backend.domain.inputs import Announce, Speak
from backend.store.history.events import read_events
from backend.store.moving.export_town import export_town
from backend.store.moving.import_town import import_town
from backend.store.moving.open_town_file import open_town_file
from backend.store.postgres.database import Database
from backend.store.postgres.tables import calls
from backend.store.town.towns import get_town
from tests.a_life import brook_lane
from tests.integration.a_branch import EVERYTHING, branch_of, found, live_to, log_of, send

NOW, LATER = 400, 520


@pytest.fixture
def town(database: Database) -> str:
    town = found(database, brook_lane())
    live_to(database, town, NOW)
    return town


def moved(database: Database, branch: str, folder: Path) -> str:
    export_town(database, branch, folder / branch)
    with open_town_file(folder / branch) as file:
        return import_town(database, file, f"{branch}-moved").id


def both_live_on(database: Database, one: str, other: str) -> None:
    live_to(database, one, LATER)
    live_to(database, other, LATER)
    assert log_of(database, one) == log_of(database, other)


def test_a_branch_of_the_past_that_has_not_lived_yet(database: Database, town: str, tmp_path: Path) -> None:
    """More than one takes in at once was heard in its last tick, which is over: nobody hears the rest of it now."""
    for number in range(12):
        send(database, town, f"news {number}", Announce(text=f"Circus number {number} is coming."))
    live_to(database, town, NOW)
    live_to(database, town, LATER)
    branch = branch_of(database, town, tick=NOW)
    there = moved(database, branch, tmp_path)
    assert get_town(database, there).begins_closed
    both_live_on(database, branch, there)
    assert not get_town(database, there).begins_closed
    assert log_of(database, there) == log_of(database, town)


def test_a_branch_of_the_open_tick_whose_parent_went_on(
    database: Database, town: str, tmp_path: Path
) -> None:
    """What the parent has asked since, in that very tick, is none of the branch's questions."""
    send(database, town, "news", Announce(text="The circus comes."))
    live_to(database, town, NOW)
    branch = branch_of(database, town)
    live_to(database, town, LATER)
    both_live_on(database, branch, moved(database, branch, tmp_path))


def test_a_life_without_something_that_has_not_caught_up_yet(
    database: Database, town: str, tmp_path: Path
) -> None:
    """What was said on the spot comes again as that, not as something scheduled."""
    undone = send(database, town, "news", Announce(text="The circus comes."))
    live_to(database, town, NOW + 20)
    words = Speak(visitor="visitor:v", name="Vera", to="marta", text="What is new in the lane?")
    send(database, town, "words", words)
    live_to(database, town, LATER)
    branch = branch_of(database, town, undo=undone)
    both_live_on(database, branch, moved(database, branch, tmp_path))


def test_a_branch_between_an_event_and_a_snapshot_of_its_parent(
    database: Database, town: str, tmp_path: Path
) -> None:
    """A snapshot may be made some ticks after the last thing that happened."""
    probe = branch_of(database, town)
    live_to(database, probe, 800)
    eventful = {recorded.tick for recorded in read_events(database, probe, limit=EVERYTHING)}
    quiet = next(tick for tick in range(722, 800) if tick not in eventful)
    live_to(database, town, quiet, steps_a_commit=EVERYTHING)
    live_to(database, town, 900)
    branch = branch_of(database, town, tick=quiet - 1)
    assert get_town(database, moved(database, branch, tmp_path)).head_tick == quiet - 1


def test_a_question_for_which_a_model_was_called_by_the_parent_and_by_the_branch(
    database: Database, town: str, tmp_path: Path
) -> None:
    branch = branch_of(database, town)
    call = {
        "key": f"react:marta@{NOW - 5}", "attempt": 1, "resident": "marta", "kind": "react", "tick": NOW - 5,
        "model": "m", "prompt": [], "answer": "{}", "outcome": "ok", "input_tokens": 1, "cached_tokens": 0,
        "output_tokens": 1, "latency_ms": 1,
    }  # fmt: skip
    with database.begin() as connection:
        for one in (town, branch):
            connection.execute(insert(calls).values(town=one, **call))
    assert get_town(database, moved(database, branch, tmp_path)).head_tick == NOW
