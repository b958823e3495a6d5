"""Postgres may be killed under a town: what was committed stays, and the next call works."""

from __future__ import annotations

import socket

import pytest

from backend.domain.log import Digest
from backend.store.history.events import digest
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database, StoreUnavailable
from backend.store.queues.inputs import list_inputs, put_input
from backend.store.town.towns import get_town
from tests.integration.conftest import FoundTown, Lead
from tests.integration.test_inputs import HELLO
from tests.small_town import a_life, a_scenario
from tests.waiting import wait_until
from townlet.services import EmbeddedServices


def reachable(database: Database) -> bool:
    try:
        database.ping()
    except StoreUnavailable:
        return False
    return True


def test_a_database_that_is_not_there_is_named_so() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(StoreUnavailable, match="Postgres is not available"):
        Database(f"postgresql://nobody@127.0.0.1:{port}/nothing").ping()


def test_a_town_whose_postgres_is_killed_again_and_again_has_every_event_once(
    database: Database, found_town: FoundTown, lead: Lead, services: EmbeddedServices
) -> None:
    scenario = a_scenario()
    town = found_town(scenario)
    log = a_life(scenario, ticks=300)
    journal = lead(town)
    postgres = services.processes["postgres"]
    killed: list[int] = []
    done = 0
    while done < len(log):
        if done // 400 > len(killed) - 1:
            killed.append(postgres.kill())
        part = log[done : done + 40]
        try:
            journal.commit(Batch(head=Head(part[-1].tick, part[-1].order, part[-1].seq), events=part))
            done += len(part)
        except StoreUnavailable:
            postgres.wait_started_again(killed[-1])
            wait_until(lambda: reachable(database))
            done = get_town(database, town).head_seq
    # The last commit may have gone through a backend that outlived its server.
    postgres.wait_started_again(killed[-1])
    wait_until(lambda: reachable(database))
    assert len(killed) > 2
    assert digest(database, town) == (Digest().feed(log).hexdigest(), len(log))


def test_an_input_sent_until_it_is_accepted_is_there_once(
    database: Database, found_town: FoundTown, services: EmbeddedServices
) -> None:
    town = found_town()
    postgres = services.processes["postgres"]
    wait_until(lambda: reachable(database))
    killed = postgres.kill()
    accepted: list[bool] = []

    def send() -> bool:
        try:
            accepted.append(put_input(database, town, "k", HELLO)[1])
        except StoreUnavailable:
            return False
        return len(accepted) == 2

    wait_until(send)
    postgres.wait_started_again(killed)
    wait_until(lambda: reachable(database))
    assert accepted in ([True, False], [False, False])
    assert [row.input for row in list_inputs(database, town)] == [HELLO]
