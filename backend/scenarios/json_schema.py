"""JSON Schemas of the YAML files, from which editors complete and check them while one writes.

``python -m backend.scenarios.json_schema`` writes them to scenarios/schema/. They tell the shape of a file alone;
`townlet check` tells the rest.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import orjson
from pydantic import BaseModel

from backend.scenarios.schema import HistoryFile, KindsFile, ResidentFile, TownFile

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that all editors read."""
FOLDER = Path(__file__).resolve().parents[2] / "scenarios" / "schema"
SCHEMAS: dict[str, type[BaseModel]] = {
    "town.json": TownFile,
    "resident.json": ResidentFile,
    "history.json": HistoryFile,
    "object_kinds.json": KindsFile,
}
"""By file; what refers to them is a comment at the top of a YAML file."""


def schema_text(model: type[BaseModel]) -> str:
    """The schema as it lies in the folder, to the byte."""
    document: dict[str, Any] = {"$schema": DIALECT, **_without_titles(model.model_json_schema())}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2).decode() + "\n"


def write_schemas(folder: Path = FOLDER) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, model in SCHEMAS.items():
        (folder / name).write_text(schema_text(model), encoding="utf-8")
    return [folder / name for name in SCHEMAS]


def _without_titles(node: Any, *, names: bool = False) -> Any:
    """Without the titles that Pydantic makes of names, which would only repeat them; `names`: keys are the files'."""
    if isinstance(node, list):
        return [_without_titles(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_titles(value, names=not names and key in ("properties", "$defs"))
        for key, value in node.items()
        if names or key != "title"
    }


if __name__ == "__main__":
    for path in write_schemas():
        sys.stdout.write(f"{path}\n")
