"""Whether this Python can run Townlet."""

from __future__ import annotations

import sys

from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings

OLDEST = (3, 11)


def python_version(_: Surroundings, version: tuple[int, ...] = tuple(sys.version_info[:3])) -> Finding:
    told = ".".join(map(str, version))
    if version < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        words = f"{told} is too old. Install Python {oldest} or newer, then: rm -r .venv && make setup"
        return Finding("Python", False, words)
    return Finding("Python", True, told)
