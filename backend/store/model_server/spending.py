"""What all calls of a day have cost, over all towns, also those that are gone. A day is one of UTC."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Date, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import insert

from backend.domain.calls import Call
from backend.store.postgres.database import Database
from backend.store.postgres.tables import spending

_TODAY = sql_cast(func.timezone("UTC", func.clock_timestamp()), Date)
_NUMBERS = ("calls", "input_tokens", "cached_tokens", "output_tokens", "cost")


@dataclass(frozen=True)
class Spent:
    """Tokens, and money in the currency of the prices."""

    calls: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0

    @property
    def tokens(self) -> int:
        """What counts for the day's budget: all that went in and came out."""
        return self.input_tokens + self.output_tokens


def add_spending(connection: Connection, call: Call) -> None:
    """Adds a call to today's."""
    statement = insert(spending).values(
        day=_TODAY,
        calls=1,
        input_tokens=call.input_tokens,
        cached_tokens=call.cached_tokens,
        output_tokens=call.output_tokens,
        cost=call.cost or 0.0,
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["day"],
            set_={name: spending.c[name] + statement.excluded[name] for name in _NUMBERS},
        )
    )


def record_spending(database: Database, call: Call) -> None:
    """Adds a call that belongs to no town. Raises StoreUnavailable."""
    with database.begin() as connection:
        add_spending(connection, call)


def spent_today(database: Database) -> Spent:
    """Raises StoreUnavailable."""
    with database.begin() as connection:
        row = connection.execute(
            select(*(spending.c[name] for name in _NUMBERS)).where(spending.c.day == _TODAY)
        ).one_or_none()
        return Spent() if row is None else Spent(**row._mapping)
