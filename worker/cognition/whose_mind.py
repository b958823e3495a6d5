"""Who is to answer for a resident: the built-in mind, or a model (design, section 6)."""

from __future__ import annotations

from typing import Literal

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.view import View

LATELY = TICKS_PER_HOUR
"""Ticks for which a person's visit counts after the last words with it."""


def whose_mind(view: View, resident: str) -> Literal["rules", "model"]:
    """As it was set for the resident, or for the town; `auto` is the model while somebody from outside is near."""
    chosen = view.state.mind_of(resident)
    if chosen == "auto":
        return "model" if _has_company_from_outside(view, resident) else "rules"
    return chosen


def _has_company_from_outside(view: View, resident: str) -> bool:
    """Somebody who walks about in the town is in sight, or spoke with the resident a short while ago."""
    if any(view.in_sight(resident, visitor) for visitor in view.state.visitors):
        return True
    dialogues = view.state.attention[resident].dialogues.values()
    return any(lines and view.tick - lines[-1].tick <= LATELY for lines in dialogues)
