"""A block of work, made of the job's tasks."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.persona import Job, Task
from backend.domain.questions import ActionView, DetailPlan, ObjectView
from worker.minds.rules.fitting import Use, best, called, likeness, uses
from worker.minds.rules.lengths import MOST_ACTIONS, ON_FEET, longest

_SNATCH = 4
"""Minutes that are not worth turning to another task for."""
_MEANWHILE = ("lending a hand", "🤝")
"""What one is at while others use all that a task takes."""
_A_ROUND = 6
"""Tasks of which those in one room are done in a row."""
_SOON = 20
"""Minutes from now up to which it matters that an object is taken just now."""


def work(question: DetailPlan, job: Job, shares: list[int], chance: Chance) -> list[ActionView]:
    """About one action for each share of minutes: tasks drawn by their shares, each where the workplace serves it."""
    rooms = [(question.arena, question.objects)]
    building = question.arena.rpartition(":")[0]
    rooms += [
        (arena, objects) for arena, objects in question.elsewhere if arena.rpartition(":")[0] == building
    ]
    actions: list[ActionView] = []
    last, offset, number = "", 0, 0
    while offset < question.minutes:
        later = offset >= _SOON
        weights = [
            max(task.share, 0)
            * (0.15 if task.activity == last else 1.0)
            * (1.0 if later else _service(task, rooms))
            for task in job.tasks
        ]
        if sum(weights) <= 0:
            weights = [1.0] * len(weights)
        task = chance.weighted(job.tasks, weights, 30 + number)
        # What one task leaves of its share is left to those that follow.
        share = sum(shares[: number + 1]) - offset
        action = _action(question, task, rooms, share, later, chance, 50 + number)
        rest = question.minutes - offset - action.minutes
        if rest <= _SNATCH or number + 1 == MOST_ACTIONS:
            action = action.model_copy(update={"minutes": action.minutes + rest})
        actions.append(action)
        last, offset, number = task.activity, offset + action.minutes, number + 1
    return _gathered(actions)


def _gathered(actions: list[ActionView]) -> list[ActionView]:
    """What is done in one room in a row, a few tasks at a time: nobody goes to and fro all day."""
    ordered: list[ActionView] = []
    for first in range(0, len(actions), _A_ROUND):
        some = actions[first : first + _A_ROUND]
        rooms = list(dict.fromkeys(action.arena for action in some))
        here = ordered[-1].arena if ordered else ""
        ordered += sorted(some, key=lambda action: (action.arena != here, rooms.index(action.arena)))
    return ordered


_Rooms = list[tuple[str, tuple[ObjectView, ...]]]


def _service(task: Task, rooms: _Rooms) -> float:
    """1 if a free object serves it as well as any that is taken, less if not, 0 if all that serve it are taken."""
    free = [
        likeness(use, task.activity) for arena, objects in rooms for use in uses(arena, objects, task.need)
    ]
    every = [
        likeness(use, task.activity)
        for arena, objects in rooms
        for use in uses(arena, objects, task.need, taken_too=True)
    ]
    if not free:
        return 0.0 if every else 0.1
    return 1.0 if max(free) == max(every) else 0.1


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
        activity, emoji = _MEANWHILE if every else (task.activity, task.emoji)
        return ActionView(
            activity=activity,
            need=task.need,
            emoji=emoji,
            arena=question.arena,
            minutes=min(minutes, ON_FEET),
        )
    use = best(open_to, task.activity, minutes, chance, ordinal)
    alike = likeness(use, task.activity)
    makeshift = not called(use, task.activity, every)
    makeshift |= alike == 0 and any(likeness(other, task.activity) for other in every)
    return ActionView(
        activity=use.activity if makeshift else task.activity,
        need=use.need,
        emoji=use.emoji if makeshift else task.emoji,
        arena=use.arena,
        object=use.thing.id,
        object_state=use.state,
        minutes=min(minutes, longest(use.most)),
    )
