"""From whom each resident has an item of news, back to whoever knew it from the start."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from backend.domain import events as e
from backend.domain.events import Recorded


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


@dataclass
class Tellings:
    """Fed with a log, in order."""

    _lines: dict[tuple[str, str], list[Recorded]] = field(default_factory=dict)
    """(speaker, memory) to the lines that passed it on."""
    _memories: dict[str, e.Remembered] = field(default_factory=dict)
    _ticks: dict[str, int] = field(default_factory=dict)
    _first: dict[tuple[str, str], str] = field(default_factory=dict)
    """(item, resident) to its first memory of it."""

    def feed(self, recorded: Recorded) -> None:
        event = recorded.event
        if isinstance(event, e.Said):
            for memory in event.tells:
                self._lines.setdefault((event.speaker, memory), []).append(recorded)
        elif isinstance(event, e.Remembered):
            self._memories[event.id] = event
            self._ticks[event.id] = recorded.tick
            if event.news is not None:
                self._first.setdefault((event.news, event.resident), event.id)

    def knowers(self, item: str) -> list[str]:
        return sorted(resident for news, resident in self._first if news == item)

    def chain(self, item: str, resident: str) -> list[Telling] | None:
        """The tellings from the first who knew to `resident`, in order; empty for one who knew from the start.

        None: it knows, but no chain of lines that were really said leads to it.
        """
        held = self._memories[self._first[item, resident]]
        chain: list[Telling] = []
        seen: set[str] = set()
        while held.source.by != "scenario":
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
    tellings = Tellings()
    for recorded in log:
        tellings.feed(recorded)
    return tellings
