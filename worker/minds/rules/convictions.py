"""What the built-in mind believes and aims at, in words that it knows again: each wording is made and read here alone.

A belief moves with its evidence: by a part of the way to what the new evidence says, and as far as its source is
trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from backend.domain.questions import BeliefChange, BeliefView, MemoryView
from worker.minds.rules.inquiry import content_words
from worker.minds.rules.speech import bare
from worker.minds.rules.wording import clause

MOST_GOALS = 4
"""Open goals that one keeps in mind."""
SHARED = 110
"""Characters of a text by which a belief and what it is about know each other again."""
GIVEN_UP = 0.12
"""Confidence below which nothing is left of a belief."""

_TELLS = "let others know that "
GETS_ON = "get on with "
_GOES = "be there when "
_PERSON = re.compile(r"^(?P<who>.+?) (?P<what>is good company|does not keep a word|is best left alone)\.$")
_WORTH = " That will be worth it."
_DOUBT = " That will come to nothing."


# -- beliefs about people


def good_company(who: str) -> str:
    return f"{who} is good company."


def unreliable(who: str) -> str:
    return f"{who} does not keep a word."


def best_left_alone(who: str) -> str:
    return f"{who} is best left alone."


def warmth(beliefs: Iterable[BeliefView], who: str) -> float:
    """How glad one is of somebody's company by what one believes, -1 to 1."""
    found = 0.0
    for belief in beliefs:
        match = _PERSON.match(belief.statement)
        if match is not None and match["who"] == who:
            found += belief.confidence if match["what"] == "is good company" else -belief.confidence
    return max(-1.0, min(1.0, found))


def trust(beliefs: Iterable[BeliefView], who: str, closeness: float) -> float:
    """How far one believes what somebody says, 0.05 to 0.95."""
    trusted = 0.55 + 0.35 * closeness
    for belief in beliefs:
        match = _PERSON.match(belief.statement)
        if match is not None and match["who"] == who and match["what"] != "is good company":
            trusted *= 1 - 0.6 * belief.confidence
    return max(0.05, min(0.95, trusted))


# -- beliefs about what goes on


def worth_it(text: str) -> str:
    """The belief that something one has heard of will be a good thing."""
    return f"{bare(text)}.{_WORTH}"[:300]


def doubtful(text: str) -> str:
    return f"{bare(text)}.{_DOUBT}"[:300]


def expects(beliefs: Iterable[BeliefView], text: str) -> float:
    """What one expects of something one has heard of: -1 nothing good, 1 the best, 0 where one has no opinion."""
    start = bare(text)[:SHARED]
    found = 0.0
    for belief in beliefs:
        if belief.statement.startswith(start):
            if belief.statement.endswith(_WORTH):
                found += belief.confidence
            elif belief.statement.endswith(_DOUBT):
                found -= belief.confidence
    return max(-1.0, min(1.0, found))


# -- goals


def to_tell_others(text: str) -> str:
    return f"{_TELLS}{clause(text)}"[:200]


def to_be_there(text: str) -> str:
    return f"{_GOES}{clause(text)}"[:200]


def means_to_tell(goals: Iterable[str], text: str) -> bool:
    """Whether the resident has made up its mind to pass this on."""
    return to_tell_others(text) in set(goals)


def means_to_go(goals: Iterable[str], text: str) -> bool:
    """Whether the resident has made up its mind to go to what this tells of."""
    return to_be_there(text) in set(goals)


def serves(goals: Iterable[str], activity: str) -> bool:
    """Whether doing this is getting on with what one aims at, or was told to by an inner voice."""
    words = content_words(activity)
    return any(
        len(words & content_words(goal)) >= 1 for goal in goals if not goal.startswith((_TELLS, _GOES))
    )


# -- how they move


def moved(
    beliefs: Iterable[BeliefView], statement: str, evidence: float, because: Iterable[str]
) -> BeliefChange:
    """The belief after evidence of 0 (it is not so) to 1 (it is so), new or changed; at 0 it is given up."""
    before = next((belief for belief in beliefs if belief.statement == statement), None)
    confidence = evidence if before is None else before.confidence + 0.45 * (evidence - before.confidence)
    if before is not None and confidence < GIVEN_UP:
        confidence = 0.0
    return BeliefChange(
        belief=None if before is None else before.id,
        statement=statement,
        confidence=round(max(0.0, min(1.0, confidence)), 2),
        because=tuple(because),
    )


def strengthened(
    beliefs: Iterable[BeliefView], statement: str, trusted: float, because: Iterable[str]
) -> BeliefChange:
    """A belief that somebody has told one once more: each telling leaves less of the doubt."""
    before = next((belief for belief in beliefs if belief.statement == statement), None)
    confidence = trusted if before is None else before.confidence + (1 - before.confidence) * 0.5 * trusted
    return BeliefChange(
        belief=None if before is None else before.id,
        statement=statement,
        confidence=round(min(0.98, confidence), 2),
        because=tuple(because),
    )


def heard_statement(memory: MemoryView) -> str:
    """What one comes to believe who was told this."""
    return memory.text.strip()[:300]
