"""Which folder people mean when they name a scenario."""

from __future__ import annotations

import os
from pathlib import Path

from backend.scenarios import find_scenario
from backend.store.environment.settings import OWN_SCENARIOS, PROJECT, home_folder

SCENARIOS = PROJECT / "scenarios"


def scenario_folder(named: str) -> Path:
    """A path to a folder, else the name of one below scenarios/. Raises UnknownScenario."""
    path = Path(named)
    # Resolved, since a scenario is called by its folder's name, also where that is written as a dot.
    if path.is_dir():
        return path.resolve()
    own = own_scenarios()
    return own / named if (own / named / "town.yaml").is_file() else find_scenario(SCENARIOS, named)


def own_scenarios() -> Path:
    """The folder of those that people made on the page."""
    return home_folder(os.environ) / OWN_SCENARIOS
