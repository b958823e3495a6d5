"""Named places at which a process can be told to die, so that tests can kill it between any two commits."""

from __future__ import annotations

import fcntl
import os
import signal
from pathlib import Path
from typing import Literal

FailPoint = Literal[
    "input-before",
    "input-within",
    "input-after",
    "commit-before",
    "commit-within",
    "commit-after",
    "engine-after-commit",
    "engine-after-hints",
    "mind-claimed",
    "answer-before",
    "answer-within",
    "answer-after",
]
"""Along the circle; "within" is with a transaction written but not committed."""

FAILPOINTS = "TOWNLET_FAILPOINTS"
"""Names a folder; a file NAME in it that holds the number n kills whoever passes NAME for the n-th time."""


def fail_point(name: FailPoint) -> None:
    """Dies here by SIGKILL if the environment asks for it; otherwise costs one look at the environment."""
    folder = os.environ.get(FAILPOINTS)
    if folder is not None and _due(Path(folder) / name):
        os.kill(os.getpid(), signal.SIGKILL)


def _due(path: Path) -> bool:
    """Counts this passing, over all processes that share the folder."""
    try:
        with path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            left = int(file.read().strip() or "1") - 1
            file.seek(0)
            file.truncate()
            file.write(str(left))
            file.flush()
            if left == 0:
                path.unlink()
            return left == 0
    except FileNotFoundError:
        return False
