"""Towns of Postgres lived in the test's own process, without a clock, and branches of them."""

from __future__ import annotations

from itertools import count

from backend.domain.inputs import AnyInput, Stamp
from backend.domain.scenario import Scenario
from backend.store.family.branches import Wish, make_branch
from backend.store.history.events import read_events
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.journal.resume import load_town
from backend.store.postgres.database import Database
from backend.store.queues.inputs import put_input
from backend.store.town.towns import acquire_lease, create_town, release_lease
from worker.answering import Desk, answer_question
from worker.cognition.cognition import Cognition
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.take_up import take_up
from worker.minds import minds

_numbers = count(1)
EVERYTHING = 1_000_000


def found(database: Database, scenario: Scenario, seed: int = 7, mind: str = "rules") -> str:
    town = f"t-family{next(_numbers)}"
    create_town(database, town, scenario, name=town, seed=seed, mind=mind)
    return town


def branch_of(database: Database, parent: str, **wish: int) -> str:
    number = next(_numbers)
    branch, is_new = make_branch(
        database, parent, f"t-branch{number}", f"key {number}", Wish("a branch", **wish)
    )
    assert is_new
    return branch.id


def live_to(
    database: Database, town: str, tick: int, *, steps_a_commit: int = 60, desk: Desk | None = None
) -> None:
    """Has an engine take the town up and live it until tick `tick` is open, then lets go of it.

    Args:
        desk: answers what is not the built-in mind's, when the town can't go on without.
    """
    fence = acquire_lease(database, town, "a test", 600)
    assert fence is not None
    journal = PostgresJournal(database, town, fence)
    loaded = load_town(database, town)
    inputs, answers = journal.arrived()
    taken_up = take_up(loaded, Cognition(loaded.scenario))
    engine = Engine(
        taken_up,
        minds("rules"),
        is_closed=loaded.town.begins_closed,
        stamped=answers,
        kept_open=loaded.kept_open,
    )
    if loaded.town.head_seq == 0:
        engine.found(loaded.town.mind)
    for given in answers:
        engine.receive_answer(given)
    for arrived in inputs:
        engine.receive_input(arrived)
    snapshot_at, steps = loaded.snapshot_tick, 0
    while engine.step(tick) or _answered(engine, journal, desk):
        steps += 1
        if steps % steps_a_commit == 0:
            batch = batch_of(engine, snapshot_after=snapshot_at)
            journal.commit(batch)
            snapshot_at = snapshot_at if batch.snapshot is None else batch.head.tick
    journal.commit(batch_of(engine, snapshot_after=snapshot_at))
    release_lease(database, town, fence)


def _answered(engine: Engine, journal: PostgresJournal, desk: Desk | None) -> bool:
    """Whether the town can go on, now that somebody has answered what it waited for."""
    awaited = [question.key for question in engine.waits_for()]
    if desk is None or not awaited:
        return False
    journal.commit(batch_of(engine))
    for key in awaited:
        answer_question(desk, journal.town, key)
    for given in journal.arrived()[1]:
        engine.receive_answer(given)
    return True


def send(database: Database, town: str, key: str, given: AnyInput, tick: int | None = None) -> int:
    stored, _ = put_input(database, town, key, given, None if tick is None else Stamp(tick, 0))
    return stored.id


def log_of(database: Database, town: str) -> list[tuple[int, int, int, str]]:
    """Everything that is in the town's log, each event as it is written."""
    return [
        (recorded.seq, recorded.tick, recorded.order, recorded.event.model_dump_json())
        for recorded in read_events(database, town, limit=EVERYTHING)
    ]
