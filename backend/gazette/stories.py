"""What went from mouth to mouth: every memory that a speaker left in a hearer, followed back to its root."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from backend.domain import events as e


@dataclass(frozen=True)
class Telling:
    teller: str
    hearer: str
    tick: int
    talk: str | None
    events: tuple[int, ...]
    """The hearer's new memory, and the line if there was one."""
    line: e.Said | None
    """What was said, where the log has it."""
    first: bool
    """Whether the hearer had not known it."""


@dataclass
class Story:
    """One item that somebody told somebody; `key` is the id of its news, or of its first memory."""

    key: str
    text: str
    news: bool
    importance: int
    knew: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Who knows it, since which tick and by which event."""
    tellings: list[Telling] = field(default_factory=list)

    def knowers(self, before: int) -> list[str]:
        """Who knew it before a tick, by id."""
        return sorted(who for who, (tick, _) in self.knew.items() if tick < before)

    def told(self, start: int, end: int) -> list[Telling]:
        """The tellings from `start` to before `end` that were new to their hearers."""
        return [telling for telling in self.tellings if telling.first and start <= telling.tick < end]


def stories_of(log: Iterable[e.Recorded]) -> list[Story]:
    """Every story of a log in the order of its first memory. News that nobody has told is one, too."""
    stories: dict[str, Story] = {}
    key_of: dict[str, str] = {}
    lines: dict[tuple[str, str], list[e.Recorded]] = {}
    for recorded in log:
        match recorded.event:
            case e.Said() as said:
                for hearer in said.to:
                    lines.setdefault((said.speaker, hearer), []).append(recorded)
            case e.Remembered() as memory:
                told = memory.source.by == "speaker" and memory.source.who is not None
                key = memory.news or next(
                    (key_of[root] for root in memory.source.memories if told and root in key_of), memory.id
                )
                key_of[memory.id] = key
                if key not in stories:
                    stories[key] = Story(key, memory.text, memory.news is not None, memory.importance)
                story = stories[key]
                if memory.source.by == "thought":
                    continue
                first = memory.resident not in story.knew
                story.knew.setdefault(memory.resident, (recorded.tick, recorded.seq))
                if told and memory.source.who is not None:
                    spoken = _line(lines.get((memory.source.who, memory.resident), []), memory)
                    story.tellings.append(
                        Telling(
                            memory.source.who,
                            memory.resident,
                            recorded.tick,
                            memory.source.talk,
                            (recorded.seq,) if spoken is None else (spoken.seq, recorded.seq),
                            spoken.event if spoken is not None and isinstance(spoken.event, e.Said) else None,
                            first,
                        )
                    )
    return [story for story in stories.values() if story.news or story.tellings]


def _line(said: list[e.Recorded], heard: e.Remembered) -> e.Recorded | None:
    """The latest line that passed on what was heard."""
    for recorded in reversed(said):
        line = recorded.event
        if not isinstance(line, e.Said):
            continue
        if set(line.tells) & set(heard.source.memories) or (line.talk is None and line.text == heard.text):
            return recorded
    return None
