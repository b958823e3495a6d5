"""Short handles for what a question holds, "m3" for its third memory: a model copies them without mistakes, where it
garbles ids, and can't name by them what was not put before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from backend.domain.questions import (
    Adjudicate,
    AnyQuestion,
    DetailPlan,
    Digest,
    InvalidAnswer,
    MemoryView,
    ObjectView,
    PersonView,
    PlanDay,
    React,
    Say,
    Sketch,
    Tell,
    ThingView,
)

LIKE = 0.75
"""From this likeness on, 0 to 1, a name may be meant by another word."""
CLEARLY = 2.0
"""So many times as unlike must the next be."""
_COLON = re.compile(r"\s*:\s*")
_DIGITS = re.compile(r"\d+")
_A_HANDLE = re.compile(r"[a-z]\d+")


class Handles:
    """The handles of one sort of thing.

    Args:
        what: what they are, for faults: "place".
        letter: that they begin with.
        named: (id, the words that it is also known by) in order; a second entry of the same id is left out.
    """

    def __init__(self, what: str, letter: str, named: Iterable[tuple[str, Iterable[str]]] = ()) -> None:
        self.what = what
        self._ids: dict[str, str] = {}
        self._handles: dict[str, str] = {}
        self._words: dict[str, set[str]] = {}
        for id_, words in named:
            if id_ in self._handles:
                continue
            handle = f"{letter}{len(self._ids) + 1}"
            self._ids[handle], self._handles[id_] = id_, handle
            for word in (id_, *words):
                if plain := _plain(word):
                    self._words.setdefault(plain, set()).add(id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._handles

    def __len__(self) -> int:
        return len(self._ids)

    def of(self, id_: str) -> str:
        """The handle of an id; KeyError where the question does not hold it."""
        return self._handles[id_]

    def id(self, word: str) -> str:
        """The id meant by a handle, an id, or a name; by the nearest name where only one comes near.

        Raises:
            InvalidAnswer: it is none of them, or may be several; the message lists some that are.
        """
        plain = _plain(word)
        if plain in self._ids:
            return self._ids[plain]
        if len(meant := self._words.get(plain, set())) == 1:
            return next(iter(meant))
        if not meant and not _A_HANDLE.fullmatch(plain) and (nearest := self._nearest(plain)) is not None:
            return nearest
        given = list(self._ids)
        known = ", ".join(given if len(given) <= 12 else [*given[:11], "…", given[-1]]) or "none is given"
        fault = "may be several of them" if meant else "is unknown"
        raise InvalidAnswer(f"names the {self.what} {word[:60]!r}, which {fault}; choose one of: {known}")

    def _nearest(self, plain: str) -> str | None:
        """The id with the likest name; numbers must be the same, for room 9 is no slip of room 1."""
        unlike: dict[str, float] = {}
        for word, ids in self._words.items():
            likeness = SequenceMatcher(None, plain[:120], word[:120], autojunk=False).ratio()
            if _DIGITS.findall(plain) != _DIGITS.findall(word):
                likeness = 0.0
            for id_ in ids:
                unlike[id_] = min(unlike.get(id_, 1.0), 1 - likeness)
        ranked = sorted(unlike.items(), key=lambda entry: (entry[1], entry[0]))
        if not ranked or ranked[0][1] > 1 - LIKE:
            return None
        if len(ranked) > 1 and ranked[1][1] < CLEARLY * ranked[0][1] + 0.01:
            return None
        return ranked[0][0]


def _plain(word: str) -> str:
    return " ".join(_COLON.sub(":", word.casefold()).strip(" \t\n[](){}<>\"'.,").split())


@dataclass(frozen=True)
class Names:
    """The handles of one question."""

    memories: Handles
    places: Handles
    people: Handles
    objects: Handles
    beliefs: Handles
    goals: Handles
    calendar: Handles
    offers: Handles
    may_offer: Handles
    notes: Handles


def names(question: AnyQuestion) -> Names:
    """The handles for all that an answer may name; the same question has the same."""
    heard = question.heard if isinstance(question, Digest) else ()
    memories = (*in_time(question.memories), *in_time(heard))
    offers = question.offers if isinstance(question, Say) else ()
    may_offer = question.may_offer if isinstance(question, Say) else ()
    notes = question.notes if isinstance(question, Tell) else ()
    return Names(
        memories=Handles("memory", "m", ((m.id, ()) for m in memories)),
        places=Handles("place", "p", _places(question)),
        people=Handles("person", "w", _people(question)),
        objects=Handles("thing", "t", ((o.id, (o.name, *_ends(o.id))) for o in objects(question))),
        beliefs=Handles("belief", "b", ((b.id, (b.statement,)) for b in question.beliefs)),
        goals=Handles("goal", "g", ((goal, ()) for goal in question.goals)),
        calendar=Handles("entry of the calendar", "c", ((c.id, (c.what,)) for c in question.calendar)),
        offers=Handles("offer", "f", ((o.id, (o.what,)) for o in offers)),
        may_offer=Handles("invitation", "i", ((o.id, (o.what,)) for o in may_offer)),
        notes=Handles("note", "n", ((note.id, ()) for note in notes)),
    )


def in_time(memories: Iterable[MemoryView]) -> list[MemoryView]:
    """Oldest first: so most of what a resident remembers is told in the same order from question to question, and a
    server that keeps what it has read has less to read."""
    return sorted(memories, key=lambda memory: (memory.tick, memory.id))


def people(question: AnyQuestion) -> tuple[PersonView, ...]:
    """Those whom the question is about."""
    if isinstance(question, Say | Digest):
        return (question.other, *question.others)
    if isinstance(question, React) and question.person is not None:
        return (question.person,)
    return ()


def objects(question: AnyQuestion) -> tuple[ObjectView | ThingView, ...]:
    """The things that an answer may use or change."""
    if isinstance(question, DetailPlan):
        return (*question.objects, *(o for _, there in question.elsewhere for o in there))
    return question.things if isinstance(question, Adjudicate) else ()


def _places(question: AnyQuestion) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(question, PlanDay):
        return [(p.arena, (p.name, *_ends(p.arena))) for p in question.places]
    if isinstance(question, DetailPlan):
        return [(arena, _ends(arena)) for arena in (question.arena, *(a for a, _ in question.elsewhere))]
    if isinstance(question, Adjudicate):
        return [(site.id, (*site.called, *_ends(site.id))) for site in question.sites]
    if isinstance(question, Sketch):
        rooms = [(room, _ends(room)) for site in question.sites for room in site.rooms]
        names = [*(home.name for home in question.homes), *(site.name for site in question.sites)]
        return [(name, ()) for name in names] + rooms
    return []


def _people(question: AnyQuestion) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(question, Sketch):
        return [(one.id, (one.name, one.name.split()[0])) for one in question.people]
    return [(person.id, _called(person)) for person in people(question)]


def _ends(arena: str) -> tuple[str, ...]:
    """The shorter forms of an address "world:sector:arena"."""
    parts = arena.split(":")
    return tuple(":".join(parts[start:]) for start in range(1, len(parts)))


def _called(person: PersonView) -> tuple[str, ...]:
    return (person.appearance,) if person.name is None else (person.name, *person.name.split()[:1])
