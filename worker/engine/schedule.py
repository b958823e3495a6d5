"""What waits in an engine for its tick: inputs that their senders scheduled, answers that a record has a stamp for,
armed interventions whose condition was met.
"""

from __future__ import annotations

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

    def put(self, stamp: Stamp, entry: Entry) -> None:
        """Nothing happens where it is known already."""
        if any(_is_same(entry, known) for _, known in self._entries):
            return
        self._entries.append((stamp, entry))
        self._entries.sort(key=lambda item: (item[0].tick, item[0].order, _key(item[1])))

    def put_first(self, tick: int, entry: Entry) -> None:
        """Before all else of the tick."""
        self.put(Stamp(tick, _FIRST), entry)

    def put_last(self, tick: int, entry: Entry) -> None:
        """After all else of the tick, and after what was put there before."""
        self.put(Stamp(tick, _ON_ARRIVAL + len(self._entries)), entry)

    def next_tick(self) -> int | None:
        return self._entries[0][0].tick if self._entries else None

    def pop_due(self, tick: int) -> tuple[Stamp, Entry] | None:
        """Takes the first entry if it is due by `tick`."""
        return self._entries.pop(0) if self._entries and self._entries[0][0].tick <= tick else None

    def pop_fired(self, tick: int) -> Due | None:
        """Takes the first entry if it is due by `tick` and to be fired."""
        if not self._entries or self._entries[0][0].tick > tick:
            return None
        _, entry = self._entries[0]
        if not isinstance(entry, Due):
            return None
        del self._entries[0]
        return entry

    def has_answer_to(self, question: str) -> bool:
        return any(
            isinstance(entry, AnswerGiven) and entry.question == question for _, entry in self._entries
        )

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


def _is_same(one: Entry, other: Entry) -> bool:
    """People choose the keys of their inputs: one may look like that of a question."""
    return type(one) is type(other) and _key(one) == _key(other)
