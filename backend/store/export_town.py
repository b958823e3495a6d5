"""Writes a town with all its past into one file."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import orjson
from sqlalchemy import ColumnElement, Connection, Table, select

from backend.domain.events import SCHEMA_VERSION
from backend.domain.log import Digest
from backend.store.database import Database
from backend.store.event_rows import EVENT_COLUMNS
from backend.store.tables import (
    answers,
    calls,
    events,
    inputs,
    prompts,
    questions,
    recorded_answers,
    snapshots,
    towns,
)
from backend.store.town_file import (
    FIRST,
    FORMAT_VERSION,
    MANIFEST,
    MIMETYPE,
    Manifest,
    MemberEntry,
    member,
)
from backend.store.town_file_faults import FileUnusable, OutputTaken
from backend.store.town_lines import (
    AnswerLine,
    CallLine,
    InputLine,
    Line,
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
from backend.store.towns import TownGone, find_town

_AT_ONCE = 500
"""Rows that are held in memory."""


def export_town(database: Database, town: str, path: Path) -> Manifest:
    """Writes the town as it is at its horizon, all from one moment of the database; it may run meanwhile.

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
        members = {
            name: _write_member(archive, name, lines)
            for name, lines in (
                ("town", _rows(connection, towns, TownLine, towns.c.id == town)),
                ("snapshots", _rows(connection, snapshots, SnapshotLine, snapshots.c.town == town)),
                ("events", _events(connection, town, digest)),
                ("questions", _rows(connection, questions, QuestionLine, questions.c.town == town)),
                ("answers", _rows(connection, answers, AnswerLine, answers.c.town == town)),
                ("inputs", _rows(connection, inputs, InputLine, inputs.c.town == town)),
                ("prompts", _rows(connection, prompts, PromptLine, prompts.c.town == town)),
                ("calls", _rows(connection, calls, CallLine, calls.c.town == town)),
                (
                    "recorded",
                    _rows(connection, recorded_answers, RecordedLine, recorded_answers.c.town == town),
                ),
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
    connection: Connection, table: Table, line: type[Line], of_town: ColumnElement[bool]
) -> Iterator[bytes]:
    """In an order that is always the same, inputs in that of their arrival."""
    chosen = select(*columns(table, line)).where(of_town).order_by(*table.primary_key)
    with connection.execution_options(yield_per=_AT_ONCE).execute(chosen) as stored:
        for row in stored:
            yield write_line(table, line, row)


def _events(connection: Connection, town: str, digest: Digest) -> Iterator[bytes]:
    chosen = select(*EVENT_COLUMNS).where(events.c.town == town).order_by(events.c.seq)
    with connection.execution_options(yield_per=_AT_ONCE).execute(chosen) as stored:
        for seq, tick, order, kind, payload in stored:
            line = write_event(seq, tick, order, kind, payload)
            digest.feed_line(canonical_of(line))
            yield line
