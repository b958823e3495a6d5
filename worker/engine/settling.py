"""Somebody comes to live in the town: checked against the world as it is now, then at its gate.

Its file was checked, with all its words, before it became an input (`backend.scenarios.settling`). What may have
changed since, or may be wrong in an input from elsewhere, is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.inputs import AddResident
from backend.domain.newcomer import Newcomer
from backend.domain.persona import Persona
from backend.domain.world import TownObject, World
from worker.engine.carry_out import carry_out
from worker.engine.refusals import InputRefused
from worker.engine.town import Town

GATE = "gate"
MOST_RESIDENTS = 1_000


class CannotSettle(InputRefused):
    """The newcomer does not fit the town."""


def add_resident(town: Town, given: AddResident) -> None:
    """Raises CannotSettle; nothing was changed then."""
    newcomer = given.newcomer
    for fault in faults(town, newcomer):
        raise CannotSettle(fault)
    resident = newcomer.persona.id
    town.emit(e.ResidentAdded(resident=resident, newcomer=newcomer, at=town.scenario.world.spawns[GATE]))
    carry_out(town, town.cognition.settle(town.view(), resident))


def faults(town: Town, newcomer: Newcomer) -> Iterator[str]:
    """Why the town can't take it in, each with what to do."""
    persona, personas, world = newcomer.persona, town.scenario.personas, town.scenario.world
    living = town.scenario.living
    if len(living) >= MOST_RESIDENTS:
        yield f"{len(living)} people live here already; found another town for more"
    if persona.id in personas or not persona.id.isidentifier():
        yield f"{persona.id!r} is taken, or no id; choose another name"
    called = {one.first_name.casefold() for one in personas.values()}
    called |= {visitor.name.casefold() for visitor in town.state.visitors.values()}
    if {persona.first_name.casefold(), persona.name.casefold()} & called:
        yield f"somebody called {persona.first_name} is in town already; choose another name"
    for other in (*persona.knows, *newcomer.known_by):
        if other.other not in living:
            yield f"nobody is called {other.other!r} here; choose among those who live here"
    knowers = [known.other for known in newcomer.known_by]
    if len(set(knowers)) < len(knowers):
        yield "somebody is to know it twice; name each once"
    unknown = sorted(_places(persona) - world.sectors.keys() - world.arenas.keys())
    if unknown or persona.home not in world.sectors or not persona.meals or not persona.leisure:
        yield f"the town lacks {', '.join(unknown) or 'its home, its meals or its pastimes'}; make it anew"
        return
    if persona.job is not None and persona.job.workplace not in world.arenas:
        yield f"nobody can work in {persona.job.workplace!r}; name a room"
    yield from _bed_faults(world, living, newcomer)


def _places(persona: Persona) -> set[str]:
    places = {persona.home, *persona.places, *(place for one in persona.leisure for place in one.places)}
    return places if persona.job is None else {*places, persona.job.workplace}


def _bed_faults(world: World, personas: dict[str, Persona], newcomer: Newcomer) -> Iterator[str]:
    persona, brought = newcomer.persona, newcomer.bed
    bed = world.objects.get(persona.bed) if brought is None else brought
    if bed is None or bed.id != persona.bed or bed.use_for("sleep") is None:
        yield f"there is no bed {persona.bed!r} to sleep in; choose another home"
        return
    sleepers = sum(one.bed == bed.id for one in personas.values())
    if sleepers >= bed.capacity:
        yield f"somebody sleeps in {bed.name} meanwhile; choose another home"
    room = world.arenas.get(bed.arena)
    if room is None or room.sector != persona.home:
        yield f"{bed.name} is not in its home; choose another"
    elif brought is not None and not _fits(world, brought, room.tiles):
        yield f"there is no room any more for {bed.name}; choose another home"


def _fits(world: World, bed: TownObject, room: frozenset[tuple[int, int]]) -> bool:
    covered = {tile for thing in world.objects.values() for tile in thing.footprint}
    tiles = {*bed.footprint, *bed.spots}
    free = all(tile in room and world.is_free(tile) and tile not in covered for tile in tiles)
    return free and bool(bed.footprint) and bool(bed.spots) and bed.id not in world.objects
