"""Where something in a town's log comes from: its question, the memories behind it, and what it led to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, cast, func, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from backend.domain.events import Recorded
from backend.domain.questions import QUESTION_ADAPTER, AnyQuestion
from backend.store.history.memories import MemoryRow, memories_chosen
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS, read_event
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import events, questions

AFTERWARDS = 400
"""Events behind an answer among which its effects are looked for: they follow it at once."""

_CAUSE = cast(events.c.payload, JSONB)["cause"].astext
_KEY = cast(events.c.payload, JSONB)["key"].astext


@dataclass(frozen=True)
class Asking:
    """A question with all that the log tells of it."""

    question: AnyQuestion
    """As it was put before the mind."""
    asked: Recorded
    answered: Recorded | None
    """Its `Answered` or `AnswerLapsed`; None as long as it is open."""
    effects: tuple[Recorded, ...]
    """What the answer led to, in the log's order."""


def event_at(database: Database, town: str, seq: int) -> Recorded | None:
    """The event at position `seq` of the log."""
    chosen = select(*EVENT_COLUMNS).where(events.c.seq == seq)
    with database.begin() as connection:
        row = connection.execute(chosen.where(lineage_of(connection, town).holds(events))).one_or_none()
    return None if row is None else read_event(*row)


def last_event(
    database: Database,
    town: str,
    kind: str,
    resident: str,
    upto: int,
    upto_tick: int | None = None,
    **fields: str,
) -> Recorded | None:
    """The newest event of a kind that is mainly about `resident`, up to position `upto`.

    Args:
        upto_tick: and of no later tick.
        fields: what its payload holds besides.
    """
    chosen = select(*EVENT_COLUMNS).where(events.c.kind == kind, events.c.resident == resident)
    if upto_tick is not None:
        chosen = chosen.where(events.c.tick <= upto_tick)
    for name, value in fields.items():
        chosen = chosen.where(cast(events.c.payload, JSONB)[name].astext == value)
    with database.begin() as connection:
        lineage = lineage_of(connection, town).clipped(upto=upto)
        return _newest(connection, lineage, chosen)


def memories_by_id(database: Database, town: str, ids: Iterable[str]) -> dict[str, MemoryRow]:
    """Of any resident; ids that are none are left out."""
    wanted = list(dict.fromkeys(ids))
    return {row.id: row for row in memories_chosen(database, town, wanted)} if wanted else {}


def line_that_told(database: Database, town: str, memory: MemoryRow) -> Recorded | None:
    """The line from which somebody has what `memory` says."""
    told = next(iter(memory.source.memories), None)
    if memory.source.by != "speaker" or told is None:
        return None
    tells = cast(events.c.payload, JSONB)["tells"]
    chosen = select(*EVENT_COLUMNS).where(
        events.c.kind == "said",
        events.c.resident == memory.source.who,
        events.c.tick == memory.tick,
        tells.contains(func.jsonb_build_array(told)),
    )
    with database.begin() as connection:
        return _newest(connection, lineage_of(connection, town), chosen)


def asking(database: Database, town: str, key: str, limit: int = 30) -> Asking | None:
    """All about the question `key`; None if the town has none.

    Args:
        limit: at most so many effects.
    """
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        with_key = select(questions.c.payload, questions.c.resident).where(questions.c.key == key)
        stored = lineage.nearest(connection, with_key, questions)
        if stored is None:
            return None
        question = QUESTION_ADAPTER.validate_python(stored.payload)
        around = select(*EVENT_COLUMNS).where(events.c.resident == stored.resident, key == _KEY)
        told = around.where(events.c.kind.in_(("asked", "answered", "answer_lapsed")))
        found = [read_event(*row) for row in lineage.in_order(connection, told, events)]
        if not found:
            return None
        answered = found[-1] if len(found) > 1 else None
        effects: list[Recorded] = []
        if answered is not None:
            after = select(*EVENT_COLUMNS).where(
                or_(
                    key == _CAUSE,
                    cast(events.c.payload, JSONB)["source"]["question"].astext == key,
                ),
            )
            near = lineage.clipped(answered.seq, answered.seq + AFTERWARDS)
            effects = [read_event(*row) for row in near.in_order(connection, after, events, limit)]
    return Asking(question, found[0], answered, tuple(effects))


def _newest(connection: Connection, lineage: Lineage, chosen: Select[*tuple[Any, ...]]) -> Recorded | None:
    row = next(iter(lineage.newest_first(connection, chosen, events, 1)), None)
    return None if row is None else read_event(*row)
