"""Visits to the homes of others: whose one may think of, and what it is to open a door."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.norms import next_closing
from backend.domain.questions import PlaceView, React
from backend.domain.view import View
from backend.domain.wishes import Wish
from backend.domain.world import Arena, Sector
from worker.cognition.telling import person, place_view, usable

WELL = 0.5
"""Closeness from which one knows where somebody lives."""
STAY = minutes(120)
"""Ticks that a guest may stay at most."""


def homes_to_visit(view: View, resident: str, weekday: int) -> Iterator[PlaceView]:
    """The room to sit in of each home that the resident knows and is a stranger in, with who lives there."""
    world = view.scenario.world
    for address in sorted(_known_homes(view, resident)):
        sector = world.sectors[address]
        if not sector.private or resident in sector.residents or resident in sector.staff:
            continue
        hosts = tuple(person(view, resident, host) for host in sector.residents)
        room = _parlour(view, resident, sector)
        if room is not None and any(host.name is not None for host in hosts):
            yield place_view(view, resident, room, weekday).model_copy(update={"hosts": hosts})


def _known_homes(view: View, resident: str) -> set[str]:
    """Those it was given as places, and those of people whom it knew well when the town began."""
    world, persona = view.scenario.world, view.persona(resident)
    given = {world.arenas[place].sector if place in world.arenas else place for place in persona.places}
    friends = {known.other for known in persona.knows if known.knows_name and known.closeness >= WELL}
    return given | {view.persona(friend).home for friend in friends}


def is_foreign_home(view: View, resident: str, arena: str) -> bool:
    """Whether it is the home of others, into which nobody has let the resident."""
    sector = view.scenario.world.sector_of(arena)
    return (
        sector.private
        and resident not in sector.residents
        and resident not in sector.staff
        and view.welcome_in(resident) != sector.id
    )


def open_door(view: View, question: React, guest: str) -> list[Wish]:
    """Lets a guest in for a while: at most until the hours for guests are over."""
    home = view.persona(question.resident).home
    closing = next_closing(view.scenario.world, view.scenario.calendar, home, view.tick)
    until = view.tick + STAY if closing is None else min(view.tick + STAY, closing)
    return [e.LetIn(resident=question.resident, guest=guest, home=home, until=until, cause=question.key)]


def _parlour(view: View, resident: str, sector: Sector) -> Arena | None:
    """The largest room that is nobody's own and has something for guests."""
    rooms = [
        arena
        for arena in view.scenario.world.arenas.values()
        if arena.sector == sector.id
        and not arena.residents
        and not arena.staff_only
        and arena.capacity is None
        and any(use.need in FOR_GUESTS for thing in usable(view, resident, arena.id) for use in thing.uses)
    ]
    return max(rooms, key=lambda arena: (len(arena.tiles), arena.id), default=None)


FOR_GUESTS = ("talk", "drink", "rest", "play", "watch", "music")
"""Needs for which one sits in another's home."""
