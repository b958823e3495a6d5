"""From whom each resident has something, back to whoever knew it from the start or heard it announced.

Who knows is counted as the API and the page count it (`backend.domain.spread`).
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Any

from backend.domain import events as e
from backend.domain.events import Recorded
from backend.domain.spread import Held, knowers, told_from


@dataclass(frozen=True)
class Telling:
    """A line that was really said, and who has an item of news from it."""

    speaker: str
    hearer: str
    tick: int
    seq: int
    """Of the line in the log."""
    line: str
    overheard: bool

    def document(self) -> dict[str, Any]:
        return {
            "speaker": self.speaker,
            "hearer": self.hearer,
            "tick": self.tick,
            "seq": self.seq,
            "line": self.line,
            "overheard": self.overheard,
        }


@dataclass(frozen=True)
class Announcement:
    """Words that were announced at a tick, be it in several rooms, and who has them by now."""

    text: str
    tick: int
    chains: dict[str, list[Telling] | None]
    """By resident: the tellings from one who heard it announced, in order; None where no such chain leads to it."""


@dataclass
class Tellings:
    """Fed with a log, in order."""

    _lines: dict[tuple[str, str], list[Recorded]] = field(default_factory=dict)
    """(speaker, memory) to the lines that passed it on."""
    _memories: dict[str, e.Remembered] = field(default_factory=dict)
    _ticks: dict[str, int] = field(default_factory=dict)
    _held: dict[str, Held] = field(default_factory=dict)
    _carrying: dict[str, list[Held]] = field(default_factory=dict)
    """By item of news: the memories that carry it."""
    _announced: dict[str, tuple[str, int, list[Held]]] = field(default_factory=dict)
    """By percept: the words, the tick, the memories of those who heard them announced."""

    def feed(self, recorded: Recorded) -> None:
        event = recorded.event
        if isinstance(event, e.Said):
            for memory in event.tells:
                self._lines.setdefault((event.speaker, memory), []).append(recorded)
        elif isinstance(event, e.Remembered):
            self._memories[event.id] = event
            self._ticks[event.id] = recorded.tick
            told = next(iter(event.source.memories), None) if event.source.by == "speaker" else None
            held = Held(event.id, event.resident, recorded.tick, recorded.seq, told)
            self._held[event.id] = held
            if event.news is not None:
                self._carrying.setdefault(event.news, []).append(held)
            if event.percept in self._announced:
                self._announced[event.percept][2].append(held)
        elif isinstance(event, e.Announced):
            percept = f"announced|{recorded.tick}|{event.text}"
            self._announced.setdefault(percept, (event.text, recorded.tick, []))

    def knowers(self, item: str) -> list[str]:
        return sorted(knower.held.resident for knower in knowers(self._carrying.get(item, ())))

    def announcements(self) -> list[Announcement]:
        """All that was announced, in order."""
        found = []
        for text, tick, heard in self._announced.values():
            roots = {held.id for held in heard}
            know = knowers(self._held[one] for one in told_from(self._held, roots))
            chains = {knower.held.resident: self._chain(knower.held.id, roots) for knower in know}
            found.append(Announcement(text, tick, chains))
        return found

    def chain(self, item: str, resident: str) -> list[Telling] | None:
        """The tellings from the first who knew to `resident`, in order; empty for one who knew from the start.

        None: it knows, but no chain of lines that were really said leads to it.
        """
        first = min(
            (held for held in self._carrying[item] if held.resident == resident), key=lambda held: held.seq
        )
        return self._chain(first.id, None)

    def _chain(self, memory: str, roots: Set[str] | None) -> list[Telling] | None:
        """Back to one of the memories `roots`; None: to one from before the first day."""
        held = self._memories[memory]
        chain: list[Telling] = []
        seen: set[str] = set()
        while (held.source.by != "scenario") if roots is None else (held.id not in roots):
            told = self._told(held)
            if held.id in seen or told is None:
                return None
            seen.add(held.id)
            telling, held = told
            chain.append(telling)
        return chain[::-1]

    def _told(self, heard: e.Remembered) -> tuple[Telling, e.Remembered] | None:
        """The line that a memory comes from, and the speaker's own memory; None where there is no such line."""
        speaker, source = heard.source.who, next(iter(heard.source.memories), None)
        told = self._memories.get(source or "")
        if heard.source.by != "speaker" or speaker is None or told is None:
            return None
        if told.resident != speaker or told.news != heard.news:
            return None
        for line in self._lines.get((speaker, told.id), ()):
            if line.tick == self._ticks[heard.id]:
                assert isinstance(line.event, e.Said)
                overheard = heard.resident not in line.event.to
                telling = Telling(speaker, heard.resident, line.tick, line.seq, line.event.text, overheard)
                return telling, told
        return None


def told_in(log: Iterable[Recorded]) -> Tellings:
    """The tellings of a whole log."""
    tellings = Tellings()
    for recorded in log:
        tellings.feed(recorded)
    return tellings
