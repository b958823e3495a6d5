"""Gossip: what one saw somebody else do, told in passing to a third."""

from __future__ import annotations

import re

from backend.domain.calendar import TICKS_PER_MINUTE
from backend.domain.questions import MemoryView
from worker.minds.rules.daytime import daytime
from worker.minds.rules.draft import Draft
from worker.minds.rules.phrases.feelings import is_gossip
from worker.minds.rules.speech import capital

_SEEN = re.compile(r"^(?P<who>[A-Z][\w'-]+ [A-Z][\w'-]+) is (?P<what>[a-z]+ing .{3,90})\.$")
_OF_NO_INTEREST = re.compile(
    r"^(?:walking by|standing there|talking|sleeping|resting|waiting|washing|showering|bathing|brushing|"
    r"using the (?:toilet|bathroom)|getting (?:dressed|ready)|looking (?:around|for))\b"
)
_FRESH = 10 * 60
"""Minutes after which nobody speaks any more of what somebody was seen doing."""
_JUST_NOW, _A_WHILE = 15, 75


def gossip(draft: Draft) -> bool:
    """Tells of somebody else whom one saw today; once in a talk, and to nobody of itself."""
    if any(is_gossip(line) for line in draft.talk.mine):
        return False
    for memory in draft.question.memories:
        fields = _of_somebody(draft, memory)
        if fields is not None and draft.add("gossip", **fields):
            draft.tells.append(memory.id)
            draft.cites.append(memory.id)
            return True
    return False


def _of_somebody(draft: Draft, memory: MemoryView) -> dict[str, str] | None:
    """Who was seen doing what, and when; None where the memory is of no such thing."""
    question = draft.question
    seen = _SEEN.match(memory.text)
    if (
        seen is None
        or memory.memory != "observation"
        or memory.told_by is not None
        or memory.news is not None
    ):
        return None
    present = {question.resident, question.other.id, *(person.id for person in question.others)}
    if len(memory.about) != 1 or memory.about[0] in present or _OF_NO_INTEREST.match(seen["what"]):
        return None
    when = _when(draft, memory)
    if when is None or seen["who"].lower() in draft.said:
        return None
    first, _, last = seen["who"].partition(" ")
    of_the_family = last == question.persona.name.rpartition(" ")[2]
    return {
        "who": first if of_the_family else seen["who"],
        "what": seen["what"],
        "when": when,
        "When": capital(when),
    }


def _when(draft: Draft, memory: MemoryView) -> str | None:
    question = draft.question
    ago = (question.tick - memory.tick) // TICKS_PER_MINUTE
    if ago > _FRESH:
        return None
    if ago <= _JUST_NOW:
        return "just now"
    if ago <= _A_WHILE:
        return "a while ago"
    then = question.minute - ago
    part = daytime(then % 1440)
    if then < 0 or part == "night":
        return None
    return "earlier today" if part == daytime(question.minute) else f"this {part}"
