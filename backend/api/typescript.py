"""Writes the page's TypeScript types from the server's models: `python -m backend.api.typescript --out FILE`.

Everything that the server sends has all its fields; what it takes may leave out what has a default.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from backend.api.problems import ProblemDocument
from backend.api.routes.aftermath import AftermathView
from backend.api.routes.bookmarks import BookmarkView, NewBookmark
from backend.api.routes.branches import BranchView, BranchWish, TownChange
from backend.api.routes.calls import CallDetail, CallPage, CallSummary
from backend.api.routes.clock import ClockWish
from backend.api.routes.events import EventPage
from backend.api.routes.figures import LooksChoices
from backend.api.routes.health import Health
from backend.api.routes.inputs import InputView, InputWish
from backend.api.routes.interventions import InterventionView
from backend.api.routes.memories import MemoryPage
from backend.api.routes.models import ModelsCheck, ModelsView, ModelsWish
from backend.api.routes.newcomers import NewResident, ResidentPreview
from backend.api.routes.recap import RecapView
from backend.api.routes.recollection import RecollectionView
from backend.api.routes.replay import ReplayData
from backend.api.routes.residents import PlanView, RelationshipView, ResidentView
from backend.api.routes.scenarios import ScenarioSummary
from backend.api.routes.session import SessionView, SignIn
from backend.api.routes.sketches import DescribedResident, SketchView
from backend.api.routes.ties import TieChangeView
from backend.api.routes.timeline import TimelineView
from backend.api.routes.tokens import MadeToken, NewToken, TokenView
from backend.api.routes.towns import NewTown
from backend.api.routes.visitors import ModerationWish, VisitorView
from backend.api.views.compare_views import CompareView
from backend.api.views.paper import PaperView
from backend.api.views.scenario_view import ScenarioView
from backend.api.views.spread_views import NewsItemView, SpreadView
from backend.api.views.why_views import MemoryTree, WhyView
from backend.domain.aftermath import StepKind
from backend.domain.events import (
    SCHEMA_VERSION,
    SERVER_ONLY,
    AnyEvent,
    Condition,
    MemoryKind,
    MindChoice,
    QuestionKind,
    Weather,
)
from backend.domain.inputs import AnyInput, Deed
from backend.domain.interventions import INTERVENTIONS
from backend.domain.marks import MarkKind
from backend.domain.roles import Role
from backend.live.frames import Frame, PageFrame, RecordedEvent, Speed, StateDocument, Town, TownStatus

ALIASES: dict[str, Any] = {
    "QuestionKind": QuestionKind,
    "MemoryKind": MemoryKind,
    "MarkKind": MarkKind,
    "StepKind": StepKind,
    "MindChoice": MindChoice,
    "Weather": Weather,
    "Speed": Speed,
    "TownStatus": TownStatus,
    "Role": Role,
    "AnyEvent": AnyEvent,
    "AnyInput": AnyInput,
    "Condition": Condition,
    "Deed": Deed,
}
"""Unions that have a name wherever they are used."""

SENT: dict[str, Any] = {
    "RecordedEvent": RecordedEvent,
    "StateDocument": StateDocument,
    "Town": Town,
    "Frame": Frame,
    "EventPage": EventPage,
    "ResidentView": ResidentView,
    "PlanView": PlanView,
    "RelationshipView": RelationshipView,
    "MemoryPage": MemoryPage,
    "TimelineView": TimelineView,
    "BookmarkView": BookmarkView,
    "WhyView": WhyView,
    "NewsItemView": NewsItemView,
    "SpreadView": SpreadView,
    "TieChangeView": TieChangeView,
    "AftermathView": AftermathView,
    "RecollectionView": RecollectionView,
    "MemoryTree": MemoryTree,
    "ScenarioSummary": ScenarioSummary,
    "ScenarioView": ScenarioView,
    "ReplayData": ReplayData,
    "RecapView": RecapView,
    "PaperView": PaperView,
    "InputView": InputView,
    "InterventionView": InterventionView,
    "ResidentPreview": ResidentPreview,
    "SketchView": SketchView,
    "LooksChoices": LooksChoices,
    "Health": Health,
    "VisitorView": VisitorView,
    "SessionView": SessionView,
    "TokenView": TokenView,
    "MadeToken": MadeToken,
    "CallPage": CallPage,
    "CallDetail": CallDetail,
    "CallSummary": CallSummary,
    "ModelsView": ModelsView,
    "ModelsCheck": ModelsCheck,
    "BranchView": BranchView,
    "CompareView": CompareView,
}
"""What the server sends, by the name of its type in TypeScript."""

TAKEN: dict[str, Any] = {
    "AnyInput": AnyInput,
    "Condition": Condition,
    "Deed": Deed,
    "Speed": Speed,
    "PageFrame": PageFrame,
    "NewTown": NewTown,
    "BranchWish": BranchWish,
    "TownChange": TownChange,
    "ClockWish": ClockWish,
    "SignIn": SignIn,
    "ModerationWish": ModerationWish,
    "NewToken": NewToken,
    "NewBookmark": NewBookmark,
    "InputWish": InputWish,
    "NewResident": NewResident,
    "DescribedResident": DescribedResident,
    "ModelsWish": ModelsWish,
    "ProblemDocument": ProblemDocument,
}
"""What the server takes; and the problems, which leave out what they have nothing to say about."""

RENAMED = {"RecordedEvent": "Recorded"}
INPUTS = {model.__name__ for model in get_args(get_args(AnyInput)[0])}

HEAD = f"""\
// Generated from the server's models by `python -m backend.api.typescript`; changes here are lost.

