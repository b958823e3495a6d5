"""A block of work, made of the job's tasks."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.persona import Job, Task
from backend.domain.questions import ActionView, DetailPlan, ObjectView
from worker.minds.rules.fitting import Use, best, likeness, uses

MOST_ACTIONS = 6
_SOON = 20
"""Minutes from now up to which it matters that an object is taken just now."""


def work(question: DetailPlan, job: Job, shares: list[int], chance: Chance) -> list[ActionView]:
    """One action for each share of minutes: tasks drawn by their shares, each where the workplace serves it."""
    rooms = [(question.arena, question.objects)]
    building = question.arena.rpartition(":")[0]
    rooms += [
        (arena, objects) for arena, objects in question.elsewhere if arena.rpartition(":")[0] == building
    ]
    actions: list[ActionView] = []
    last, offset = "", 0
    for number, minutes in enumerate(shares):
        later = offset >= _SOON
        weights = [
            max(task.share, 0)
            * (0.15 if task.activity == last else 1.0)
            * (1.0 if later or _is_well_served(task, rooms) else 0.1)
            for task in job.tasks
        ]
        if sum(weights) <= 0:
            weights = [1.0] * len(weights)
        task = chance.weighted(job.tasks, weights, 30 + number)
        actions.append(_action(question, task, rooms, minutes, later, chance, 50 + number))
        last, offset = task.activity, offset + minutes
    return actions


_Rooms = list[tuple[str, tuple[ObjectView, ...]]]


def _is_well_served(task: Task, rooms: _Rooms) -> bool:
    """Whether a free object serves it, and none that is taken would serve it better."""
    free = [
        likeness(use, task.activity) for arena, objects in rooms for use in uses(arena, objects, task.need)
    ]
    every = [
        likeness(use, task.activity)
        for arena, objects in rooms
        for use in uses(arena, objects, task.need, taken_too=True)
    ]
    return bool(free) and max(free) == max(every)


def _action(
    question: DetailPlan, task: Task, rooms: _Rooms, minutes: int, later: bool, chance: Chance, ordinal: int
) -> ActionView:
    """The task at the object that fits it best; at a makeshift one it is called what one does there."""
    every: list[Use] = []
    for arena, objects in rooms:
        every += uses(arena, objects, task.need, taken_too=True)
        if any(likeness(use, task.activity) for use in every):
            break
    open_to = every if later else [use for use in every if use.thing.free]
    if not open_to:
        return ActionView(
            activity=task.activity, need=task.need, emoji=task.emoji, arena=question.arena, minutes=minutes
        )
    use = best(open_to, task.activity, minutes, chance, ordinal)
    alike = likeness(use, task.activity)
    makeshift = alike == 0 and any(likeness(other, task.activity) for other in every)
    return ActionView(
        activity=use.activity if makeshift else task.activity,
        need=use.need,
        emoji=use.emoji if makeshift else task.emoji,
        arena=use.arena,
        object=use.thing.id,
        object_state=use.state,
        minutes=minutes,
    )
