"""What people send into a town, each once, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select
from sqlalchemy.dialects.postgresql import insert

from backend.domain.inputs import INPUT_ADAPTER, AnyInput, Fate, Stamp
from backend.store.environment.failpoints import fail_point
from backend.store.postgres.database import Database
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import inputs, towns
from backend.store.town.towns import TownGone, UnknownTown


class KeyReused(Exception):
    """An idempotency key came again with another input."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"the key {key!r} belongs to another input of this town; send a new key with a new input"
        )
        self.key = key


class UnknownInput(LookupError):
    """The town has no such input."""

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no input {number} in this town; use the id that it was answered with")
        self.id = number


@dataclass(frozen=True)
class InputRow:
    id: int
    town: str
    key: str
    """Idempotency key, unique in the town."""
    input: AnyInput
    scheduled: Stamp | None
    """When it is to take effect, if its sender said so."""
    received_at: datetime
    fate: Fate
    applied_at: datetime | None
    """When the engine applied or refused it."""
    author: str | None = None
    """Id of the link by which its sender came in."""
    again: bool = False
    """It was sent on the spot in the life that the town is a branch of, and comes again at that moment."""


def put_input(
    database: Database,
    town: str,
    key: str,
    sent: AnyInput,
    stamp: Stamp | None = None,
    *,
    author: str | None = None,
) -> tuple[InputRow, bool]:
    """Stores an input for the town's engine; wake it afterwards.

    Args:
        key: the sender's; the same input with the same key is stored once.
        stamp: when it is to take effect; None is as soon as it arrives.
        author: id of the link by which its sender came in; it is no part of the town's life.

    Returns:
        The stored input, and whether it is new.

    Raises:
        UnknownTown: there never was such a town.
        TownGone: it was deleted or has ended, and this input is not from before.
        KeyReused: the key belongs to another input.
    """
    row = {
        "town": town,
        "key": key,
        "kind": sent.kind,
        "payload": sent.model_dump(mode="json"),
        "at_tick": stamp and stamp.tick,
        "at_order": stamp and stamp.order,
        "author": author,
    }
    fail_point("input-before")
    with database.begin() as connection:
        # Waits for a deletion under way, never for an engine's commit.
        status = connection.scalar(
            select(towns.c.status).where(towns.c.id == town).with_for_update(read=True, key_share=True)
        )
        if status is None:
            raise UnknownTown(town)
        created = False
        lineage = lineage_of(connection, town)
        found = _find(connection, lineage, key)
        if found is None and status == "alive":
            stored = connection.execute(
                insert(inputs).values(row).on_conflict_do_nothing().returning(inputs.c.id)
            )
            created = stored.one_or_none() is not None
            found = _find(connection, lineage, key)
        fail_point("input-within")
    if found is None:
        raise TownGone(town, status)
    if (found.input, found.scheduled) != (sent, stamp):
        raise KeyReused(key)
    fail_point("input-after")
    return found, created


def get_input(database: Database, town: str, number: int) -> InputRow:
    """Raises UnknownInput."""
    with database.begin() as connection:
        seen = lineage_of(connection, town).stamped(inputs)
        row = connection.execute(select(inputs).where(seen, inputs.c.id == number)).one_or_none()
    if row is None:
        raise UnknownInput(number)
    return _row(row)


def sent_before(database: Database, town: str, key: str) -> InputRow | None:
    """What came with the key already, if anything did."""
    with database.begin() as connection:
        return _find(connection, lineage_of(connection, town), key)


def list_inputs(database: Database, town: str) -> list[InputRow]:
    """All inputs of a town in the order of the stamps they were given; those that wait come last."""
    with database.begin() as connection:
        return inputs_seen(connection, lineage_of(connection, town))


def inputs_seen(connection: Connection, lineage: Lineage, *those: ColumnElement[bool]) -> list[InputRow]:
    """The same in a transaction under way: a branch's own, and those that took effect before its fork.

    Args:
        those: which of them; visitors send thousands, so whoever needs few should say so.
    """
    tick = func.coalesce(inputs.c.tick, inputs.c.at_tick)
    order = func.coalesce(inputs.c.order, inputs.c.at_order)
    rows = connection.execute(
        select(inputs)
        .where(lineage.stamped(inputs), *those)
        .order_by(inputs.c.status == "waiting", tick.nulls_last(), order.nulls_last(), inputs.c.id)
    )
    return [_row(row) for row in rows]


def senders_of(database: Database, town: str) -> set[str]:
    """Visitors who have sent something to the town itself, not to one that it is a branch of.

    Raises StoreUnavailable.
    """
    visitor = inputs.c.payload["visitor"].as_string()
    sent = (
        select(visitor)
        .distinct()
        .where(inputs.c.town == town, inputs.c.again.is_(False), visitor.is_not(None))
    )
    with database.begin() as connection:
        return set(connection.scalars(sent))


def last_applied(database: Database, town: str, kinds: Collection[str], most: int) -> list[InputRow]:
    """The last inputs of these kinds that took effect, the newest first."""
    with database.begin() as connection:
        chosen = select(inputs).where(
            lineage_of(connection, town).stamped(inputs),
            inputs.c.status == "applied",
            inputs.c.kind.in_(kinds),
        )
        newest = chosen.order_by(inputs.c.tick.desc(), inputs.c.order.desc()).limit(most)
        return [_row(row) for row in connection.execute(newest)]


def _find(connection: Connection, lineage: Lineage, key: str) -> InputRow | None:
    """What came with the key, be it before the town became a branch."""
    row = connection.execute(select(inputs).where(lineage.stamped(inputs), inputs.c.key == key)).one_or_none()
    return None if row is None else _row(row)


def _row(row: Row[Any]) -> InputRow:
    return InputRow(
        id=row.id,
        town=row.town,
        key=row.key,
        input=INPUT_ADAPTER.validate_python(row.payload),
        scheduled=None if row.at_tick is None else Stamp(row.at_tick, row.at_order),
        received_at=row.received_at,
        fate=Fate(
            status=row.status,
            stamp=None if row.tick is None else Stamp(row.tick, row.order),
            reason=row.reason,
            error=row.error,
        ),
        applied_at=row.applied_at,
        author=row.author,
        again=row.again,
    )
