"""The wire's form of each kind of answer: a schema that is the same for every question of the kind, and both ways."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from backend.domain.questions import AnyAnswer
from worker.minds.model.fields import Part
from worker.minds.model.handles import Names

Schema = dict[str, Any]


@dataclass(frozen=True)
class Form:
    """How answers of one kind are written.

    The schema holds no question's own words: a server reads it before the prompt, so that one that changed would
    make all that follows new to it.
    """

    schema: Schema
    read: Callable[[Any, Part, Names], AnyAnswer]
    write: Callable[[Any, Any, Names], dict[str, Any]]


TEXT: Schema = {"type": "string"}
HANDLE: Schema = {"type": "string"}
MAYBE: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}
IMPORTANCE: Schema = {"type": "integer", "minimum": 1, "maximum": 10}
HANDLES: Schema = {"type": "array", "items": HANDLE}


def closed(**fields: Schema) -> Schema:
    """An object of just these fields, all of them required."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def one_of(*words: str) -> Schema:
    return {"type": "string", "enum": list(words)}
