"""How one is with somebody from outside: glad to see them again, tired of them, called away."""

from __future__ import annotations

import re

from backend.domain.questions import Reply
from worker.minds.rules.inquiry import cleaned, inquiry

HURT = -0.12
"""What an insult does to how close one feels to somebody."""
THANKED = 0.03
MADE_UP = 0.15
UNWELCOME = -0.2
"""Closeness from which on one does not want to talk with somebody."""
MOST_LINES = 10
"""Lines of a talk after which somebody at work goes back to it."""
_SORRY = re.compile(r"(?i)\b(sorry|apologi[sz]e|apologies|forgive me|my fault|didn't mean)\b")
_BYE = re.compile(r"(?i)\b(good ?bye|bye|see you|farewell|good night|take care|so long)\b")
_LONGEST = 140
_TELLING = ("remark", "trouble", "invitation", "request", "question", "place", "person", "whereabouts")
"""Topics of lines that one comes back to, the most telling first."""


def is_sorry(text: str) -> bool:
    return _SORRY.search(text) is not None


def says_goodbye(text: str) -> bool:
    return _BYE.search(text) is not None and not text.rstrip().endswith("?")


def was_insulted(question: Reply) -> bool:
    """Whether the visitor was rude before in this talk."""
    return any(
        inquiry(line.text, question.persona).topic == "insult"
        for line in question.lines
        if line.speaker == question.visitor
    )


def worth_recalling(question: Reply) -> tuple[str, str] | None:
    """("last_told" or "last_asked", the visitor's words) of the last time; None if nothing was said that tells much."""
    found = [
        (_TELLING.index(topic), -len(words), words)
        for words in (cleaned(line.text) for line in question.before if line.speaker == question.visitor)
        if len(words) <= _LONGEST and (topic := inquiry(words, question.persona).topic) in _TELLING
    ]
    if not found:
        return None
    _, _, words = min(found)
    return ("last_asked" if words.endswith("?") else "last_told"), words


def is_back(question: Reply) -> bool:
    """Whether these are the first words with somebody whom one has talked with before."""
    return not question.lines and bool(question.before)
