"""Whether every scenario can be lived in."""

from __future__ import annotations

from backend.scenarios import ScenarioInvalid, load_scenario
from townlet.doctor.finding import Finding
from townlet.doctor.surroundings import Surroundings


def scenarios(around: Surroundings) -> Finding:
    folders = sorted(file.parent for file in (around.project / "scenarios").glob("*/town.yaml"))
    faulty = {}
    for folder in folders:
        try:
            load_scenario(folder)
        except ScenarioInvalid as invalid:
            faulty[folder.name] = len(invalid.faults)
    if faulty:
        told = ", ".join(f"{name} has {count}" for name, count in faulty.items())
        return Finding(
            "Scenarios", False, f"faults: {told}. See them with: townlet check {next(iter(faulty))}"
        )
    if not folders:
        return Finding("Scenarios", False, f"there is none in {around.project / 'scenarios'}. Get them back")
    return Finding("Scenarios", True, f"{', '.join(folder.name for folder in folders)} are clean")
