"""One writer a town, and no town without one for long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from backend.domain.events import Recorded
from backend.domain.inputs import Announce, Stamp
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database
from backend.store.queues.inputs import put_input
from backend.store.queues.questions import put_answer
from backend.store.town.towns import (
    acquire_lease,
    delete_town,
    end_town,
    release_lease,
    renew_lease,
    set_clock,
    towns_to_run,
)
from tests.integration.conftest import FoundTown, Lead
from tests.small_town import a_question, a_reply, a_scenario, asked


def test_of_many_engines_one_gets_the_town(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    with ThreadPoolExecutor(8) as engines:
        fences = list(engines.map(lambda n: acquire_lease(database, town, f"engine {n}", 600), range(16)))
    assert [fence for fence in fences if fence is not None] == [1]


def test_a_lease_that_ran_out_is_taken_by_the_next_with_a_higher_number(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town()
    first = acquire_lease(database, town, "one", 0.0)
    second = acquire_lease(database, town, "two", 600)
    assert first is not None
    assert second is not None
    assert second > first
    assert not renew_lease(database, town, "one", first, 600)
    assert renew_lease(database, town, "two", second, 600)
    release_lease(database, town, first)
    assert acquire_lease(database, town, "three", 600) is None, "the release of an old writer frees nothing"


def test_a_lease_is_renewed_from_the_databases_clock(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    fence = acquire_lease(database, town, "one", 0.0)
    assert fence is not None
    assert renew_lease(database, town, "one", fence, 600)
    assert acquire_lease(database, town, "two", 600) is None


@pytest.mark.parametrize("end", [delete_town, end_town])
def test_a_town_that_is_over_has_no_writer_and_needs_none(
    database: Database, found_town: FoundTown, end: object
) -> None:
    town = found_town()
    fence = acquire_lease(database, town, "one", 600)
    assert fence is not None
    end(database, town)  # type: ignore[operator]
    assert not renew_lease(database, town, "one", fence, 600)
    assert town not in towns_to_run(database)


def test_a_running_town_without_a_writer_is_to_be_run(database: Database, found_town: FoundTown) -> None:
    town = found_town()
    assert town in towns_to_run(database)
    fence = acquire_lease(database, town, "one", 600)
    assert fence is not None
    assert town not in towns_to_run(database)
    release_lease(database, town, fence)
    assert town in towns_to_run(database)


def test_a_paused_town_is_left_alone_until_a_step_or_an_input(
    database: Database, found_town: FoundTown
) -> None:
    town = found_town(paused=True)
    assert town not in towns_to_run(database)
    set_clock(database, town, step_to=10)
    assert town in towns_to_run(database)
    set_clock(database, town, step_to=None)
    assert town not in towns_to_run(database)
    put_input(database, town, "k", Announce(text="Fire!"))
    assert town in towns_to_run(database)


def test_an_input_for_later_does_not_wake_a_paused_town(
    database: Database, found_town: FoundTown, lead: Lead
) -> None:
    town = found_town(paused=True)
    put_input(database, town, "k", Announce(text="Fire!"), Stamp(50, 0))
    assert town not in towns_to_run(database)
    journal = lead(town)
    journal.advance(Head(50, -1, 0), reached=0.0, waiting=[])
    release_lease(database, town, journal.fence)
    assert town in towns_to_run(database)


def test_a_paused_town_wakes_for_an_answer_that_a_person_waits_for_and_for_no_other(
    database: Database, found_town: FoundTown, lead: Lead
) -> None:
    scenario = a_scenario()
    town = found_town(scenario, paused=True)
    reaction, reply = a_question(scenario, "ana", 5), a_reply(scenario, "ben", 5)
    events = [Recorded(1, 5, 0, asked(reaction)), Recorded(2, 5, 1, asked(reply))]
    journal = lead(town)
    journal.commit(Batch(head=Head(5, 1, 2), events=events, questions=[reaction, reply]))
    release_lease(database, town, journal.fence)
    put_answer(database, town, reaction.key, "rules", {"kind": "react", "option": "go_on"})
    assert town not in towns_to_run(database), "it takes effect at a later tick"
    put_answer(database, town, reply.key, "rules", {"kind": "answer", "text": "Morning."})
    assert town in towns_to_run(database)
