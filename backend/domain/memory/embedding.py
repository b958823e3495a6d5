"""The built-in embedder: hashed word and character n-grams, without a model (design, section 5).

Everything up to the last scaling is integer arithmetic, and words are hashed with CRC-32: every machine makes the
same vector from a text. How vectors are stored and why is told in `backend.domain.memory.vectors`.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from backend.domain.memory.vectors import Vector, quantise

TEXT_LIMIT = 4000
"""Characters of a text that are looked at; what a visitor pastes must not hold up the town."""

WORD_WEIGHT = 1000
GRAMS_WEIGHT = 700
PAIR_WEIGHT = 300
"""How a whole word, all character n-grams of a word, and two words in a row weigh against each other."""

STOP_SHARE = 12
"""A stop word weighs one twelfth of another word."""

STOP_WORDS = frozenset(
    # One text, because eighty quoted words on eighty lines would be read by nobody.
    """
    a about all also am an and any are as at be been being but by can could did do does dont for from had has
    have he her here him his how i if in into is it its just like me my no not of on or our out she so some
    than that the their them then there these they this those to too up us very was we were what when where
    which who why will with would you your
    """.split()  # noqa: SIM905
)

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """The text's words in order: lower case, without accents and possessive endings."""
    plain = unicodedata.normalize("NFKD", text[:TEXT_LIMIT].casefold())
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_possessor(word.replace("’", "'")) for word in _WORD.findall(plain))


def _possessor(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word.replace("'", "")


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """A word without its commonest English endings: "parties" and "party", "planned" and "plans" are one."""
    for ending, least in (("ing", 3), ("ed", 3), ("ly", 4)):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) >= least and _VOWEL.search(root):
            word = root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz" else root
            break
    else:
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-2] if word.endswith(("ches", "shes", "xes", "sses")) else word[:-1]
            if word.endswith("ie") and len(word) > 4:
                word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word[-1] == "y" else word


class NgramEmbedder:
    """Embeds a short text in some tens of microseconds."""

    size = 256

    def __init__(self, synonyms: tuple[tuple[str, ...], ...] = (), cached: int = 8192) -> None:
        """`synonyms` are groups of words or phrases that mean the same; `cached` texts are kept at hand."""
        self._groups = _phrases(synonyms)
        self._longest = max((len(phrase) for phrase in self._groups), default=0)
        # Other synonyms make other vectors: the name tells them apart, so that they are never compared.
        mark = f"+{crc32(repr(sorted(self._groups.items())).encode()):08x}" if self._groups else ""
        self.name = f"ngram-{self.size}/1{mark}"
        self._cached = lru_cache(maxsize=cached)(self._embed)
        self._word = lru_cache(maxsize=16_384)(self._features)

    def embed(self, text: str) -> Vector:
        """The text's vector, read-only; zeros for a text without words."""
        return self._cached(text[:TEXT_LIMIT])

    def _embed(self, text: str) -> Vector:
        total = np.zeros(self.size, dtype=np.int64)
        tokens = list(self._tokens(words_of(text)))
        for token in dict.fromkeys(tokens):
            total += self._word(token)
        telling = [token for token in tokens if token not in STOP_WORDS]
        for pair in dict.fromkeys(pairwise(telling)):
            place, sign = self._place(" ".join(pair))
            total[place] += sign * PAIR_WEIGHT
        vector = quantise(total)
        vector.setflags(write=False)
        return vector

    def _tokens(self, words: Sequence[str]) -> Iterator[str]:
        """Stop words as they are, other words as stems, a phrase of a group as the group's one token."""
        stems = [word if word in STOP_WORDS else stem(word) for word in words]
        at = 0
        while at < len(stems):
            for length in range(min(self._longest, len(stems) - at), 0, -1):
                group = self._groups.get(tuple(stems[at : at + length]))
                if group is not None:
                    yield group
                    at += length
                    break
            else:
                yield stems[at]
                at += 1

    def _features(self, token: str) -> npt.NDArray[np.int64]:
        """What one word adds to a text's vector."""
        share = STOP_SHARE if token in STOP_WORDS else 1
        added = np.zeros(self.size, dtype=np.int64)
        place, sign = self._place("=" + token)
        added[place] += sign * WORD_WEIGHT
        padded = f"^{token}$"
        grams = [padded[i : i + 3] for i in range(len(padded) - 2)]
        for gram in grams:
            place, sign = self._place(gram)
            # The sum over a long word's n-grams weighs as much as that over a short one's.
            added[place] += sign * (GRAMS_WEIGHT // math.isqrt(len(grams)))
        return added // share

    def _place(self, feature: str) -> tuple[int, int]:
        mixed = crc32(feature.encode())
        # CRC-32 is linear; Knuth's multiplication spreads features that differ in one letter over all places.
        mixed = (mixed * 2_654_435_761) & 0xFFFFFFFF
        return (mixed >> 8) % self.size, 1 if mixed >> 31 else -1


def _phrases(synonyms: tuple[tuple[str, ...], ...]) -> dict[tuple[str, ...], str]:
    """Each word or phrase, as stems, to its group's token; a word in two groups belongs to the first."""
    groups: dict[tuple[str, ...], str] = {}
    for group in synonyms:
        phrases = [tuple(w if w in STOP_WORDS else stem(w) for w in words_of(phrase)) for phrase in group]
        phrases = [phrase for phrase in phrases if phrase]
        for phrase in phrases:
            groups.setdefault(phrase, "".join(phrases[0]))
    return groups
