"""How news went from mouth to mouth in a life, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.scenario import News
from tests.a_life import Life


class Rumours:
    """Every memory and line of a life, by which news can be followed back to where it came from."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self.memories: dict[str, e.Remembered] = {}
        self._since: dict[tuple[str | None, str], int] = {}
        """(news, resident) to the tick of its first memory of it."""
        for tick, memory in life.all(e.Remembered):
            self.memories[memory.id] = memory
            self._since.setdefault((memory.news, memory.resident), tick)
        self._ticks = {memory.id: tick for tick, memory in life.all(e.Remembered)}
        self._said = {(told, line.speaker, tick) for tick, line in life.all(e.Said) for told in line.tells}

    def knows(self, news: News, resident: str, tick: int) -> bool:
        """Whether a memory of the resident holds the news at `tick`."""
        since = self._since.get((news.id, resident))
        return since is not None and since <= tick

    def lines_with(self, *words: str) -> Iterator[tuple[int, e.Said]]:
        """The lines in which any of `words` occurs."""
        for tick, line in self._life.all(e.Said):
            if any(word in line.text.lower() for word in words):
                yield tick, line

    def source(self, memory: str) -> str:
        """The resident who knew from the start what a memory holds.

        Raises:
            AssertionError: the chain of tellers breaks; the message says where.
        """
        held = self.memories[memory]
        for _ in range(len(self.memories)):
            if held.source.by == "scenario":
                return held.resident
            assert held.source.by == "speaker", f"{held.id} came to {held.resident} by {held.source.by}"
            assert len(held.source.memories) == 1, f"{held.id} comes of no one memory"
            told = self.memories[held.source.memories[0]]
            assert told.resident == held.source.who, f"{held.source.who} told {told.id}, which is not its own"
            assert told.news == held.news, f"{held.id} is of {held.news}, but {told.id} of {told.news}"
            assert self._was_said(told, held), f"nobody said {told.id} when {held.resident} heard it"
            held = told
        raise AssertionError(f"{memory} comes of itself")

    def _was_said(self, told: e.Remembered, heard: e.Remembered) -> bool:
        """Whether it was said at that moment, to whoever heard it or nearby (`test_overhearing.py` holds how near)."""
        return (told.id, told.resident, self._ticks[heard.id]) in self._said
