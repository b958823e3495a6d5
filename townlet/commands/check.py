"""``townlet check``: tells everything that keeps a scenario from being lived in."""

from __future__ import annotations

from typing import Annotated

import typer

from backend.scenarios import ScenarioInvalid, load_scenario
from townlet.scenario_folder import scenario_folder


def check(
    scenario: Annotated[str, typer.Argument(help="A folder below scenarios/, or a path to one.")],
) -> None:
    """List every fault of a scenario, with its file, its place and what to do."""
    folder = scenario_folder(scenario)
    try:
        found = load_scenario(folder)
    except ScenarioInvalid as invalid:
        for fault in invalid.faults:
            print(fault)
        count = "1 fault" if len(invalid.faults) == 1 else f"{len(invalid.faults)} faults"
        print(f"✗ {folder.name} has {count}; no town starts on it until all are mended.")
        raise typer.Exit(1) from None
    people, rooms = len(found.personas), len(found.world.arenas)
    print(f"✓ {folder.name} is clean: {found.title}, {people} residents, {rooms} rooms and places.")
