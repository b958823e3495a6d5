"""The subset of JSON Schema that structured outputs take with `strict: true` (OpenAI, "Supported schemas")."""

from __future__ import annotations

from typing import Any

from tests.model_api.refusals import Refusal

_ANYWHERE = {"type", "description", "title", "enum", "const", "anyOf", "$ref", "$defs"}
_BY_TYPE = {
    "object": {"properties", "required", "additionalProperties"},
    "array": {"items", "minItems", "maxItems"},
    "string": {"pattern", "format"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "integer": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "boolean": set[str](),
    "null": set[str](),
}
MOST_PROPERTIES = 5000
MOST_LEVELS = 5
MOST_ENUM_VALUES = 1000
MOST_NAME_CHARACTERS = 120_000
LONG_ENUM, LONG_ENUM_CHARACTERS = 250, 15_000


def check_strict(schema: Any, of: str) -> None:
    """Raises Refusal where `schema` is not what strict mode takes; `of` names it: "response_format 'say'"."""
    reading = _Reading(of)
    if not isinstance(schema, dict) or schema.get("type") != "object":
        raise reading.refusal((), "schema must be a JSON Schema of 'type: \"object\"'")
    reading.walk(schema, (), 1)
    reading.check_totals()
    reading.check_references(schema)


class _Reading:
    def __init__(self, of: str) -> None:
        self.of = of
        self.properties = self.enum_values = self.characters = 0
        self.references: list[tuple[tuple[str, ...], str]] = []

    def refusal(self, where: tuple[str, ...], what: str) -> Refusal:
        param = "tools" if self.of.startswith("function") else "response_format"
        return Refusal(f"Invalid schema for {self.of}: In context={where!r}, {what}.", param=param)

    def walk(self, schema: Any, where: tuple[str, ...], level: int) -> None:
        if not isinstance(schema, dict):
            raise self.refusal(where, f"{schema!r} is not of type 'object'")
        for name, definition in schema.get("$defs", {}).items():
            self.walk(definition, (*where, "$defs", name), 1)
        if "$ref" in schema:
            self.references.append((where, schema["$ref"]))
            if extra := set(schema) - {"$ref", "$defs", "description"}:
                raise self.refusal(where, f"$ref cannot have keywords {sorted(extra)!r}")
            return
        if "anyOf" in schema:
            if not where:
                raise self.refusal(where, "'anyOf' is not permitted at the root")
            for number, branch in enumerate(schema["anyOf"]):
                self.walk(branch, (*where, "anyOf", str(number)), level)
        types = self._types(schema, where)
        allowed = _ANYWHERE.union(*(_BY_TYPE[type_] for type_ in types))
        for keyword in schema:
            if keyword not in allowed:
                raise self.refusal(where, f"'{keyword}' is not permitted")
        self._count_enum(schema, where)
        if "object" in types:
            self._object(schema, where, level)
        if "array" in types:
            if "items" not in schema:
                raise self.refusal(where, "array schema missing items")
            self.walk(schema["items"], (*where, "items"), level + 1)

    def _types(self, schema: dict[str, Any], where: tuple[str, ...]) -> list[str]:
        if "type" not in schema:
            if "anyOf" in schema or "const" in schema or "enum" in schema:
                return []
            raise self.refusal(where, "schema must have a 'type' key")
        given = schema["type"]
        types: list[str] = [given] if isinstance(given, str) else list(given)
        for type_ in types:
            if type_ not in _BY_TYPE:
                raise self.refusal(where, f"{type_!r} is not valid under any of the given schemas")
        return types

    def _object(self, schema: dict[str, Any], where: tuple[str, ...], level: int) -> None:
        if level > MOST_LEVELS:
            raise self.refusal(where, f"{level} levels of nesting exceeds limit of {MOST_LEVELS}")
        if schema.get("additionalProperties") is not False:
            raise self.refusal(where, "'additionalProperties' is required to be supplied and to be false")
        properties = schema.get("properties", {})
        required = schema.get("required")
        rule = "'required' is required to be supplied and to be an array including every key in properties"
        if not isinstance(required, list):
            raise self.refusal(where, rule)
        for name in properties:
            if name not in required:
                raise self.refusal(where, f"{rule}. Missing '{name}'")
        if extra := [name for name in required if name not in properties]:
            raise self.refusal(where, f"{rule}. Extra required key '{extra[0]}' supplied")
        self.properties += len(properties)
        self.characters += sum(map(len, properties))
        for name, child in properties.items():
            self.walk(child, (*where, "properties", name), level + 1)

    def _count_enum(self, schema: dict[str, Any], where: tuple[str, ...]) -> None:
        values = schema.get("enum", [])
        if "enum" in schema and not values:
            raise self.refusal(where, "[] is too short")
        if len(set(map(repr, values))) != len(values):
            raise self.refusal(where, "enum has non-unique elements")
        length = sum(len(value) for value in values if isinstance(value, str))
        if len(values) > LONG_ENUM and length > LONG_ENUM_CHARACTERS:
            raise self.refusal(where, f"the enum's {length} characters exceed {LONG_ENUM_CHARACTERS}")
        self.enum_values += len(values)
        self.characters += length

    def check_totals(self) -> None:
        for what, count, most in (
            ("object properties", self.properties, MOST_PROPERTIES),
            ("enum values", self.enum_values, MOST_ENUM_VALUES),
            ("characters of names and values", self.characters, MOST_NAME_CHARACTERS),
        ):
            if count > most:
                raise self.refusal((), f"{count} {what} exceed the limit of {most}")

    def check_references(self, schema: dict[str, Any]) -> None:
        for where, reference in self.references:
            name = reference.removeprefix("#/$defs/")
            if reference != "#" and (name == reference or name not in schema.get("$defs", {})):
                raise self.refusal(where, f"reference {reference!r} can't be resolved")
