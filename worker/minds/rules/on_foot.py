"""What one does on foot, walking from room to room of one building, or from lawn to lawn of one park."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.questions import ActionView, DetailPlan
from worker.minds.rules.lengths import MOST_ACTIONS

_STAY = (7, 14)
"""Minutes in one spot, least and most."""
_LEG = (5, 9)
"""Minutes of one leg of a walk about a place that is large enough."""
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


def legs(about: ActionView, rooms: list[str], chance: Chance) -> list[ActionView]:
    """`about` as a walk: from room to room, or about the one place, which leads elsewhere in it each time."""
    if len(rooms) > 1:
        return rounds(about, rooms, chance)
    return _cut(about, rooms, _LEG, chance)


def rounds(about: ActionView, rooms: list[str], chance: Chance) -> list[ActionView]:
    """`about` in legs, each in the next of `rooms`; one leg where there is only one room."""
    if len(rooms) == 1:
        return [about]
    return _cut(about, rooms, _STAY, chance)


def _cut(about: ActionView, rooms: list[str], stay: tuple[int, int], chance: Chance) -> list[ActionView]:
    parts: list[ActionView] = []
    left = about.minutes
    while left > 0:
        minutes = chance.between(*stay, 70 + len(parts))
        if left - minutes < stay[0] or len(parts) + 2 >= MOST_ACTIONS:
            minutes = left
        room = rooms[len(parts) % len(rooms)]
        parts.append(about.model_copy(update={"arena": room, "minutes": minutes}))
        left -= minutes
    return parts
