"""Comparing a town whose newest tick is open with one that has lived on: what is yet to come is no difference."""

from __future__ import annotations

import pytest

from backend.domain.events import Announced
from backend.domain.inputs import Announce
from backend.store.family.comparison import compare
from backend.store.history.events import read_events
from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import EVERYTHING, branch_of, found, live_to, send

NOW, LATER = 300, 400
TEXT = "The circus comes."


@pytest.fixture
def town(database: Database) -> str:
    """Something was announced in its open tick, of which nobody knows yet."""
    town = found(database, brook_lane())
    live_to(database, town, NOW)
    send(database, town, "news", Announce(text=TEXT))
    live_to(database, town, NOW)
    return town


def test_what_one_has_not_lived_yet_is_no_difference(database: Database, town: str) -> None:
    behind, ahead = branch_of(database, town), branch_of(database, town)
    live_to(database, ahead, LATER)
    for one, other in ((behind, ahead), (ahead, behind), (behind, town)):
        compared = compare(database, one, other, NOW)
        assert (compared.first, compared.memories.one, compared.memories.other) == (None, [], [])
    live_to(database, behind, LATER - 100)
    assert compare(database, behind, ahead, LATER - 100).first is None


def test_what_was_done_in_the_open_tick_of_one_is_a_difference_at_once(database: Database, town: str) -> None:
    branch = branch_of(database, town)
    number = send(database, town, "more", Announce(text="The bridge is closed."))
    live_to(database, town, LATER)
    compared = compare(database, branch, town, NOW)
    assert compared.first is not None
    assert (compared.first.one, compared.first.other and compared.first.other.kind) == (None, "announced")
    assert [sent.id for sent in compared.inputs.other] == [number]


def test_the_first_difference_is_what_was_announced_in_the_one_that_is_behind(
    database: Database, town: str
) -> None:
    behind, ahead = branch_of(database, town), branch_of(database, town)
    live_to(database, ahead, LATER)
    send(database, behind, "own", Announce(text="Free cake!"))
    live_to(database, behind, NOW)
    first = compare(database, behind, ahead, NOW).first
    assert first is not None
    assert first.one is not None
    events = {one.seq: one.event for one in read_events(database, behind, limit=EVERYTHING)}
    assert isinstance(events[first.one.seq], Announced)
