"""How every process logs: a line says which town, tick, input or question it is about, as far as that is known.

The lines hold neither passwords nor what people and residents say: ids and kinds are enough to find it in the log
of the town.
"""

from __future__ import annotations

import json
import logging
import logging.config
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from backend.store.environment.passwords import without_passwords
from backend.store.environment.settings import log_form

CONFIGURATION = Path(__file__).parent / "logging.yaml"
"""For `uvicorn --log-config`, too."""
FIELDS = ("town", "tick", "input", "question")

Known = dict[str, object | Callable[[], object]]
"""Values of FIELDS; a function is asked when a line is written."""

_known: ContextVar[Known | None] = ContextVar("known", default=None)
_TEXTS = (
    (re.compile(r"input_value=.*(?=, input_type=)"), "input_value=…"),
    (re.compile(r"^(\s*(?:DETAIL|CONTEXT):).*$", re.MULTILINE), r"\1 …"),
)
"""Where pydantic and Postgres repeat what they were given."""


def set_up_logging() -> None:
    """Logs as `logging.yaml` says, and nothing else. Raises ValueError where TOWNLET_LOG means nothing."""
    logging.config.dictConfig(yaml.safe_load(CONFIGURATION.read_text(encoding="utf-8")))


@contextmanager
def about(**known: object) -> Iterator[Known]:
    """Lines within the block are about these, too; what it yields may be added to."""
    within: Known = {**(_known.get() or {}), **known}
    token = _known.set(within)
    try:
        yield within
    finally:
        _known.reset(token)


def from_now_on_about(**known: object) -> None:
    """The same without an end, for a thread or a task whose lines are all about these; replaces what was known."""
    _known.set(known or None)


def formatter() -> logging.Formatter:
    """As TOWNLET_LOG says. Raises SettingWrong."""
    return JsonLines() if log_form(os.environ) == "json" else PlainLines()


class PlainLines(logging.Formatter):
    """For people: time, level, who says it, what, and then what it is about."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        fields = "".join(f" {name}={value}" for name, value in _fields(record).items())
        return super().formatMessage(record) + fields

    def format(self, record: logging.LogRecord) -> str:
        return _cleaned(super().format(record))


class JsonLines(logging.Formatter):
    """For programs: one JSON object a line. `time` is UTC."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _cleaned(record.getMessage()),
            **_fields(record),
        }
        if record.exc_info:
            line["error"] = _cleaned(self.formatException(record.exc_info))
        return json.dumps(line, default=str)


def _fields(record: logging.LogRecord) -> dict[str, object]:
    """A line's own `extra` counts for more than what is known around it."""
    known = _known.get() or {}
    found = {name: getattr(record, name, known.get(name)) for name in FIELDS}
    values = {name: value() if callable(value) else value for name, value in found.items()}
    return {name: value for name, value in values.items() if value is not None}


def _cleaned(text: str) -> str:
    for pattern, instead in _TEXTS:
        text = pattern.sub(instead, text)
    return without_passwords(text)
