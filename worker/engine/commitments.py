"""Commitments in time: reminding, planning anew for what was agreed on, and who was there when it was over."""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE, minutes
from backend.domain.questions import DELAY
from backend.domain.state import Commitment, OpenQuestion, Resident
from worker.engine.carry_out import carry_out
from worker.engine.town import Town

EARLY = minutes(15)
"""Ticks before its beginning from which being there counts."""
AHEAD = minutes(30)
"""Ticks before one has to set out at which one is reminded: enough to plan anew."""
TO_PLAN = (DELAY["plan_day"] or 0) + (DELAY["detail_plan"] or 0) + TICKS_PER_MINUTE
"""Ticks until a plan holds that is asked for now."""


def wakes(town: Town, resident: Resident, questions: list[OpenQuestion]) -> Iterator[tuple[int, str, str]]:
    """(tick, duty, commitment) of all that it has agreed to."""
    for commitment in accepted(town, resident.id):
        yield commitment.end, "settle", commitment.id
        if commitment.start > town.tick:
            yield commitment.start, "attend", commitment.id
        elif _is_there(town, resident.id, commitment):
            yield 0, "attend", commitment.id
        if not town.cognition.keeps_calendar or resident.asleep:
            continue
        if commitment.id not in town.state.attention[resident.id].reminded:
            yield commitment.start - _walk(town, resident.id, commitment) - AHEAD, "remind", commitment.id
        if _is_to_be_planned(town, resident, commitment, questions):
            yield 0, "replan", commitment.id


def accepted(town: Town, resident: str) -> list[Commitment]:
    return [
        commitment
        for commitment in town.state.commitments_of(resident)
        if commitment.parties[resident].status == "accepted" and not commitment.is_off
    ]


def remind(town: Town, resident: str, about: str) -> None:
    """Brings it to mind; who has no time for it in the plan plans anew."""
    current = town.state.residents[resident]
    if about in town.state.attention[resident].reminded or current.asleep:
        return
    commitment = town.state.commitments[about]
    if commitment.is_off:
        return
    carry_out(town, town.cognition.remind(town.view(), resident, about))
    if not _is_planned(current, about) and _can_be_planned(town, current, commitment):
        _plan_anew(town, resident, commitment)


def replan(town: Town, resident: str, about: str) -> None:
    current, questions = town.state.residents[resident], town.state.open_questions_of(resident)
    commitment = town.state.commitments[about]
    if _is_to_be_planned(town, current, commitment, questions):
        _plan_anew(town, resident, commitment)


def attend(town: Town, resident: str, about: str = "") -> None:
    """Whoever is there has kept its word; `about` is empty for all commitments of the hour."""
    for commitment in accepted(town, resident):
        is_time = commitment.start - EARLY <= town.tick <= commitment.end
        if is_time and about in ("", commitment.id) and _is_there(town, resident, commitment):
            _settled(town, resident, commitment, "kept", "")


def settle(town: Town, _resident: str, about: str) -> None:
    """Its time is over: all who had said yes were there, or were not."""
    commitment = town.state.commitments[about]
    if town.tick < commitment.end or commitment.is_off:
        return
    waiting = [one for one, party in commitment.parties.items() if party.status == "accepted"]
    there = [one for one in waiting if _is_there(town, one, commitment)]
    for one in there:
        _settled(town, one, commitment, "kept", "")
    for one in waiting:
        if one not in there:
            action = town.state.residents[one].action
            reason = f"was {action.activity} instead" if action is not None else "was elsewhere"
            _settled(town, one, commitment, "broken", reason)


def _settled(town: Town, resident: str, commitment: Commitment, how: str, reason: str) -> None:
    settled = e.CommitmentSettled(
        commitment=commitment.id,
        resident=resident,
        how="kept" if how == "kept" else "broken",
        reason=reason,
    )
    town.emit(settled)
    carry_out(town, town.cognition.notice(town.view(), commitment.id, resident, settled.how))


def _plan_anew(town: Town, resident: str, commitment: Commitment) -> None:
    clock = town.scenario.calendar.clock(commitment.start)
    town.ask(town.cognition.plan(town.view(), resident, f"has said yes to {commitment.what} at {clock}"))


def _is_to_be_planned(
    town: Town, resident: Resident, commitment: Commitment, questions: list[OpenQuestion]
) -> bool:
    """Whether its plan was made before it said yes, and reaches to it."""
    plan = resident.plan
    return (
        plan is not None
        and town.cognition.keeps_calendar
        and resident.talk is None
        and not resident.asleep
        and commitment.parties[resident.id].status == "accepted"
        and commitment.parties[resident.id].since > plan.made - (DELAY["plan_day"] or 0)
        and not _is_planned(resident, commitment.id)
        and not any(question.question == "plan_day" for question in questions)
        and _can_be_planned(town, resident, commitment)
    )


def _can_be_planned(town: Town, resident: Resident, commitment: Commitment) -> bool:
    """Whether the rest of its plan, up to the night, holds the commitment, and it is not too late."""
    plan = resident.plan
    if plan is None or any(
        question.question == "plan_day" for question in town.state.open_questions_of(resident.id)
    ):
        return False
    night = plan.blocks[-1].start
    return (
        plan.blocks[0].start <= town.tick
        and town.tick + TO_PLAN < min(commitment.end, night)
        and (commitment.start < night)
    )


def _is_planned(resident: Resident, commitment: str) -> bool:
    return resident.plan is not None and any(b.commitment == commitment for b in resident.plan.blocks)


def _is_there(town: Town, resident: str, commitment: Commitment) -> bool:
    return town.view().arena_of(resident) == commitment.arena


def _walk(town: Town, resident: str, commitment: Commitment) -> int:
    """Ticks from its bed to the middle of the place, along streets that run straight.

    Not from where it is: what is due may change with an event alone, or a restarted engine would have another agenda.
    """
    world = town.scenario.world
    x, y = world.objects[town.scenario.personas[resident].bed].spots[0]
    there_x, there_y = world.middle_of(commitment.arena)
    return abs(x - there_x) + abs(y - there_y)
