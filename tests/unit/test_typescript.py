"""The page's types are those of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from backend.api.typescript import ALIASES, UnknownSchema, _Writer, generate
from backend.domain.events import SERVER_ONLY
from backend.domain.reduce import REDUCERS

GENERATED = Path(__file__).resolve().parents[2] / "frontend" / "src" / "town" / "generated.ts"


def test_the_types_of_the_page_are_up_to_date() -> None:
    told = "run: python -m backend.api.typescript --out frontend/src/town/generated.ts"
    assert GENERATED.read_text(encoding="utf-8") == generate(), told


def test_every_kind_of_event_has_a_type() -> None:
    text = generate()
    for kind in REDUCERS:
        assert f'  kind: "{kind}";' in text


def test_no_type_has_what_is_never_sent() -> None:
    text = generate()
    assert not [field for field in SERVER_ONLY if f"  {field}: " in text]


@pytest.mark.parametrize(
    ("python", "typescript"),
    [
        (str, "string"),
        (int | None, "number | null"),
        (list[str | None], "(string | null)[]"),
        (dict[int, list[bool]], "Record<string, boolean[]>"),
        (tuple[int, int], "Tile"),
        (tuple[str, int], "[string, number]"),
        (tuple[float, ...], "number[]"),
        (object, "unknown"),
    ],
)
def test_a_python_type_is_written_as_typescript(python: Any, typescript: str) -> None:
    schema = TypeAdapter(python).json_schema()
    assert _Writer({}, {}, complete=True).type(schema) == typescript


def test_a_schema_without_a_form_is_named() -> None:
    with pytest.raises(UnknownSchema, match="teach"):
        _Writer({}, {}, complete=True).type({"not": {"type": "string"}})


def test_unions_are_used_by_their_names() -> None:
    text = generate()
    for name in ALIASES:
        assert f": {name};" in text or f": {name}[]" in text
