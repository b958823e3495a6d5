"""Ids for what people make."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from itertools import count


def id_by_words(begin: str, words: str, taken: Collection[str]) -> str:
    """ "BEGIN.HASH": the same whatever else was done in its tick, so undoing that renames nothing."""
    digest = blake2b(words.encode(), digest_size=4).hexdigest()
    names = (f"{begin}.{digest}" + (f".{n}" if n else "") for n in count())
    return next(name for name in names if name not in taken)
