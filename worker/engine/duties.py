"""What a resident does when it is woken: one function a wake, all in `DUTIES`.

A wake says only that something may be due. Each duty looks at the state again and does nothing if it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.events import Block, PlannedAction
from backend.domain.state import Talk
from backend.domain.wishes import Act
from worker.engine import actions, arming, arranging, commitments, talks
from worker.engine.actions import EAT, LEAST_MEAL
from worker.engine.current_block import current_block
from worker.engine.patience import tries_again
from worker.engine.town import Town
from worker.engine.visits import KNOCK

MOST_STRETCH = 1.5
"""Up to so many times its length the last action of a block is drawn out to the block's end."""
WORTH_DOING = 3
"""Ticks below which nothing new is begun."""
TOO_MANY = 2
"""Refusals in a row after which one waits for better luck."""
PATIENCE = minutes(5)
"""Ticks for which others wait for the next words of a resident for whom somebody acts."""
IN_HASTE = minutes(3)
"""Ticks that go at least into what is done in haste, such as preparing a meal when its time is over."""


def arrive(town: Town, resident: str, about: str) -> None:
    current = town.state.residents[resident]
    action = current.action
    # Somebody may have begun to talk with it at the tick of its arrival: it goes on when the talk is over.
    if action is not None and action.begun is None and current.talk is None:
        if current.position(town.tick) == action.spot:
            actions.begin_action(town, resident)
            commitments.attend(town, resident)
        else:
            actions.resume(town, resident)


def resume(town: Town, resident: str, about: str) -> None:
    current = town.state.residents[resident]
    if current.action is not None and current.talk is None:
        actions.resume(town, resident)


def end(town: Town, resident: str, about: str) -> None:
    current = town.state.residents[resident]
    action = current.action
    if action is None or action.until is None or action.until > town.tick or current.talk is not None:
        return
    if action.need == KNOCK:
        actions.give_up(town, resident)
    else:
        actions.end_action(town, resident, "done")
    advance(town, resident, about)


def advance(town: Town, resident: str, about: str) -> None:
    """Turns to the plan: the next action of the current block, or the question that is missing for it."""
    current = town.state.residents[resident]
    if current.action is not None or current.talk is not None or current.stand_in is not None:
        return
    act = _next_act(town, resident) if town.tick >= tries_again(town.state.attention[resident]) else None
    if act is not None:
        if not actions.set_out(town, act):
            _after_refusal(town, resident)
    elif arranging.must_leave(town, resident, within=2 * arranging.LEAVE_BEFORE):
        _retreat(town, resident)


def _after_refusal(town: Town, resident: str) -> None:
    """Thinks of something else at once; after one refusal too many it does something quiet meanwhile."""
    attention = town.state.attention[resident]
    if town.tick >= tries_again(attention):
        _next_act(town, resident)
    wish = town.cognition.wait(town.view(), resident) if attention.setbacks >= TOO_MANY else None
    if isinstance(wish, Act) and actions.obstacle(town, wish) is None:
        actions.set_out(town, wish)


def _next_act(town: Town, resident: str) -> Act | None:
    current = town.state.residents[resident]
    open_questions = {(q.question, q.about) for q in town.state.open_questions_of(resident)}
    number = current_block(town, current)
    if current.plan is None or number is None:
        if current.plan is None or town.tick >= current.plan.blocks[-1].end:
            plan(town, resident, "")
        return None
    if ("detail_plan", str(number)) in open_questions:
        return None
    if number not in current.details or town.state.attention[resident].trouble:
        town.ask(town.cognition.detail(town.view(), resident, number))
        return None
    _put_off(town, resident, number)
    current = town.state.residents[resident]
    assert current.plan is not None
    block = current.plan.blocks[number]
    left = block.end - town.tick
    step = current.step if current.block == number else 0
    wanted = _wanted(block, current.details[number], step)
    share = _share(wanted, current.details[number][step:], left)
    duration = min(share, max(left, IN_HASTE if block.need == EAT else 0))
    if step == len(current.details[number]) - 1 and left <= wanted.duration * MOST_STRETCH:
        duration = left
    if wanted.need == EAT:
        duration = max(duration, min(wanted.duration, LEAST_MEAL))
    if duration < WORTH_DOING:
        return None
    return Act(
        resident=resident,
        action=wanted.model_copy(update={"duration": duration}),
        why=f"It is part of the plan for today: {block.activity}.",
        block=number,
    )


