"""Reads and checks scenarios: towns as files. docs/scenarios.md tells the format."""

from backend.scenarios.document import scenario_document
from backend.scenarios.faults import Fault, ScenarioInvalid
from backend.scenarios.loader import (
    ScenarioSummary,
    UnknownScenario,
    check_scenario,
    find_scenario,
    list_scenarios,
    load_scenario,
)
from backend.scenarios.resident_form import ResidentForm
from backend.scenarios.settling import Settled, settle

__all__ = [
    "Fault",
    "ResidentForm",
    "ScenarioInvalid",
    "ScenarioSummary",
    "Settled",
    "UnknownScenario",
    "check_scenario",
    "find_scenario",
    "list_scenarios",
    "load_scenario",
    "scenario_document",
    "settle",
]
