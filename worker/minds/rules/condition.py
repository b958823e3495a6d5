"""How one feels, in what one does: who is tired rests, who is lonely talks, who is low says little."""

from __future__ import annotations

from backend.domain.questions import BodyView

TIRED = 30
"""Energy from which on one takes things easily."""
HUNGRY = 65
"""Hunger from which on the next meal is earlier and longer."""
LOW = 35
"""Mood from which on words are few and plain."""
_EVEN = 50
_MOST_EARLIER = 45


def sociable(body: BodyView) -> float:
    """By what one's inclination to begin a talk is multiplied; 1 for who feels even."""
    wish = 1 + (_EVEN - body.company) / 110
    if body.energy < TIRED:
        wish *= 0.75
    if body.mood < LOW:
        wish *= 0.8
    if body.hunger > HUNGRY + 15:
        wish *= 0.85
    return wish


def wordy(body: BodyView) -> float:
    """Lines by which one would like a talk to be longer, or shorter where it is below 0."""
    more = (_EVEN - body.company) / 25
    if body.energy < TIRED:
        more -= 1.0
    if body.mood < LOW:
        more -= 1.5
    return more


def to_bed_earlier(body: BodyView) -> int:
    """Minutes by which who plans the day without much energy left means to go to bed earlier."""
    return min(_MOST_EARLIER, max(0, 2 * (TIRED + 10 - body.energy)))


def hungry_minutes(body: BodyView) -> int:
    """Minutes by which the next meal is earlier, and by half of which it is longer."""
    return min(24, max(0, body.hunger - HUNGRY))


def plainly(text: str, body: BodyView) -> str:
    """As one says it who is in no mood for exclamations."""
    return text.replace("!", ".") if body.mood < LOW else text
