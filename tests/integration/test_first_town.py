"""A fresh Townlet opens with a town that lives; one that people have used does not make towns by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from backend.store.database import Database
from backend.store.towns import delete_town, list_towns
from townlet.first_town import found_first_town


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = Database(database_url)
    yield opened
    opened.dispose()


def test_a_fresh_townlet_has_one_running_town(database_url: str, database: Database) -> None:
    assert found_first_town(database_url) == "Brook Lane"
    (town,) = list_towns(database)
    assert (town.scenario, town.paused) == ("brook_lane", False)


def test_a_town_that_people_deleted_does_not_come_back(database_url: str, database: Database) -> None:
    found_first_town(database_url)
    for town in list_towns(database):
        delete_town(database, town.id)
    assert found_first_town(database_url) is None
    assert list_towns(database) == []
