"""Who writes what happened in town, for people who were away: nobody who lives there."""

from __future__ import annotations

from hashlib import blake2b

from backend.domain.outsider import outsider

TELLER = "town:teller"
"""Stands where questions have the resident who is asked; no resident can be called so."""

PERSONA = outsider(
    TELLER, "The teller", "Writes down what happened in town, from notes. It lives nowhere and was not there."
)


def telling_key(tick: int, asked: bytes) -> str:
    """Key of a question to it: by all that is asked, so that the same notes are written from but once.

    Args:
        tick: the last one that is told of.
        asked: the question, as canonical bytes without its key.
    """
    return f"tell:{TELLER}@{tick}.{blake2b(asked, digest_size=12).hexdigest()}"
