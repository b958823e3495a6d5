"""Keeps passwords out of what is shown and logged."""

from __future__ import annotations

import re

_IN_AN_ADDRESS = re.compile(r"(?<=://)[^/\s@]+@")


def without_passwords(text: str) -> str:
    """`text` with user and password of every address in it left out."""
    return _IN_AN_ADDRESS.sub("…@", text)
