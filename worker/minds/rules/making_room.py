"""The rest of a day with something new in it: what was meant stays as it was, but for what has to make room."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.questions import PlanBlock, PlanDay, PlanDayAnswer
from worker.minds.rules.appointments import put_appointments
from worker.minds.rules.meals import EAT
from worker.minds.rules.pastimes import FreeTime
from worker.minds.rules.places import Places
from worker.minds.rules.temper import temper
from worker.minds.rules.timeline import WORK, Timeline

_A_MEAL = 25
"""Minutes of a meal that had to move."""
_LEFT = 15
"""Minutes of a meal that are enough to eat it."""


def is_to_make_room(question: PlanDay) -> bool:
    """Whether something was agreed on that the plan, as it is, does not hold."""
    planned = {block.commitment for block in question.meant}
    return bool(question.meant) and any(
        entry.status == "accepted" and entry.id not in planned for entry in question.calendar
    )


def make_room(question: PlanDay, places: Places) -> tuple[Timeline, PlanDayAnswer, FreeTime]:
    """The waking hours with what was agreed on in them, still with gaps; and the answer but for these."""
    *awake, night = question.meant
    timeline = Timeline(question.from_minute, night.start)
    for block in awake:
        timeline.put(block)
    meals = [block for block in awake if block.need == EAT and block.start > question.from_minute]
    given_up = put_appointments(question, places, timeline)
    for meal in meals:
        _see_to(meal, places, timeline)
    chance = Chance(question.seed, question.resident, "plan_day", question.tick)
    free = FreeTime(places, temper(question.persona), chance, timeline.end, question.body, question.goals)
    return timeline, PlanDayAnswer(blocks=(night,), gives_up=tuple(given_up)), free


def _see_to(meal: PlanBlock, places: Places, timeline: Timeline) -> None:
    """A meal that lost its hour is eaten after what took it, or else before."""
    left = [block for block in timeline.blocks if block.activity == meal.activity and block.need == EAT]
    if any(block.end - block.start >= _LEFT for block in left):
        return
    for block in left:
        timeline.blocks.remove(block)
    taking = [
        block
        for block in timeline.blocks
        if block.commitment is not None and block.start < meal.end and meal.start < block.end
    ]
    if not taking or any(block.need == EAT for block in taking):
        return
    for start in (taking[-1].end, taking[0].start - _A_MEAL):
        if _eat_at(meal, start, places, timeline):
            return


def _eat_at(meal: PlanBlock, start: int, places: Places, timeline: Timeline) -> bool:
    end = start + _A_MEAL
    there = [block for block in timeline.blocks if block.start < end and start < block.end]
    in_the_way = any(block.need in (WORK, EAT) or block.commitment is not None for block in there)
    if in_the_way or start < timeline.start or end > timeline.end:
        return False
    for block in there:
        timeline.replace(
            block, block.model_copy(update={"end": start}), block.model_copy(update={"start": end})
        )
    arena = meal.arena if places.is_lively(meal.arena, start, end) else places.at_home(EAT, "cook")
    timeline.put(meal.model_copy(update={"start": start, "end": end, "arena": arena}))
    return True
