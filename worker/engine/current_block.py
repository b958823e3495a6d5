"""Which block of its plan a resident is at: that of the hour, or a meal that it came late to."""

from __future__ import annotations

from backend.domain.events import PlannedAction
from backend.domain.state import Resident
from backend.domain.wishes import Act
from worker.engine.actions import EAT, LEAST_MEAL, obstacle
from worker.engine.town import Town


def current_block(town: Town, resident: Resident) -> int | None:
    """Number of the block; None before the plan's first and after its last."""
    if resident.plan is None:
        return None
    number = resident.plan.block_at(town.tick)
    meal = missed_meal(town, resident)
    if number is None or meal is None or obstacle(town, Act(resident.id, meal, why="")) is not None:
        return number
    return number - 1


def missed_meal(town: Town, resident: Resident) -> PlannedAction | None:
    """What is still to be eaten of the meal before the block of the hour, as after a talk on the way to it.

    It says nothing about whether the meal can be had: that depends on others, and the wakes of a resident may not.
    """
    number = None if resident.plan is None else resident.plan.block_at(town.tick)
    if resident.plan is None or number is None:
        return None
    before = number - 1
    if before not in resident.details or resident.block > before:
        return None
    meal = resident.plan.blocks[before]
    if meal.need != EAT or town.tick >= meal.end + LEAST_MEAL or town.state.attention[resident.id].trouble:
        return None
    done = resident.step if resident.block == before else 0
    return next((action for action in resident.details[before][done:] if action.need == EAT), None)
