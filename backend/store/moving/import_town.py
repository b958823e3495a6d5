"""Puts the town of a file into the database, with all its past, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection, Table, exc, insert, select

from backend.domain.events import Recorded
from backend.domain.inputs import INPUT_ADAPTER
from backend.domain.questions import QUESTION_ADAPTER
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore
from backend.domain.state import TownState, initial_state
from backend.store.moving.open_town_file import TownFile
from backend.store.moving.town_file_faults import DamagedExport
from backend.store.moving.town_lines import (
    AnswerLine,
    BookmarkLine,
    CallLine,
    InputLine,
    Line,
    ModerationLine,
    PromptLine,
    QuestionLine,
    RecordedLine,
    SnapshotLine,
    TownLine,
    parse_event,
    read_line,
)
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import write_event_rows
from backend.store.postgres.memory_rows import write_memories
from backend.store.postgres.tables import (
    answers,
    bookmarks,
    calls,
    inputs,
    moderations,
    prompts,
    questions,
    recorded_answers,
    snapshots,
    towns,
)
from backend.store.town.scenario_document import read_scenario_document
from backend.store.town.towns import TownExists, TownRow, find_town

_AT_ONCE = 500
"""Rows that are held in memory."""
_MEANS_NOTHING = (LookupError, ValueError, TypeError, AttributeError)
"""What comes of playing a log that no engine wrote."""
_REFUSED = (exc.DataError, exc.IntegrityError, psycopg.DataError, psycopg.IntegrityError)

T = TypeVar("T")


def import_town(database: Database, file: TownFile, town: str) -> TownRow:
    """Makes the town of `file` under the id `town`, paused at its horizon.

    Everything is parsed, and the log played from the newest snapshot on, before the town is there: what an engine
    could not take up is refused, and nothing of it stays.

    Raises:
        TownExists: the id is taken, be it by a deleted town.
        DamagedExport: the file is not what an export writes.
        StoreUnavailable: Postgres went away; import again.
    """
    try:
        with database.begin() as connection:
            if connection.scalar(select(towns.c.id).where(towns.c.id == town)) is not None:
                raise TownExists(town)
            _Import(connection, file, town).run()
            return find_town(connection, town)
    except _REFUSED as error:
        raise DamagedExport(f"the database can't hold it ({_words(error)})") from error


class _Import:
    """One transaction's work."""

    def __init__(self, connection: Connection, file: TownFile, town: str) -> None:
        self.connection, self.file, self.town = connection, file, town
        self.open_questions: set[str] = set()

    def run(self) -> None:
        try:
            head, state = self._town()
            state = self._snapshots(head, state)
            state = self._events(head, state)
            self._questions()
            self._answers()
            self._inputs()
            self._calls()
            self._bookmarks(head)
            self._moderations()
        except _MEANS_NOTHING as error:
            raise DamagedExport(f"it can't be lived on ({type(error).__name__}: {_words(error)})") from error
        if state.seq != head.head_seq or not set(state.questions) <= self.open_questions:
            raise DamagedExport("its log does not lead to where it says that the town is")

    def _town(self) -> tuple[TownLine, TownState]:
        head = read_line(TownLine, next(self.file.lines("town")))
        if head.head_seq != self.file.manifest.head_seq:
            raise DamagedExport("its town is elsewhere than its manifest says")
        if head.fork_tick not in (None, head.head_tick):
            raise DamagedExport("it begins elsewhere than its town is")
        scenario = read_scenario_document(head.scenario_document)
        self._write(towns, [{"id": self.town, "root": self.town, "paused": True, **head.model_dump()}])
        return head, initial_state(scenario)

    def _snapshots(self, head: TownLine, state: TownState) -> TownState:
        """The state at the newest snapshot."""
        for lines in _batches(self.file.lines("snapshots")):
            rows = [read_line(SnapshotLine, line) for line in lines]
            for row in rows:
                if not state.seq < row.seq <= head.head_seq or row.tick > head.head_tick:
                    raise DamagedExport(f"the snapshot at event {row.seq} is out of place")
                state = restore(row.state, row.private)
                if state.seq != row.seq or state.tick > row.tick:
                    raise DamagedExport(f"the snapshot at event {row.seq} is of another moment")
            self._write(snapshots, [self._of_town(row.model_dump()) for row in rows])
        return state

    def _events(self, head: TownLine, state: TownState) -> TownState:
        """The state at the end of the log."""
        last, snapshot = (0, -1, -1), state.seq
        for lines in _batches(self.file.lines("events")):
            rows = [parse_event(line) for line in lines]
            for recorded, _ in rows:
                if recorded.seq != last[0] + 1 or (recorded.tick, recorded.order) <= last[1:]:
                    raise DamagedExport(f"event {recorded.seq} is out of order")
                last = (recorded.seq, recorded.tick, recorded.order)
            write_event_rows(self.connection, self.town, rows)
            played: list[Recorded] = [recorded for recorded, _ in rows]
            write_memories(self.connection, self.town, played)
            state = reduce_all(state, (recorded for recorded in played if recorded.seq > snapshot))
        if last[1:] > (head.head_tick, head.head_order):
            raise DamagedExport("its log goes on after the horizon")
        return state

    def _questions(self) -> None:
        for lines in _batches(self.file.lines("questions")):
            rows = []
            for line in (read_line(QuestionLine, line) for line in lines):
                question = QUESTION_ADAPTER.validate_python(line.payload)
                row = {
                    name: getattr(question, name) for name in ("key", "resident", "kind", "tick", "effect")
                }
                rows.append(self._of_town(row | line.model_dump()))
                if line.status == "open":
                    self.open_questions.add(question.key)
            self._write(questions, rows)

    def _answers(self) -> None:
        for lines in _batches(self.file.lines("answers")):
            self._write(answers, [self._of_town(read_line(AnswerLine, line).model_dump()) for line in lines])

    def _inputs(self) -> None:
        # One statement a line: numbers are given in the order of arrival, by which the engine takes them.
        for line in (read_line(InputLine, line) for line in self.file.lines("inputs")):
            kind = INPUT_ADAPTER.validate_python(line.payload).kind
            self._write(inputs, [self._of_town({"kind": kind, **line.model_dump()})])

    def _calls(self) -> None:
        """What models were asked, in the order in which they were. It was spent elsewhere, not here."""
        tables: tuple[tuple[str, Table, type[Line]], ...] = (
            ("prompts", prompts, PromptLine),
            ("calls", calls, CallLine),
            ("recorded", recorded_answers, RecordedLine),
        )
        for name, table, form in tables:
            for lines in _batches(self.file.lines(name)):
                self._write(table, [self._of_town(read_line(form, line).model_dump()) for line in lines])

    def _bookmarks(self, head: TownLine) -> None:
        # One statement a line, as for inputs: of one moment, the older has the lower number.
        for line in (read_line(BookmarkLine, line) for line in self.file.lines("bookmarks")):
            if line.tick > head.head_tick:
                raise DamagedExport(f"a bookmark is of tick {line.tick}, which the town has not lived")
            if (line.x is None) != (line.y is None):
                raise DamagedExport("a bookmark knows but half of where one looked")
            self._write(bookmarks, [self._of_town(line.model_dump())])

    def _moderations(self) -> None:
        for lines in _batches(self.file.lines("moderations")):
            rows = [read_line(ModerationLine, line).model_dump() for line in lines]
            self._write(moderations, [self._of_town(row) for row in rows])

    def _of_town(self, row: dict[str, Any]) -> dict[str, Any]:
        return {"town": self.town, **row}

    def _write(self, table: Table, rows: list[dict[str, Any]]) -> None:
        self.connection.execute(insert(table), rows)


def _batches(lines: Iterable[T]) -> Iterator[list[T]]:
    left = iter(lines)
    while batch := list(islice(left, _AT_ONCE)):
        yield batch


def _words(error: Exception) -> str:
    """The first line: Pydantic and Postgres say more than a person needs."""
    cause = getattr(error, "orig", None) or error
    return (str(cause).strip().splitlines() or ["?"])[0][:200]
