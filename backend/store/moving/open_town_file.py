"""Opens a town's file and holds it against its manifest, before anything of it is believed.

Nothing is unpacked to disk, members are read a line at a time, and sizes are checked before they are read: neither
a bomb nor a path in a name does harm.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from pydantic import ValidationError

from backend.domain.events import SCHEMA_VERSION
from backend.domain.log import Digest
from backend.store.moving import town_file as form
from backend.store.moving.town_file import (
    FIRST,
    MANIFEST,
    MEMBERS,
    MIMETYPE,
    Manifest,
    Versions,
    member,
    tables_of,
)
from backend.store.moving.town_file_faults import (
    DamagedExport,
    FileUnusable,
    NewerVersion,
    NotATown,
    TooLarge,
    TruncatedExport,
)
from backend.store.moving.town_lines import canonical_of

_ENCRYPTED = 0x1
_UNREADABLE = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
"""What comes of reading a zip of which some bytes are others; NotImplementedError is a RuntimeError."""
_NAME_AT = 30
"""Where the first member's name begins in a zip."""


@dataclass(frozen=True)
class TownFile:
    """A file that is what its manifest says."""

    manifest: Manifest
    archive: ZipFile

    def lines(self, table: str) -> Iterator[bytes]:
        """The lines of a table without their ends; none where the file's format does not know it."""
        if table not in self.manifest.members:
            return iter(())
        return _lines(self.archive, member(table))


@contextmanager
def open_town_file(path: Path) -> Iterator[TownFile]:
    """The town's file at `path`, found to be whole and its log to have the digest that it should have.

    Raises:
        FileUnusable: it can't be read.
        NotATown, TruncatedExport, DamagedExport, NewerVersion, TooLarge: it can't be believed.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileUnusable(str(path), error.strerror or str(error)) from error
    with file:
        try:
            archive = ZipFile(file)
        except _UNREADABLE as error:
            raise _no_zip(file, error) from error
        with archive:
            manifest = _manifest(archive)
            _check_members(archive, manifest)
            yield TownFile(manifest, archive)


def _no_zip(file: BinaryIO, error: Exception) -> NotATown | TruncatedExport:
    """The list of a zip's members is at its end; what it was to be is told by its beginning."""
    file.seek(0)
    head = file.read(_NAME_AT + len(FIRST) + len(MIMETYPE))
    if not head:
        return NotATown("it is empty")
    named = head[_NAME_AT:]
    begins = head.startswith(b"PK\x03\x04"[: len(head)])
    if begins and named == (FIRST.encode() + MIMETYPE)[: len(named)]:
        return TruncatedExport(f"it ends too early ({error})")
    return NotATown(f"it can't be opened ({error})")


def _manifest(archive: ZipFile) -> Manifest:
    """Raises NotATown, DamagedExport, NewerVersion, TooLarge."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    first = next((info for info in infos if info.filename == FIRST), None)
    if first is None or first.file_size != len(MIMETYPE) or _all_of(archive, first) != MIMETYPE:
        raise NotATown("it is some other zip file")
    info = next((info for info in infos if info.filename == MANIFEST), None)
    if info is None:
        raise DamagedExport("it has no manifest")
    if info.file_size > form.MAX_MANIFEST_BYTES:
        raise TooLarge(f"its manifest has {info.file_size} bytes")
    text = _all_of(archive, info)
    try:
        # Before all else: a newer file may well have members and keys that nobody knows here.
        versions = Versions.model_validate_json(text)
        if versions.format > form.FORMAT_VERSION:
            raise NewerVersion("format", versions.format, form.FORMAT_VERSION)
        if versions.event_schema > SCHEMA_VERSION:
            raise NewerVersion("schema of events", versions.event_schema, SCHEMA_VERSION)
        manifest = Manifest.model_validate_json(text)
    except ValidationError as error:
        first_fault = error.errors(include_url=False)[0]
        where = ".".join(map(str, first_fault["loc"]))
        raise DamagedExport(f"its manifest can't be read ({where}: {first_fault['msg']})") from error
    if len(names) != len(set(names)) or set(names) - MEMBERS:
        odd = sorted(set(names) - MEMBERS)
        raise DamagedExport(
            f"it holds what no town's file holds: {odd[0][:80]!r}" if odd else "a member twice"
        )
    expected = set(tables_of(manifest.format))
    if missing := sorted({FIRST, MANIFEST, *map(member, expected)} - set(names)):
        raise DamagedExport(f"{missing[0]} is missing")
    if set(manifest.members) != expected:
        raise DamagedExport("its manifest names other members than it has")
    return manifest


def _check_members(archive: ZipFile, manifest: Manifest) -> None:
    """Raises DamagedExport, TooLarge."""
    infos = {info.filename: info for info in archive.infolist()}
    tables = tables_of(manifest.format)
    sizes = {table: infos[member(table)].file_size for table in tables}
    if sum(sizes.values()) > form.MAX_BYTES:
        raise TooLarge(f"it would unpack to {sum(sizes.values())} bytes")
    for table, size in sizes.items():
        info = infos[member(table)]
        if size > form.RATIO_FROM_BYTES and size > form.MAX_RATIO * info.compress_size:
            raise TooLarge(f"{info.filename} would unpack to {size} bytes from {info.compress_size}")
        if size != manifest.members[table].bytes:
            raise DamagedExport(f"{info.filename} has another size than its manifest says")
    if (size := manifest.members["town"].rows) != 1:
        raise DamagedExport(f"it holds {size} towns")
    digest = Digest()
    for table in tables:
        rows, checksum = 0, hashlib.sha256()
        for line in _lines(archive, member(table)):
            rows += 1
            checksum.update(line + b"\n")
            if table == "events":
                digest.feed_line(canonical_of(line))
        entry = manifest.members[table]
        if (rows, checksum.hexdigest()) != (entry.rows, entry.sha256):
            raise DamagedExport(f"{member(table)} is not what its manifest says")
    if (digest.hexdigest(), digest.events) != (manifest.digest, manifest.head_seq):
        raise DamagedExport("its log has another digest than its manifest says")


def _lines(archive: ZipFile, name: str) -> Iterator[bytes]:
    with _reading(archive.getinfo(name)), archive.open(name) as file:
        while line := file.readline(form.MAX_LINE_BYTES + 1):
            if len(line) > form.MAX_LINE_BYTES:
                raise TooLarge(f"a line of {name} is longer than {form.MAX_LINE_BYTES} bytes")
            if not line.endswith(b"\n"):
                raise DamagedExport(f"the last line of {name} has no end")
            yield line[:-1]


def _all_of(archive: ZipFile, info: ZipInfo) -> bytes:
    with _reading(info):
        return archive.read(info)


@contextmanager
def _reading(info: ZipInfo) -> Iterator[None]:
    """Raises DamagedExport for all that a member can be, besides what we write."""
    if info.flag_bits & _ENCRYPTED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise DamagedExport(f"{info.filename[:80]!r} is packed in another way")
    try:
        yield
    except _UNREADABLE as error:
        raise DamagedExport(f"{info.filename} can't be unpacked ({error})") from error
