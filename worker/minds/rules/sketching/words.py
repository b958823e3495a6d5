"""What is on its mind and who it is, in sentences about it."""

from __future__ import annotations

import re

from backend.domain.chance import Chance
from backend.domain.questions.sketch import LONGEST_WORDS
from worker.minds.rules.sketching.text import WISH, Description

_SPEAKER = re.compile(r"(?i)\b(?:i|i'm|my|me|mine|we|our|ich|mein|meine|wir)\b")
_DRAWN = (
    "{first} wants to find out who lives in this town.",
    "{first} wants to make at least one good friend here.",
    "{first} wants to be asked to stay when the summer is over.",
    "{first} wants to learn what people here talk about in the evening.",
    "{first} wants to leave an old quarrel behind and begin again.",
    "{first} wants to do something that the whole town remembers.",
)
_EARLY = (
    "early riser",
    "gets up early",
    "rises early",
    "wakes early",
    "up early",
    "Frühaufsteher",
    "Frühaufsteherin",
    "steht früh auf",
)
_LATE = (
    "night owl",
    "sleeps late",
    "gets up late",
    "late riser",
    "sleeps in",
    "Langschläfer",
    "Langschläferin",
    "Nachteule",
)
_WAKES = re.compile(
    r"(?i)\b(?:gets? up|wakes?(?: up)?|rises?|steht|wacht) (?:\w+ )?(?:at|um) (\d{1,2})(?:[:.](\d\d))?( ?pm)?"
)


def read_wants(told: Description, first: str) -> str | None:
    match = WISH.search(told.text)
    if match is None or told.german or _SPEAKER.search(match[2]):
        return None
    verb = match[1].casefold()
    verb = {"want to": "wants to", "hope to": "hopes to", "plan to": "plans to"}.get(verb, verb)
    return f"{first} {verb} {match[2].strip()}."[:LONGEST_WORDS]


def drawn_wants(first: str, chance: Chance) -> str:
    return chance.choice(_DRAWN, 7).format(first=first)


def read_about(told: Description, first: str) -> str | None:
    """The text itself as sentences about it; None where it can't be taken so, or nobody in town could read it."""
    text = told.text.strip(" ,;:-")
    if not text or told.german or _SPEAKER.search(text):
        return None
    begins = text.split()[0].casefold().strip(",")
    if begins in ("a", "an", "the"):
        text = f"{first} is {text[0].lower()}{text[1:]}"
    elif begins in ("is", "has", "loves", "likes", "lives", "works", "was"):
        text = f"{first} {text[0].lower()}{text[1:]}"
    elif begins not in ("she", "he", "they", first.casefold()):
        return None
    text = text[0].upper() + text[1:]
    return (text if text[-1] in ".!?…" else f"{text}.")[:LONGEST_WORDS]


def read_wake(told: Description) -> str | None:
    """When it gets up, as HH:MM."""
    if (match := _WAKES.search(told.text)) is not None:
        hour, minute = int(match[1]), int(match[2] or 0)
        hour += 12 if match[3] and hour < 12 else 0
        return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
    if told.has(_EARLY):
        return "05:30"
    return "09:30" if told.has(_LATE) else None
