"""Words of people: cleaned, and refused where they could hide or break something."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import groupby
from typing import Annotated

from pydantic import AfterValidator, Field

MAX_TEXT = 1000
MAX_NAME = 40
VISITOR_PREFIX = "visitor:"
_MOST_MARKS = 2
"""Accents on top of each other that a name or a text may have: more hide what is around them."""
_MOST_SIGNS = 4
"""The same with signs that scripts write around their letters, such as the vowels and tones of Thai."""
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Unicode counts them as letters or signs, and yet nothing is to be seen of them."""


def _clean(text: str) -> str:
    """Text from people: one line, no control, invisible or direction-changing characters, no outer blanks."""
    cleaned = "".join(" " if c in "\r\n\t" else c for c in unicodedata.normalize("NFC", text))
    if any(unicodedata.category(c) in ("Cc", "Cs", "Co") for c in cleaned):
        raise ValueError("contains control characters; send plain text")
    if any(unicodedata.category(c) == "Cf" and not _joins_emoji(c) for c in cleaned):
        raise ValueError("contains marks that change the direction of text or can't be seen; send plain text")
    if not _BLANK_LETTERS.isdisjoint(cleaned):
        raise ValueError("contains marks that change the direction of text or can't be seen; send plain text")
    apart = unicodedata.normalize("NFD", cleaned)
    if (
        _longest_run(apart, unicodedata.combining) > _MOST_MARKS
        or _longest_run(apart, _is_mark) > _MOST_SIGNS
    ):
        raise ValueError("has accents on top of accents; send plain text")
    cleaned = " ".join(cleaned.split())
    if not any(_is_seen(c) for c in cleaned):
        raise ValueError("is empty; send at least one visible character")
    return cleaned


def _longest_run(text: str, counts: Callable[[str], object]) -> int:
    """How many characters that count follow each other at most."""
    return max(
        (sum(1 for _ in run) for count, run in groupby(text, lambda c: bool(counts(c))) if count), default=0
    )


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _is_seen(char: str) -> bool:
    """Not if all it does is to join others, to choose how they look, or to stand on one."""
    return unicodedata.category(char) not in ("Cf", "Mn", "Me", "Zs")


def _joins_emoji(char: str) -> bool:
    """Joiners stand within emoji and within words of some scripts; tags spell flags."""
    return char in "\u200c\u200d" or "\U000e0020" <= char <= "\U000e007f"


def _name(text: str) -> str:
    cleaned = _clean(text)
    if any(c in '<>{}[]|\\`"' for c in cleaned):
        raise ValueError("contains markup; use letters, digits, blanks and - ' .")
    letters = [c for c in unicodedata.normalize("NFKC", cleaned) if c.isalpha()]
    if not letters:
        raise ValueError("has no letter; emoji, digits and signs alone are no name")
    if any(unicodedata.category(c) == "Cf" for c in cleaned):
        raise ValueError("contains marks that can't be seen; use letters, digits, blanks and - ' .")
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in letters}
    if "LATIN" in scripts and scripts & {"CYRILLIC", "GREEK", "CHEROKEE", "COPTIC", "ARMENIAN"}:
        raise ValueError("mixes letters of several scripts that look alike; write it in one")
    return cleaned


def _visitor(text: str) -> str:
    rest = text.removeprefix(VISITOR_PREFIX)
    if (
        rest == text
        or not rest
        or len(rest) > 32
        or not all(c.isascii() and (c.isalnum() or c in "-_") for c in rest)
    ):
        raise ValueError("is no visitor id; use visitor: and 1 to 32 of a-z, 0-9, - and _")
    return text


Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT), AfterValidator(_clean)]
StateWords = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_clean)]
"""The state of an object, in words."""
Name = Annotated[str, Field(min_length=1, max_length=MAX_NAME), AfterValidator(_name)]
VisitorId = Annotated[str, AfterValidator(_visitor)]
