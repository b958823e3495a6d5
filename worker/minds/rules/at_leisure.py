"""Whether somebody has time for a word, as far as one can see what it is doing."""

from __future__ import annotations

import re

from backend.domain.persona import Persona

_LEISURE = re.compile(
    r"(?i)^(?:rest|stroll|tak(?:ing|e) (?:a |the )?(?:walk|air|brisk|break|photograph)|walk|wait|eat|hav|drink|sit|"
    r"look|stretch|watch|chat|talk|listening to the (?:radio|others|music)|play|lying|stand|sketch|"
    r"get(?:ting)? to know|"
    r"ask|argu|improvis|rhym|feed|tell|sip|relax|shop|buy|do(?:ing)? the shopping|choos|visit|try|greet|tend)"
)
_PASSING = re.compile(r"(?i)^(?:walking by|on the way|running|jogging)\b")


def is_passing(activity: str) -> bool:
    """On the way to somewhere: there is time for a nod."""
    return _PASSING.match(activity) is not None


def is_busy(activity: str) -> bool:
    return activity != "" and _LEISURE.match(activity) is None


def is_at_work(persona: Persona, activity: str) -> bool:
    """At one of the tasks of its job; `activity` may say where."""
    if persona.job is None:
        return False
    if any(task.activity and task.activity in activity for task in persona.job.tasks):
        return True
    return "working" in activity and is_busy(activity)
