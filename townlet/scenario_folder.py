"""Which folder people mean when they name a scenario."""

from __future__ import annotations

from pathlib import Path

from backend.scenarios import find_scenario
from backend.store.settings import PROJECT

SCENARIOS = PROJECT / "scenarios"


def scenario_folder(named: str) -> Path:
    """A path to a folder, else the name of one below scenarios/. Raises UnknownScenario."""
    path = Path(named)
    # Resolved, since a scenario is called by its folder's name, also where that is written as a dot.
    return path.resolve() if path.is_dir() else find_scenario(SCENARIOS, named)
