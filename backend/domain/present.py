"""A town's scenario as it is at a moment: with who came since the founding, who left, and who was rewritten.

All who ever lived there stay among its `personas`, for they are remembered; `living` are those who are there. The
scenario's hash, by which its pictures are called, stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from backend.domain import events as e
from backend.domain.newcomer import with_newcomers
from backend.domain.persona_edit import PersonaEdit
from backend.domain.scenario import Scenario
from backend.domain.state import TownState
from backend.domain.world import World

OF_PEOPLE = ("resident_added", "persona_edited", "resident_removed")
"""Kinds of events that change a town's scenario."""


def scenario_at(founded: Scenario, state: TownState) -> Scenario:
    """The scenario at the moment of `state`, from the one that the town was founded on."""
    scenario = with_newcomers(founded, state.newcomers.values())
    for resident, edit in state.persona_edits.items():
        scenario = _edited(scenario, resident, edit)
    for resident in state.departed:
        scenario = _without(scenario, resident)
    return scenario


def scenario_after(scenario: Scenario, log: Iterable[e.Recorded]) -> Scenario:
    """The scenario after events in the order of the log; kinds that are not `OF_PEOPLE` change nothing."""
    for recorded in log:
        scenario = changed(scenario, recorded.event)
    return scenario


def changed(scenario: Scenario, event: e.AnyEvent) -> Scenario:
    match event:
        case e.ResidentAdded():
            return with_newcomers(scenario, (event.newcomer,))
        case e.PersonaEdited():
            return _edited(scenario, event.resident, event.edit)
        case e.ResidentRemoved():
            return _without(scenario, event.resident)
        case _:
            return scenario


def _edited(scenario: Scenario, resident: str, edit: PersonaEdit) -> Scenario:
    return replace(scenario, personas={**scenario.personas, resident: edit.of(scenario.personas[resident])})


def _without(scenario: Scenario, resident: str) -> Scenario:
    return replace(scenario, gone=scenario.gone | {resident}, world=_world_without(scenario.world, resident))


def _world_without(world: World, resident: str) -> World:
    """Its home, its room and its place of work are no more its own."""
    sectors = {
        sector.id: replace(
            sector,
            residents=tuple(one for one in sector.residents if one != resident),
            staff=tuple(one for one in sector.staff if one != resident),
        )
        for sector in world.sectors.values()
    }
    arenas = {
        arena.id: replace(arena, residents=tuple(one for one in arena.residents if one != resident))
        for arena in world.arenas.values()
    }
    return replace(world, sectors=sectors, arenas=arenas)
