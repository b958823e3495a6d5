"""Everybody who may be seen in a scenario: its residents and the looks of visitors."""

from __future__ import annotations

from pathlib import Path

import yaml

from frontend.art.atlas import Drawing
from frontend.art.people.figure import ARMS, CHIN, DIRECTIONS, FOOT, STEPS, lying, sitting, standing, walking
from frontend.art.people.looks import Figure, figure, visitor

VISITORS = 6
"""How many looks there are for people from outside."""


def read_cast(folder: Path) -> dict[str, Figure]:
    """Figures by sprite id: residents by their own, visitors as `visitor_0` and on."""
    cast: dict[str, Figure] = {}
    for path in resident_files(folder):
        resident = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        name = str(resident.get("id") or path.stem)
        cast[name] = figure(resident.get("looks") or {}, name)
    return cast | {f"visitor_{i}": visitor(i) for i in range(VISITORS)}


def resident_files(folder: Path) -> list[Path]:
    """What begins with a dot is an editor's or the system's."""
    found = (folder / "residents").glob("*.yaml")
    return sorted(path for path in found if not path.name.startswith("."))


def frames(cast: dict[str, Figure]) -> dict[str, Drawing]:
    """Of all: walking, standing and sitting with arms that hang or are busy, asleep and awake in bed.

    `ch_ID_DIRECTION_0..3`, `ch_ID_DIRECTION_ARMS`, `ch_ID_sit_DIRECTION`, `ch_ID_sit_DIRECTION_ARMS`,
    `ch_ID_sleep` and `ch_ID_lie`; ARMS is one of `ARMS` but the first.
    """
    drawn: dict[str, Drawing] = {}
    for name, person in cast.items():
        for direction in DIRECTIONS:
            steps = {step: Drawing(walking(person, direction, step), 0.5, FOOT) for step in set(STEPS)}
            for i, step in enumerate(STEPS):
                drawn[f"ch_{name}_{direction}_{i}"] = steps[step]
            drawn[f"ch_{name}_sit_{direction}"] = Drawing(sitting(person, direction), 0.5, FOOT)
            for arms in ARMS[1:]:
                drawn[f"ch_{name}_{direction}_{arms}"] = Drawing(standing(person, direction, arms), 0.5, FOOT)
                drawn[f"ch_{name}_sit_{direction}_{arms}"] = Drawing(
                    sitting(person, direction, arms), 0.5, FOOT
                )
        drawn[f"ch_{name}_sleep"] = Drawing(lying(person), 0.5, CHIN / (CHIN + 16))
        drawn[f"ch_{name}_lie"] = Drawing(lying(person, asleep=False), 0.5, CHIN / (CHIN + 16))
    return drawn
