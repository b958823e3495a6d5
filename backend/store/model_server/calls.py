"""The log of model calls: each attempt once, the messages of its prompt by their hash, and what a day has cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, literal, select
from sqlalchemy.dialects.postgresql import insert

from backend.domain.calls import Call, Message, Outcome
from backend.domain.events import QuestionKind
from backend.store.model_server.spending import add_spending
from backend.store.postgres.database import Database, storable
from backend.store.postgres.lineage import Lineage, lineage_of
from backend.store.postgres.tables import answers, calls, prompts, questions, towns
from backend.store.queues.recorded import asked_alike

LONGEST_ANSWER = 200_000
"""Characters of an answer that are kept; a server that has lost its way may send megabytes."""

_LATENCY = calls.c.latency_ms


class UnknownCall(LookupError):
    """There is no such call."""

    def __init__(self, number: int) -> None:
        super().__init__(f"there is no call {number} in this town")
        self.number = number


@dataclass(frozen=True)
class CallRow:
    """A stored call without its prompt."""

    id: int
    key: str
    """The question's."""
    attempt: int
    resident: str
    kind: QuestionKind
    tick: int
    model: str
    answer: str
    outcome: Outcome
    fault: str
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost: float | None
    latency_ms: int
    first_token_ms: int | None
    made_at: datetime


@dataclass(frozen=True)
class Tally:
    """What the calls of one kind of question, or of one resident, add up to."""

    name: str
    calls: int
    faults: int
    """Attempts that led to no answer."""
    stand_ins: int
    """Questions that the built-in mind answered in the model's place."""
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    cost: float
    latency_median_ms: int
    latency_p95_ms: int


_COLUMNS = [column for column in calls.c if column.name not in ("town", "prompt")]


class TownCallLog:
    """Records the calls of one question of a town; what a worker that died has tried before keeps its numbers."""

    def __init__(self, database: Database, town: str, key: str) -> None:
        self._database, self._town, self._key = database, town, key
        self._before: int | None = None

    def record(self, call: Call) -> None:
        """Stores an attempt, once. Raises StoreUnavailable."""
        if self._before is None:
            self._before = _attempts(self._database, self._town, self._key)
        record_call(self._database, self._town, call, before=self._before)


def record_call(database: Database, town: str, call: Call, *, before: int = 0) -> bool:
    """Stores an attempt with its prompt and adds it to the day's spending; False if it was stored before.

    A call of a town that was deleted meanwhile is counted as spent and not kept.

    Args:
        before: attempts of other workers at the same question.
    """
    with database.begin() as connection:
        alive = select(towns.c.id).where(towns.c.id == town, towns.c.status != "deleted")
        if connection.execute(alive.with_for_update(read=True, key_share=True)).one_or_none() is not None:
            write_prompts(connection, town, call.prompt)
            if not write_call(connection, town, call, before):
                return False
        # Last, for every call of the day waits for this row.
        add_spending(connection, call)
    return True


def write_prompts(connection: Connection, town: str, messages: Sequence[Message]) -> None:
    """Stores the messages that are not stored yet."""
    # In one order, so that two who store the same ones don't wait for each other.
    rows = {
        message.hash: {
            "town": town,
            "hash": message.hash,
            "role": message.role,
            "text": _kept(message.text),
        }
        for message in sorted(messages, key=lambda message: message.hash)
    }
    if rows:
        connection.execute(insert(prompts).on_conflict_do_nothing(), list(rows.values()))


def write_call(connection: Connection, town: str, call: Call, before: int = 0) -> bool:
    """Stores the call alone; False if it is there already."""
    row = {
        "town": town,
        "key": call.question,
        "attempt": before + call.attempt,
        "resident": call.resident,
        "kind": call.kind,
        "tick": call.tick,
        "model": _kept(call.model),
        "prompt": [message.hash for message in call.prompt],
        "answer": _kept(call.answer)[:LONGEST_ANSWER],
        "outcome": call.outcome,
        "fault": _kept(call.fault)[:LONGEST_ANSWER],
        "input_tokens": call.input_tokens,
        "cached_tokens": call.cached_tokens,
        "output_tokens": call.output_tokens,
        "cost": call.cost,
        "latency_ms": call.latency_ms,
        "first_token_ms": call.first_token_ms,
    }
    stored = insert(calls).values(row).on_conflict_do_nothing().returning(calls.c.id)
    return connection.execute(stored).one_or_none() is not None


