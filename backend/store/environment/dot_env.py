"""The file `.env` in the project's folder: settings of the model server for who keeps them out of the shell."""

from __future__ import annotations

import re
from pathlib import Path

_LINE = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$")


def read_dot_env(path: Path) -> dict[str, str]:
    """The variables that `path` sets: NAME=VALUE a line, the value in quotes if need be, # for remarks.

    Nothing is replaced in values. A file that is not there sets nothing; lines of another form are passed over.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    found = (_LINE.match(line) for line in text.splitlines())
    return {match[1]: _value(match[2]) for match in found if match}


def _value(text: str) -> str:
    for quote in ('"', "'"):
        if text.startswith(quote):
            inner, closed, _ = text[1:].partition(quote)
            return inner if closed else text
    return text.partition(" #")[0].rstrip()
