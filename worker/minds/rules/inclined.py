"""Whether a resident passes on what it knows: whose cause it is, how near the listener is, how worn the news.

Rumours spread by importance, ambiguity and relevance to the listener (Allport and Postman, 1947), are told to the
near before the far, and tire: who heard at second hand tells it less, who has told it often enough stops (the
"stiflers" of Daley and Kendall, 1964).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.persona import Persona
from backend.domain.questions import MemoryView, PersonView, React, Say
from worker.minds.rules.convictions import means_to_tell
from worker.minds.rules.inquiry import content_words
from worker.minds.rules.temper import temper

_A_POINT = 0.018
"""Readiness to pass on news of no special concern, for each point of importance above the everyday."""
_OWN, _CAUSE = 0.06, 0.1
"""What is added to it for what one has at first hand, and for one's own cause, before one has resolved to spread it."""
_HEARSAY, _INTERESTED, _SECOND_HAND = 0.25, 0.75, 0.4
"""What is left of it where the news is not one's own; where it touches what one is at; at second hand."""
_RESOLVED, _AT_LEAST = 3.0, 0.05
"""What the resolution to let others know makes of it."""
ALARM = 0.6
"""Concern from which something is told to whoever is there."""
_SPREADS = (
    (re.compile(r"(?i)\b(everybody|everyone|the whole town)\b"), 0.35),
    (re.compile(r"(?i)\b(invit\w+|announc\w+|spread\w*|advertis\w+)\b"), 0.30),
    (re.compile(r"(?i)\b(tell\w*|talk\w*|persuad\w+|campaign\w*)\b"), 0.15),
)
"""Words in what occupies a resident that say how widely it wants its cause known, 0 to 1 together."""
_FOR_ALL = re.compile(r"(?i)\b(everybody|everyone|all (?:are|is)|anybody|whoever|open to)\b")
_PRIVATE = re.compile(
    r"(?i)\b(secret\w*|crush|ashamed|feelings|marriage|savings|complaints?|slighted|without a word|"
    r"(?:not|never) (?:told|said)|(?:told|said)\b.{0,12}\b(?:nobody|no one))\b"
)
"""Words of a memory that one keeps to oneself."""


def would_tell(question: React | Say, other: PersonView, memory: MemoryView) -> bool:
    """Whether the resident means to tell `other` this today: one decision a day, not one at each sight."""
    day = question.tick // TICKS_PER_DAY
    chance = Chance(question.seed, question.resident, f"tell|{memory.id}|{other.id}", day)
    resolved = means_to_tell(question.goals, memory.text)
    return chance.unit() < readiness(question.persona, other, memory, question.tick, resolved=resolved)


def readiness(
    persona: Persona, other: PersonView, memory: MemoryView, tick: int, *, resolved: bool = False
) -> float:
    """How likely `persona` passes `memory` on to `other` when they talk, 0 to 1; `tick` is now.

    Who is `resolved` to let others know has thought about it, and does not wait for an occasion.
    """
    if is_story(memory):
        return 0.0 if is_private(memory) else _story_readiness(persona, other)
    if memory.news is None and concern(memory.text) >= ALARM:
        return 0.95 if memory.told_by is None else 0.6
    if memory.news is None and memory.told_by is not None:
        return min(0.97, 0.9 + 0.3 * other.closeness)
    ready = _A_POINT * max(1, memory.importance - 3)
    is_for_all = _FOR_ALL.search(memory.text) is not None
    wish = cause(persona, memory)
    if memory.told_by is None:
        ready += _OWN + _CAUSE * wish
    elif not _names(memory.told_by, memory.text):
        ready *= _SECOND_HAND
    if memory.told_by is not None:
        ready *= _INTERESTED if _touches(persona, memory) else _HEARSAY
    if is_for_all and memory.told_by is None:
        ready *= 1.2
    ready *= 1 + 0.9 * other.closeness + 0.2 * temper(persona).outgoing
    if other.name is None and not (is_for_all and wish > 0):
        ready *= 0.4
    if resolved:
        ready = _RESOLVED * ready + _AT_LEAST
    worn = 0.97 if wish >= 0.5 else 0.85
    ready *= float(worn ** max(0, memory.told))
    if memory.told_by is not None and tick - memory.tick > TICKS_PER_DAY:
        ready *= 0.5
    return min(0.92, max(0.0, ready))


def cause(persona: Persona, memory: MemoryView) -> float:
    """How much the resident wants this known, 0 to 0.8: what occupies it speaks of the same, and of telling."""
    if memory.told_by is not None or not _touches(persona, memory, persona.currently):
        return 0.0
    return sum(weight for words, weight in _SPREADS if words.search(persona.currently))


def is_confidence(persona: Persona, memory: MemoryView) -> bool:
    """A matter of one's own that one tells, but not to the whole town."""
    own = memory.told_by is None and _names(persona.name, memory.text)
    return own and cause(persona, memory) < 0.5 and _FOR_ALL.search(memory.text) is None


def is_invitation(memory: MemoryView) -> bool:
    return memory.news is not None and _FOR_ALL.search(memory.text) is not None


def is_story(memory: MemoryView) -> bool:
    """A memory from before the town's first day, which is no news."""
    return memory.memory == "planted" and memory.news is None and memory.told_by is None


def is_private(memory: MemoryView) -> bool:
    """What one keeps to oneself."""
    return _PRIVATE.search(memory.text) is not None


def asked_about(asked: Iterable[str], memory: MemoryView, persona: Persona) -> bool:
    """Whether a question, in its own words, asks for what the memory holds."""
    words = content_words(" ".join(asked)) - content_words(persona.name)
    return bool(words & _substance(memory))


def told_first(question: React | Say, other: PersonView, memories: Sequence[MemoryView]) -> list[MemoryView]:
    """Those that the resident means to tell `other`, the weightiest first; stories are for idle moments."""
    meant = [m for m in memories if not is_story(m) and would_tell(question, other, m)]
    return sorted(meant, key=lambda m: (-m.importance, -m.tick, m.id))


def _story_readiness(persona: Persona, other: PersonView) -> float:
    return min(0.9, max(0.15, 0.5 + 0.3 * other.closeness + 0.2 * temper(persona).outgoing))


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _touches(persona: Persona, memory: MemoryView, words: str = "") -> bool:
    """Whether the memory is about what the resident is at, or likes."""
    interests = words or " ".join((persona.currently, *(leisure.activity for leisure in persona.leisure)))
    return bool(content_words(interests) & _substance(memory))


def _substance(memory: MemoryView) -> frozenset[str]:
    """Content words without names of people and days, which say nothing of what it is about."""
    return content_words(re.sub(r"(?<!^)\b[A-Z][\w']*", " ", memory.text))
