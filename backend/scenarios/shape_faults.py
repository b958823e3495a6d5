"""Checks a YAML file against its shape, and words every departure as a fault with its line."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from backend.domain.world import NEEDS
from backend.scenarios import schema
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.yaml_text import Loc, YamlText

Model = TypeVar("Model", bound=BaseModel)

_EXPECTED = {
    "string_type": "Write text here; put quotes around it if it looks like a number.",
    "int_type": "Write a whole number here.",
    "int_parsing": "Write a whole number here.",
    "float_type": "Write a number here.",
    "float_parsing": "Write a number here.",
    "bool_type": "Write true or false here.",
    "list_type": "Write a list here: [one, two].",
    "dict_type": "Write `key: value` pairs here.",
    "model_type": "Write `key: value` pairs here.",
    "bad_name": "Leave out colons, angle brackets, spare spaces and what is not to be seen.",
    "bad_text": "Write it as plain words.",
    "bad_emoji": "Write one emoji here.",
    "named_twice": "Remove one of the two.",
    "bad_day": "Join the two, or move one.",
    "bad_time": "Write it as HH:MM between 00:00 and 30:00, such as 07:30.",
    "bad_span": "Write it as HH:MM-HH:MM, such as 07:30-18:00.",
    "bad_start": "Write it as YYYY-MM-DD HH:MM, such as 2025-05-12 07:00.",
    "bad_pronouns": "Write three of them, such as she/her/her.",
}


@dataclass(frozen=True)
class Shaped(Generic[Model]):
    """A file in its shape. What could not be read holds something harmless, so that the rest is checked."""

    value: Model
    yaml: YamlText
    unread: frozenset[str]
    """Top-level keys that were faulty or missing: not to be looked at."""

    def place(self, *loc: str | int) -> str:
        return self.yaml.place(loc)


def parse(
    model: type[Model], yaml: YamlText | None, blanks: dict[str, Any], findings: Findings
) -> Shaped[Model] | None:
    """The file as `model`; every departure from its shape goes to `findings`.

    `blanks` holds a harmless value for every key that must be there. None if nothing could be read.
    """
    if yaml is None:
        return None
    try:
        return Shaped(model.model_validate(yaml.data), yaml, frozenset())
    except ValidationError as error:
        data = copy.deepcopy(yaml.data)
        dropped, mended = set[str](), set[str]()
        # Unknown keys first: a kind that is emptied below would have lost them.
        for detail in sorted(
            error.errors(include_url=False), key=lambda each: each["type"] != "extra_forbidden"
        ):
            loc = tuple(step for step in detail["loc"] if step != "[key]")
            message, remedy = _words(detail, model, loc)
            findings.add(yaml.file, yaml.place(loc), message, remedy)
            if detail["type"] == "extra_forbidden":
                _remove(data, loc)
            elif detail["loc"][-1] == "[key]":
                _remove(data, loc)
                mended.add(str(loc[0]))
            elif loc[0] == "object_kinds" and len(loc) > 1:
                _leave_out(data["object_kinds"], loc[1:])
                mended.add("object_kinds")
            else:
                dropped.add(str(loc[0]))
        readable = {key: value for key, value in data.items() if key not in dropped}
        filled = {key: value for key, value in blanks.items() if key in dropped}
        return Shaped(model.model_validate(readable | filled), yaml, frozenset(dropped | mended))


def _leave_out(kinds: dict[str, Any], loc: Loc) -> None:
    """Empties a kind of its faulty part alone: on how it stands depends what can be reached."""
    kind = kinds[str(loc[0])]
    if len(loc) > 1 and isinstance(kind, dict):
        kind.pop(loc[1], None)
    else:
        kinds[str(loc[0])] = {}


def _remove(data: Any, loc: Loc) -> None:
    for step in loc[:-1]:
        data = data[step]
    del data[loc[-1]]


def _words(detail: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[str, str]:
    kind, name = detail["type"], loc[-1] if loc else ""
    if kind == "missing":
        return f"{name!r} is missing.", "Add it; docs/scenarios.md tells what it holds."
    if kind == "extra_forbidden":
        return f"{name!r} is no key known here.", did_you_mean(str(name), _keys(model), "Remove it.")
    if kind == "unknown_need":
        need = str(detail["input"])
        return f"{need!r} is no need.", did_you_mean(need, NEEDS, f"Take one of: {', '.join(NEEDS)}.")
    message = detail["msg"].rstrip(".")
    if kind in _EXPECTED:
        return f"{message}.", _EXPECTED[kind]
    return f"{message}, not {_short(detail['input'])}.", "Change it so."


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"


def _keys(model: type[BaseModel]) -> set[str]:
    """Every key that a file of this shape may have, at any depth."""
    return {key for inner in _models(model) for key in inner.model_fields}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, schema.Entry | schema.Week):
        yield annotation
        for field in annotation.model_fields.values():
            yield from _models(field.annotation)
    for argument in get_args(annotation):
        yield from _models(argument)
