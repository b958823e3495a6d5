"""A fingerprint of the files that something is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

_NEVER = {"__pycache__", "node_modules", "dist"}


def fingerprint(root: Path, sources: Iterable[str], *also: str) -> str:
    """Hashes names and contents of ``sources`` (files or folders below ``root``) and the words ``also``.

    A source that doesn't exist counts as empty, so that its appearance changes the fingerprint.
    """
    digest = hashlib.sha256()
    for word in also:
        digest.update(word.encode() + b"\0")
    for source in sources:
        for path in _files(root / source):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        found
        for found in path.rglob("*")
        if found.is_file() and not _NEVER & set(found.relative_to(path).parts)
    )
