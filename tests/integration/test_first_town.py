"""A fresh Townlet opens with a town that lives; one that people have used does not make towns by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.store.history.events import read_events, state_at
from backend.store.postgres.database import Database
from backend.store.town.towns import delete_town, list_towns, set_clock
from tests.a_life import brook_lane, live
from townlet.first_town import SEED, found_first_town


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.dispose()


def test_a_fresh_townlet_has_one_running_town(database_url: str, database: Database) -> None:
    first = found_first_town(database_url)
    assert first is not None
    (town,) = list_towns(database)
    assert (town.scenario, town.name) == ("brook_lane", first.name)


def test_it_waits_for_its_first_viewer_in_the_middle_of_a_talk_and_has_lived_its_morning(
    database_url: str, database: Database
) -> None:
    found_first_town(database_url)
    (town,) = list_towns(database)
    assert (town.paused, town.paused_because) == (True, "unseen")
    state = state_at(database, town.id, town.head_tick)
    assert state.talks
    assert any(resident.talk for resident in state.residents.values())
    # What was lived is what anybody would have seen who had watched from the first tick.
    log = read_events(database, town.id, limit=100_000)
    lived = live(brook_lane(), seed=SEED, ticks=town.head_tick)
    assert [r.event for r in log if r.tick < town.head_tick - 1] == [
        r.event for r in lived.log if r.tick < town.head_tick - 1
    ]


def test_it_goes_on_when_somebody_looks(database_url: str, database: Database) -> None:
    found_first_town(database_url)
    (town,) = list_towns(database)
    changed = set_clock(database, town.id, paused=False)
    assert (changed.paused, changed.paused_because) == (False, None)


def test_a_town_that_people_deleted_does_not_come_back(database_url: str, database: Database) -> None:
    found_first_town(database_url)
    for town in list_towns(database):
        delete_town(database, town.id)
    assert found_first_town(database_url) is None
    assert list_towns(database) == []
