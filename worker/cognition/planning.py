"""Planning: the day in blocks, each block in detail just before it starts (paper, section 4.3)."""

from __future__ import annotations

from backend.domain.calendar import TICKS_PER_MINUTE, WEEKDAYS, minutes
from backend.domain.events import Block, BlockDetailed, DayPlanned, PlannedAction, Source
from backend.domain.norms import is_open
from backend.domain.questions import DELAY, DetailPlan, DetailPlanAnswer, ObjectView, PlanDay, PlanDayAnswer
from backend.domain.view import View
from backend.domain.wishes import Ask, Wish
from worker.cognition.questions import common
from worker.cognition.reacting import refuge
from worker.cognition.recall import Recall
from worker.cognition.telling import known_arenas, object_views, place_view
from worker.cognition.visiting import homes_to_visit, is_foreign_home

MOST_ELSEWHERE = 5
"""Other places offered for a block, should its own not do."""


def plan(recall: Recall, view: View, resident: str) -> Ask:
    """Asks for the plan that begins when what the resident does anyway ends: its sleep, its last plan."""
    calendar, state = view.scenario.calendar, view.state.residents[resident]
    begins = view.tick + (DELAY["plan_day"] or 0) + (DELAY["detail_plan"] or 0)
    if state.plan is not None:
        begins = max(begins, state.plan.blocks[-1].end)
    elif state.asleep and state.action is not None and state.action.until is not None:
        begins = max(begins, state.action.until)
    begins = -(-begins // TICKS_PER_MINUTE) * TICKS_PER_MINUTE
    day, minute = calendar.day(begins), calendar.minute_of_day(begins)
    weekday = calendar.at(begins).weekday()
    persona = view.persona(resident)
    return Ask(
        PlanDay(
            **common(view, "plan_day", resident),
            memories=recall.recall(
                view, resident, [persona.currently, "plans, promises and what matters today"]
            ),
            day=day,
            weekday=WEEKDAYS[weekday],
            from_minute=minute,
            housemates=_housemates(view, resident),
            places=tuple(place_view(view, resident, arena, weekday) for arena in known_arenas(view, resident))
            + tuple(homes_to_visit(view, resident, weekday)),
        )
    )


def _housemates(view: View, resident: str) -> tuple[str, ...]:
    home = view.persona(resident).home
    return tuple(
        each.id for each in view.scenario.personas.values() if each.home == home and each.id != resident
    )


def take_plan(recall: Recall, view: View, question: PlanDay, answer: PlanDayAnswer) -> list[Wish]:
    calendar, resident = view.scenario.calendar, question.resident
    blocks = tuple(
        Block(
            start=calendar.tick_of(question.day, block.start),
            end=calendar.tick_of(question.day, block.end),
            activity=block.activity,
            need=block.need,
            emoji=block.emoji,
            arena=block.arena,
        )
        for block in answer.blocks
    )
    name = view.persona(resident).first_name
    agenda = ", ".join(f"{calendar.clock(block.start)} {block.activity}" for block in blocks)
    memory = recall.notebook(view, resident).note(
        f"{name}'s plan for {question.weekday.capitalize()}: {agenda}.",
        "plan",
        Source(by="thought", memories=answer.cites, question=question.key),
    )
    return [DayPlanned(resident=resident, day=question.day, blocks=blocks, cause=question.key), memory]


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
            memories=recall.recall(view, resident, [block.activity], limit=3),
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
    ranked: list[tuple[int, str, tuple[ObjectView, ...]]] = []
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
        objects = object_views(view, resident, arena.id)
        serves = any(use[0] == block.need for thing in objects for use in thing.uses)
        if same or serves or (trouble and arena.sector == home):
            ranked.append((0 if same else 1 if arena.sector == home and serves else 2, arena.id, objects))
    return tuple(
        (arena, objects) for _, arena, objects in sorted(ranked, key=lambda r: r[:2])[:MOST_ELSEWHERE]
    )
