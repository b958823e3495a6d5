"""The scenarios in their folder as they are now: a new or a changed one needs no restart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from backend.api.problems import ScenarioFaulty, UnknownScenario
from backend.domain.scenario import Scenario
from backend.scenarios import Fault, ScenarioInvalid, load_scenario

_Look = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Entry:
    """A scenario's folder, read; either a scenario or its faults."""

    name: str
    scenario: Scenario | None
    faults: tuple[Fault, ...]


class Catalogue:
    """Reads each scenario again only when a file of it has changed; safe to share between threads."""

    def __init__(self, root: Path, own: Path) -> None:
        """`root` is the folder of those that came with Townlet, `own` that of people's own."""
        self._root, self.own = root, own
        self._read: dict[str, tuple[_Look, Entry]] = {}
        self._lock = Lock()

    def names(self) -> list[str]:
        return sorted(self._folders())

    def folder(self, name: str) -> Path:
        """Raises UnknownScenario; a name that is a path is one."""
        folders = self._folders()
        if name not in folders:
            raise UnknownScenario(name, sorted(folders))
        return folders[name]

    def entries(self) -> list[Entry]:
        """All scenarios, sound or faulty, by name."""
        return [self.entry(name) for name in self.names()]

    def entry(self, name: str) -> Entry:
        """Raises UnknownScenario; a name that is a path is one."""
        folder = self.folder(name)
        look = _look(folder)
        with self._lock:
            seen = self._read.get(name)
            if seen is None or seen[0] != look:
                seen = self._read[name] = look, _entry(folder)
            return seen[1]

    def _folders(self) -> dict[str, Path]:
        """By name; of two of one name the one that came with Townlet."""
        paths = [*self.own.glob("*/town.yaml"), *self._root.glob("*/town.yaml")]
        return {path.parent.name: path.parent for path in paths if not path.parent.name.startswith(".")}

    def scenario(self, name: str) -> Scenario:
        """Raises UnknownScenario, ScenarioFaulty."""
        entry = self.entry(name)
        if entry.scenario is None:
            raise ScenarioFaulty(
                f"The scenario {name!r} has {len(entry.faults)} faults. Mend them, then try again.",
                faults=[
                    {"where": f"{f.file}: {f.place}", "detail": f"{f.message} {f.remedy}"}
                    for f in entry.faults
                ],
            )
        return entry.scenario


def _entry(folder: Path) -> Entry:
    try:
        return Entry(folder.name, load_scenario(folder), ())
    except ScenarioInvalid as invalid:
        return Entry(folder.name, None, invalid.faults)


def _look(folder: Path) -> _Look:
    """Names, times and sizes of its files; and of those beside it, which scenarios share.

    No deeper than scenarios go: whatever else lies in the folder is not walked through at each look.
    """
    files = [*folder.glob("*"), *folder.glob("residents/*"), *folder.parent.glob("*.yaml")]
    found = []
    for path in files:
        try:
            stat = path.stat()
        except OSError:  # gone meanwhile, or a link in a circle; what matters of it is told as a fault
            continue
        found.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(sorted(found))