export const SCHEMA_VERSION = {SCHEMA_VERSION};

/** (x, y) in tiles, origin top left, y down. */
export type Tile = [number, number];
"""

_INTERVENTIONS = "\n".join(f'  | "{one}"' for one in INTERVENTIONS)

TAIL = f"""\
export type EventKind = AnyEvent["kind"];

export type InputKind = AnyInput["kind"];

/** What a director can do. */
export type InterventionKind =
{_INTERVENTIONS};
"""

LINE = 110

Schema = dict[str, Any]
Mode = Literal["serialization", "validation"]


class UnknownSchema(Exception):
    """A JSON schema that has no form in TypeScript yet; teach `_Writer.type` to write it."""


def generate() -> str:
    """The whole text of the file."""
    sent = _declarations(ALIASES | SENT, "serialization")
    taken = _declarations(TAKEN, "validation")
    return "\n".join([HEAD, *(sent | taken).values(), TAIL])


def _declarations(roots: dict[str, Any], mode: Mode) -> dict[str, str]:
    """TypeScript's declarations by name."""
    adapters = [(name, mode, TypeAdapter(type_)) for name, type_ in roots.items()]
    schemas, combined = TypeAdapter.json_schemas(adapters, ref_template="{model}")
    definitions: dict[str, Schema] = combined.get("$defs", {})
    names = {name: _name(name) for name in definitions}
    plain = _Writer(names, {}, complete=mode == "serialization")
    unions = {plain.type(schema): name for (name, _), schema in schemas.items() if name not in definitions}
    writer = _Writer(names, unions, plain.complete)
    aliases = {name: _alias(name, union) for union, name in unions.items()}
    return aliases | {
        names[name]: writer.interface(names[name], schema) for name, schema in sorted(definitions.items())
    }


def _name(definition: str) -> str:
    """Inputs have names of their own: to `Walk` is what a visitor wants, a `Walk` what a resident is on."""
    name = definition.rpartition("__")[2]
    if name in INPUTS and "__domain__state__" not in definition:
        return f"{name}Input"
    return RENAMED.get(name, name)


def _alias(name: str, union: str) -> str:
    line = f"export type {name} = {union};\n"
    return (
        line if len(line) <= LINE else f"export type {name} =\n  | " + union.replace(" | ", "\n  | ") + ";\n"
    )


def _comment(schema: Schema, indent: str) -> str:
    text = " ".join(str(schema.get("description", "")).split()).replace("None", "null").replace("*/", "* /")
    return f"{indent}/** {text} */\n" if text else ""


@dataclass(frozen=True)
class _Writer:
    names: dict[str, str]
    """TypeScript names of the schema's definitions."""
    unions: dict[str, str]
    """Type expressions that have a name of their own."""
    complete: bool
    """Whether fields with a default are always there."""

    def interface(self, name: str, schema: Schema) -> str:
        if "properties" not in schema:
            return f"{_comment(schema, '')}export type {name} = {self.type(schema)};\n"
        required = set(schema.get("required", ()))
        lines = [f"{_comment(schema, '')}export interface {name} {{"]
        for field, part in schema["properties"].items():
            if field not in SERVER_ONLY:
                mark = "" if self.complete or field in required or "const" in part else "?"
                lines.append(f"{_comment(part, '  ')}  {field}{mark}: {self.type(part)};")
        lines.append("}\n")
        return "\n".join(lines)

    def type(self, schema: Schema) -> str:
        """A schema as a TypeScript type expression.

        Raises:
            UnknownSchema: it uses something that no model of ours has used so far.
        """
        expression = self._expression(schema)
        return self.unions.get(expression, expression)

    def _expression(self, schema: Schema) -> str:
        if "$ref" in schema:
            return self.names[schema["$ref"]]
        if "const" in schema:
            return json.dumps(schema["const"])
        if "enum" in schema:
            return " | ".join(json.dumps(value) for value in schema["enum"])
        for union in ("anyOf", "oneOf"):
            if union in schema:
                return " | ".join(dict.fromkeys(self.type(part) for part in schema[union]))
        match schema.get("type"):
            case "string" | "boolean" | "null" as same:
                return str(same)
            case "integer" | "number":
                return "number"
            case "array":
                return self._array(schema)
            case "object":
                return f"Record<string, {self.type(_values(schema))}>"
            case None if not set(schema) - {"title", "description", "default"}:
                return "unknown"
        raise UnknownSchema(
            f"no TypeScript for {json.dumps(schema)}; teach backend/api/typescript.py to write it"
        )

    def _array(self, schema: Schema) -> str:
        if "prefixItems" in schema:
            parts = [self.type(part) for part in schema["prefixItems"]]
            return "Tile" if parts == ["number", "number"] else f"[{', '.join(parts)}]"
        item = self.type(schema.get("items", {}))
        return f"({item})[]" if " | " in item else f"{item}[]"


def _values(schema: Schema) -> Schema:
    """Schema of a mapping's values; its keys are always text in JSON."""
    values = schema.get("additionalProperties", True)
    if "patternProperties" in schema:
        (values,) = schema["patternProperties"].values()
    return values if isinstance(values, dict) else {}


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the page's types from the server's models.")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    out: Path = parser.parse_args().out
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(generate(), encoding="utf-8")


if __name__ == "__main__":
    main()
