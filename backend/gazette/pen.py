"""Finds the words: phrases of one meaning stand in `phrases.yaml`, and keyed chance picks among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from backend.domain.chance import Chance
from backend.gazette.in_words import clock, clock_of_day, listed, number
from backend.gazette.paper import Sentence
from backend.gazette.record import Day, Record

PHRASES = Path(__file__).parent / "phrases.yaml"
_PART = re.compile(r"\{(\w+)(?::([^{}/]*)/([^{}]*))?\}")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Folk:
    """Residents or visitors in a phrase: each by the full name at its first mention in a section, then shortly."""

    who: tuple[str, ...]
    at_most: int = 0
    """More than these are counted instead of named; 0 names all."""


@dataclass(frozen=True)
class At:
    """A tick in a phrase: "shortly after eight"; with the part of the day unless `bare`."""

    tick: int
    bare: bool = False


def folk(*who: str, at_most: int = 0) -> Folk:
    return Folk(tuple(who), at_most)


@cache
def phrases() -> dict[str, list[str]]:
    """Every phrase by its key, in its forms."""
    loaded: dict[str, list[str]] = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return loaded


class Pen:
    """Writes one paper. The same record, day and order of calls give the same words."""

    def __init__(self, record: Record, day: Day) -> None:
        self._record = record
        self._chance = Chance(record.founded.seed, "gazette", "phrase", day.start)
        self._used: dict[str, int] = {}
        self._named: set[str] = set()

    def new_section(self) -> None:
        """From here on everybody is named in full once more."""
        self._named = set()

    def write(self, phrase: str, events: Iterable[int], **parts: str | Folk | At) -> Sentence:
        """A sentence, or a part of one. `{who:was/were}` in a phrase picks by how many `who` are.

        Raises:
            KeyError: there is no such phrase, or it has a part that is not given.
        """
        text = _PART.sub(lambda found: self._part(found, parts), self._form(phrase))
        text = text[:1].upper() + text[1:]
        return Sentence(clean(text), tuple(sorted(set(events))))

    def pick(self, purpose: str, count: int) -> int:
        """A draw below `count`, by the purpose."""
        return Chance(self._chance.seed, "gazette", purpose, self._chance.tick).below(count)

    def _form(self, phrase: str) -> str:
        """Forms take turns from a drawn one on, so that none comes back before the others were used."""
        forms = phrases()[phrase]
        turn = self._used.get(phrase, self.pick(phrase, len(forms)))
        self._used[phrase] = turn + 1
        return forms[turn % len(forms)]

    def _part(self, found: re.Match[str], parts: dict[str, str | Folk | At]) -> str:
        name, one, many = found[1], found[2], found[3]
        part = parts[name]
        if one is not None:
            single = len(part.who) == 1 if isinstance(part, Folk) else part == "one"
            return one if single else many
        if isinstance(part, At):
            minute = self._record.minute(part.tick)
            return clock(minute) if part.bare else clock_of_day(minute)
        return self._names(part) if isinstance(part, Folk) else part

    def _names(self, part: Folk) -> str:
        shown, rest = part.who, 0
        if part.at_most and len(part.who) > part.at_most:
            shown, rest = part.who[: part.at_most - 1], len(part.who) - part.at_most + 1
        names = [self._name(who) for who in shown]
        return listed([*names, f"{number(rest)} more"] if rest else names)

    def _name(self, who: str) -> str:
        people = self._record.people
        if who in self._named:
            return people.short(who)
        self._named.add(who)
        return people.full(who)


def clean(text: str) -> str:
    """Text without what a terminal would obey: control and direction-changing characters."""
    return _UNSEEN.sub(" ", text)
