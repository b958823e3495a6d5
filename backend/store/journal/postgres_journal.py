"""The journal of a town that lives in Postgres, held by one writer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ARRAY, Connection, Double, Text, any_, bindparam, cast, func, select, update
from sqlalchemy.dialects.postgresql import insert

from backend.domain.inputs import INPUT_ADAPTER, AnswerGiven, Arrived, Fate, Stamp
from backend.domain.questions import AnyQuestion
from backend.store.environment.failpoints import fail_point
from backend.store.journal.batch import Batch, Clock, Head, LeaseLost, LogBroken
from backend.store.postgres.database import Database, storable
from backend.store.postgres.event_rows import write_events
from backend.store.postgres.memory_rows import write_memories
from backend.store.postgres.tables import answers, inputs, questions, snapshots, towns

_NOW = func.clock_timestamp()
_UNWATCHED = cast(func.extract("epoch", _NOW - towns.c.watched_at), Double)

_APPLY_INPUT = (
    update(inputs)
    .where(inputs.c.id == bindparam("input_id"), inputs.c.town == bindparam("of_town"))
    .values(
        status=bindparam("new_status"),
        tick=bindparam("new_tick"),
        order=bindparam("new_order"),
        error=bindparam("new_error"),
        reason=bindparam("new_reason"),
        applied_at=_NOW,
    )
)
_STAMP_ANSWER = (
    update(answers)
    .where(answers.c.town == bindparam("of_town"), answers.c.key == bindparam("of_key"))
    .values(tick=bindparam("new_tick"), order=bindparam("new_order"))
)


class PostgresJournal:
    """Writes with a fencing number: once a newer one was given out, everything it writes is refused."""

    def __init__(self, database: Database, town_id: str, fence: int) -> None:
        self.database, self.town, self.fence = database, town_id, fence

    def commit(self, batch: Batch) -> None:
        fail_point("commit-before")
        with self.database.begin() as connection:
            self._move_head(connection, batch)
            write_events(connection, self.town, batch.events)
            write_memories(connection, self.town, batch.events)
            self._write_questions(connection, batch.questions)
            self._write_again(connection, batch.reasked)
            self._write_answers(connection, batch)
            self._write_fates(connection, batch.fates)
            if batch.snapshot is not None:
                self._write_snapshot(connection, batch.head, *batch.snapshot)
            fail_point("commit-within")
        fail_point("commit-after")

    def advance(self, head: Head, *, reached: float, waiting: list[dict[str, Any]]) -> None:
        with self.database.begin(lasting=False) as connection:
            self._fenced(
                connection,
                {
                    "head_tick": head.tick,
                    "head_order": head.order,
                    "reached": reached,
                    "waiting": waiting,
                },
            )

    def arrived(self) -> tuple[list[Arrived], list[AnswerGiven]]:
        with self.database.begin() as connection:
            waiting = connection.execute(
                select(
                    inputs.c.id,
                    inputs.c.key,
                    inputs.c.payload,
                    inputs.c.at_tick,
                    inputs.c.at_order,
                    inputs.c.again,
                )
                .where(inputs.c.town == self.town, inputs.c.status == "waiting")
                .order_by(inputs.c.id)
            )
            came = [
                Arrived(
                    row.id,
                    row.key,
                    INPUT_ADAPTER.validate_python(row.payload),
                    _stamp(row.at_tick, row.at_order),
                    row.again,
                )
                for row in waiting
            ]
            unapplied = connection.execute(
                select(answers.c.key, answers.c.mind, answers.c.payload, answers.c.tick, answers.c.order)
                .where(answers.c.town == self.town, ~answers.c.applied)
                .order_by(answers.c.received_at, answers.c.key)
            )
            given = [AnswerGiven(r.key, r.mind, r.payload, _stamp(r.tick, r.order)) for r in unapplied]
        return came, given

    def clock(self) -> Clock:
        with self.database.begin() as connection:
            row = connection.execute(
                select(
                    towns.c.paused,
                    towns.c.speed,
                    towns.c.pause_at,
                    towns.c.step_to,
                    towns.c.clock_version.label("version"),
                    towns.c.status,
                    _UNWATCHED.label("unwatched"),
                ).where(towns.c.id == self.town)
            ).one()
        return Clock(**row._mapping)

    def stand_still(self, clock: Clock) -> None:
        self._pause(clock, {"pause_at": None, "step_to": None})

    def pause_unwatched(self, clock: Clock) -> None:
        """Pauses a town that nobody watches, and says why, unless people changed the clock since. Raises LeaseLost."""
        self._pause(clock, {"paused_because": "unwatched"})

    def _pause(self, clock: Clock, changes: dict[str, Any]) -> None:
        with self.database.begin() as connection:
            stopped = connection.execute(
                update(towns)
                .where(
                    towns.c.id == self.town,
                    towns.c.fence == self.fence,
                    towns.c.clock_version == clock.version,
                )
                .values(paused=True, clock_version=towns.c.clock_version + 1, **changes)
            )
            if stopped.rowcount == 0:
                fence = connection.scalar(select(towns.c.fence).where(towns.c.id == self.town))
                if fence != self.fence:
                    raise LeaseLost(self.town, self.fence)

    def _fenced(self, connection: Connection, values: dict[str, Any]) -> None:
        """Writes to the town's row and keeps it locked to the end of the transaction. Raises LeaseLost."""
        written = connection.execute(
            update(towns)
            .where(towns.c.id == self.town, towns.c.fence == self.fence, towns.c.status == "alive")
            .values(values)
        )
        if written.rowcount != 1:
            raise LeaseLost(self.town, self.fence)

    def _move_head(self, connection: Connection, batch: Batch) -> None:
        head = batch.head
        before = head.seq - len(batch.events)
        moved = connection.execute(
            update(towns)
            .where(
                towns.c.id == self.town,
                towns.c.fence == self.fence,
                towns.c.status == "alive",
                towns.c.head_seq == before,
            )
            .values(head_tick=head.tick, head_order=head.order, head_seq=head.seq)
        )
        if moved.rowcount == 1:
            return
        stored = connection.execute(
            select(towns.c.fence, towns.c.status, towns.c.head_seq).where(towns.c.id == self.town)
        ).one_or_none()
        if stored is None or stored.fence != self.fence or stored.status != "alive":
            raise LeaseLost(self.town, self.fence)
        raise LogBroken(
            f"the log of {self.town!r} ends at {stored.head_seq}, the batch continues {before}; load it again"
        )

    def _write_questions(self, connection: Connection, asked: Iterable[AnyQuestion]) -> None:
        rows = [
            {
                "town": self.town,
                "key": question.key,
                "resident": question.resident,
                "kind": question.kind,
                "tick": question.tick,
                "effect": question.effect,
                "payload": question.model_dump(mode="json"),
            }
            for question in asked
        ]
        if rows:
            connection.execute(insert(questions), rows)

    def _write_again(self, connection: Connection, reasked: Iterable[AnyQuestion]) -> None:
        for question in reasked:
            connection.execute(
                update(questions)
                .where(
                    questions.c.town == self.town,
                    questions.c.key == question.key,
                    questions.c.status == "open",
                )
                .values(payload=question.model_dump(mode="json"), claimed_until=None)
            )

    def _write_answers(self, connection: Connection, batch: Batch) -> None:
        rows = [
            {
                "town": self.town,
                "key": answer.question,
                "mind": answer.mind,
                "payload": answer.payload,
                "applied": True,
                "tick": answer.stamp and answer.stamp.tick,
                "order": answer.stamp and answer.stamp.order,
            }
            for answer in batch.answers
        ]
        if rows:
            # What the engine applied is what counts, should another mind have answered meanwhile.
            statement = insert(answers)
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=["town", "key"],
                    set_={name: statement.excluded[name] for name in ("mind", "payload", "applied")},
                ),
                rows,
            )
        if batch.closed:
            for table, changes in ((questions, {"status": "done"}), (answers, {"applied": True})):
                connection.execute(
                    update(table)
                    .where(
                        table.c.town == self.town,
                        table.c.key == any_(bindparam("keys", batch.closed, ARRAY(Text))),
                    )
                    .values(changes)
                )
        if batch.stamps:
            connection.execute(
                _STAMP_ANSWER,
                [
                    {"of_town": self.town, "of_key": key, "new_tick": stamp.tick, "new_order": stamp.order}
                    for key, stamp in batch.stamps.items()
                ],
            )

    def _write_fates(self, connection: Connection, fates: list[tuple[int, Fate]]) -> None:
        if fates:
            connection.execute(
                _APPLY_INPUT,
                [
                    {
                        "input_id": number,
                        "of_town": self.town,
                        "new_status": fate.status,
                        "new_tick": fate.stamp and fate.stamp.tick,
                        "new_order": fate.stamp and fate.stamp.order,
                        "new_error": fate.error,
                        "new_reason": storable(fate.reason),
                    }
                    for number, fate in fates
                ],
            )

    def _write_snapshot(
        self, connection: Connection, head: Head, public: dict[str, Any], private: dict[str, Any]
    ) -> None:
        row = {"town": self.town, "seq": head.seq, "tick": head.tick, "state": public, "private": private}
        statement = insert(snapshots).values(row)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["town", "seq"], set_={"tick": head.tick, "state": public, "private": private}
            )
        )


def _stamp(tick: int | None, order: int | None) -> Stamp | None:
    return None if tick is None or order is None else Stamp(tick, order)
