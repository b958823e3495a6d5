"""Somebody who comes to live in a town that is alive already, and the town's scenario with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backend.domain.persona import Acquaintance, Persona
from backend.domain.scenario import Scenario
from backend.domain.world import TownObject, World


@dataclass(frozen=True)
class Newcomer:
    persona: Persona
    known_by: tuple[Acquaintance, ...]
    """Whom it is known to: `other` is the one who knows it, the rest what it is to that one."""
    bed: TownObject | None
    """The bed that it brings along, to be walked across; None where one of the home's was free."""


def with_newcomers(scenario: Scenario, newcomers: Iterable[Newcomer]) -> Scenario:
    """The scenario as if they had always lived there; its hash, by which its pictures are called, stays."""
    for newcomer in newcomers:
        scenario = _with(scenario, newcomer)
    return scenario


def _with(scenario: Scenario, newcomer: Newcomer) -> Scenario:
    persona = newcomer.persona
    personas = {**scenario.personas, persona.id: persona}
    for known in newcomer.known_by:
        if (knower := personas.get(known.other)) is not None:
            towards = replace(known, other=persona.id)
            personas[known.other] = replace(knower, knows=(*knower.knows, towards))
    return replace(
        scenario, personas=dict(sorted(personas.items())), world=_with_home(scenario.world, newcomer)
    )


def _with_home(world: World, newcomer: Newcomer) -> World:
    persona, sectors = newcomer.persona, dict(world.sectors)
    home = sectors[persona.home]
    sectors[home.id] = replace(home, residents=tuple(sorted({*home.residents, persona.id})))
    if persona.job is not None:
        office = sectors[world.arenas[persona.job.workplace].sector]
        sectors[office.id] = replace(office, staff=tuple(sorted({*office.staff, persona.id})))
    objects = world.objects if newcomer.bed is None else {**world.objects, newcomer.bed.id: newcomer.bed}
    return replace(world, sectors=sectors, objects=objects)
