"""Puts a scenario's art together as the page would, to judge it without a browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image


def write_preview(art: Path, target: Path) -> None:
    """Writes the ground with all props and with some people on seats, beds and paths."""
    scene: dict[str, Any] = json.loads((art / "scene.json").read_text(encoding="utf-8"))
    atlas: dict[str, Any] = json.loads((art / "atlas.json").read_text(encoding="utf-8"))
    town = Image.open(art / "ground.png").convert("RGBA")
    sheet = Image.open(art / "atlas.png").convert("RGBA")
    props = [dict(prop) for prop in scene["props"]]
    props += _people(
        props, sorted(n[3:-7] for n in atlas["frames"] if n.startswith("ch_") and n.endswith("_down_0"))
    )
    for prop in sorted(props, key=lambda p: p["y"] + p["z"]):
        frame, anchor = atlas["frames"][prop["n"]]["frame"], atlas["frames"][prop["n"]]["anchor"]
        x, y, w, h = frame["x"], frame["y"], frame["w"], frame["h"]
        left, top = round(prop["x"] - w * anchor["x"]), round(prop["y"] - h * anchor["y"])
        picture = sheet.crop((x, y, x + w, y + h))
        town.alpha_composite(_within(picture, left, top), (max(0, left), max(0, top)))
    target.parent.mkdir(parents=True, exist_ok=True)
    town.save(target)


def _within(picture: Image.Image, left: int, top: int) -> Image.Image:
    return picture.crop((max(0, -left), max(0, -top), picture.width, picture.height))


def _people(props: list[dict[str, Any]], ids: list[str]) -> list[dict[str, Any]]:
    spots = [spot for prop in props for spot in prop.get("people", ())]
    return [
        {"n": f"ch_{ids[i % len(ids)]}_{spot['pose']}", "x": spot["x"], "y": spot["y"], "z": spot["z"]}
        for i, spot in enumerate(spots)
    ]
