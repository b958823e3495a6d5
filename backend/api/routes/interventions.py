"""What a director can do to a town, for pages and programs that draw forms of it."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from backend.api.forms.openapi import problems_of
from backend.domain.inputs import INPUT_ADAPTER
from backend.domain.interventions import INTERVENTIONS, Choice, Family, Field, Intervention
from backend.live.frames import View

router = APIRouter(prefix="/api/interventions", tags=["inputs"])


class FieldView(View):
    name: str
    choice: Choice
    """What it is filled from."""
    says: str
    left_out: str
    """What it means to leave it out; empty where it can't be."""
    most: int | None
    """Characters at most; None where it is no text."""


class InterventionView(View):
    id: str
    """The kind of the input."""
    family: Family
    emoji: str
    title: str
    does: str
    noticed: str
    """What residents notice of it."""
    fields: list[FieldView]
    example: dict[str, Any]
    """The input without its kind."""
    words: list[str]
    """What else one might look for to find it."""


@router.get("", responses=problems_of(), name="list interventions")
def interventions() -> list[InterventionView]:
    """All that a director can do, each an input to `POST /api/towns/{town}/inputs`."""
    return [_view(one) for one in INTERVENTIONS.values()]


def _view(one: Intervention) -> InterventionView:
    return InterventionView(
        id=one.id,
        family=one.family,
        emoji=one.emoji,
        title=one.title,
        does=one.does,
        noticed=one.noticed,
        fields=[_field(one.id, field) for field in one.fields],
        example=dict(one.example),
        words=list(one.words),
    )


def _field(kind: str, field: Field) -> FieldView:
    return FieldView(
        name=field.name,
        choice=field.choice,
        says=field.says,
        left_out=field.left_out,
        most=_longest(kind, field.name) if field.choice in ("text", "line") else None,
    )


def _longest(kind: str, field: str) -> int | None:
    """The most characters that the input's model takes."""
    schema = _SCHEMAS[kind]["properties"][field]
    return next(
        (part["maxLength"] for part in (schema, *schema.get("anyOf", ())) if "maxLength" in part), None
    )


_SCHEMAS: dict[str, dict[str, Any]] = {
    schema["properties"]["kind"]["const"]: schema
    for schema in INPUT_ADAPTER.json_schema()["$defs"].values()
    if "const" in schema.get("properties", {}).get("kind", {})
}
