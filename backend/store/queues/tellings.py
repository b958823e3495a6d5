"""What minds were asked to tell of towns, and what they wrote: outside the log, so that no town is changed by it.

A family keeps what it was told in common: a question's key is made of its words, and the same is asked but once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert

from backend.domain.questions import QUESTION_ADAPTER, Tell, TellAnswer
from backend.store.postgres.database import Database
from backend.store.postgres.lineage import family
from backend.store.postgres.tables import tellings, towns

_NOW = func.clock_timestamp()
_IS_FREE = or_(tellings.c.claimed_until.is_(None), tellings.c.claimed_until < _NOW)
AGAIN_AFTER = timedelta(minutes=1)
"""After the built-in mind stood in for a model, the model is not asked the same sooner."""
MODEL = "model"


@dataclass(frozen=True)
class Telling:
    """A question with its answer, as far as there is one."""

    mind: str | None
    """Who wrote it: "model", or "rules:WHY" where the built-in mind stood in; None: nobody yet."""
    answer: TellAnswer | None


class Untold(NamedTuple):
    """A question that nobody works on."""

    root: str
    key: str


@dataclass(frozen=True)
class Claimed:
    """A question that is its claimer's to answer."""

    town: str
    """Who has asked; its calls are counted there."""
    question: Tell


def telling_of(database: Database, town: str, key: str) -> Telling | None:
    """What is known under the key in the town's family; None if nobody has asked."""
    chosen = select(tellings.c.mind, tellings.c.answer).where(
        tellings.c.root == family(town), tellings.c.key == key
    )
    with database.begin() as connection:
        row = connection.execute(chosen).one_or_none()
    return None if row is None else _telling(row.mind, row.answer)


def ask_to_tell(database: Database, town: str, question: Tell) -> Telling:
    """Leaves the question for a mind, once; a model for which somebody stood in is asked again after a while.

    Returns what is known then; hint at it (`Hints.tell`) where there is no answer.
    """
    row = {
        "root": family(town),
        "key": question.key,
        "town": town,
        "question": question.model_dump(mode="json"),
    }
    stood_in = and_(tellings.c.mind != MODEL, tellings.c.answered_at < _NOW - AGAIN_AFTER)
    anew = {"asked_at": _NOW, "claimed_until": None, "mind": None, "answer": None, "answered_at": None}
    asked = insert(tellings).values(row)
    asked = asked.on_conflict_do_update(index_elements=["root", "key"], set_=anew, where=stood_in)
    with database.begin() as connection:
        connection.execute(asked)
        known = select(tellings.c.mind, tellings.c.answer).where(
            tellings.c.root == family(town), tellings.c.key == question.key
        )
        found = connection.execute(known).one()
    return _telling(found.mind, found.answer)


def claim_telling(database: Database, root: str, key: str, seconds: float) -> Claimed | None:
    """The question, for this caller alone for `seconds`; None if it is answered, claimed or gone."""
    with database.begin(lasting=False) as connection:
        row = connection.execute(
            update(tellings)
            .where(_is(root, key), tellings.c.answered_at.is_(None), _IS_FREE)
            .values(claimed_until=_NOW + timedelta(seconds=seconds))
            .returning(tellings.c.town, tellings.c.question)
        ).one_or_none()
    if row is None:
        return None
    question = QUESTION_ADAPTER.validate_python(row.question)
    assert isinstance(question, Tell), "nothing else is left there"
    return Claimed(row.town, question)


def release_telling(database: Database, root: str, key: str, seconds: float) -> None:
    """Gives a claim back: the question may be claimed again `seconds` from now."""
    with database.begin(lasting=False) as connection:
        connection.execute(
            update(tellings)
            .where(_is(root, key), tellings.c.answered_at.is_(None))
            .values(claimed_until=_NOW + timedelta(seconds=seconds))
        )


def put_telling(database: Database, root: str, key: str, mind: str, answer: TellAnswer) -> bool:
    """Stores what was written; False if somebody else has, or the town is gone."""
    with database.begin() as connection:
        stored = connection.execute(
            update(tellings)
            .where(_is(root, key), tellings.c.answered_at.is_(None))
            .values(mind=mind, answer=answer.model_dump(mode="json"), answered_at=_NOW)
            .returning(tellings.c.key)
        )
        return stored.one_or_none() is not None


def untold(database: Database, older_than: float, limit: int) -> list[Untold]:
    """Questions of towns that are there, which nobody has claimed or whose claim has expired; oldest first.

    Args:
        older_than: seconds since they were asked.
    """
    with database.begin() as connection:
        rows = connection.execute(
            select(tellings.c.root, tellings.c.key)
            .join(towns, towns.c.id == tellings.c.town)
            .where(
                tellings.c.answered_at.is_(None),
                tellings.c.asked_at < _NOW - timedelta(seconds=older_than),
                towns.c.status != "deleted",
                _IS_FREE,
            )
            .order_by(tellings.c.asked_at, tellings.c.root, tellings.c.key)
            .limit(limit)
        )
        return [Untold(row.root, row.key) for row in rows]


def _is(root: str, key: str) -> Any:
    return and_(tellings.c.root == root, tellings.c.key == key)


def _telling(mind: str | None, answer: dict[str, Any] | None) -> Telling:
    return Telling(mind, None if answer is None else TellAnswer.model_validate(answer))
