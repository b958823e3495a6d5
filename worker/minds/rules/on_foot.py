"""What one does on foot, walking from room to room of one building, or from lawn to lawn of one park."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.questions import ActionView, DetailPlan
from worker.minds.rules.lengths import MOST_ACTIONS

_STAY = (7, 14)
"""Minutes in one spot, least and most."""
_CLOSETS = frozenset({"toilet", "sleep"})
"""Nobody strolls through a room that serves for one of these."""


def rooms_to_walk(question: DetailPlan) -> list[str]:
    """Arenas of the building that one may walk through, that of the block first."""
    building = question.arena.rpartition(":")[0]
    return [question.arena] + [
        arena
        for arena, objects in question.elsewhere
        if arena.rpartition(":")[0] == building
        and not any(use[0] in _CLOSETS for thing in objects for use in thing.uses)
    ]


def rounds(about: ActionView, rooms: list[str], chance: Chance) -> list[ActionView]:
    """`about` in legs, each in the next of `rooms`; one leg where there is only one room."""
    if len(rooms) == 1:
        return [about]
    legs: list[ActionView] = []
    left = about.minutes
    while left > 0:
        minutes = chance.between(*_STAY, 70 + len(legs))
        if left - minutes < _STAY[0] or len(legs) + 2 >= MOST_ACTIONS:
            minutes = left
        room = rooms[len(legs) % len(rooms)]
        legs.append(about.model_copy(update={"arena": room, "minutes": minutes}))
        left -= minutes
    return legs
