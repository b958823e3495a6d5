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

    def __init__(self, root: Path) -> None:
        self._root = root
        self._read: dict[str, tuple[_Look, Entry]] = {}
        self._lock = Lock()

    def names(self) -> list[str]:
        names = (path.parent.name for path in self._root.glob("*/town.yaml"))
        return sorted(name for name in names if not name.startswith("."))

    def entries(self) -> list[Entry]:
        """All scenarios, sound or faulty, by name."""
        return [self.entry(name) for name in self.names()]

    def entry(self, name: str) -> Entry:
        """Raises UnknownScenario; a name that is a path is one."""
        known = self.names()
        if name not in known:
            raise UnknownScenario(name, known)
        folder = self._root / name
        look = _look(folder)
        with self._lock:
            seen = self._read.get(name)
            if seen is None or seen[0] != look:
                seen = self._read[name] = look, _entry(folder)
            return seen[1]

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
