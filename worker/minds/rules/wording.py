"""Words about a persona, turned to those who say or hear them."""

from __future__ import annotations

import re

from backend.domain.persona import Persona
from worker.minds.rules.speech import bare, in_first_person, small, substance, turn_pronouns

_MOST_WORDS = 18
_POSSESSIVE = re.compile(r"\b(?:her|his|their)\b(?=\s+[a-z])")


def own_words(text: str, persona: Persona) -> str:
    """What the persona says of itself: "tending her garden" becomes "tending my garden"."""
    if not text:
        return ""
    if persona.first_name in text:
        return in_first_person(text, persona.name, persona.pronouns)
    spoken = re.sub(rf"\b{re.escape(persona.pronouns[2])}\b(?=\s+[a-z])", "my", text)
    starts = re.match(rf"(?i){re.escape(persona.pronouns[0])}\b", spoken)
    if starts is not None:
        return in_first_person(f"{persona.name}{spoken[starts.end() :]}", persona.name, persona.pronouns)
    if persona.pronouns[0] != "they" and not re.search(r"(?<!^)\b[A-Z][a-z]+ (?!of\b)", text):
        return turn_pronouns(text, persona.pronouns)
    return spoken


def their_words(text: str) -> str:
    """What one says to somebody of what they do: "tending her garden" becomes "tending your garden"."""
    return _POSSESSIVE.sub("your", text)


def clause(text: str) -> str:
    """What a memory says, in one clause that goes on behind "that"."""
    first = bare(substance(text).split(",")[0].split(";")[0])
    words = first.split()
    return small(" ".join(words[:_MOST_WORDS]))
