"""A copy of Brook Lane in which a test may change whatever it likes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend.scenarios import Fault, check_scenario

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
NAME = "brook_lane"


class ScenarioCopy:
    """Each change says what it expects to find, so that it can't come to nothing when the town is rewritten."""

    def __init__(self, root: Path) -> None:
        self.folder = root / NAME
        shutil.copytree(SCENARIOS / NAME, self.folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
        for name in ("object_kinds.yaml", "tiles.png"):
            shutil.copy(SCENARIOS / name, root / name)

    def rewrite(self, file: str, old: str, new: str) -> None:
        """Replaces the first `old` in a text file."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.folder / file).write_text(text, encoding="utf-8")

    def remove(self, file: str) -> None:
        (self.folder / file).unlink()

    def edit_map(self, change: Callable[[dict[str, Any]], None]) -> None:
        path = self.folder / "map.tmj"
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document), encoding="utf-8")

    def faults(self) -> tuple[Fault, ...]:
        return check_scenario(self.folder)


def layer(document: dict[str, Any], name: str) -> dict[str, Any]:
    """A layer of a map's document."""
    return next(each for each in document["layers"] if each["name"] == name)


def mark(document: dict[str, Any], layer_name: str, name: str) -> dict[str, Any]:
    """The first object of that name in a layer."""
    return next(each for each in layer(document, layer_name)["objects"] if each["name"] == name)


def put_property(holder: dict[str, Any], name: str, value: bool | int | str) -> None:
    kinds = {bool: "bool", int: "int", str: "string"}
    kept = [entry for entry in holder["properties"] if entry["name"] != name]
    holder["properties"] = [*kept, {"name": name, "type": kinds[type(value)], "value": value}]
