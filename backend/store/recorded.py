"""Answers that are known beforehand: a question whose key and words equal a recorded one's takes its answer.

So a recorded run can be opened as a demo, and lives on to where its record ends without a model. They belong to a
family of towns: the rows are those of the town that it began with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert

from backend.domain.questions import AnyQuestion
from backend.store.database import Database
from backend.store.lineage import family
from backend.store.run_record import question_hash
from backend.store.tables import recorded_answers


@dataclass(frozen=True)
class RecordedAnswer:
    mind: str
    """Who gave it when it was recorded."""
    payload: dict[str, Any]


def record_answers(
    connection: Connection, town: str, known: Iterable[tuple[AnyQuestion, RecordedAnswer]]
) -> int:
    """Keeps the answers for a town that was founded. How many were given.

    Those of questions that have one already stay as they are.
    """
    rows = [
        {
            "town": town,
            "key": question.key,
            "question": question_hash(question),
            "mind": answer.mind,
            "payload": answer.payload,
        }
        for question, answer in known
    ]
    if rows:
        connection.execute(insert(recorded_answers).on_conflict_do_nothing(), rows)
    return len(rows)


def recorded_answer(database: Database, town: str, question: AnyQuestion) -> RecordedAnswer | None:
    """The recorded answer to this very question; None where there is none, or it was another question."""
    with database.begin() as connection:
        row = connection.execute(
            select(recorded_answers.c.mind, recorded_answers.c.payload).where(
                recorded_answers.c.town == family(town),
                recorded_answers.c.key == question.key,
                recorded_answers.c.question == question_hash(question),
            )
        ).one_or_none()
    return None if row is None else RecordedAnswer(row.mind, row.payload)
