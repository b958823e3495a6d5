"""What all questions have in common."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from backend.domain.events import QuestionKind
from backend.domain.questions import DELAY, BodyView
from backend.domain.view import View
from worker.cognition.believing import held
from worker.cognition.body import felt
from worker.cognition.committing import calendar
from worker.cognition.telling import activity, now
from worker.cognition.whose_mind import whose_mind


def common(
    view: View,
    kind: QuestionKind,
    resident: str,
    part: int | None = None,
    about: Collection[str] = (),
) -> dict[str, Any]:
    """The fields that every question has.

    Its key holds kind, resident and tick; where several of a kind may be asked at one tick, `part` tells them apart.
    `about` are the people whom it concerns: the beliefs about them come first.
    """
    delay, me = DELAY[kind], view.state.residents[resident]
    return {
        "key": f"{kind}:{resident}@{view.tick}" + ("" if part is None else f".{part}"),
        "resident": resident,
        "tick": view.tick,
        "effect": None if delay is None else view.tick + delay,
        "seed": view.seed,
        "now": now(view),
        "minute": view.scenario.calendar.minute_of_day(view.tick),
        "persona": view.persona(resident),
        "activity": activity(view, resident),
        "mind": whose_mind(view, resident),
        "calendar": calendar(view, resident),
        "body": _body(view, resident),
        "goals": tuple(goal.text for goal in me.goals.values() if goal.status == "open"),
        "beliefs": held(view, resident, about),
        "weather": view.state.weather,
        "language": view.scenario.language,
    }


def _body(view: View, resident: str) -> BodyView:
    body = felt(view, resident)
    return BodyView(energy=body.energy, hunger=body.hunger, company=body.company, mood=body.mood)
