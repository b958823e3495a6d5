"""What a recorded run brings into the database beside the log that is lived anew from it: inputs, answers, calls."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from backend.domain.calls import Call
from backend.domain.inputs import AnswerGiven
from backend.store.model_server.calls import write_call, write_prompts
from backend.store.postgres.database import Database
from backend.store.postgres.tables import answers, questions
from backend.store.queues.inputs import put_input
from backend.store.recording.open_run_record import OpenRunRecord

_AT_ONCE = 200
"""Calls in one transaction."""


def put_recorded_inputs(database: Database, town: str, record: OpenRunRecord) -> None:
    """What people did in the run, and the answers that were stamped on arrival; before the town's first event."""
    for arrived in record.inputs:
        put_input(database, town, arrived.key, arrived.input, arrived.stamp)
    rows = [_answer(town, given) for given in record.stamped]
    if rows:
        with database.begin() as connection:
            connection.execute(insert(answers), rows)


def put_recorded_calls(database: Database, town: str, calls: Iterable[Call]) -> int:
    """How many calls there were. They were paid for when they were made: no day's spending rises."""
    left, count = iter(calls), 0
    while some := list(islice(left, _AT_ONCE)):
        with database.begin() as connection:
            write_prompts(connection, town, [message for call in some for message in call.prompt])
            for call in some:
                write_call(connection, town, call)
        count += len(some)
    return count


def keep_early_answers(database: Database, town: str) -> None:
    """Lets a live engine take those answers whose time had not come when the run ended."""
    still_open = select(questions.c.key).where(questions.c.town == town, questions.c.status == "open")
    with database.begin() as connection:
        connection.execute(
            update(answers).where(answers.c.town == town, answers.c.key.in_(still_open)).values(applied=False)
        )


def _answer(town: str, given: AnswerGiven) -> dict[str, object]:
    assert given.stamp is not None, "answers among inputs are those stamped on arrival"
    return {
        "town": town,
        "key": given.question,
        "mind": given.mind,
        "payload": given.payload,
        "tick": given.stamp.tick,
        "order": given.stamp.order,
    }
