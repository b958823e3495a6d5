"""What is wrong with a scenario: each fault says where it is and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

LONGEST_NAME = 200
"""Characters of a name that are looked at: comparing longer ones takes long."""
TOLD_AT_ONCE = 100
"""Faults in the text of the exception, which carries all of them besides."""
MOST_FAULTS = 1000
"""Whoever has more gets the others when these are mended: each takes time to word."""
LONGEST_WORDS = 300
"""Characters of a fault's place and message."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that keeps a scenario from being lived in."""

    file: str
    """Relative to the scenario's folder: "residents/ana.yaml"."""
    place: str
    """Where in the file: "line 14, job.hours.monday[0]", or for a map "objects layer, counter"."""
    message: str
    """What is wrong."""
    remedy: str
    """What to do about it."""

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return f"{where}: {self.message} {self.remedy}"


class ScenarioInvalid(Exception):
    """The scenario has faults; no town starts on it until all of them are mended."""

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        self.name = name
        self.faults = faults
        lines = [f"  {fault}" for fault in faults[:TOLD_AT_ONCE]]
        lines += [f"  … and {len(faults) - TOLD_AT_ONCE} more"] if len(faults) > TOLD_AT_ONCE else []
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__(
            "\n".join([f"The scenario {name!r} has {count}; mend them, then try again:", *lines])
        )


class Enough(Exception):
    """There are so many faults that nobody reads on."""


class Findings:
    """Gathers faults, so that all of them can be told at once. Raises Enough where there are too many."""

    def __init__(self) -> None:
        self._faults: set[Fault] = set()

    def add(self, file: str, place: str, message: str, remedy: str) -> None:
        if len(self._faults) >= MOST_FAULTS:
            raise Enough
        self._faults.add(Fault(*(_as_shown(words) for words in (file, place, message, remedy))))

    def __bool__(self) -> bool:
        return bool(self._faults)

    def faults(self) -> tuple[Fault, ...]:
        """Sorted by file, then by place; a line's number counts as a number."""
        told = sorted(self._faults, key=_reading_order)
        if len(told) >= MOST_FAULTS:
            told.append(
                Fault("…", "", f"There are {MOST_FAULTS} faults or more.", "Mend these; the others follow.")
            )
        return tuple(told)


def _as_shown(words: str) -> str:
    """What a file quotes may be anything; on a terminal and in JSON it must be plain text in one line."""
    seen = "".join(
        letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words[:LONGEST_WORDS]
    )
    return seen if len(words) <= LONGEST_WORDS else f"{seen}…"


def _reading_order(fault: Fault) -> tuple[str, int, Fault]:
    head = fault.place.removeprefix("line ").split(",")[0]
    return fault.file, int(head) if head.isdigit() else 0, fault


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy for a name that nobody knows: the nearest known one, else the sentence `otherwise`."""
    near = get_close_matches(word[:LONGEST_NAME], sorted(known), n=1, cutoff=0.6)
    return f"Did you mean {near[0]!r}?" if near else otherwise
