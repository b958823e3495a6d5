"""What a resident and somebody from outside have said to each other: now, and the last time."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.calendar import TICKS_PER_MINUTE, minutes
from backend.domain.questions import LineView
from backend.domain.state import Line
from backend.domain.view import View
from worker.cognition.recall import Recall

PAUSE = minutes(60)
"""Ticks of silence after which two who talk again begin anew."""
LOOKS_BACK = 600
"""Memories among which the words of the last time are looked for."""


@dataclass(frozen=True)
class Acquaintance:
    lines: tuple[LineView, ...]
    """Of this talk, oldest first."""
    before: tuple[LineView, ...]
    """Of the talks before it."""
    minutes_since: int | None
    """Since the last words of `before`; None if there are none."""


def acquaintance(
    view: View, resident: str, visitor: str, lines: tuple[Line, ...] | None = None
) -> Acquaintance:
    """A talk begins with the visit, after leave was taken, or after a long silence.

    Args:
        lines: All that they have said to each other, as far as it is kept; as the state has it if left out.
    """
    if lines is None:
        lines = view.state.attention[resident].dialogues.get(visitor, ())
    came = view.state.visitors[visitor].since if visitor in view.state.visitors else 0
    start = 0
    for number, line in enumerate(lines):
        previous = lines[number - 1] if number else None
        if previous is not None and (
            previous.ends or line.tick - previous.tick >= PAUSE or previous.tick < came <= line.tick
        ):
            start = number
    if lines and (lines[-1].ends or lines[-1].tick < came or view.tick - lines[-1].tick >= PAUSE):
        start = len(lines)
    before = lines[:start]
    since = (view.tick - before[-1].tick) // TICKS_PER_MINUTE if before else None
    return Acquaintance(_views(lines[start:]), _views(before), since)


def _views(lines: tuple[Line, ...]) -> tuple[LineView, ...]:
    return tuple(LineView(speaker=line.speaker, text=line.text) for line in lines)


def last_words(recall: Recall, resident: str, visitor: str, before: tuple[LineView, ...]) -> list[str]:
    """The resident's memories of what the visitor said the last time, as ids, newest first."""
    wanted = {line.text for line in before if line.speaker == visitor}
    stream = recall.index.of(resident)
    found: list[str] = []
    for row in range(len(stream) - 1, max(-1, len(stream) - 1 - LOOKS_BACK), -1):
        if not wanted:
            break
        event = stream[row].event
        if event.source.by == "speaker" and event.source.who == visitor and event.text in wanted:
            wanted.discard(event.text)
            found.append(event.id)
    return found
