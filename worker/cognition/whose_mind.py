"""Who is to answer for a resident: the built-in mind, or a model (design, section 6)."""

from __future__ import annotations

from typing import Literal

from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.view import View

LATELY = TICKS_PER_HOUR
"""Ticks for which the last words with a person, or its eye on a resident, count."""


def whose_mind(view: View, resident: str) -> Literal["rules", "model"]:
    """As it was set for the resident, or for the town.

    `auto` is the mind that the scenario names for it, else the model while somebody from outside is near or follows it.
    """
    chosen = view.state.mind_of(resident)
    if chosen == "auto":
        chosen = view.persona(resident).mind
    if chosen == "auto":
        return "model" if _is_minded_from_outside(view, resident) else "rules"
    return chosen


def _is_minded_from_outside(view: View, resident: str) -> bool:
    """A person who walks about in the town is in sight, or spoke with the resident or followed it lately."""
    if any(view.in_sight(resident, visitor) for visitor in view.state.visitors):
        return True
    attention = view.state.attention[resident]
    last = [lines[-1].tick for lines in attention.dialogues.values() if lines]
    followed = [] if attention.followed is None else [attention.followed]
    return any(view.tick - tick <= LATELY for tick in (*last, *followed))
