"""What is claimed in talk, and whether the speaker had it from anywhere.

A line claims something for each memory that it passes on, for each item of news that it speaks of, and for each
resident whom it names. A claim has a source where the speaker held that memory, a memory of that item, or knew that
name: by acquaintance, or from a memory whose text has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from backend.domain import events as e
from backend.domain.scenario import News, Scenario
from backend.domain.state import TownState

SPOKEN_OF = 0.7
"""The share of an item's words of weight from which a line speaks of it."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_WEIGHTY = 4
"""Letters from which a word counts."""


@dataclass
class Claims:
    """Fed with every event before it takes effect."""

    scenario: Scenario
    total: int = 0
    without_source: list[str] = field(default_factory=list)
    """What was claimed without one, in words."""
    _held: dict[str, set[str]] = field(default_factory=dict)
    _items: dict[str, set[str]] = field(default_factory=dict)
    _read: dict[str, set[str]] = field(default_factory=dict)
    """By resident: the memories it holds, the items of news it knows of, the words of its memories."""

    def __post_init__(self) -> None:
        self._names = {
            name: persona.id for persona in self.scenario.personas.values() for name in persona.name.split()
        }
        world = self.scenario.world
        places = {sector.name for sector in world.sectors.values()}
        places |= {arena.name for arena in world.arenas.values()}
        # A place may be called as a person is: Johnson Park, Isabella Rodriguez's apartment.
        self._places = re.compile("|".join(map(re.escape, sorted(places, key=len, reverse=True))))
        self._news = [(item, _weighty(item)) for item in self.scenario.news]
        for persona in self.scenario.personas.values():
            own = f"{persona.name} {persona.about} {persona.currently}"
            self._read[persona.id] = set(_WORD.findall(own))

    def feed(self, event: e.AnyEvent, state: TownState) -> None:
        if isinstance(event, e.Remembered):
            self._held.setdefault(event.resident, set()).add(event.id)
            self._read.setdefault(event.resident, set()).update(_names_in(event.text))
            if event.news is not None:
                self._items.setdefault(event.resident, set()).add(event.news)
        elif isinstance(event, e.Said) and event.speaker in state.residents:
            self._line(event, state)

    def _line(self, line: e.Said, state: TownState) -> None:
        speaker = line.speaker
        for memory in line.tells:
            self._count(memory in self._held.get(speaker, ()), f"{speaker} tells {memory}")
        words = set(map(str.lower, _WORD.findall(line.text)))
        for item, weighty in self._news:
            if len(weighty & words) >= SPOKEN_OF * len(weighty):
                known = item.id in self._items.get(speaker, ())
                self._count(known, f"{speaker} speaks of {item.id}: {line.text}")
        for name in sorted(_names_in(self._places.sub("", line.text)) & set(self._names)):
            person = self._names[name]
            known = (
                person == speaker
                or state.residents[speaker].knows_name_of(person)
                or name in self._read[speaker]
                or any(name in _names_in(said) for said in self._heard(line, state))
            )
            self._count(known, f"{speaker} names {name}: {line.text}")

    def _heard(self, line: e.Said, state: TownState) -> list[str]:
        """What the others have said in this talk."""
        talk = state.talks.get(line.talk or "")
        if talk is not None:
            return [each.text for each in talk.lines if each.speaker != line.speaker]
        dialogues = state.attention[line.speaker].dialogues
        return [each.text for other in line.to for each in dialogues.get(other, ())]

    def _count(self, has_source: bool, claim: str) -> None:
        self.total += 1
        if not has_source:
            self.without_source.append(claim)


def _weighty(item: News) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(item.text) if len(word) >= _WEIGHTY)


def _names_in(text: str) -> set[str]:
    """The words that begin with a capital letter, without a possessive ending."""
    return {re.sub(r"['’]s?$", "", word) for word in _WORD.findall(text) if word[0].isupper()}
