"""Draws all scenarios into a folder, unless nothing has changed since the last time."""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy
import PIL
import yaml

from frontend.art import effects, townmap, weather
from frontend.art.atlas import Drawing, pack
from frontend.art.canvas import Canvas
from frontend.art.door import door_picture
from frontend.art.people import items
from frontend.art.people.cast import frames, read_cast, resident_files
from frontend.art.people.looks import Figure, visitor
from frontend.art.people.portrait import portrait
from frontend.art.scene import Scene, set_scene

MARK = "art.hash"
"""File in the output that tells what it was drawn from."""


def scenario_folders(scenarios: Path) -> list[Path]:
    return sorted(path.parent for path in scenarios.glob("*/map.tmj"))


@cache
def code_fingerprint() -> str:
    """Hash of the code that draws."""
    digest = hashlib.sha256(f"{numpy.__version__} {PIL.__version__}".encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def fingerprint(scenarios: Path) -> str:
    """Hash of all that the drawings depend on."""
    digest = hashlib.sha256(code_fingerprint().encode())
    sources: list[Path] = []
    for folder in scenario_folders(scenarios):
        sources += [folder / "map.tmj", folder / "town.yaml", *resident_files(folder)]
    for path in sources:
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_current(scenarios: Path, out: Path) -> bool:
    mark = out / MARK
    return mark.is_file() and mark.read_text(encoding="utf-8") == fingerprint(scenarios)


def build(scenarios: Path, out: Path) -> list[str]:
    """Draws everything; returns the names of the scenarios drawn.

    Raises:
        UnreadableMap: a scenario's map can't be drawn.
    """
    names = []
    for folder in scenario_folders(scenarios):
        for name, content in draw_scenario(folder).items():
            _write(out / folder.name / name, content)
        names.append(folder.name)
    for name, content in page_pictures().items():
        _write(out / name, content)
    _write(out / MARK, fingerprint(scenarios).encode())
    return names


def draw_scenario(folder: Path) -> dict[str, bytes]:
    """All files of one scenario's art, by their path within its folder."""
    scene = set_scene(read_town(folder))
    cast = read_cast(folder)
    sheet, description = pack(all_drawings(scene, cast), "atlas.png")
    files = {
        "ground.png": png(scene.ground, opaque=True),
        "snow.png": png(scene.snow),
        "scene.json": _json(scene.as_json()),
        "atlas.png": png(sheet),
        "atlas.json": _json(description),
    }
    return files | {f"portraits/{name}.png": png(portrait(person, name)) for name, person in cast.items()}


def all_drawings(scene: Scene, cast: dict[str, Figure]) -> dict[str, Drawing]:
    return scene.drawings | frames(cast) | items.frames() | effects.frames() | weather.frames()


def read_town(folder: Path) -> townmap.TownMap:
    about: dict[str, Any] = {}
    if (folder / "town.yaml").is_file():
        about = yaml.safe_load((folder / "town.yaml").read_text(encoding="utf-8")) or {}
    return townmap.read_map(folder / "map.tmj", str(about.get("world") or about.get("title") or folder.name))


def page_pictures() -> dict[str, bytes]:
    """The pictures that belong to no scenario, by their path."""
    return {"favicon.png": png(favicon()), "door.png": png(door_picture())}


def favicon() -> Canvas:
    person = visitor(0)
    return portrait(person, "favicon").cropped(4, 0, 64, 64)


def png(canvas: Canvas, opaque: bool = False) -> bytes:
    buffer, image = io.BytesIO(), canvas.image()
    (image.convert("RGB") if opaque else image).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
