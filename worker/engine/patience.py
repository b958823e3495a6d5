"""What fails again and again is tried less and less often: an action refused, a plan that its mind can't make."""

from __future__ import annotations

from backend.domain.calendar import minutes
from backend.domain.state import Attention

UNDAUNTED = 3
"""Setbacks in a row after which one still tries again at once."""
LONGEST = minutes(30)
"""Ticks that one waits at most before it tries again."""


def tries_again(attention: Attention) -> int:
    """The tick from which the resident turns to its plan again: twice as long after each setback in a row."""
    if attention.setbacks <= UNDAUNTED:
        return 0
    return attention.setback_at + min(minutes(2 ** (attention.setbacks - UNDAUNTED)), LONGEST)
