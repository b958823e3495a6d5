"""What an editor underlines: departures of a YAML file from a JSON Schema, of which ours use a small part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = Any
UNDERSTOOD = {
    "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "default", "description", "enum", "examples",
    "items", "maxItems", "maxLength", "maximum", "minItems", "minLength", "minimum", "pattern", "properties",
    "required", "type", "uniqueItems",
}  # fmt: skip
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip


def departures(value: Json, schema: Json, root: Json, at: str = "") -> Iterator[str]:
    unknown = schema.keys() - UNDERSTOOD
    assert not unknown, f"the schema uses {unknown}, which nobody checks here"
    if "$ref" in schema:
        yield from departures(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, at)
        return
    if "anyOf" in schema:
        if not any(not [*departures(value, each, root, at)] for each in schema["anyOf"]):
            yield f"{at}: {value!r} is none of what may stand here"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{at}: {value!r} is no {kind}"
        return
    if isinstance(value, str):
        pattern = schema.get("pattern", "").replace(r"\p{C}", r"\x00-\x1f")
        if not re.search(pattern, value) or not _fits(len(value), schema, "Length"):
            yield f"{at}: {value!r} has another form"
    elif isinstance(value, list):
        if not _fits(len(value), schema, "Items"):
            yield f"{at}: {len(value)} entries"
        if schema.get("uniqueItems") and any(each in value[:n] for n, each in enumerate(value)):
            yield f"{at}: an entry stands there twice"
        for number, each in enumerate(value):
            yield from departures(each, schema.get("items", {}), root, f"{at}[{number}]")
    elif isinstance(value, dict):
        yield from _keys(value, schema, root, at)
    elif isinstance(value, int | float) and not _fits(value, schema, "imum"):
        yield f"{at}: {value} is too small or too large"


def _keys(value: dict[str, Json], schema: Json, root: Json, at: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    yield from (f"{at}: {name!r} is missing" for name in schema.get("required", ()) if name not in value)
    for name, each in value.items():
        if name in known:
            yield from departures(each, known[name], root, f"{at}.{name}")
        elif others is False:
            yield f"{at}: {name!r} is not known"
        elif isinstance(others, dict):
            yield from departures(each, others, root, f"{at}.{name}")


def _fits(size: float, schema: Json, what: str) -> bool:
    return bool(schema.get(f"min{what}", size) <= size <= schema.get(f"max{what}", size))
