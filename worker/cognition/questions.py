"""What all questions have in common."""

from __future__ import annotations

from typing import Any

from backend.domain.events import QuestionKind
from backend.domain.questions import DELAY
from backend.domain.view import View
from worker.cognition.telling import activity, now


def common(view: View, kind: QuestionKind, resident: str) -> dict[str, Any]:
    """The fields that every question has; its key holds kind, resident and tick, which no two questions share."""
    delay = DELAY[kind]
    return {
        "key": f"{kind}:{resident}@{view.tick}",
        "resident": resident,
        "tick": view.tick,
        "effect": None if delay is None else view.tick + delay,
        "seed": view.seed,
        "now": now(view),
        "minute": view.scenario.calendar.minute_of_day(view.tick),
        "persona": view.persona(resident),
        "activity": activity(view, resident),
    }
