"""How much a state or an announcement, in plain words, concerns those who notice it.

Generic English, driven by the tables of `concern_words`: no object, person or scenario is known here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from backend.domain import concern_words as words

UNKNOWN = 0.3
"""What words say that no table knows: worth a look, out of curiosity."""
ALARMING = 0.8
"""From here on life or house may be at risk."""

_COVERED = 0.6
_HARMLESS = -0.1
_PLEASANT = -0.6
_WEAK = 0.2

_TABLES: tuple[tuple[str, float], ...] = (
    (words.NEUTRAL, 0.0),
    (words.WEAK, _WEAK),
    (words.PLEASANT, _PLEASANT),
    (words.NUISANCE, 0.5),
    (words.DIRT, 0.55),
    (words.WRONG, 0.6),
    (words.PESTS, 0.7),
    (words.DAMAGE, 0.75),
    (words.DANGER, 1.0),
)

_WORD = re.compile(r"[a-z][a-z'’-]*")


def _read_tables() -> tuple[dict[str, float], dict[str, float]]:
    exact: dict[str, float] = {}
    stems: dict[str, float] = {}
    for table, value in _TABLES:
        for entry in table.split():
            (exact if entry.endswith(".") else stems)[entry.rstrip(".")] = value
    return exact, stems


_EXACT, _STEMS = _read_tables()
_FUNCTION = frozenset(words.FUNCTION.split())
_NEGATIONS = frozenset(words.NEGATIONS.split())
_COLOURS = frozenset(entry.rstrip(".") for entry in words.ODD_COLOURS.split())
_PHRASES = tuple((phrase, re.compile(rf"\b{re.escape(phrase)}\b"), value) for phrase, value in words.PHRASES)
_RESOLVED = re.compile(r"\b(?:" + "|".join(map(re.escape, words.RESOLVED)) + r")\b")
_NO_LONGER = re.compile(r"\bno longer\s+(.+)")
_COVERINGS = re.compile(r"\b(?:" + "|".join(map(re.escape, words.COVERINGS)) + r")\s+(.*)")


@lru_cache(maxsize=4096)
def _value(word: str) -> float | None:
    """The table value of one word by the longest stem that fits it; None if no table has it."""
    if word in _EXACT:
        return _EXACT[word]
    for length in range(len(word), 2, -1):
        if word[:length] in _STEMS:
            return _STEMS[word[:length]]
    return None


@lru_cache(maxsize=8192)
def concern(text: str) -> float:
    """-1 pleasant, 0 neutral, 1 alarming; words that no table knows make it `UNKNOWN`.

    A single alarming word outweighs any number of pleasant ones: "a clean, burning stove" is no comfort.
    """
    plain = text.lower().replace("’", "'")
    found = _WORD.findall(plain)
    if not found:
        return 0.0
    if _RESOLVED.search(plain):
        return _HARMLESS
    if (over := _NO_LONGER.search(plain)) is not None:
        return _HARMLESS if concern(over.group(1)) > 0 else _COVERED
    values, unknown = _word_values(found)
    values += [value for phrase, pattern, value in _PHRASES if phrase in plain and pattern.search(plain)]
    if (covering := _COVERINGS.search(plain)) is not None:
        values.append(_covering(covering.group(1)))
    worst = max(values, default=0.0)
    best = min(values, default=0.0)
    if worst > _WEAK and (worst >= 0.4 or best >= 0):
        return worst
    if best < 0:
        return best
    if unknown:
        return UNKNOWN
    return worst


def _word_values(found: list[str]) -> tuple[list[float], bool]:
    """The values of all words, negations applied, and whether a word was unknown."""
    values: list[float] = []
    unknown = False
    negated = False
    for word in found:
        if word in _NEGATIONS or word.endswith("n't"):
            negated = True
            continue
        if word in _FUNCTION:
            continue
        value = _value(word)
        if value is None:
            unknown = unknown or word not in _COLOURS
            value = UNKNOWN if negated else 0.0
        elif negated:
            value = _HARMLESS if value > _WEAK else _COVERED
        values.append(value)
        negated = False
    if negated:
        values.append(UNKNOWN)
    return values, unknown


def _covering(what: str) -> float:
    """Concern about that which something is covered with or full of."""
    inner, unknown = _word_values(_WORD.findall(what))
    if not inner or unknown:
        return _COVERED
    worst, best = max(inner), min(inner)
    if best < 0 and worst <= _WEAK:
        return best
    return max(worst, _COVERED) if worst > _WEAK else 0.0
