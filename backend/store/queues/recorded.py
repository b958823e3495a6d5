"""Answers that are known beforehand: a question whose key and words equal a recorded one's takes its answer.

So a recorded run can be opened as a demo, and lives on to where its record ends without a model. They belong to a
family of towns, as rows of the town that it began with: what a model has answered in one of them, it has answered in
all. So two branches that are left alone live the same life, although no model says the same thing twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select
from sqlalchemy.dialects.postgresql import insert

from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.store.postgres.database import Database
from backend.store.postgres.lineage import Lineage, family
from backend.store.postgres.tables import questions, recorded_answers, towns
from backend.store.recording.run_record import question_hash


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
        known = _answer(question).where(recorded_answers.c.town == family(town))
        row = connection.execute(known).one_or_none()
    return None if row is None else RecordedAnswer(row.mind, row.payload)


def share_answer(
    database: Database, town: str, question: AnyQuestion, mind: str, payload: dict[str, Any]
) -> RecordedAnswer:
    """The answer that counts in the whole family of `town`: the first that was ever given to this very question.

    Whoever comes second with another one waits for the first and takes it over.
    """
    given = RecordedAnswer(mind, payload)
    lives = select(towns.c.root).where(towns.c.id == town, towns.c.status != "deleted")
    with database.begin() as connection:
        root = connection.scalar(lives.with_for_update(read=True, key_share=True))
        if root is None:
            return given
        record_answers(connection, root, [(question, given)])
        counts = connection.execute(_answer(question).where(recorded_answers.c.town == root)).one()
    return RecordedAnswer(counts.mind, counts.payload)


def asked_alike(connection: Connection, lineage: Lineage, key: str) -> list[str]:
    """The towns of a family in which the question `key` was put in the same words as in one of them."""
    chosen = select(questions.c.payload).where(questions.c.key == key)
    own = lineage.nearest(connection, chosen, questions)
    if own is None:
        return []
    asked = _hash(own.payload)
    others = connection.execute(
        select(questions.c.town, questions.c.payload)
        .join(towns, towns.c.id == questions.c.town)
        .where(towns.c.root == lineage.root, questions.c.key == key)
    )
    return [other.town for other in others if _hash(other.payload) == asked]


def _hash(payload: dict[str, Any]) -> str:
    return question_hash(QUESTION_ADAPTER.validate_python(payload))


def _answer(question: AnyQuestion) -> Select[str, dict[str, Any]]:
    return select(recorded_answers.c.mind, recorded_answers.c.payload).where(
        recorded_answers.c.key == question.key, recorded_answers.c.question == question_hash(question)
    )
