"""Makes the folder of a small valid town that its author changes at once; the files beside this one are its pattern."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from backend.scenarios import ScenarioInvalid, check_scenario
from backend.store.environment.settings import PROJECT

PATTERN = Path(__file__).parent
SHARED = PROJECT / "scenarios"
SHARED_FILES = ("object_kinds.yaml", "tiles.png")
"""What every town refers to in the folder above its own."""
SCHEMA = "schema"
"""The folder of JSON Schemas, above the towns' own, too."""

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_TITLE = "title: New Town\n"


class NewTownRefused(Exception):
    """No town can be made as was asked; nothing was written."""


class BadTownName(NewTownRefused):
    """The name can't be a folder's, or is one that means something else."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name[:60]!r} can't be the name of a scenario; take up to 40 lower-case letters, digits and "
            f"underscores, a letter first, such as my_town (but not {SCHEMA!r})."
        )


class FolderTaken(NewTownRefused):
    """There is something of that name."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder} exists already; choose another name, or change the town that is there.")


class NoSuchFolder(NewTownRefused):
    """The folder for the town's folder is none that can be written to."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"No town can be made in {folder}: {why}. Name a folder that is there and yours.")


def make_new_town(name: str, root: Path = SHARED) -> Path:
    """Makes `root/name`, as a whole or not at all, and what all towns share where `root` lacks it.

    Raises:
        BadTownName, FolderTaken, NoSuchFolder: nothing was written.
        ScenarioInvalid: it is there, but does not fit the object_kinds.yaml of `root`.
    """
    if not _NAME.fullmatch(name) or name == SCHEMA:
        raise BadTownName(name)
    if not root.is_dir():
        raise NoSuchFolder(root, "it is not a folder")
    folder = root.resolve() / name
    if folder.exists() or folder.is_symlink():
        raise FolderTaken(folder)
    try:
        # A level deeper than towns are looked for, so that nobody sees one half made.
        with tempfile.TemporaryDirectory(prefix=".new-town-", dir=root) as stage:
            _write(Path(stage) / name, name)
            _share(root)
            (Path(stage) / name).rename(folder)
    except OSError as error:
        raise NoSuchFolder(root, str(error.strerror or error)) from error
    if faults := check_scenario(folder):
        raise ScenarioInvalid(name, faults)
    return folder


def _write(folder: Path, name: str) -> None:
    shutil.copytree(PATTERN, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    town = folder / "town.yaml"
    title = f"title: {name.replace('_', ' ').strip().title()}\n"
    town.write_text(town.read_text(encoding="utf-8").replace(_TITLE, title, 1), encoding="utf-8")


def _share(root: Path) -> None:
    for file in SHARED_FILES:
        if not (root / file).exists():
            shutil.copy(SHARED / file, root / file)
    if not (root / SCHEMA).exists():
        shutil.copytree(SHARED / SCHEMA, root / SCHEMA)
