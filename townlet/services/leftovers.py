"""Ends what a supervisor left behind that was killed itself.

The kernel ends the processes that a supervisor started (see ``leash``), but not what these had forked. Every
supervised process carries a mark in its environment, and so do its children.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

MARK = "TOWNLET_SUPERVISED_IN"
"""The environment variable that names the home."""


def end_leftovers(home: Path) -> None:
    """Kills marked processes of ``home``. Only for who holds its lock: no other supervisor lives there."""
    for pid in marked(home):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def marked(home: Path) -> Iterator[int]:
    """The processes that a supervisor of ``home`` started, and their children."""
    mark = f"{MARK}={home}".encode()
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes()
        except OSError:  # gone since, or another user's
            continue
        if mark in environment.split(b"\0"):
            yield int(process.name)
