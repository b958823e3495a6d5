"""Writes a town with all its past into one file."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import orjson
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import JSONB, distinct_on

from backend.domain.events import SCHEMA_VERSION
from backend.domain.log import Digest
from backend.store.moving.town_file import (
    FIRST,
    FORMAT_VERSION,
    MANIFEST,
    MIMETYPE,
    Manifest,
    MemberEntry,
    member,
)
from backend.store.moving.town_file_faults import FileUnusable, OutputTaken
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
    canonical_of,
    columns,
    write_event,
    write_line,
)
from backend.store.postgres.database import Database
from backend.store.postgres.event_rows import EVENT_COLUMNS
from backend.store.postgres.lineage import Lineage, Section, lineage_of
from backend.store.postgres.tables import (
    answers,
    bookmarks,
    calls,
    events,
    inputs,
    moderations,
    prompts,
    questions,
    recorded_answers,
    snapshots,
    towns,
)
from backend.store.town.towns import TownGone, find_town

_AT_ONCE = 500
"""Rows that are held in memory."""


def export_town(database: Database, town: str, path: Path) -> Manifest:
    """Writes the town as it is at its horizon, all from one moment of the database; it may run meanwhile.

    A branch is written with all that it shares with its parents: imported, it is a town of its own.
    `path` is there as a whole or not at all.

    Raises:
        UnknownTown, TownGone: there is nothing to write.
        OutputTaken, FileUnusable: it can't be written there.
        StoreUnavailable: Postgres went away.
    """
    if path.exists():
        raise OutputTaken(str(path))
    try:
        handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file, ZipFile(file, "w") as archive:
                manifest = _write(archive, database, town)
            os.replace(unfinished, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(unfinished)
    except OSError as error:
        raise FileUnusable(str(path), error.strerror or str(error)) from error
    return manifest


def _write(archive: ZipFile, database: Database, town: str) -> Manifest:
    archive.writestr(ZipInfo(FIRST), MIMETYPE, ZIP_STORED)
    digest = Digest()
    with database.begin(snapshot=True) as connection:
        row = find_town(connection, town)
        if row.status == "deleted":
            raise TownGone(town, row.status)
        lineage = lineage_of(connection, town)
        members = {
            name: _write_member(archive, name, lines)
            for name, lines in (
                ("town", _rows(connection, towns, TownLine, _town(town))),
                ("snapshots", _rows(connection, snapshots, SnapshotLine, _snapshots(lineage, row.head_tick))),
                ("events", _events(connection, lineage, digest)),
                ("questions", _rows(connection, questions, QuestionLine, _questions(lineage))),
                ("answers", _rows(connection, answers, AnswerLine, _answers(lineage))),
                ("inputs", _rows(connection, inputs, InputLine, _inputs(lineage))),
                ("prompts", _rows(connection, prompts, PromptLine, _prompts(lineage))),
                ("calls", _rows(connection, calls, CallLine, _calls(lineage))),
                ("recorded", _rows(connection, recorded_answers, RecordedLine, _recorded(lineage))),
                ("bookmarks", _rows(connection, bookmarks, BookmarkLine, _bookmarks(lineage))),
                ("moderations", _rows(connection, moderations, ModerationLine, _moderations(lineage))),
            )
        }
    manifest = Manifest(
        format=FORMAT_VERSION,
        event_schema=SCHEMA_VERSION,
        town=town,
        name=row.name,
        head_tick=row.head_tick,
        head_seq=row.head_seq,
        digest=digest.hexdigest(),
        members=members,
    )
    text = orjson.dumps(manifest.model_dump(), option=orjson.OPT_INDENT_2)
    archive.writestr(ZipInfo(MANIFEST), text, ZIP_DEFLATED)
    return manifest


def _write_member(archive: ZipFile, name: str, lines: Iterator[bytes]) -> MemberEntry:
    info = ZipInfo(member(name))
    info.compress_type = ZIP_DEFLATED
    rows, size, checksum = 0, 0, hashlib.sha256()
    with archive.open(info, "w", force_zip64=True) as file:
        for line in lines:
            text = line + b"\n"
            file.write(text)
            checksum.update(text)
            rows, size = rows + 1, size + len(text)
    return MemberEntry(rows=rows, bytes=size, sha256=checksum.hexdigest())


def _rows(
    connection: Connection, table: Table, line: type[Line], chosen: Select[*tuple[Any, ...]]
) -> Iterator[bytes]:
    with connection.execution_options(yield_per=_AT_ONCE).execute(chosen) as stored:
        for row in stored:
            yield write_line(table, line, row)


def _events(connection: Connection, lineage: Lineage, digest: Digest) -> Iterator[bytes]:
    streaming = connection.execution_options(yield_per=_AT_ONCE)
    for seq, tick, order, kind, payload in lineage.in_order(streaming, select(*EVENT_COLUMNS), events):
        line = write_event(seq, tick, order, kind, payload)
        digest.feed_line(canonical_of(line))
        yield line


# What each member holds, in an order that is always the same.


def _town(town: str) -> Select[*tuple[Any, ...]]:
    founded = towns.alias("founded")
    document = cast(founded.c.scenario_document, Text).label("scenario_document")
    begins_closed = and_(towns.c.fork_order.is_(None), towns.c.head_tick == towns.c.fork_tick)
    fork_tick = case((begins_closed, towns.c.fork_tick)).label("fork_tick")
    made = {each.name: each for each in (document, fork_tick)}
    chosen = [made.get(each.name, each) for each in columns(towns, TownLine)]
    return select(*chosen).join(founded, founded.c.id == towns.c.root).where(towns.c.id == town)


def _snapshots(lineage: Lineage, head: int) -> Select[*tuple[Any, ...]]:
    """Not one that a parent has made after the fork, before anything happened in it."""
    held = and_(lineage.holds(snapshots), snapshots.c.tick <= head)
    return select(*columns(snapshots, SnapshotLine)).where(held).order_by(snapshots.c.seq)


def _questions(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    """Those that were open at a fork as the branch has them: what became of them there is what counts."""
    kept = or_(false(), *_nearest(lineage, questions))
    return select(*columns(questions, QuestionLine)).where(kept).order_by(questions.c.key)


def _nearest(lineage: Lineage, table: Table) -> Iterator[ColumnElement[bool]]:
    """Which rows of a table with keys of questions count: for each key those of the nearest town that has any."""
    for number, section in enumerate(lineage.sections):
        again = table.alias()
        nearer = or_(false(), *(each.asked(again) for each in lineage.sections[number + 1 :]))
        yield and_(_asked(section, table), ~exists().where(nearer, again.c.key == table.c.key))


def _asked(section: Section, table: Table) -> ColumnElement[bool]:
    """In a tick that was open at a fork the parent may have asked more after it: its log tells what before."""
    if section.last_order is None:
        return section.asked(table)
    before = exists().where(
        section.holds(events),
        events.c.tick == section.last_tick,
        events.c.kind == "asked",
        cast(events.c.payload, JSONB)["key"].astext == table.c.key,
    )
    return and_(section.asked(table), or_(table.c.tick < section.last_tick, before))


def _answers(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    asked = exists(_questions(lineage).order_by(None)).where(questions.c.town == answers.c.town)
    asked = asked.where(questions.c.key == answers.c.key)
    return select(*columns(answers, AnswerLine)).where(asked).order_by(answers.c.key)


def _inputs(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    """In the order of their arrival."""
    return select(*columns(inputs, InputLine)).where(lineage.stamped(inputs)).order_by(inputs.c.id)


def _prompts(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    chosen = select(*columns(prompts, PromptLine)).where(prompts.c.town.in_(lineage.towns))
    return chosen.ext(distinct_on(prompts.c.hash)).order_by(prompts.c.hash)


def _calls(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    """Those of a question that was open at a fork as the branch made them, where it made any."""
    kept = or_(false(), *_nearest(lineage, calls))
    return select(*columns(calls, CallLine)).where(kept).order_by(calls.c.id)


def _recorded(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    chosen = select(*columns(recorded_answers, RecordedLine))
    of_family = chosen.where(recorded_answers.c.town == lineage.root)
    return of_family.order_by(recorded_answers.c.key, recorded_answers.c.question)


def _bookmarks(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    """In the order in which they were made. A key that came again in a branch is told apart by the row's number."""
    again = bookmarks.alias()
    twice = exists().where(lineage.asked(again), again.c.key == bookmarks.c.key, again.c.id < bookmarks.c.id)
    told_apart = func.concat(bookmarks.c.key, " ", cast(bookmarks.c.id, Text))
    key = case((twice, told_apart), else_=bookmarks.c.key).label("key")
    chosen = [key if each.name == key.name else each for each in columns(bookmarks, BookmarkLine)]
    return select(*chosen).where(lineage.asked(bookmarks)).order_by(bookmarks.c.id)


def _moderations(lineage: Lineage) -> Select[*tuple[Any, ...]]:
    of_family = select(*columns(moderations, ModerationLine)).where(moderations.c.town == lineage.root)
    return of_family.order_by(moderations.c.visitor)
