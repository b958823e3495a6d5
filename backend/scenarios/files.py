"""The files of a scenario's folder, each in its shape, and the hash over them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from backend.scenarios.faults import Findings
from backend.scenarios.plain_files import is_there
from backend.scenarios.regions import FILE
from backend.scenarios.schema import (
    BLANK_RESIDENT,
    BLANK_TOWN,
    HistoryFile,
    KindEntry,
    KindsFile,
    ResidentFile,
    TownFile,
)
from backend.scenarios.shape_faults import Shaped, parse
from backend.scenarios.tiled import TiledMap, read_map
from backend.scenarios.yaml_text import read_yaml

TOWN, HISTORY, RESIDENTS, SHARED_KINDS = "town.yaml", "history.yaml", "residents", "object_kinds.yaml"
MAX_RESIDENTS = 200
MAX_OF_RESIDENT = 3_000
"""Values in the file of one."""
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class Files:
    """What could be read of a scenario. None and missing entries have their reasons in the findings."""

    map: TiledMap | None
    town: Shaped[TownFile] | None
    history: Shaped[HistoryFile] | None
    residents: dict[str, Shaped[ResidentFile]]
    ids: frozenset[str]
    """Of all residents, those with unreadable files included."""
    kinds: dict[str, KindEntry]
    uses_known: bool
    """Whether every kind could be read: else nobody can say what a place lacks."""


def read_files(folder: Path, findings: Findings) -> Files:
    if not _ID.fullmatch(folder.name):
        remedy = "Name it in lower-case letters, digits and underscores, such as my_town."
        findings.add(f"../{folder.name}", "", "The folder's name can't be a scenario's id.", remedy)
    town = parse(TownFile, read_yaml(folder / TOWN, TOWN, findings), BLANK_TOWN, findings)
    history = parse(HistoryFile, read_yaml(folder / HISTORY, HISTORY, findings), {}, findings)
    kinds: dict[str, KindEntry] = {}
    described: list[Shaped[TownFile] | Shaped[KindsFile] | None] = [town]
    if is_there(folder.parent / SHARED_KINDS):
        shared = read_yaml(folder.parent / SHARED_KINDS, f"../{SHARED_KINDS}", findings)
        shaped = parse(KindsFile, shared, {"object_kinds": {}}, findings)
        described.append(shaped)
    for each in reversed(described):  # a town's own kinds replace those that all towns share
        kinds |= each.value.object_kinds if each else {}
    uses_known = all(each is not None and "object_kinds" not in each.unread for each in described)
    paths = resident_files(folder)
    if not paths:
        findings.add(
            RESIDENTS, "", "Nobody lives in the town.", "Add a file a resident: residents/NAME.yaml."
        )
    if len(paths) > MAX_RESIDENTS:
        message = f"{len(paths)} residents are more than {MAX_RESIDENTS}."
        findings.add(RESIDENTS, "", message, "Take some of the files away.")
    _nothing_is_overlooked(folder, findings)
    residents = {}
    for path in paths if len(paths) <= MAX_RESIDENTS else ():
        name = f"{RESIDENTS}/{path.name}"
        if not _ID.fullmatch(path.stem):
            message = f"{path.stem!r} can't be a resident's id."
            findings.add(name, "", message, "Name the file in lower-case letters, digits and underscores.")
        person = parse(
            ResidentFile, read_yaml(path, name, findings, MAX_OF_RESIDENT), BLANK_RESIDENT, findings
        )
        if person is not None:
            residents[path.stem] = person
    ids = frozenset(path.stem for path in paths)
    tiled = read_map(folder / FILE, findings)
    return Files(tiled, town, history, residents, ids, dict(sorted(kinds.items())), uses_known)


def resident_files(folder: Path) -> list[Path]:
    """In the order of their names. What begins with a dot is an editor's or the system's."""
    found = (path for path in (folder / RESIDENTS).glob("*.yaml") if not path.name.startswith("."))
    return sorted(found, key=lambda path: path.name)


def _nothing_is_overlooked(folder: Path, findings: Findings) -> None:
    """A resident must not be missing in silence because of how its file is called."""
    if not (folder / RESIDENTS).is_dir():
        return
    for path in sorted((folder / RESIDENTS).iterdir()):
        near = path.suffix.lower() in (".yaml", ".yml") and path.suffix != ".yaml"
        if near and not path.name.startswith("."):
            findings.add(
                f"{RESIDENTS}/{path.name}", "", "The file is not read.", "Let its name end in .yaml."
            )


def hash_files(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files that make up the scenario, in the names' order."""
    paths = [folder / name for name in (HISTORY, FILE, TOWN)]
    paths += [*resident_files(folder), folder.parent / SHARED_KINDS]
    named = {
        path.relative_to(folder.parent).as_posix().removeprefix(f"{folder.name}/"): path for path in paths
    }
    digest = sha256()
    for name in sorted(named):
        if named[name].is_file():
            body = named[name].read_bytes()
            digest.update(f"{len(name)}:{name}:{len(body)}:".encode() + body)
    return digest.hexdigest()
