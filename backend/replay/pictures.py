"""The pictures that a replay carries, so that it needs none from anywhere."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from backend.domain.persona import Looks
from backend.replay.faults import PicturesMissing
from backend.replay.recording import Recording
from frontend.art.newcomers import draw_newcomer

NEEDED = ("ground.png", "atlas.png", "atlas.json", "scene.json")
SNOW = "snow.png"
PORTRAITS = "portraits"


def pictures_of(recording: Recording, art: Path) -> dict[str, Any]:
    """`backend.api.routes.replay.Pictures` as JSON: pictures as base64 of PNG files.

    Args:
        art: the folder of all drawn pictures, with a folder for each scenario's hash.

    Raises:
        PicturesMissing: those of the recording's scenario are not there.
    """
    scenario = recording.scenario
    folder = art / scenario.hash
    try:
        ground, atlas, frames, scene = ((folder / name).read_bytes() for name in NEEDED)
    except FileNotFoundError as error:
        raise PicturesMissing(scenario.id) from error
    snow = folder / SNOW
    figures = _figures(recording, folder)
    return {
        "ground": _text(ground),
        "atlas": _text(atlas),
        "frames": orjson.loads(frames),
        "scene": orjson.loads(scene),
        # By far the largest after the ground, and seldom wanted.
        "snow": _text(snow.read_bytes()) if recording.snows and snow.is_file() else None,
        "portraits": _portraits(scenario.personas, folder)
        | {who: _text(files["portrait.png"]) for who, files in figures.items()},
        "figures": {
            who: {"atlas": _text(files["atlas.png"]), "frames": orjson.loads(files["atlas.json"])}
            for who, files in figures.items()
        },
    }


def _portraits(people: Iterable[str], folder: Path) -> dict[str, str]:
    found = ((who, folder / PORTRAITS / f"{who}.png") for who in people)
    return {who: _text(path.read_bytes()) for who, path in found if path.is_file()}


def _figures(recording: Recording, folder: Path) -> dict[str, dict[str, bytes]]:
    """Of those who are in no scenario's pictures, because they came to live in the town later."""
    drawn = {path.stem for path in (folder / PORTRAITS).glob("*.png")}
    return {
        who: draw_newcomer(who, _parts(persona.looks))
        for who, persona in recording.scenario.personas.items()
        if who not in drawn
    }


def _parts(looks: Looks) -> dict[str, Any]:
    named = ("skin", "hair", "hair_style", "top", "bottom")
    return {part: getattr(looks, part) for part in named} | {"extras": list(looks.extras)}


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")
