"""Reads YAML from strangers: plain data only, sizes limited, every value's line known.

Differs from PyYAML's own loaders on purpose: 17:30 stays text, so do dates and on/off; aliases and tags
are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from backend.scenarios.faults import Findings
from backend.scenarios.plain_files import read_plain

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_VALUES = 20_000
"""In one file; each takes time to check, and somebody to read it."""
MAX_KEY = 200

Loc = tuple[str | int, ...]

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?\d{1,15}")
_DECIMAL = re.compile(r"[-+]?(\d{1,15}\.\d{0,15}|\.\d{1,15})")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True)
class YamlText:
    """A YAML file's mapping, and the line on which each value starts."""

    file: str
    data: dict[str, Any]
    lines: dict[Loc, int]

    def place(self, loc: Loc) -> str:
        """Where the value at `loc` is, as a person would look for it: "line 14, job.hours.monday[0]"."""
        known = loc
        while known and known not in self.lines:
            known = known[:-1]
        return f"line {self.lines.get(known, 1)}, {dotted(loc)}" if loc else f"line {self.lines.get((), 1)}"


def dotted(loc: Loc) -> str:
    """("job", "hours", "monday", 0) as "job.hours.monday[0]"."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc)
    return text.removeprefix(".")


def read_yaml(path: Path, file: str, findings: Findings, most: int = MAX_VALUES) -> YamlText | None:
    """Reads `path`, called `file` in faults. None if it is faulty, with the reason in `findings`.

    It may hold `most` values.
    """
    remedy = "Add it; docs/scenarios.md tells what it holds."
    text = read_plain(path, file, MAX_BYTES, findings, remedy)
    return None if text is None else parse_yaml(text, file, findings, most)


def parse_yaml(text: str, file: str, findings: Findings, most: int = MAX_VALUES) -> YamlText | None:
    """The same of a text."""
    try:
        data, lines = _Reading(most).read(yaml.parse(text, Loader=_PARSER))
    except _Refused as refused:
        findings.add(file, f"line {refused.line}", refused.message, refused.remedy)
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        findings.add(
            file, place, f"This is not YAML: {problem}.", "Check indentation, quotes and colons there."
        )
        return None
    if not isinstance(data, dict):
        findings.add(
            file, "line 1", "The file is not a mapping.", "Write `key: value` pairs at its top level."
        )
        return None
    return YamlText(file, data, lines)


class _Refused(Exception):
    def __init__(self, line: int, message: str, remedy: str) -> None:
        self.line, self.message, self.remedy = line, message, remedy


@dataclass
class _Open:
    """A mapping or a list that is being read."""

    loc: Loc
    value: dict[str, Any] | list[Any]
    key: str | None = None


@dataclass
class _Reading:
    """Builds plain data from YAML events with a stack of its own, so that no nesting overflows Python's."""

    most: int
    stack: list[_Open] = field(default_factory=list)
    lines: dict[Loc, int] = field(default_factory=dict)
    root: Any = None

    def read(self, events: Iterator[yaml.Event]) -> tuple[Any, dict[Loc, int]]:
        documents = 0
        for event in events:
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _Refused(line, "A second document starts here.", "Keep one YAML document a file.")
            elif isinstance(event, yaml.AliasEvent):
                raise _Refused(
                    line, f"*{event.anchor} is an alias.", "Aliases are not read: repeat the text instead."
                )
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self._refuse_tag(event, line)
                if len(self.stack) >= MAX_DEPTH:
                    raise _Refused(line, f"More than {MAX_DEPTH} levels of nesting.", "Write it flatter.")
                value: dict[str, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
                self.stack.append(_Open(self._put(value, line), value))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self.stack.pop()
            elif isinstance(event, yaml.ScalarEvent):
                self._refuse_tag(event, line)
                self._scalar(event, line)
        return self.root, self.lines

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            if event.value in parent.value:
                raise _Refused(
                    line, f"The key {event.value!r} is written twice.", "Remove or rename one of the two."
                )
            if len(event.value) > MAX_KEY:
                raise _Refused(line, f"A key is longer than {MAX_KEY} characters.", "Shorten it.")
            parent.key = event.value
            self.lines[(*parent.loc, event.value)] = line
            return
        self._put(_plain(event.value) if event.implicit[0] else event.value, line)

    def _put(self, value: Any, line: int) -> Loc:
        if len(self.lines) >= self.most:
            raise _Refused(line, f"More than {self.most} values.", "Shorten the file.")
        if not self.stack:
            self.root = value
            self.lines[()] = line
            return ()
        parent = self.stack[-1]
        step: str | int
        if isinstance(parent.value, list):
            step = len(parent.value)
            parent.value.append(value)
            self.lines[(*parent.loc, step)] = line
        else:
            if parent.key is None:
                raise _Refused(line, "A key is a list or a mapping.", "Use plain text as a key.")
            step = parent.key
            parent.value[step] = value
            parent.key = None
        return (*parent.loc, step)

    @staticmethod
    def _refuse_tag(event: yaml.NodeEvent, line: int) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            raise _Refused(line, f"{tag} is a tag.", "Tags are not read: write the plain value.")


def _plain(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text
