"""What one does when the plan can't be gone on with: something quiet, where one can be."""

from __future__ import annotations

from backend.domain.calendar import minutes
from backend.domain.events import PlannedAction
from backend.domain.view import View
from backend.domain.wishes import Act
from worker.cognition.refuge import refuge
from worker.cognition.telling import known_arenas, object_views

A_WHILE = minutes(10)
QUIET = ("rest", "watch", "read", "talk", "drink")
"""Needs that can be met at any time, the first that anything serves."""


def retreat(view: View, resident: str) -> Act:
    """To where one can stay, from a place that is about to close."""
    arena = refuge(view, resident)
    action = _quiet(view, resident, arena) or PlannedAction(
        activity="taking a break", need="rest", emoji="🚶", arena=arena, duration=A_WHILE
    )
    return Act(resident, action, why="The place is about to close.")


def wait(view: View, resident: str) -> Act | None:
    """In the building where one is, the same room first, until another way is found; None in the street."""
    here = view.arena_of(resident)
    if here is None:
        return None
    sector = view.scenario.world.arenas[here].sector
    rooms = [arena.id for arena in known_arenas(view, resident) if arena.sector == sector]
    for room in sorted(rooms, key=lambda room: (room != here, room)):
        action = _quiet(view, resident, room)
        if action is not None:
            return Act(resident, action, why="What was planned has to wait.")
    return None


def _quiet(view: View, resident: str, arena: str) -> PlannedAction | None:
    """Something to do at a thing that nobody else wants, not a bed."""
    beds = {persona.bed for persona in view.scenario.living.values()}
    found = [
        (QUIET.index(use[0]), thing.id, use)
        for thing in object_views(view, resident, arena)
        if thing.free and thing.id not in beds
        for use in thing.uses
        if use[0] in QUIET
    ]
    if not found:
        return None
    _, thing_id, (need, activity, emoji, state, _, most) = min(found)
    return PlannedAction(
        activity=activity,
        need=need,
        emoji=emoji,
        arena=arena,
        object=thing_id,
        object_state=state,
        duration=min(A_WHILE, minutes(most)),
    )
