"""Names as people say them: which words of a text may be those of a person or a place."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = """
a an and are at do for he i in is it me my not of on or s she the they to we who you
"""
_SMALL = frozenset(_FUNCTION_WORDS.split())
"""Words that stand in many names and texts and tell none of them from another."""


def name_words(text: str) -> frozenset[str]:
    """The words of `text` in small letters without accents, so that "the Café" and "cafe" meet."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(_WORD.findall(bare)) - _SMALL