def _put_off(town: Town, resident: str, number: int) -> None:
    """Does first what can be done now, where the next action of a block can't: gets dressed while the bath is taken.

    Before a meal nothing is put off: what somebody else is cooking is eaten all the same.
    """
    current = town.state.residents[resident]
    ahead = current.details[number][current.step if current.block == number else 0 :]
    if len(ahead) < 2 or not _stands_against(town, resident, ahead[0]):
        return
    first = next((action for action in ahead[1:] if not _stands_against(town, resident, action)), None)
    if first is None:
        return
    rest = [action for action in ahead if action is not first]
    if first.need == EAT:
        first = first.model_copy(update={"duration": first.duration + ahead[0].duration})
        rest = rest[1:]
    town.emit(e.BlockDetailed(resident=resident, block=number, actions=(first, *rest)))


def _stands_against(town: Town, resident: str, action: PlannedAction) -> bool:
    return actions.obstacle(town, Act(resident, action, why="")) is not None


def _share(wanted: PlannedAction, ahead: Sequence[PlannedAction], left: int) -> int:
    """Ticks for the next action: as planned, or its share of what is `left` where that is too short for all `ahead`."""
    planned = sum(action.duration for action in ahead)
    return wanted.duration if left >= planned else max(wanted.duration * left // planned, IN_HASTE)


def _wanted(block: Block, details: Sequence[PlannedAction], step: int) -> PlannedAction:
    """The next action of a block; when all are done and time is left, its main ones again."""
    if step < len(details):
        return details[step]
    again = [action for action in details if action.need == block.need] or details
    return again[(step - len(details)) % len(again)]


def leave(town: Town, resident: str, about: str) -> None:
    """The place closes: talks end there and people go."""
    current = town.state.residents[resident]
    if not arranging.must_leave(town, resident):
        return
    if current.talk is not None:
        talks.leave(town, resident, "the place closes")
    elif current.action is None:
        advance(town, resident, about)


def _retreat(town: Town, resident: str) -> None:
    wish = town.cognition.retreat(town.view(), resident)
    if isinstance(wish, Act):
        actions.set_out(town, wish)


def speak(town: Town, resident: str, about: str) -> None:
    talk_id = town.state.residents[resident].talk
    if talk_id is None or town.state.talks[talk_id].turn != resident:
        return
    if any(q.question == "say" and q.about == talk_id for q in town.state.open_questions_of(resident)):
        return
    town.ask(town.cognition.speak(town.view(), resident, talk_id))


def fall_silent(town: Town, resident: str, about: str) -> None:
    """Whoever acts for it has said nothing for a while: it takes leave."""
    current = town.state.residents[resident]
    if current.talk is None or current.stand_in is None:
        return
    talk = town.state.talks[current.talk]
    if talk.turn == resident and silent_since(talk) + PATIENCE <= town.tick:
        talks.leave(town, resident, "nothing more was said")


def silent_since(talk: Talk) -> int:
    return talk.lines[-1].tick if talk.lines else talk.started


def plan(town: Town, resident: str, about: str) -> None:
    if not any(q.question == "plan_day" for q in town.state.open_questions_of(resident)):
        town.ask(town.cognition.plan(town.view(), resident))


def detail(town: Town, resident: str, about: str) -> None:
    current, number = town.state.residents[resident], int(about)
    if current.plan is None or number >= len(current.plan.blocks) or number in current.details:
        return
    if not any(
        q.question == "detail_plan" and q.about == about for q in town.state.open_questions_of(resident)
    ):
        town.ask(town.cognition.detail(town.view(), resident, number))


def rate(town: Town, resident: str, about: str) -> None:
    town.ask(town.cognition.rate(town.view(), resident))


def reflect(town: Town, resident: str, about: str) -> None:
    town.ask(town.cognition.reflect(town.view(), resident))


def embed(town: Town, resident: str, about: str) -> None:
    town.ask(town.cognition.embed(town.view(), resident))


def meet(town: Town, pair: str, other: str) -> None:
    one, here = pair.removesuffix(f"|{other}"), {*town.state.residents, *town.state.visitors}
    if one in town.state.residents and other in here:
        town.emit(e.Met(resident=one, other=other))


def next_block(town: Town, resident: str, about: str) -> None:
    """Nothing to do but to find anew what is due: another block of the plan has begun."""


DUTIES: dict[str, Callable[[Town, str, str], None]] = {
    "arrive": arrive,
    "resume": resume,
    "end": end,
    "advance": advance,
    "leave": leave,
    "speak": speak,
    "fall_silent": fall_silent,
    "plan": plan,
    "detail": detail,
    "rate": rate,
    "reflect": reflect,
    "embed": embed,
    "meet": meet,
    "next_block": next_block,
    "remind": commitments.remind,
    "replan": commitments.replan,
    "attend": commitments.attend,
    "settle": commitments.settle,
    "come_in": arming.come_in,
    "strike": arming.strike,
    "expire": arming.expire,
}
