"""A town that costs money stands still while nobody looks, says so, and goes on when somebody wants it to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, update

from backend.domain.inputs import SetMind
from backend.live.town_id import new_town_id
from backend.store.postgres.database import Database
from backend.store.postgres.tables import towns
from backend.store.queues.inputs import put_input
from backend.store.town.towns import create_town, get_town, set_clock
from backend.store.town.watching import mark_watched
from tests.integration.a_slice import A_SLICE
from tests.integration.served import Served, served
from tests.small_town import a_scenario
from tests.waiting import wait_until
from worker.engine.live import Workshop, live_slice

pytestmark = pytest.mark.usefixtures("hands")


def a_town(database: Database, mind: str) -> str:
    town = new_town_id()
    create_town(database, town, a_scenario(), name="Lane", seed=7, mind=mind, speed=30.0)
    return town


def last_watched(database: Database, town: str, minutes: float) -> None:
    with database.begin() as connection:
        ago = func.clock_timestamp() - timedelta(minutes=minutes)
        connection.execute(update(towns).where(towns.c.id == town).values(watched_at=ago))


@pytest.mark.parametrize(
    ("mind", "minutes", "stands"),
    [
        ("model", 11, True),
        ("auto", 11, True),
        ("rules", 11, False),
        ("model", 9, False),
    ],
)
def test_a_town_whose_minds_may_cost_money_pauses_when_nobody_has_watched_it_for_ten_minutes(
    database: Database, shop: Workshop, mind: str, minutes: float, stands: bool
) -> None:
    town = a_town(database, mind)
    last_watched(database, town, minutes)
    live_slice(shop, town, "me", A_SLICE)
    row = get_town(database, town)
    assert (row.paused, row.paused_because) == ((True, "unwatched") if stands else (False, None))


def test_one_resident_with_a_model_is_enough(database: Database, shop: Workshop) -> None:
    town = a_town(database, "rules")
    put_input(database, town, "k", SetMind(resident="ben", mind="auto"), None)
    live_slice(shop, town, "me", A_SLICE)
    last_watched(database, town, 11)
    live_slice(shop, town, "me", A_SLICE)
    assert get_town(database, town).paused_because == "unwatched"


def test_it_goes_on_for_whoever_lets_it_and_for_ten_minutes_more(database: Database, shop: Workshop) -> None:
    town = a_town(database, "model")
    last_watched(database, town, 11)
    live_slice(shop, town, "me", A_SLICE)
    set_clock(database, town, paused=False)
    live_slice(shop, town, "me", A_SLICE)
    row = get_town(database, town)
    assert (row.paused, row.paused_because) == (False, None)


def test_a_town_that_somebody_paused_is_not_said_to_be_unwatched(database: Database, shop: Workshop) -> None:
    town = a_town(database, "model")
    set_clock(database, town, paused=True)
    last_watched(database, town, 11)
    live_slice(shop, town, "me", A_SLICE)
    assert get_town(database, town).paused_because is None


def test_watching_a_deleted_town_is_no_fault(database: Database) -> None:
    mark_watched(database, "t-none")


@pytest.fixture
def backend(database_url: str, redis_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(database_url, redis_url, home=tmp_path) as running:
        yield running


def test_an_open_page_keeps_it_going_and_the_page_tells_why_it_stood(
    backend: Served, database: Database, shop: Workshop
) -> None:
    town = a_town(database, "model")
    last_watched(database, town, 11)
    with backend.live(town) as channel:
        channel.next("snapshot")
        wait_until(lambda: get_town(database, town).watched_at > get_town(database, town).created_at)
    live_slice(shop, town, "me", A_SLICE)
    assert not get_town(database, town).paused
    last_watched(database, town, 11)
    live_slice(shop, town, "me", A_SLICE)
    clock = backend.http.get(f"/api/towns/{town}").json()["clock"]
    assert (clock["paused"], clock["status"], clock["paused_because"]) == (True, "paused", "unwatched")
    clock = backend.http.post(f"/api/towns/{town}/clock", json={"pause": False}).json()["clock"]
    assert clock["paused_because"] is None
