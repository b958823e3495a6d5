"""Reads a file of a scenario that may have come from a stranger: a plain one, of a bounded size, of its folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from backend.scenarios.faults import Findings


def is_there(path: Path) -> bool:
    """Whether there is anything of that name, a broken link included."""
    return os.path.lexists(path)


def read_plain(path: Path, file: str, most: int, findings: Findings, if_missing: str) -> str | None:
    """The text of `path`, called `file` in faults; None if it can't be had, with the reason in `findings`.

    `most` is in bytes. No link may lead out of the scenario's folder: what a fault quotes would else show files
    that are nobody's business.
    """
    if not is_there(path):
        findings.add(file, "", "The file is missing.", if_missing)
        return None
    home = os.path.realpath(path.parent if file.startswith("../") else _folder(path, file))
    if os.path.commonpath([home, os.path.realpath(path)]) != home:
        findings.add(
            file, "", "It is a link that leaves the scenario's folder.", "Put the file itself there."
        )
        return None
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            findings.add(file, "", "It is no plain file.", f"Put a file there. {if_missing}")
            return None
        if about.st_size > most:
            findings.add(file, "", f"The file is larger than {most} bytes.", "Split it or make it smaller.")
            return None
        with path.open("rb") as opened:
            content = opened.read(most)
    except OSError as error:
        findings.add(
            file, "", f"The file can't be read: {error.strerror}.", "See whose it is, and its rights."
        )
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.add(file, f"byte {error.start}", "The file is not UTF-8 text.", "Save it as UTF-8.")
        return None


def _folder(path: Path, file: str) -> Path:
    """The scenario's folder: `file` is relative to it."""
    return path.parents[file.count("/")]
