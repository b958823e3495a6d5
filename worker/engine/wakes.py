"""What a resident is due for, as a pure function of its state: so a restarted engine has the same agenda."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain.questions import DELAY
from backend.domain.state import Action, OpenQuestion, Plan, Resident
from worker.engine import commitments
from worker.engine.actions import EAT
from worker.engine.agenda import Phase, Wake
from worker.engine.arranging import LEAVE_BEFORE, closing_for
from worker.engine.current_block import missed_meal
from worker.engine.duties import PATIENCE, WORTH_DOING, silent_since
from worker.engine.guests import stays_until
from worker.engine.patience import tries_again
from worker.engine.town import Town

DETAIL_LEAD = (DELAY["detail_plan"] or 0) + 6
"""Ticks before a block at which its detail is asked for."""
PLAN_LEAD = (DELAY["plan_day"] or 0) + DETAIL_LEAD + 6
"""Ticks before the end of a plan at which the next one is asked for."""
RATE_AFTER = 20
"""Observations in a batch of ratings."""
REFLECT_AFTER = 150
"""Importance taken in that leads to a reflection (paper, section 4.2)."""


def wakes_of(town: Town, resident_id: str) -> list[Wake]:
    """All that the resident is due for after the open tick; nothing where it has left the town."""
    resident = town.state.residents.get(resident_id)
    if resident is None:
        return []
    open_questions = town.state.open_questions_of(resident_id)
    soon = town.tick + 1
    wakes = [
        Wake(max(question.effect, soon), Phase.ANSWER, resident_id, "answer", question.key)
        for question in open_questions
        if question.effect is not None and question.effect > town.tick
    ]
    if resident.stand_in is not None:
        acted_for = _acted_for(town, resident)
        wakes.extend(Wake(max(tick, soon), Phase.BODY, resident_id, what) for tick, what in acted_for)
        return wakes
    body = (
        _talking(town, resident, open_questions) if resident.talk else _acting(town, resident, open_questions)
    )
    wakes.extend(Wake(max(tick, soon), Phase.BODY, resident_id, what) for tick, what in body)
    again = tries_again(town.state.attention[resident_id])
    wakes.extend(
        Wake(
            max(tick, soon, again if what in ("plan", "detail") else 0), Phase.MIND, resident_id, what, about
        )
        for tick, what, about in _thinking(town, resident, open_questions)
    )
    return wakes


def _talking(town: Town, resident: Resident, questions: list[OpenQuestion]) -> Iterator[tuple[int, str]]:
    talk = town.state.talks[resident.talk or ""]
    if talk.turn == resident.id and not any(q.question == "say" and q.about == talk.id for q in questions):
        yield (resident.walk.arrival if resident.walk is not None else 0), "speak"
    closing = _closing_here(town, resident)
    if closing is not None:
        yield closing - LEAVE_BEFORE, "leave"


def _acting(town: Town, resident: Resident, questions: list[OpenQuestion]) -> Iterator[tuple[int, str]]:
    action, closing = resident.action, _closing_here(town, resident)
    stays = stays_until(town, resident.id)
    if closing is not None:
        stays = min(stays, closing - LEAVE_BEFORE)
    if action is None:
        due = _next_advance(town, resident, questions)
        if due is not None:
            yield max(due, stays, tries_again(town.state.attention[resident.id])), "advance"
        if closing is not None:
            yield closing - LEAVE_BEFORE, "leave"
    elif action.begun is None:
        if _is_on_its_way(resident, action, town.tick):
            assert resident.walk is not None
            yield resident.walk.arrival, "arrive"
        else:
            yield stays, "resume"
    else:
        assert action.until is not None
        yield max(action.until, stays), "end"
        if resident.position(town.tick) != action.spot and not _is_on_its_way(resident, action, town.tick):
            yield stays, "resume"


def _acted_for(town: Town, resident: Resident) -> Iterator[tuple[int, str]]:
    """It arrives and comes to an end with what it was sent to do; nothing is begun of its own accord."""
    action = resident.action
    if resident.talk is not None:
        talk = town.state.talks[resident.talk]
        if talk.turn == resident.id:
            yield silent_since(talk) + PATIENCE, "fall_silent"
    elif action is not None and action.begun is None:
        if resident.walk is not None and _is_on_its_way(resident, action, town.tick):
            yield resident.walk.arrival, "arrive"
        else:
            yield 0, "resume"
    elif action is not None and action.until is not None:
        yield action.until, "end"


def _is_on_its_way(resident: Resident, action: Action, tick: int) -> bool:
    walk = resident.walk
    return walk is not None and walk.path[-1] == action.spot and walk.arrival >= tick


def _closing_here(town: Town, resident: Resident) -> int | None:
    return closing_for(town, resident.id, town.scenario.world.arena_at(resident.position(town.tick)))


def _next_advance(town: Town, resident: Resident, questions: list[OpenQuestion]) -> int | None:
    """When a resident without an action turns to its plan; None while it waits for an answer."""
    if any(q.question == "plan_day" for q in questions) and _is_spent(resident.plan, town.tick):
        return None
    if resident.plan is None:
        return 0
    if missed_meal(town, resident) is not None:
        return 0
    number = resident.plan.block_at(town.tick)
    if number is None:
        first = resident.plan.blocks[0].start
        return first if town.tick < first else 0
    if any(q.question == "detail_plan" and q.about == str(number) for q in questions):
        return None
    if number in resident.details and not town.state.attention[resident.id].trouble:
        block = resident.plan.blocks[number]
        if block.end - town.tick < WORTH_DOING and block.need != EAT:
            return block.end
    return 0


def _is_spent(plan: Plan | None, tick: int) -> bool:
    return plan is None or tick >= plan.blocks[-1].end


def _thinking(
    town: Town, resident: Resident, questions: list[OpenQuestion]
) -> Iterator[tuple[int, str, str]]:
    """What it asks its mind for, ahead of need."""
    plan, kinds = resident.plan, {question.question for question in questions}
    if "plan_day" not in kinds:
        if plan is not None:
            yield plan.blocks[-1].end - PLAN_LEAD, "plan", ""
        elif resident.action is not None and resident.action.asleep:
            # Who is still on its way to bed plans when it is known until when it sleeps.
            if resident.action.until is not None:
                yield resident.action.until - PLAN_LEAD, "plan", ""
        else:
            yield 0, "plan", ""
    if plan is not None:
        current = plan.block_at(town.tick)
        is_ahead = town.tick < plan.blocks[0].start
        if is_ahead:
            yield plan.blocks[0].start, "next_block", ""
        elif current is not None:
            yield plan.blocks[current].end, "next_block", ""
        upcoming = 0 if is_ahead else len(plan.blocks) if current is None else current + 1
        asked = {question.about for question in questions if question.question == "detail_plan"}
        if upcoming < len(plan.blocks) and upcoming not in resident.details and str(upcoming) not in asked:
            yield plan.blocks[upcoming].start - DETAIL_LEAD, "detail", str(upcoming)
    yield from commitments.wakes(town, resident, questions)
    attention = town.state.attention[resident.id]
    if attention.unrated >= RATE_AFTER and "rate" not in kinds:
        yield 0, "rate", ""
    if "embed" not in kinds and town.cognition.wants_vectors(resident.id):
        yield 0, "embed", ""
    if attention.unreflected >= REFLECT_AFTER and "reflect" not in kinds and town.cognition.reflects:
        yield 0, "reflect", ""
