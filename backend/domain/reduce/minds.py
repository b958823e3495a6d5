"""What minds are asked, and the plans that come of it."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.reduce.changing import attend, change, set_back
from backend.domain.reduce.reducers import Reducers
from backend.domain.state import (
    OpenQuestion,
    Plan,
    TownState,
)


def _asked(state: TownState, event: e.Asked, tick: int) -> None:
    if event.question == "detail_plan" and state.attention[event.resident].trouble:
        attend(state, event.resident, trouble="")
    state.questions[event.key] = OpenQuestion(
        event.key, event.question, event.resident, tick, event.effect, event.about
    )
    for memory in event.memories:
        state.accesses[memory] = tick
    if event.question == "react" and event.about is not None:
        considered = state.attention[event.resident].considered
        attend(state, event.resident, considered={**considered, event.about: tick})


def _answered(state: TownState, event: e.Answered, tick: int) -> None:
    state.questions.pop(event.key, None)


def _answer_lapsed(state: TownState, event: e.AnswerLapsed, tick: int) -> None:
    state.questions.pop(event.key, None)
    match event.question:
        case "plan_day" | "detail_plan":
            set_back(state, event.resident, tick)
        case "rate":
            # The built-in ratings stand; the next batch is another one.
            attend(state, event.resident, unrated=0)
        case "reflect":
            attend(state, event.resident, unreflected=0)


def _day_planned(state: TownState, event: e.DayPlanned, tick: int) -> None:
    plan = Plan(event.day, tick, event.blocks, state.seq)
    before = state.residents[event.resident]
    if not event.because or before.plan is None:
        change(state, event.resident, plan=plan, block=-1, details={}, step=0)
        return
    # The rest of the day was planned anew: what was thought through stays where the block is still the same.
    kept = {
        number: actions
        for number, actions in before.details.items()
        if number < len(plan.blocks) and _is_same(before.plan.blocks[number], plan.blocks[number])
    }
    change(state, event.resident, plan=plan, details=kept)


def _is_same(one: e.Block, other: e.Block) -> bool:
    """Whether it is the same block, be it that it ends earlier now."""
    return (one.start, one.activity, one.arena) == (other.start, other.activity, other.arena)


def _block_detailed(state: TownState, event: e.BlockDetailed, tick: int) -> None:
    resident = state.residents[event.resident]
    details = {**resident.details, event.block: event.actions}
    step = 0 if event.block == resident.block else resident.step
    change(state, event.resident, details=details, step=step)


REDUCERS: Reducers = {
    "asked": _asked,
    "answered": _answered,
    "answer_lapsed": _answer_lapsed,
    "day_planned": _day_planned,
    "block_detailed": _block_detailed,
}
