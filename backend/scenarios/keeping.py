"""Saves a resident as a scenario's file: into a copy of the scenario, never into a folder that came with Townlet."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from backend.domain.world import TownObject
from backend.scenarios.faults import Findings, ScenarioInvalid
from backend.scenarios.files import HISTORY, RESIDENTS, SHARED_KINDS, TOWN, resident_files
from backend.scenarios.loader import load_scenario
from backend.scenarios.names import LONGEST
from backend.scenarios.regions import FILE
from backend.scenarios.settling import Settled, written
from backend.scenarios.spare_bed import KIND
from backend.scenarios.terrain import TILE_PIXELS as TILE
from backend.scenarios.yaml_text import read_yaml

PICTURE = "tiles.png"
_HEADER = re.compile(r"(?:#[^\n]*\n)*")


def keep_resident(folder: Path, settled: Settled, own: Path, taken: tuple[str, ...]) -> Path:
    """Writes the resident into the scenario of `folder`, or into a copy of it where that is not in `own`.

    Nothing is to be seen of it before it is whole and without faults.

    Args:
        folder: a scenario without faults.
        settled: made for this scenario.
        own: the folder of people's own scenarios.
        taken: names that other scenarios have.

    Returns:
        The scenario's folder with the new resident.

    Raises:
        ScenarioInvalid: what came of it has faults.
        OSError: it can't be written.
    """
    is_own = folder.parent.resolve() == own.resolve()
    name = folder.name if is_own else _free_name(folder.name, {*taken, *_names(own)})
    own.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=own) as making:
        made = Path(making) / name
        _copy(folder, made)
        _add(made, settled, is_copy=not is_own)
        load_scenario(made)
        for shared in (SHARED_KINDS, PICTURE):
            if not (own / shared).exists() and (Path(making) / shared).exists():
                shutil.copyfile(Path(making) / shared, own / shared)
        if is_own:
            os.rename(own / name, Path(making) / "before")
        os.rename(made, own / name)
    return own / name


def _names(root: Path) -> set[str]:
    return {path.parent.name for path in root.glob(f"*/{TOWN}")}


def _free_name(name: str, taken: set[str]) -> str:
    number = 2
    while f"{name[:36]}_{number}" in taken:
        number += 1
    return f"{name[:36]}_{number}"


def _copy(folder: Path, made: Path) -> None:
    (made / RESIDENTS).mkdir(parents=True)
    for name in (TOWN, HISTORY, FILE):
        shutil.copyfile(folder / name, made / name)
    for path in resident_files(folder):
        shutil.copyfile(path, made / RESIDENTS / path.name)
    for shared in (SHARED_KINDS, PICTURE):
        if (folder.parent / shared).is_file():
            shutil.copyfile(folder.parent / shared, made.parent / shared)


def _add(made: Path, settled: Settled, *, is_copy: bool) -> None:
    newcomer = settled.newcomer
    persona = newcomer.persona
    (made / RESIDENTS / f"{persona.id}.yaml").write_text(settled.text, encoding="utf-8")
    town = _read(made / TOWN)
    world = str(town.get("world") or town["title"])
    if is_copy:
        # Addresses begin with the world's name: it stays, so that what was written of places stays true.
        town["world"] = world
        town["title"] = f"{town['title']} with {persona.first_name}"[:LONGEST].strip()
    home = town["homes"][short_of(world, persona.home)]
    home["residents"] = [*home["residents"], persona.id]
    if newcomer.bed is not None:
        town.setdefault("object_kinds", {})[KIND] = _kind(newcomer.bed)
        _draw_bed(made / FILE, newcomer.bed)
    _write(made / TOWN, town)
    for known in newcomer.known_by:
        path = made / RESIDENTS / f"{known.other}.yaml"
        other = _read(path)
        other.setdefault("knows", {})[persona.id] = {"closeness": known.closeness, "note": known.note}
        _write(path, other)


def short_of(world: str, address: str) -> str:
    return address.removeprefix(f"{world}:")


def _kind(bed: TownObject) -> dict[str, Any]:
    uses = [
        {
            "need": u.need,
            "activity": u.activity,
            "emoji": u.emoji,
            "state": u.state,
            "minutes": list(u.minutes),
        }
        for u in bed.uses
    ]
    return {"stands": "floor", "ordinary": ["made", "unmade"], "uses": uses}


def _draw_bed(path: Path, bed: TownObject) -> None:
    """Puts a rectangle for the bed into the map's layer of objects."""
    drawn = json.loads(path.read_text(encoding="utf-8"))
    layer = next(layer for layer in drawn["layers"] if layer["name"] == "objects")
    xs, ys = [x for x, _ in bed.footprint], [y for _, y in bed.footprint]
    layer["objects"].append(
        {
            "id": drawn["nextobjectid"],
            "name": bed.name,
            "type": "",
            "rotation": 0,
            "visible": True,
            "x": min(xs) * TILE,
            "y": min(ys) * TILE,
            "width": (max(xs) - min(xs) + 1) * TILE,
            "height": (max(ys) - min(ys) + 1) * TILE,
            "properties": [{"name": "kind", "type": "string", "value": bed.kind}],
        }
    )
    drawn["nextobjectid"] += 1
    path.write_text(json.dumps(drawn, ensure_ascii=False), encoding="utf-8")


def _read(path: Path) -> dict[str, Any]:
    findings = Findings()
    text = read_yaml(path, path.name, findings)
    if text is None:
        raise ScenarioInvalid(path.parent.name, findings.faults())
    return text.data


def _write(path: Path, data: Mapping[str, Any]) -> None:
    """Its comments at the top stay; those in between are lost in a copy."""
    header = _HEADER.match(path.read_text(encoding="utf-8"))
    path.write_text((header[0] if header else "") + written(data), encoding="utf-8")
