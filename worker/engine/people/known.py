"""Whom and what an input names: found, or refused with what was probably meant."""

from __future__ import annotations

from backend.domain.world import Arena
from worker.engine.nearest import nearest
from worker.engine.refusals import ResidentGone, SameResident, UnknownPlace, UnknownResident
from worker.engine.town import Town


def known_resident(town: Town, resident: str) -> str:
    """The id itself; raises UnknownResident, or ResidentGone where it has left the town."""
    gone = town.state.departed.get(resident)
    if gone is not None:
        now, name = town.scenario.calendar, town.scenario.personas[resident].name
        raise ResidentGone(
            f"{name} left the town for good on day {now.day(gone.since) + 1} at {now.clock(gone.since)}; choose "
            "somebody who lives here, or begin a branch before that"
        )
    if resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {resident!r} here; {nearest(resident, town.state.residents)}"
        )
    return resident


def two_residents(town: Town, one: str, other: str) -> tuple[str, str]:
    """Both ids; raises UnknownResident, ResidentGone, or SameResident."""
    known_resident(town, one)
    known_resident(town, other)
    if one == other:
        name = town.scenario.personas[one].name
        raise SameResident(f"{name} is both; name two different residents")
    return one, other


def known_place(town: Town, place: str) -> list[Arena]:
    """The arenas of a sector, or the one arena, in the order of their addresses; raises UnknownPlace."""
    world = town.scenario.world
    arenas = [arena for arena in world.arenas.values() if place in (arena.id, arena.sector)]
    if not arenas:
        raise UnknownPlace(f"there is no place {place!r}; {nearest(place, [*world.sectors, *world.arenas])}")
    return sorted(arenas, key=lambda arena: arena.id)
