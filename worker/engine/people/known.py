"""Whom and what an input names: found, or refused with what was probably meant."""

from __future__ import annotations

from worker.engine.nearest import nearest
from worker.engine.refusals import SameResident, UnknownResident
from worker.engine.town import Town


def known_resident(town: Town, resident: str) -> str:
    """The id itself; raises UnknownResident."""
    if resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {resident!r} here; {nearest(resident, town.state.residents)}"
        )
    return resident


def two_residents(town: Town, one: str, other: str) -> tuple[str, str]:
    """Both ids; raises UnknownResident, or SameResident."""
    known_resident(town, one)
    known_resident(town, other)
    if one == other:
        name = town.scenario.personas[one].name
        raise SameResident(f"{name} is both; name two different residents")
    return one, other
