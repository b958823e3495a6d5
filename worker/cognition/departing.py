"""What others make of it that somebody has left the town: who saw it, who was told, who knows."""

from __future__ import annotations

from backend.domain.departure import GONE, tells_of_departure
from backend.domain.events import Remembered, Source
from backend.domain.view import View
from worker.cognition.recall import Recall
from worker.cognition.telling import called

WEIGHT = 7
"""Importance: enough to be told on."""


def saw_go(recall: Recall, view: View, witness: str, gone: str) -> Remembered:
    """The memory of who had it in sight."""
    return _noted(recall, view, witness, gone, Source(by="perception"))


def told_gone(recall: Recall, view: View, resident: str, gone: str) -> Remembered:
    """The memory of who shared its home, its work or an appointment with it, and finds out."""
    return _noted(recall, view, resident, gone, Source(by="intervention"))


def knows_gone(recall: Recall, view: View, resident: str, other: str) -> str | None:
    """The memory by which it knows that `other` is gone, its last one; None where it does not know, or is wrong."""
    if other not in view.state.departed:
        return None
    stream = recall.index.of(resident)
    for row in range(len(stream) - 1, -1, -1):
        event = stream[row].event
        if stream[row].tick < view.state.departed[other].since:
            return None
        if tells_of_departure(event.text, event.about, other):
            return event.id
    return None


def _noted(recall: Recall, view: View, resident: str, gone: str, source: Source) -> Remembered:
    name = called(view, resident, gone)
    text = f"{name[0].upper()}{name[1:]} {GONE}."
    return recall.notebook(view, resident).note(text, "observation", source, about=(gone,), weight=WEIGHT)
