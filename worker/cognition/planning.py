"""Planning: the day in blocks, each block in detail just before it starts (paper, section 4.3)."""

from __future__ import annotations

from backend.domain.calendar import TICKS_PER_MINUTE, WEEKDAYS, minutes
from backend.domain.events import Block, BlockDetailed, DayPlanned, OfferAnswered, PlannedAction, Source
from backend.domain.norms import is_open
from backend.domain.questions import (
    DELAY,
    DetailPlan,
    DetailPlanAnswer,
    ObjectView,
    PlaceView,
    PlanBlock,
    PlanDay,
    PlanDayAnswer,
)
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.committing import calendar
from worker.cognition.embedding_model import PLANS
from worker.cognition.questions import common
from worker.cognition.recall import Recall
from worker.cognition.refuge import refuge
from worker.cognition.telling import known_arenas, object_views, place_view, usable
from worker.cognition.visiting import homes_to_visit, is_foreign_home

MOST_OF_YESTERDAY = 4
"""Memories of the day before that a day is planned with."""
MOST_ELSEWHERE = 5
"""Other places offered for a block, should its own not do."""


def plan(recall: Recall, view: View, resident: str, because: str = "") -> Ask:
    """Asks for the plan that begins when what the resident does anyway ends: its sleep, its last plan.

    With `because`, why, it asks for the rest of the day anew.
    """
    moments, state = view.scenario.calendar, view.state.residents[resident]
    begins = view.tick + (DELAY["plan_day"] or 0) + (DELAY["detail_plan"] or 0)
    if because:
        pass
    elif state.plan is not None:
        begins = max(begins, state.plan.blocks[-1].end)
    elif state.asleep and state.action is not None and state.action.until is not None:
        begins = max(begins, state.action.until)
    begins = -(-begins // TICKS_PER_MINUTE) * TICKS_PER_MINUTE
    day, minute = moments.day(begins), moments.minute_of_day(begins)
    weekday = moments.at(begins).weekday()
    persona = view.persona(resident)
    return Ask(
        PlanDay(
            **common(view, "plan_day", resident),
            memories=recall.recall(view, resident, [persona.currently, PLANS], "plan_day"),
            day=day,
            weekday=WEEKDAYS[weekday],
            from_minute=minute,
            housemates=_housemates(view, resident),
            places=_places(view, resident, weekday),
            yesterday=_yesterday(recall, view, resident),
            because=because,
            meant=_meant(view, resident, day, begins) if because else (),
        )
    )


def _meant(view: View, resident: str, day: int, begins: int) -> tuple[PlanBlock, ...]:
    """The rest of its plan, in minutes after midnight of `day`."""
    current, midnight = view.state.residents[resident].plan, view.scenario.calendar.tick_of(day, 0)
    ahead = [block for block in current.blocks if block.end > begins] if current is not None else []
    return tuple(
        PlanBlock(
            start=(max(block.start, begins) - midnight) // TICKS_PER_MINUTE,
            end=(block.end - midnight) // TICKS_PER_MINUTE,
            activity=block.activity,
            need=block.need,
            emoji=block.emoji,
            arena=block.arena,
            commitment=block.commitment,
        )
        for block in ahead
    )


def may_change(recall: Recall, view: View, resident: str) -> bool:
    """Whether there is a rest of the day that could be planned anew."""
    current = view.state.residents[resident].plan
    takes = (DELAY["plan_day"] or 0) + (DELAY["detail_plan"] or 0)
    if current is None or not recall.ablations.planning:
        return False
    if not current.blocks[0].start <= view.tick < current.blocks[-1].start - takes:
        return False
    return not any(question.question == "plan_day" for question in view.state.open_questions_of(resident))


def anew(recall: Recall, view: View, resident: str, because: str) -> Ask | None:
    """Asks for the rest of the day anew, `because` of something; None if it can't be changed any more."""
    return plan(recall, view, resident, because) if may_change(recall, view, resident) else None


def _places(view: View, resident: str, weekday: int) -> tuple[PlaceView, ...]:
    """Those it knows, those it has been asked to, and the homes that it may call at."""
    known = known_arenas(view, resident)
    named = {arena.id for arena in known}
    asked_to = {entry.arena for entry in calendar(view, resident)} - named
    homes = [home for home in homes_to_visit(view, resident, weekday) if home.arena not in asked_to]
    plan = view.state.residents[resident].plan
    meant = {block.arena for block in plan.blocks} if plan is not None else set()
    asked_to |= meant - named - {home.arena for home in homes}
    further = [view.scenario.world.arenas[arena] for arena in sorted(asked_to)]
    return (*(place_view(view, resident, arena, weekday) for arena in (*known, *further)), *homes)


def _yesterday(recall: Recall, view: View, resident: str) -> str:
    """What it remembers best of the day before; empty on the first."""
    today = view.scenario.calendar.day(view.tick)
    stream = recall.index.of(resident)
    kept = [
        memory
        for memory in stream
        if memory.event.memory in ("conversation", "reflection")
        and view.scenario.calendar.day(memory.tick) == today - 1
    ]
    best = sorted(kept, key=lambda memory: (-memory.importance, -memory.tick, memory.id))[:MOST_OF_YESTERDAY]
    return " ".join(memory.text for memory in sorted(best, key=lambda memory: (memory.tick, memory.id)))


def _housemates(view: View, resident: str) -> tuple[str, ...]:
    home = view.persona(resident).home
    return tuple(
        each.id for each in view.scenario.living.values() if each.home == home and each.id != resident
    )


def take_plan(recall: Recall, view: View, question: PlanDay, answer: PlanDayAnswer) -> list[Wish]:
    now, resident = view.scenario.calendar, question.resident
    blocks = tuple(
        Block(
            start=now.tick_of(question.day, block.start),
            end=now.tick_of(question.day, block.end),
            activity=block.activity,
            need=block.need,
            emoji=block.emoji,
            arena=block.arena,
            commitment=block.commitment,
        )
        for block in answer.blocks
    )
    name = view.persona(resident).first_name
    agenda = ", ".join(f"{now.clock(block.start)} {block.activity}" for block in blocks)
    before = _until(view, resident, blocks[0].start) if question.because else ()
    memory = recall.notebook(view, resident).note(
        f"{name}'s plan for {question.weekday.capitalize()}: {agenda}.",
        "plan",
        Source(by="thought", memories=answer.cites, question=question.key),
    )
    planned = DayPlanned(
        resident=resident,
        day=question.day,
        blocks=_joined(before, blocks),
        because=question.because,
        cause=question.key,
    )
    return [planned, memory, *_taken_back(question, answer)]


def _until(view: View, resident: str, tick: int) -> tuple[Block, ...]:
    """The blocks of its plan up to `tick`, the last of them cut short or drawn out."""
    plan = view.state.residents[resident].plan
    kept = [block for block in plan.blocks if block.start < tick] if plan is not None else []
    return (*kept[:-1], kept[-1].model_copy(update={"end": tick})) if kept else ()


def _joined(before: tuple[Block, ...], after: tuple[Block, ...]) -> tuple[Block, ...]:
    """Both, in which what goes on is one block."""
    if not before or not after:
        return (*before, *after)
    last, first = before[-1], after[0]
    if (last.activity, last.arena, last.need, last.commitment) != (
        first.activity,
        first.arena,
        first.need,
        first.commitment,
    ):
        return (*before, *after)
    return (*before[:-1], last.model_copy(update={"end": first.end}), *after[1:])


def _taken_back(question: PlanDay, answer: PlanDayAnswer) -> list[OfferAnswered]:
    """What it had agreed to and knowingly leaves out of the plan."""
    accepted = {entry.id for entry in question.calendar if entry.status == "accepted"}
    return [
        OfferAnswered(
            commitment=refusal.offer,
            resident=question.resident,
            accepted=False,
            reason=refusal.reason,
            ground=refusal.ground,
            cause=question.key,
        )
        for refusal in answer.gives_up
        if refusal.offer in accepted
    ]


def detail(recall: Recall, view: View, resident: str, number: int) -> Ask:
    current = view.state.residents[resident]
    assert current.plan is not None, "only a block of a plan is detailed"
    block = current.plan.blocks[number]
    turned_back = view.state.attention[resident].trouble != "" and is_foreign_home(
        view, resident, block.arena
    )
    if turned_back:
        # Nobody has opened, or a visit is over: one goes home.
        block = block.model_copy(update={"arena": refuge(view, resident), "activity": "sitting down at home"})
    begins = max(block.start, view.tick)
    return Ask(
        DetailPlan(
            **common(view, "detail_plan", resident, part=number),
            memories=recall.recall(view, resident, [block.activity], "detail_plan"),
            block=number,
            block_activity=block.activity,
            block_need=block.need,
            block_emoji=block.emoji,
            arena=block.arena,
            minutes=max((block.end - begins) // TICKS_PER_MINUTE, 1),
            objects=object_views(view, resident, block.arena),
            elsewhere=_elsewhere(view, resident, block, begins, only_home=turned_back),
            trouble=view.state.attention[resident].trouble,
        ),
        about=str(number),
    )


def take_detail(question: DetailPlan, answer: DetailPlanAnswer) -> list[Wish]:
    actions = tuple(
        PlannedAction(
            activity=action.activity,
            need=action.need,
            emoji=action.emoji,
            arena=action.arena,
            object=action.object,
            object_state=action.object_state,
            duration=minutes(action.minutes),
        )
        for action in answer.actions
    )
    return [
        BlockDetailed(resident=question.resident, block=question.block, actions=actions, cause=question.key)
    ]


def _elsewhere(
    view: View, resident: str, block: Block, begins: int, *, only_home: bool = False
) -> tuple[tuple[str, tuple[ObjectView, ...]], ...]:
    """Other known places with something for the block's need: the same building first, then home, then those open.

    Whoever finds its way barred can always go home, whatever that is good for.
    """
    trouble = bool(view.state.attention[resident].trouble)
    world, home = view.scenario.world, view.persona(resident).home
    sector = world.arenas[block.arena].sector
    ranked: list[tuple[int, str]] = []
    for arena in known_arenas(view, resident):
        same = arena.sector == sector
        if only_home and arena.sector != home:
            continue
        if arena.id == block.arena or (block.need == "sleep" and arena.sector != home):
            continue
        # Out of its hours one is at home or at work: who works somewhere does not spend the night there.
        belongs = arena.sector == home or (same and view.is_exempt(resident, arena.id))
        if not belongs and not is_open(world, view.scenario.calendar, arena.id, begins):
            continue
        serves = any(thing.use_for(block.need) is not None for thing in usable(view, resident, arena.id))
        if same or serves or (trouble and arena.sector == home):
            ranked.append((0 if same else 1 if arena.sector == home and serves else 2, arena.id))
    return tuple((arena, object_views(view, resident, arena)) for _, arena in sorted(ranked)[:MOST_ELSEWHERE])
