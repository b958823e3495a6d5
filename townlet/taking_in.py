"""Makes a recorded run a town of the page: a demo that needs no model server."""

from __future__ import annotations

from backend.live.town_id import new_town_id
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.moving.recorded_life import keep_early_answers, put_recorded_calls, put_recorded_inputs
from backend.store.postgres.database import Database
from backend.store.recording.open_run_record import OpenRunRecord
from backend.store.town.leases import acquire_lease, release_lease
from backend.store.town.towns import TownRow, create_town, delete_town, get_town
from townlet.replaying import live_again

OWNER = "townlet import"
LEASE_SECONDS = 3600.0
"""Longer than any record takes to be lived again; a broken off import leaves a town that can be deleted."""


def take_in_run(database: Database, record: OpenRunRecord) -> TownRow:
    """Lives the record again into the database: log, memories, questions, answers, snapshots and calls.

    The town is paused where the run ended. From there on it lives as any other of its mind.

    Raises:
        RunRecordFault: this version lives another town; nothing of it stays.
        StoreUnavailable: Postgres went away; import again.
    """
    town, scenario = new_town_id(), record.scenario
    create_town(
        database, town, scenario, name=scenario.title, seed=record.seed, mind=record.mind, paused=True
    )
    fence = acquire_lease(database, town, OWNER, LEASE_SECONDS)
    assert fence is not None, "a new town is nobody's yet"
    try:
        put_recorded_inputs(database, town, record)
        live_again(record, PostgresJournal(database, town, fence), goes_on=True)
        keep_early_answers(database, town)
        put_recorded_calls(database, town, record.calls())
    except BaseException:
        delete_town(database, town)
        raise
    release_lease(database, town, fence)
    return get_town(database, town)
