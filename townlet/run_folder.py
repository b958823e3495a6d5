"""Reads the folder that `townlet run --out` wrote, whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from backend.domain.events import SCHEMA_VERSION, Recorded, TownFounded
from backend.domain.log import read_line
from backend.gazette import GazetteFault, Run

LOG, MANIFEST = "events.jsonl", "manifest.json"


class RunFault(GazetteFault):
    """A folder that no paper can be written from; the message says what to do."""


class NoRun(RunFault):
    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"{folder} {why}. Name a folder that `townlet run SCENARIO --out DIR` has written into."
        )


class NotOurLog(RunFault):
    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(
            f"{path} is no log of a town: line {line} {why}. "
            "Name a folder that `townlet run SCENARIO --out DIR` has written into."
        )


class RunCutOff(RunFault):
    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(
            f"The run in {folder} is not whole: {why}. Live it again: townlet run … --out {folder}"
        )


class RunTooNew(RunFault):
    def __init__(self, folder: Path, version: int) -> None:
        super().__init__(
            f"The run in {folder} was written by a newer Townlet (log version {version}, here {SCHEMA_VERSION}). "
            "Upgrade Townlet, or live the town again with this one."
        )


def read_run(folder: Path) -> Run:
    """The run in `folder`.

    Raises:
        NoRun: there is no such folder, or nothing of a run in it.
        NotOurLog: a file by that name is there, but holds something else.
        RunCutOff: the run ended before its end, or its log was changed since.
        RunTooNew: a newer version wrote it.
    """
    if not folder.is_dir():
        raise NoRun(folder, "is not a folder" if folder.exists() else "does not exist")
    path = folder / LOG
    if not path.is_file():
        empty = next(folder.iterdir(), None) is None
        raise NoRun(folder, "is empty" if empty else f"holds no {LOG}")
    text = path.read_bytes()
    if not text:
        raise RunCutOff(folder, f"{LOG} is empty")
    lines = text.splitlines()
    founded = _founded(path, folder, lines[0])
    manifest = _manifest(folder)
    if not text.endswith(b"\n"):
        raise RunCutOff(folder, f"line {len(lines)} of {LOG} breaks off in the middle")
    if len(lines) != manifest["counts"]["events"]:
        raise RunCutOff(folder, f"{LOG} has {len(lines)} of {manifest['counts']['events']} events")
    if hashlib.sha256(text).hexdigest() != manifest["digest"]:
        raise RunCutOff(folder, f"{LOG} is not the one that {MANIFEST} gives the digest of")
    log = tuple(_event(path, line, seq) for seq, line in enumerate(lines, start=1))
    return Run(founded, log, max(int(manifest["ticks"]), log[-1].tick))


def _founded(path: Path, folder: Path, line: bytes) -> TownFounded:
    """The first event, looked at before all else: it tells a log of ours and its version."""
    try:
        _, _, kind, payload = orjson.loads(line)
        version = int(payload["schema_version"]) if kind == "town_founded" else None
    except (ValueError, TypeError, KeyError):
        version = None
    if version is None:
        raise NotOurLog(path, 1, "founds no town")
    if version > SCHEMA_VERSION:
        raise RunTooNew(folder, version)
    event = _event(path, line, 1).event
    assert isinstance(event, TownFounded)
    return event


def _event(path: Path, line: bytes, seq: int) -> Recorded:
    try:
        return read_line(line, seq)
    except (ValidationError, ValueError, TypeError) as error:
        raise NotOurLog(path, seq, "is no event") from error


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        raise RunCutOff(folder, f"there is no {MANIFEST}, which is written at its end")
    try:
        manifest: dict[str, Any] = orjson.loads(path.read_bytes())
        int(manifest["ticks"]), int(manifest["counts"]["events"]), str(manifest["digest"])
    except (ValueError, TypeError, KeyError) as error:
        raise RunCutOff(folder, f"{MANIFEST} can't be read") from error
    return manifest
