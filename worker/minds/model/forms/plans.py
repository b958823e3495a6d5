"""A day in blocks, and a block in actions, as the wire has them."""

from __future__ import annotations

import re
from typing import Any

from backend.domain.questions import (
    ActionView,
    DetailPlan,
    DetailPlanAnswer,
    InvalidAnswer,
    PlanBlock,
    PlanDay,
    PlanDayAnswer,
)
from worker.minds.model.fields import Part, nearest_word
from worker.minds.model.forms import HANDLE, HANDLES, MAYBE, TEXT, Form, closed, listed
from worker.minds.model.forms.refusals import REFUSALS, read_refusals, write_refusals
from worker.minds.model.handles import Names

LONGEST_AWAKE = 16 * 60
"""Minutes: a longer block means that its time goes backwards."""
_TIME = re.compile(r"\s*(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*")


def _read_plan(question: PlanDay, part: Part, names: Names) -> PlanDayAnswer:
    clock = question.from_minute
    blocks = []
    for each in part.parts("blocks", 60):
        start, clock = clock, _after(clock, each.text("until", 20), each)
        need = _need(each, _needs_of_day(question))
        if need != "sleep" and clock - start > LONGEST_AWAKE:
            raise each.fault(
                "until", f"{_clock(clock)} is before the block begins, {_clock(start)}; keep the order"
            )
        blocks.append(
            PlanBlock(
                start=start,
                end=clock,
                activity=each.text("activity", 120),
                need=need,
                emoji=_emoji(each),
                arena=each.named("place", names.places),
                commitment=each.named_or_none("keeps", names.calendar),
            )
        )
    return PlanDayAnswer(
        cites=part.known("because", names.memories),
        blocks=tuple(blocks),
        gives_up=read_refusals(part, "gives_up", names.calendar, names),
    )


def _write_plan(question: PlanDay, answer: PlanDayAnswer, names: Names) -> dict[str, Any]:
    return {
        "because": [names.memories.of(memory) for memory in answer.cites],
        "gives_up": write_refusals(answer.gives_up, names.calendar, names),
        "blocks": [
            {
                "until": _clock(block.end),
                "activity": block.activity,
                "need": block.need,
                "emoji": block.emoji,
                "place": names.places.of(block.arena),
                "keeps": None if block.commitment is None else names.calendar.of(block.commitment),
            }
            for block in answer.blocks
        ],
    }


def _read_actions(question: DetailPlan, part: Part, names: Names) -> DetailPlanAnswer:
    places = {question.arena: question.objects} | dict(question.elsewhere)
    actions = []
    for each in part.parts("actions", 40):
        arena = each.named("place", names.places)
        thing = each.named_or_none("object", names.objects)
        if thing is not None and thing not in {o.id for o in places[arena]}:
            there = ", ".join(names.objects.of(o.id) for o in places[arena]) or "nothing"
            raise each.fault("object", f"is not at {names.places.of(arena)}; there is: {there}")
        actions.append(
            ActionView(
                activity=each.text("activity", 120),
                need=_need(each, needs_of_block(question)),
                emoji=_emoji(each),
                arena=arena,
                object=thing,
                object_state=each.text_or_none("state", 80),
                minutes=each.whole("minutes", 1, 2 * 1440),
            )
        )
    return DetailPlanAnswer(cites=part.known("because", names.memories), actions=tuple(actions))


def _write_actions(question: DetailPlan, answer: DetailPlanAnswer, names: Names) -> dict[str, Any]:
    return {
        "because": [names.memories.of(memory) for memory in answer.cites],
        "actions": [
            {
                "minutes": action.minutes,
                "activity": action.activity,
                "need": action.need,
                "emoji": action.emoji,
                "place": names.places.of(action.arena),
                "object": None if action.object is None else names.objects.of(action.object),
                "state": action.object_state,
            }
            for action in answer.actions
        ],
    }


def _needs_of_day(question: PlanDay) -> frozenset[str]:
    """What one may do in some place, at work or as a pastime."""
    job = question.persona.job
    needs = {need for place in question.places for need in place.needs} | {"sleep"}
    needs |= {pastime.need for pastime in question.persona.leisure}
    return frozenset(needs | {task.need for task in (job.tasks if job else ())})


def needs_of_block(question: DetailPlan) -> frozenset[str]:
    """What the block is for, and what the things at hand serve."""
    things = (*question.objects, *(o for _, there in question.elsewhere for o in there))
    return frozenset({question.block_need, "rest", "talk", *(use[0] for o in things for use in o.uses)})


def _need(part: Part, needs: frozenset[str]) -> str:
    word = part.text("need", 40)
    if (need := nearest_word(word, needs)) is None:
        raise part.fault("need", f"{word!r} is unknown; choose one of {sorted(needs)}")
    return need


def _emoji(part: Part) -> str:
    """One that is too long for one is none: the map goes without."""
    try:
        return part.text("emoji", 16, 0)
    except InvalidAnswer:
        return ""


def _after(clock: int, words: str, part: Part) -> int:
    """The first minute after `clock` at which a clock shows these words."""
    shown = _TIME.fullmatch(words)
    if shown is None or int(shown[1]) > 24 or int(shown[2]) > 59 or (int(shown[1]) == 24 and int(shown[2])):
        raise part.fault("until", f"{words!r} is no time of day; give one from 00:00 to 23:59")
    minute = (int(shown[1]) * 60 + int(shown[2])) % 1440
    return clock + ((minute - clock - 1) % 1440) + 1


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


PLAN_DAY = Form(
    schema=closed(
        because=HANDLES,
        gives_up=REFUSALS,
        blocks=listed(closed(until=TEXT, activity=TEXT, need=TEXT, emoji=TEXT, place=HANDLE, keeps=MAYBE)),
    ),
    read=_read_plan,
    write=_write_plan,
)
DETAIL_PLAN = Form(
    schema=closed(
        because=HANDLES,
        actions=listed(
            closed(
                minutes={"type": "integer", "minimum": 1, "maximum": 2880},
                activity=TEXT,
                need=TEXT,
                emoji=TEXT,
                place=HANDLE,
                object=MAYBE,
                state=MAYBE,
            )
        ),
    ),
    read=_read_actions,
    write=_write_actions,
)