def list_calls(
    database: Database,
    town: str,
    limit: int,
    *,
    before: int | None = None,
    resident: str | None = None,
    kind: str | None = None,
    outcome: str | None = None,
    question: str | None = None,
) -> list[CallRow]:
    """Newest first, at most `limit` with a number lower than `before`."""
    wanted: list[ColumnElement[bool]] = []
    if before is not None:
        wanted.append(calls.c.id < before)
    for column, value in (
        (calls.c.resident, resident),
        (calls.c.kind, kind),
        (calls.c.outcome, outcome),
        (calls.c.key, question),
    ):
        if value is not None:
            wanted.append(column == value)
    with database.begin() as connection:
        lineage = lineage_of(connection, town)
        chosen = select(*_COLUMNS).where(*wanted).order_by(calls.c.id.desc()).limit(limit)
        found = connection.execute(chosen.where(lineage.asked(calls))).all()
        if not found and question is not None:
            # What was asked in the same words in another town of the family was answered for this one, too.
            alike = asked_alike(connection, lineage, question)
            found = connection.execute(chosen.where(calls.c.town.in_(alike))).all()
        return [_row(row) for row in found]


def get_call(database: Database, town: str, number: int) -> tuple[CallRow, list[Message]]:
    """The call with its prompt. Raises UnknownCall."""
    with database.begin() as connection:
        row = connection.execute(
            select(*_COLUMNS, calls.c.prompt, calls.c.town).where(
                lineage_of(connection, town).asked(calls), calls.c.id == number
            )
        ).one_or_none()
        if row is None:
            raise UnknownCall(number)
        hashes = row.prompt
        stored = connection.execute(
            select(prompts.c.hash, prompts.c.role, prompts.c.text).where(
                prompts.c.town == row.town, prompts.c.hash.in_(hashes)
            )
        )
        by_hash = {message.hash: Message(message.role, message.text) for message in stored}
    return _row(row), [by_hash[one] for one in hashes if one in by_hash]


def tally_calls(database: Database, town: str) -> tuple[list[Tally], list[Tally]]:
    """The town's calls by kind of question and by resident, those with the most calls first."""
    with database.begin(snapshot=True) as connection:
        lineage = lineage_of(connection, town)
        return (
            _tally(connection, lineage, "kind"),
            _tally(connection, lineage, "resident"),
        )


def _tally(connection: Connection, lineage: Lineage, by: str) -> list[Tally]:
    counted = connection.execute(
        select(questions.c[by].label("name"), func.count().label("number"))
        .join(answers, (answers.c.town == questions.c.town) & (answers.c.key == questions.c.key))
        .where(lineage.asked(questions), answers.c.mind.startswith("rules:"))
        .group_by(questions.c[by])
    )
    stood_in: dict[str, int] = {row.name: row.number for row in counted}
    found = connection.execute(
        select(
            calls.c[by].label("name"),
            func.count().label("calls"),
            func.count().filter(calls.c.outcome != "ok").label("faults"),
            *(_sum(calls, name) for name in ("input_tokens", "cached_tokens", "output_tokens", "cost")),
            _percentile(0.5).label("latency_median_ms"),
            _percentile(0.95).label("latency_p95_ms"),
        )
        .where(lineage.asked(calls))
        .group_by(calls.c[by])
    )
    tallies = [Tally(**row._mapping, stand_ins=stood_in.pop(row.name, 0)) for row in found]
    tallies += [Tally(name, 0, 0, number, 0, 0, 0, 0.0, 0, 0) for name, number in stood_in.items()]
    return sorted(tallies, key=lambda tally: (-tally.calls, -tally.stand_ins, tally.name))


def _sum(table: Table, name: str) -> ColumnElement[Any]:
    return func.coalesce(func.sum(table.c[name]), literal(0)).label(name)


def _percentile(share: float) -> ColumnElement[Any]:
    return func.percentile_disc(share).within_group(_LATENCY)


def _attempts(database: Database, town: str, key: str) -> int:
    with database.begin() as connection:
        last = select(func.max(calls.c.attempt)).where(calls.c.town == town, calls.c.key == key)
        return connection.scalar(last) or 0


def _row(row: Row[*tuple[Any, ...]]) -> CallRow:
    return CallRow(**{column.name: row._mapping[column.name] for column in _COLUMNS})


def _kept(text: str) -> str:
    """As a column of text can hold it: no NUL, no half of a surrogate pair."""
    return storable(text).encode("utf-8", "replace").decode()
