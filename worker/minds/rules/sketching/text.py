"""A description as the readers see it: its words, and which language it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_GERMAN_WORDS = """
der die das ein eine einen einem einer und ist nicht mit sie er ihr sein seine ihre wohnt arbeitet liebt mag
kennt jahre alt heißt möchte gern hat bei im am auf von aus
"""
_GERMAN = frozenset(_GERMAN_WORDS.split())
_ENGLISH_WORDS = """
the a an and is not with she he her his lives works loves likes knows years old who has at in of
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
LEAST_MORE = 1
"""So many more German words than English ones make a text German."""


WISH = re.compile(
    r"(?i)\b(wants? to|would like to|hopes? to|plans? to|dreams? (?:of|about)|is looking for|longs? to)"
    r" ([^.;!?]+?)(?=[.;!?]|, (?:and|but|who)\b| (?:and|but) (?:knows|loves|likes|lives|works|has|is|hates)\b|$)"
)
"""What it wants: the verb and what follows it."""


@dataclass(frozen=True)
class Description:
    text: str
    """On one line."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """In small letters."""
        return tuple(word.casefold() for word in _WORD.findall(self.text))

    @cached_property
    def german(self) -> bool:
        german = sum(word in _GERMAN for word in self.words)
        return german >= sum(word in _ENGLISH for word in self.words) + LEAST_MORE

    def has(self, words: Iterable[str]) -> bool:
        """Whether one of `words` stands in it, as a word or as several."""
        return any(found(word, self.text) is not None for word in words)


def described(text: str) -> Description:
    readable = "".join(letter if letter.isprintable() else " " for letter in text)
    return Description(" ".join(readable.split()))


def found(word: str, text: str) -> re.Match[str] | None:
    """Where `word`, small or capital, stands in `text` as a word of its own."""
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE)
