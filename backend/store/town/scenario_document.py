"""A scenario as a JSON document, so that a town lives on when its scenario's folder changes or goes."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from backend.domain.scenario import Scenario

_ADAPTER: TypeAdapter[Scenario] = TypeAdapter(Scenario)


def scenario_document(scenario: Scenario) -> dict[str, Any]:
    """Everything in `scenario`; sets of tiles are sorted, so that equal scenarios give equal documents."""
    document: dict[str, Any] = _ADAPTER.dump_python(scenario, mode="json")
    for place in document["world"]["arenas"].values():
        place["tiles"].sort()
    document["world"]["seats"].sort()
    return document


def read_scenario_document(document: dict[str, Any]) -> Scenario:
    """The inverse of `scenario_document`."""
    return _ADAPTER.validate_python(document)
