"""Which names a place or a person may bear, which words a text may hold, and which names look alike."""

from __future__ import annotations

import unicodedata

LONGEST = 60
"""Characters of a name."""
MARKS = 2
"""Accents and the like that one letter may bear."""

_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
"""They share letters that look the same."""
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that only turn the direction of what follows; right-to-left words need none of them."""


def flaw_of_name(text: str) -> str | None:
    """What keeps `text` from being a name; None if nothing does."""
    if not text.strip():
        return "It is empty."
    if len(text) > LONGEST:
        return f"It has more than {LONGEST} characters."
    if not text.isprintable() or set(text) & set(":<>"):
        return "It holds a colon, an angle bracket or a character that is not to be seen."
    if text != " ".join(text.split()):
        return "It has spaces at its edges or too many in it."
    marks = 0
    for letter in unicodedata.normalize("NFD", text):
        marks = marks + 1 if unicodedata.category(letter).startswith("M") else 0
        if marks > MARKS:
            return f"A letter of it bears more than {MARKS} marks."
    for word in text.split():
        alphabets = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
        if len(alphabets & _ALPHABETS) > 1:
            return f"Its word {word!r} mixes letters of several alphabets."
    return None


def flaw_of_text(text: str) -> str | None:
    """The same of a sentence that people read."""
    if not text.strip():
        return "It is empty."
    for letter in text:
        if letter in _TURNING or (unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t"):
            return f"It holds {letter!a}, which is not to be seen."
    return None


def flaw_of_emoji(text: str) -> str | None:
    if any(letter.isspace() or letter in "<>&" or (letter.isalpha() and letter != "ℹ") for letter in text):
        return "It is no emoji."
    return flaw_of_text(text)


def likeness(name: str) -> str:
    """Equal for names that people would take for one another."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
