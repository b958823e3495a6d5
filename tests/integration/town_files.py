"""Files of towns that somebody had their fingers in."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.domain.log import Digest
from backend.store.moving.town_lines import canonical_of

Line = Any


class TamperedFile:
    """A copy of a town's file in which a test may change whatever it likes."""

    def __init__(self, original: Path) -> None:
        with zipfile.ZipFile(original) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}
        self.compression = zipfile.ZIP_DEFLATED

    @property
    def manifest(self) -> dict[str, Any]:
        manifest: dict[str, Any] = json.loads(self.members["manifest.json"])
        return manifest

    def say(self, **claims: Any) -> None:
        """Changes what the manifest says."""
        self.members["manifest.json"] = json.dumps(self.manifest | claims).encode()

    def say_of(self, table: str, **claims: Any) -> None:
        members = self.manifest["members"]
        self.say(members=members | {table: members[table] | claims})

    def edit(self, table: str, change: Callable[[list[Line]], list[Line]]) -> None:
        """Changes the lines of a table, and the manifest so that it all adds up."""
        before = [json.loads(line) for line in self.members[f"{table}.jsonl"].splitlines()]
        lines = [json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in change(before)]
        self.replace(table, "".join(f"{line}\n" for line in lines).encode())
        if table == "events":
            digest = Digest()
            for line in self.members["events.jsonl"].splitlines():
                digest.feed_line(canonical_of(line))
            self.say(digest=digest.hexdigest(), head_seq=digest.events)

    def replace(self, table: str, text: bytes) -> None:
        self.members[f"{table}.jsonl"] = text
        checksum = hashlib.sha256(text).hexdigest()
        self.say_of(table, rows=text.count(b"\n"), bytes=len(text), sha256=checksum)

    def save(self, path: Path) -> Path:
        with zipfile.ZipFile(path, "w", self.compression) as archive:
            for name, text in self.members.items():
                archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
        return path
