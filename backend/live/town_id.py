"""What a town is called in addresses."""

from __future__ import annotations

import re
import secrets

_TOWN_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"
"""Without those that are easily taken for another."""


def is_town_id(text: str) -> bool:
    """Whether a town could be called so; what is not can't be asked for in Postgres, either."""
    return _TOWN_ID.fullmatch(text) is not None


def new_town_id() -> str:
    return "t-" + "".join(secrets.choice(_LETTERS) for _ in range(10))
