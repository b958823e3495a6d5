"""A request's words, and which things, places and people of the question they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from backend.domain.questions import Adjudicate, SiteView, ThingView

DET = r"(?:(?:the|a|an|this|that|my|our|his|her|their|its|all|all the|every|each|both|both the|some|any|old)\s+){0,2}"
"""What may stand before a name."""
IN = r"(?:in|at|inside|of|on|by|near|from|around|throughout|across|over|for|to everybody in|to everyone in)"
_ALL = re.compile(r"\b(?:all|every|each|both)\b")


def plain(text: str) -> str:
    """Small letters without accents, as many as `text` has, so that a span of one is a span of the other."""
    return "".join(unicodedata.normalize("NFKD", letter)[0].lower()[:1] or " " for letter in text)


@dataclass(frozen=True)
class Clause:
    """One thing that is asked for."""

    text: str
    """As it was written."""
    question: Adjudicate

    @property
    def plain(self) -> str:
        return plain(self.text)


@dataclass(frozen=True)
class Found:
    """Things that are meant by one name."""

    things: tuple[ThingView, ...]
    name: str
    """A pattern for it, as it is written there."""


def names_of(thing: ThingView) -> tuple[str, ...]:
    """What it may be called, longest first: "bread oven", "oven"."""
    whole = (plain(thing.name), plain(thing.kind))
    last = (name.split()[-1] for name in whole if name)
    return tuple(sorted({*whole, *last} - {""}, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=2048)
def named(name: str) -> re.Pattern[str]:
    """A name in a text, also in the plural."""
    return re.compile(rf"(?<![\w'-]){re.escape(name)}(?:s|es)?(?![\w-])")


def things_in(clause: Clause) -> list[Found]:
    """The things that a clause names, each group by the longest name that fits, in the order of its words."""
    words = clause.plain
    groups: dict[str, tuple[re.Match[str], list[ThingView]]] = {}
    for thing in clause.question.things:
        for name in names_of(thing):
            if (match := named(name).search(words)) is not None:
                groups.setdefault(name, (match, []))[1].append(thing)
                break
    longest = sorted(groups.items(), key=lambda entry: -len(entry[0]))
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Found]] = []
    for alias, (match, things) in longest:
        start, end = match.span()
        if any(start < other_end and other < end for other, other_end in taken):
            continue
        taken.append((start, end))
        whole = [thing for thing in things if alias in (plain(thing.name), plain(thing.kind))]
        found.append((start, Found(tuple(whole or things), re.escape(match.group()))))
    return [group for _, group in sorted(found, key=lambda entry: entry[0])]


def meant(clause: Clause, found: Found) -> tuple[ThingView, ...]:
    """Of several of one name: those in the place or of the owner that is named, in public places first.

    Empty where the named place has none.
    """
    things = found.things
    if there := _sites_around(clause):
        things = tuple(thing for thing in things if _stands_in(thing, there))
    elif owners := [name for name in people_in(clause) if _owns(clause, name)]:
        things = tuple(thing for thing in things if set(owners) & set(thing.of)) or things
    # Who names no place means one that all can see.
    return tuple(sorted(things, key=lambda thing: bool(thing.of)))


def all_meant(clause: Clause, found: Found) -> bool:
    """Whether it says all of them, or both."""
    return _ALL.search(clause.plain[: _start(clause, found) + 1]) is not None


def sites_in(clause: Clause, words: str | None = None) -> list[SiteView]:
    """The places that it names, by all of one of their names; the longest names first."""
    words = clause.plain if words is None else words
    found = [
        (-max(lengths), site.id, site)
        for site in clause.question.sites
        if (lengths := [len(name) for name in map(plain, site.called) if named(name).search(words)])
    ]
    return [site for *_, site in sorted(found, key=lambda entry: entry[:2])]


def bare(clause: Clause) -> Clause:
    """The clause without where its things are and whose: "set Walter's radio in the kitchen to humming" is about a
    radio."""
    text = clause.text
    for name in people_in(clause):
        owner = rf"(?<!\w){re.escape(plain(name.split()[0]))}(?:\s+{re.escape(plain(name.split()[-1]))})?['’]s?\s+"
        text = _cut(text, owner, "the ")
    things = [match for thing in clause.question.things for match in names_of(thing)]
    for name in _names(sites_in(clause)):
        # What stands in a garden may be called by it: "the garden bench".
        beside = [re.escape(own) for own in things if name in own]
        unless = rf"(?!{'|'.join(sorted(set(beside), key=len, reverse=True))})" if beside else ""
        text = _cut(text, rf"\s+{IN}\s+{DET}{unless}{re.escape(name)}(?:s|es)?(?![\w-])", "")
        text = _cut(text, rf"(?<!\w){re.escape(name)}['’]s?\s+", "")
    return Clause(text, clause.question)


def _cut(text: str, pattern: str, instead: str) -> str:
    while (match := re.search(pattern, plain(text))) is not None:
        text = f"{text[: match.start()]}{instead}{text[match.end() :]}"
    return text


def people_in(clause: Clause) -> list[str]:
    """The residents named, whole or by the first name, in the order of the words."""
    words = clause.plain
    found = [
        (match.start(), name)
        for name in clause.question.people
        if (match := named(plain(name.split()[0])).search(words)) is not None
        or (match := named(plain(name)).search(words)) is not None
    ]
    return [name for _, name in sorted(found)]


def _owns(clause: Clause, name: str) -> bool:
    return re.search(rf"\b{re.escape(plain(name.split()[0]))}(?:\s+\w+)?['’]s?\s", clause.plain) is not None


def place_of(clause: Clause) -> SiteView | None:
    """The one place that it names: "the washroom of the café" is one of several washrooms."""
    sites = sorted(sites_in(clause), key=lambda site: site.private)
    houses = [site for site in sites if site.id.count(":") <= 1]
    rooms = [site for site in sites if site.id.count(":") > 1]
    within = [room for room in rooms if any(room.id.startswith(f"{house.id}:") for house in houses)]
    return next(iter([*within, *houses, *rooms]), None)


def _sites_around(clause: Clause) -> list[SiteView]:
    """The places in which the clause says that the thing is."""
    words = clause.plain
    sites = [
        site
        for site in clause.question.sites
        if any(re.search(rf"\b{IN}\s+{DET}{re.escape(plain(name))}\b", words) for name in site.called)
        or any(re.search(rf"\b{re.escape(plain(name))}['’]s?\s", words) for name in site.called)
    ]
    rooms = [site for site in sites if site.id.count(":") > 1]
    houses = [site for site in sites if site.id.count(":") <= 1]
    # "In the kitchen of Mill House" is one kitchen of several.
    within = [room for room in rooms if any(room.id.startswith(f"{house.id}:") for house in houses)]
    return within or houses or rooms


def _stands_in(thing: ThingView, sites: Iterable[SiteView]) -> bool:
    return any(site.id == thing.arena or thing.arena.startswith(f"{site.id}:") for site in sites)


def _start(clause: Clause, found: Found) -> int:
    match = re.search(found.name, clause.plain)
    return match.start() if match is not None else 0


def _names(sites: Iterable[SiteView]) -> list[str]:
    return sorted({plain(name) for site in sites for name in site.called}, key=lambda name: -len(name))
