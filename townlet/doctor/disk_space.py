"""Whether there is room for what will happen."""

from __future__ import annotations

import shutil

from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

LEAST = 1_000_000_000
"""Bytes; Postgres stops all towns when it can't write."""


def disk_space(around: Surroundings, least: int = LEAST) -> Finding:
    folder = around.home
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB free for {around.home}"
    if free < least:
        words = (
            f"{told}, {least / 1e9:.1f} GB should be. Delete towns on the first page, or move TOWNLET_HOME"
        )
        return Finding("Disk", False, words)
    return Finding("Disk", True, told)
