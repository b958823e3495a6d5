"""Which block of its plan a resident is at: that of the hour, or a meal that it came late to."""

from __future__ import annotations

from backend.domain.state import Resident
from backend.domain.wishes import Act
from worker.engine.actions import EAT, LEAST_MEAL, obstacle
from worker.engine.town import Town


def current_block(town: Town, resident: Resident) -> int | None:
    """Number of the block; None before the plan's first and after its last."""
    if resident.plan is None:
        return None
    number = resident.plan.block_at(town.tick)
    return number if number is None or not _eats_late(town, resident, number) else number - 1


def _eats_late(town: Town, resident: Resident, number: int) -> bool:
    """Whether the meal before block `number` is still to be eaten, as after a talk on the way to it."""
    before = number - 1
    if resident.plan is None or before not in resident.details or resident.block > before:
        return False
    meal = resident.plan.blocks[before]
    if meal.need != EAT or town.tick >= meal.end + LEAST_MEAL or town.state.attention[resident.id].trouble:
        return False
    done = resident.step if resident.block == before else 0
    uneaten = [action for action in resident.details[before][done:] if action.need == EAT]
    return bool(uneaten) and obstacle(town, Act(resident.id, uneaten[0], why="")) is None
