"""How much there is of everything, for who operates Townlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, literal, select, union_all

from backend.store.postgres.database import Database
from backend.store.postgres.tables import inputs, questions


@dataclass(frozen=True)
class Census:
    """Counts over all towns.

    Attributes:
        inputs: how many have each fate.
        questions: how many are open, by town; a town without any is missing.
    """

    inputs: Mapping[str, int]
    questions: Mapping[str, int]


def take_census(database: Database) -> Census:
    """Counts in one query. Raises StoreUnavailable."""
    fates = select(literal("input").label("what"), inputs.c.status.label("of"), func.count().label("number"))
    waiting = select(literal("question"), questions.c.town, func.count()).where(questions.c.status == "open")
    both = union_all(fates.group_by(inputs.c.status), waiting.group_by(questions.c.town))
    with database.begin() as connection:
        rows = connection.execute(both).all()
    return Census(
        inputs={of: number for what, of, number in rows if what == "input"},
        questions={of: number for what, of, number in rows if what == "question"},
    )
