"""One writer a town: the lease and its fencing number, by the database's clock (design, section 1)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import and_, exists, func, or_, select, update

from backend.store.postgres.database import Database
from backend.store.postgres.tables import answers, inputs, questions, towns

_NOW = func.clock_timestamp()
_LEASE_IS_FREE = or_(towns.c.lease_until.is_(None), towns.c.lease_until < _NOW)


def acquire_lease(database: Database, town: str, owner: str, seconds: float) -> int | None:
    """The fencing number of the new writer, or None while another one holds the town or it is not alive."""
    # Waits for the disk: a number that a crash could take back would be given out twice.
    with database.begin() as connection:
        return connection.execute(
            update(towns)
            .where(towns.c.id == town, towns.c.status == "alive", _LEASE_IS_FREE)
            .values(lease_owner=owner, lease_until=_NOW + timedelta(seconds=seconds), fence=towns.c.fence + 1)
            .returning(towns.c.fence)
        ).scalar_one_or_none()


def renew_lease(database: Database, town: str, owner: str, fence: int, seconds: float) -> bool:
    """False: a newer writer has the town, or it is gone; stop writing."""
    with database.begin(lasting=False) as connection:
        renewed = connection.execute(
            update(towns)
            .where(
                towns.c.id == town,
                towns.c.status == "alive",
                towns.c.fence == fence,
                towns.c.lease_owner == owner,
            )
            .values(lease_until=_NOW + timedelta(seconds=seconds))
        )
        return renewed.rowcount == 1


def release_lease(database: Database, town: str, fence: int) -> None:
    """Frees the town at once for the next writer; nothing happens where a newer one has it."""
    with database.begin() as connection:
        connection.execute(
            update(towns)
            .where(towns.c.id == town, towns.c.fence == fence)
            .values(lease_owner=None, lease_until=None)
        )


def towns_to_run(database: Database) -> list[str]:
    """Ids of the towns that have something to do and no writer.

    A paused town has something to do where a step was asked for, or where an input or an answer is due; what
    is scheduled for later than its head does not count.
    """
    due_input = exists().where(
        inputs.c.town == towns.c.id,
        inputs.c.status == "waiting",
        or_(inputs.c.at_tick.is_(None), inputs.c.at_tick <= towns.c.head_tick),
    )
    due_answer = exists(
        select(answers.c.key)
        .join(questions, and_(questions.c.town == answers.c.town, questions.c.key == answers.c.key))
        .where(
            answers.c.town == towns.c.id,
            ~answers.c.applied,
            or_(questions.c.effect.is_(None), questions.c.effect <= towns.c.head_tick),
        )
    )
    something_to_do = or_(~towns.c.paused, towns.c.step_to.is_not(None), due_input, due_answer)
    with database.begin() as connection:
        return list(
            connection.scalars(
                select(towns.c.id)
                .where(towns.c.status == "alive", _LEASE_IS_FREE, something_to_do)
                .order_by(towns.c.id)
            )
        )
