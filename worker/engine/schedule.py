"""What waits in an engine for its tick: inputs that their senders scheduled, answers that a record has a stamp for,
armed interventions whose condition was met.
"""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass

from backend.domain.inputs import AnswerGiven, Arrived, Stamp


@dataclass(frozen=True)
class Due:
    """An armed intervention that is to be fired."""

    armed: str


Entry = Arrived | AnswerGiven | Due
_FIRST = -1
"""The rank of what is fired: before all that people send in that tick, so that it does not matter when that comes."""
_ON_ARRIVAL = 2**40
"""From this rank on comes what nobody scheduled: after all that has a stamp, in the order of its arrival."""


class Schedule:
    """Entries in the order of their stamps, each once."""

    def __init__(self) -> None:
        self._entries: list[tuple[Stamp, Entry]] = []
        self._known: set[tuple[type[Entry], str]] = set()
        self._arrivals = 0

    def put(self, stamp: Stamp, entry: Entry) -> None:
        """Nothing happens where it is known already."""
        if _name(entry) in self._known:
            return
        self._known.add(_name(entry))
        insort(self._entries, (stamp, entry), key=_rank)

    def put_first(self, tick: int, entry: Entry) -> None:
        """Before all else of the tick."""
        self.put(Stamp(tick, _FIRST), entry)

    def put_last(self, tick: int, entry: Entry) -> None:
        """After all else of the tick, and after what was put there before."""
        self._arrivals += 1
        self.put(Stamp(tick, _ON_ARRIVAL + self._arrivals), entry)

    def next_tick(self) -> int | None:
        return self._entries[0][0].tick if self._entries else None

    def pop_due(self, tick: int) -> tuple[Stamp, Entry] | None:
        """Takes the first entry if it is due by `tick`."""
        if not self._entries or self._entries[0][0].tick > tick:
            return None
        due = self._entries.pop(0)
        self._known.remove(_name(due[1]))
        return due

    def pop_fired(self, tick: int) -> Due | None:
        """Takes the first entry if it is due by `tick` and to be fired."""
        if not self._entries or self._entries[0][0].tick > tick:
            return None
        _, entry = self._entries[0]
        if not isinstance(entry, Due):
            return None
        del self._entries[0]
        self._known.remove(_name(entry))
        return entry

    def has_answer_to(self, question: str) -> bool:
        return (AnswerGiven, question) in self._known

    def has_reply_at(self, stamp: Stamp) -> bool:
        """Whether anybody's answer to what was said at `stamp` is among them."""
        end = f"@{stamp.tick}.{stamp.order}"
        return any(
            isinstance(entry, AnswerGiven) and entry.question.endswith(end) for _, entry in self._entries
        )


def _key(entry: Entry) -> str:
    match entry:
        case AnswerGiven():
            return entry.question
        case Due():
            return entry.armed
        case Arrived():
            return entry.key


def _name(entry: Entry) -> tuple[type[Entry], str]:
    """People choose the keys of their inputs: one may look like that of a question."""
    return type(entry), _key(entry)


def _rank(item: tuple[Stamp, Entry]) -> tuple[int, int, str]:
    stamp, entry = item
    return stamp.tick, stamp.order, _key(entry)
