"""The queue of questions for minds, and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert

from backend.domain.events import QuestionKind
from backend.domain.inputs import AnswerGiven, Stamp
from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.store.environment.failpoints import fail_point
from backend.store.postgres.database import Database
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import answers, questions, towns

_NOW = func.clock_timestamp()
_IS_ANSWERED = exists().where(answers.c.town == questions.c.town, answers.c.key == questions.c.key)
_IS_FREE = or_(questions.c.claimed_until.is_(None), questions.c.claimed_until < _NOW)


class Unclaimed(NamedTuple):
    """A question that nobody works on."""

    town: str
    key: str
    kind: QuestionKind


def claim_question(database: Database, town: str, key: str, seconds: float) -> AnyQuestion | None:
    """The question, for this caller alone for `seconds`; None if it is answered, closed, claimed or gone."""
    with database.begin(lasting=False) as connection:
        payload = connection.execute(
            update(questions)
            .where(
                questions.c.town == town,
                questions.c.key == key,
                questions.c.status == "open",
                _IS_FREE,
                ~_IS_ANSWERED,
            )
            .values(claimed_until=_NOW + timedelta(seconds=seconds))
            .returning(questions.c.payload)
        ).scalar_one_or_none()
    return None if payload is None else QUESTION_ADAPTER.validate_python(payload)


def renew_claims(database: Database, claims: Sequence[tuple[str, str]], seconds: float) -> None:
    """Has questions belong to their claimers for `seconds` more, each (town, key).

    Not those that were claimed by nobody else and are the built-in mind's now: whoever has them is not to keep them.
    """
    with database.begin(lasting=False) as connection:
        connection.execute(
            update(questions)
            .where(
                tuple_(questions.c.town, questions.c.key).in_(claims),
                questions.c.status == "open",
                questions.c.claimed_until.is_not(None),
                questions.c.payload["mind"].as_string() == "model",
            )
            .values(claimed_until=_NOW + timedelta(seconds=seconds))
        )


def release_question(database: Database, town: str, key: str, seconds: float = 0.0) -> None:
    """Gives a claim back: the question may be claimed again `seconds` from now."""
    with database.begin(lasting=False) as connection:
        connection.execute(
            update(questions)
            .where(questions.c.town == town, questions.c.key == key, questions.c.status == "open")
            .values(claimed_until=_NOW + timedelta(seconds=seconds))
        )


def put_answer(database: Database, town: str, key: str, mind: str, payload: dict[str, Any]) -> bool:
    """Stores a mind's answer; False if the question has one already, or is closed or gone."""
    fail_point("answer-before")
    question = select(questions.c.town, questions.c.key).where(
        questions.c.town == town, questions.c.key == key, questions.c.status == "open"
    )
    with database.begin() as connection:
        # An engine that closes the question now is waited for, or waits and then finds the answer.
        if connection.execute(question.with_for_update(key_share=True)).one_or_none() is None:
            return False
        stored = connection.execute(
            insert(answers)
            .values(town=town, key=key, mind=mind, payload=payload)
            .on_conflict_do_nothing()
            .returning(answers.c.key)
        )
        first = stored.one_or_none() is not None
        fail_point("answer-within")
    fail_point("answer-after")
    return first


def unclaimed(database: Database, older_than: float, limit: int) -> list[Unclaimed]:
    """Open questions of living towns that nobody has claimed, or whose claim has expired; oldest first.

    Args:
        older_than: seconds since they were asked, or since the claim ran out.
    """
    age = timedelta(seconds=older_than)
    with database.begin() as connection:
        rows = connection.execute(
            select(questions.c.town, questions.c.key, questions.c.kind)
            .join(towns, towns.c.id == questions.c.town)
            .where(
                questions.c.status == "open",
                towns.c.status == "alive",
                questions.c.asked_at < _NOW - age,
                _IS_FREE,
                ~_IS_ANSWERED,
            )
            .order_by(questions.c.asked_at, questions.c.town, questions.c.key)
            .limit(limit)
        )
        return [Unclaimed(row.town, row.key, row.kind) for row in rows]


def recorded_answers(
    database: Database, town: str, *, kinds: tuple[QuestionKind, ...] = ()
) -> list[AnswerGiven]:
    """The answers that took effect or lapsed, in the order in which they were asked for.

    With these, and with the inputs, a town can be lived again without a mind.

    Args:
        kinds: only answers to these questions; all if empty.
    """
    chosen = (
        select(answers.c.key, answers.c.mind, answers.c.payload, answers.c.tick, answers.c.order)
        .join(questions, (questions.c.town == answers.c.town) & (questions.c.key == answers.c.key))
        .where(answers.c.applied)
        .order_by(questions.c.tick, questions.c.key)
    )
    if kinds:
        chosen = chosen.where(questions.c.kind.in_(kinds))
    with database.begin() as connection:
        rows = connection.execute(chosen.where(_took_effect(lineage_of(connection, town))))
        return [
            AnswerGiven(
                row.key, row.mind, row.payload, None if row.tick is None else Stamp(row.tick, row.order)
            )
            for row in rows
        ]


def _took_effect(lineage: Lineage) -> ColumnElement[bool]:
    """What took effect before a fork took effect in the branch, too; what did not, the branch has asked for anew."""
    by_stamp = and_(answers.c.tick.is_not(None), lineage.stamped(answers))
    by_effect = []
    for section in lineage.sections:
        due = answers.c.town == section.town
        if section.last_tick is not None:
            due = and_(due, questions.c.effect <= section.last_tick)
        by_effect.append(due)
    return or_(by_stamp, and_(answers.c.tick.is_(None), or_(*by_effect)))
