"""The days that the rules mind plans, for people of every rhythm and job."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.persona import Leisure, Persona, Task
from backend.domain.questions import DetailPlanAnswer, PlanBlock, PlanDayAnswer
from tests.unit.a_question import (
    CAFE,
    PARK,
    SHOP,
    WEEKDAYS,
    a_job,
    a_persona,
    a_thing,
    detail_question,
    places_of,
    plan_question,
    week,
)
from tests.unit.some_lives import EARLY, LATE, NIGHT, USUAL, personas
from worker.minds import minds
from worker.minds.rules.lengths import MOST_ACTIONS
from worker.minds.rules.nights import night_after
from worker.minds.rules.places import open_during

MIND = minds("rules")


def planned(
    persona: Persona | None = None, from_minute: int = 420, weekday: str = "monday", seed: int = 7
) -> tuple[PlanBlock, ...]:
    answer = MIND.answer(plan_question(persona, from_minute, weekday, seed=seed))
    assert isinstance(answer, PlanDayAnswer)
    return answer.blocks


def minutes_of(blocks: tuple[PlanBlock, ...], need: str) -> int:
    return sum(block.end - block.start for block in blocks if block.need == need)


def woken(persona: Persona, weekday: str) -> int:
    """When the persona gets up on that day, in minutes after its midnight."""
    hours = persona.job.hours if persona.job is not None else ((),) * 7
    return night_after(persona.wake, persona.sleep, hours, (WEEKDAYS.index(weekday) - 1) % 7)[1] - 1440


@given(persona=personas(), weekday=st.sampled_from(WEEKDAYS), seed=st.integers(0, 50))
@settings(max_examples=100, deadline=None)
def test_everybody_sleeps_five_to_ten_hours_in_the_own_bedroom(
    persona: Persona, weekday: str, seed: int
) -> None:
    blocks = planned(persona, woken(persona, weekday) % 1440, weekday, seed)
    nights = [block for block in blocks if block.need == "sleep"]
    assert blocks[-1] in nights
    assert 300 <= nights[-1].end - nights[-1].start <= 600
    assert all(f"{block.arena}:bed" == persona.bed for block in nights)


@given(persona=personas(), weekday=st.sampled_from(WEEKDAYS), seed=st.integers(0, 50))
@settings(max_examples=100, deadline=None)
def test_everybody_eats_at_least_twice_a_day(persona: Persona, weekday: str, seed: int) -> None:
    blocks = planned(persona, woken(persona, weekday) % 1440, weekday, seed)
    meals = [block for block in blocks if block.need == "eat"]
    assert len(meals) >= 2
    assert all(block.end - block.start >= 5 for block in meals)


@given(
    start=st.integers(0, 1439),
    rhythm=st.sampled_from((EARLY, USUAL, LATE, NIGHT)),
    weekday=st.sampled_from(WEEKDAYS),
)
@settings(max_examples=100, deadline=None)
def test_a_plan_may_start_at_any_minute(start: int, rhythm: object, weekday: str) -> None:
    persona = a_persona(wake=rhythm.wake, sleep=rhythm.sleep, meals=rhythm.meals)  # type: ignore[attr-defined]
    blocks = planned(persona, start, weekday)
    awake = blocks[-1].start - next(
        (block.start for block in blocks if block.need != "sleep"), blocks[-1].start
    )
    meals = sum(block.need == "eat" for block in blocks)
    late = not 4 * 60 <= start < 22 * 60
    assert meals >= (2 if awake >= 180 else 1 if awake >= 60 and not late else 0)
    assert blocks[-1].need == "sleep"


@given(
    persona=personas(), weekday=st.sampled_from(WEEKDAYS), start=st.integers(0, 1439), seed=st.integers(0, 20)
)
@settings(max_examples=100, deadline=None)
def test_nobody_plans_to_be_in_a_closed_place_or_in_the_home_of_others(
    persona: Persona, weekday: str, start: int, seed: int
) -> None:
    known = {place.arena: place for place in places_of(persona)}
    workplace = persona.job.workplace if persona.job is not None else None
    for block in planned(persona, start, weekday, seed):
        place = known[block.arena]
        assert place.own or block.arena == workplace or open_during(place, block.start, block.end)
        assert place.own or place.sector_kind != "home"


@given(persona=personas(), weekday=st.sampled_from(WEEKDAYS), seed=st.integers(0, 50))
@settings(max_examples=100, deadline=None)
def test_a_job_is_done_for_most_of_its_hours(persona: Persona, weekday: str, seed: int) -> None:
    start = woken(persona, weekday)
    blocks = planned(persona, start % 1440, weekday, seed)
    if persona.job is None or start < 0 or start >= 1440:
        return
    spans = persona.job.hours[WEEKDAYS.index(weekday)]
    night = next(block for block in blocks if block.need == "sleep")
    inside = [span for span in spans if start <= span.opens and span.closes <= night.start + 30]
    due = sum(span.closes - span.opens for span in inside)
    done = sum(
        max(0, min(block.end, span.closes) - max(block.start, span.opens))
        for span in inside
        for block in blocks
        if block.need == "work"
    )
    assert done >= 0.8 * due


def test_whoever_works_comes_in_time_and_eats_in_the_lunch_break() -> None:
    blocks = planned(a_persona())
    work = [block for block in blocks if block.need == "work"]
    assert 525 <= work[0].start < 540
    assert work[-1].end == 1020
    assert any(block.need == "eat" and work[0].end == block.start for block in blocks)


def test_a_night_worker_works_through_midnight_and_sleeps_by_day() -> None:
    persona = a_persona(
        wake=900, sleep=1920, meals=(930, 1230, 1620), job=a_job(hours=week((1320, 1800)), lunch=None)
    )
    blocks = planned(persona, 900)
    assert any(block.need == "work" and block.start < 1440 <= block.end for block in blocks)
    assert 1830 <= blocks[-1].start <= 1980


def test_somebody_still_asleep_when_the_town_starts_is_not_torn_from_bed() -> None:
    blocks = planned(a_persona(wake=600, sleep=1560, job=None), 420)
    assert blocks[0].need == "sleep"
    assert 590 <= blocks[0].end <= 610


def test_a_plan_made_past_bed_time_is_for_the_night_alone() -> None:
    blocks = planned(a_persona(), 1410)
    assert [block.need for block in blocks] == ["sleep"]


def test_somebody_without_a_job_fills_the_day_with_more_than_one_pastime() -> None:
    blocks = planned(a_persona(job=None))
    assert minutes_of(blocks, "work") == 0
    assert len({block.activity for block in blocks}) >= 7


def test_no_two_days_of_two_people_are_alike() -> None:
    assert planned(a_persona("Ana Ruiz")) != planned(
        a_persona("Ben Carter", home="town:home_ana", bed="town:home_ana:bedroom:bed")
    )
    assert planned(seed=1) != planned(seed=2)


def test_the_same_question_has_the_same_plan() -> None:
    assert planned() == planned()


def test_a_café_closed_today_is_nobodys_dinner_place() -> None:
    persona = a_persona()
    question = plan_question(persona, places=places_of(persona, cafe=None))
    answer = MIND.answer(question)
    assert isinstance(answer, PlanDayAnswer)
    assert CAFE not in {block.arena for block in answer.blocks}


# -- detail -----------------------------------------------------------------------------------------------------------

BED = a_thing("bed", ("sleep", "sleeping", "slept in"), arena="town:home_ana:bedroom")
STOVE = a_thing("stove", ("cook", "cooking", "pans on it"))
TABLE = a_thing("table", ("eat", "eating at the table", "laid"))
SINK = a_thing("sink", ("wash", "washing the dishes", "full of suds"))
BENCH = a_thing(
    "bench",
    ("repair", "gluing a chair", "a chair clamped to it"),
    ("make", "planing", "strewn with shavings"),
)


def detailed(**changes: object) -> DetailPlanAnswer:
    answer = MIND.answer(detail_question(**changes))  # type: ignore[arg-type]
    assert isinstance(answer, DetailPlanAnswer)
    return answer


NEEDS = ("work", "eat", "sleep", "wash", "read", "rest", "shop", "talk")
THINGS = st.lists(
    st.sampled_from((BED, STOVE, TABLE, SINK, BENCH)), unique_by=lambda thing: thing.id, max_size=5
)


@given(
    persona=personas(), need=st.sampled_from(NEEDS), minutes=st.integers(1, 600), here=THINGS, there=THINGS,
    trouble=st.sampled_from(("", "the café is closed", "the table is taken")), seed=st.integers(0, 20),
)  # fmt: skip
@settings(max_examples=100, deadline=None)
def test_the_detail_of_a_block_fills_it_to_the_minute(
    persona, need, minutes, here, there, trouble, seed
) -> None:  # type: ignore[no-untyped-def]
    answer = detailed(
        persona=persona, need=need, minutes=minutes, objects=tuple(here), elsewhere=((PARK, tuple(there)),),
        trouble=trouble, seed=seed,
    )  # fmt: skip
    assert sum(action.minutes for action in answer.actions) == minutes
    assert 1 <= len(answer.actions) <= MOST_ACTIONS


def test_sleep_is_one_action_in_the_own_bed() -> None:
    answer = detailed(need="sleep", minutes=480, objects=(BED,))
    assert [(action.object, action.object_state, action.minutes) for action in answer.actions] == [
        (BED.id, "slept in", 480)
    ]


def test_nobody_sleeps_in_the_bed_of_another() -> None:
    other = a_thing("spare bed", ("sleep", "sleeping", "slept in"))
    assert detailed(need="sleep", minutes=480, objects=(other,)).actions[0].object is None


def test_a_meal_is_cooked_eaten_and_washed_up() -> None:
    answer = detailed(need="eat", minutes=45, objects=(STOVE, TABLE, SINK), block_activity="having dinner")
    assert [action.need for action in answer.actions] == ["cook", "eat", "wash"]
    assert answer.actions[1].activity == "having dinner"


def test_work_consists_of_the_jobs_tasks_at_its_tools() -> None:
    answer = detailed(need="work", minutes=240, objects=(BENCH,))
    tasks = {task.activity for task in a_job().tasks}
    assert {action.activity for action in answer.actions} <= tasks
    assert BENCH.id in {action.object for action in answer.actions}
    assert {action.arena for action in answer.actions} == {SHOP}


def test_a_task_is_done_at_the_thing_made_for_it() -> None:
    machine = a_thing("coffee machine", ("make", "brewing coffee", "brewing coffee"))
    table = a_thing("pastry table", ("make", "filling sandwiches", "bread laid out on it"))
    barista = replace(a_job(), tasks=(Task("brewing coffee", "make", "☕"),))
    for seed in range(10):
        answer = detailed(
            persona=a_persona(job=barista), need="work", minutes=200, objects=(table, machine), seed=seed
        )
        assert {action.object for action in answer.actions} == {machine.id}


def test_a_walk_needs_no_object() -> None:
    bars = a_thing("exercise bars", ("exercise", "doing pull-ups", "in use"), arena=PARK)
    answer = detailed(
        need="exercise", arena=PARK, minutes=40, objects=(bars,), block_activity="taking a brisk walk"
    )
    assert {(action.activity, action.object) for action in answer.actions} == {("taking a brisk walk", None)}
    assert len(answer.actions) > 1, "each leg leads elsewhere"


def test_tidying_up_is_no_hour_in_the_bathroom() -> None:
    toilet = a_thing("toilet", ("toilet", "using the toilet", "occupied"))
    answer = detailed(need="wash", minutes=70, objects=(toilet, SINK), block_activity="tidying up")
    assert toilet.id not in {action.object for action in answer.actions}
    assert sum(action.minutes for action in answer.actions if action.object is None) >= 35


def test_nobody_lies_down_on_the_bed_of_another() -> None:
    spare = a_thing("spare bed", ("sleep", "sleeping", "slept in"), ("rest", "lying down", "lain on"))
    assert {action.object for action in detailed(need="rest", minutes=80, objects=(spare,)).actions} == {None}


def test_who_finds_the_table_taken_goes_where_one_is_free() -> None:
    taken = TABLE.model_copy(update={"free": False})
    free = a_thing("picnic table", ("eat", "eating outside", "laid"), arena=PARK)
    answer = detailed(need="eat", minutes=20, objects=(taken,), elsewhere=((PARK, (free,)),))
    assert free.id in {action.object for action in answer.actions}
    assert taken.id not in {action.object for action in answer.actions}


def test_where_nothing_serves_one_waits_or_strolls_without_an_object() -> None:
    answer = detailed(need="read", minutes=30, objects=(), trouble="the bench is taken")
    assert {action.object for action in answer.actions} == {None}


def test_a_habit_has_its_hour_whatever_else_the_day_holds() -> None:
    swim = Leisure("swimming across the pond", "exercise", "🏊", (PARK,), at=(18 * 60,))
    for seed in range(5):
        blocks = planned(a_persona(leisure=(*a_persona().leisure, swim)), seed=seed)
        assert any(abs(block.start - 18 * 60) <= 90 for block in blocks if block.activity == swim.activity)


def test_nobody_plays_one_thing_on_another() -> None:
    guitar = a_thing("guitar", ("music", "playing the guitar", "being played"))
    harp = a_thing("harp", ("music", "playing the harp", "being played"), free=False)
    answer = detailed(need="music", minutes=30, objects=(guitar, harp), block_activity="playing the harp")
    assert answer.actions[0].activity == "playing the guitar"


def test_a_pastime_that_is_work_of_a_kind_is_not_the_job() -> None:
    desk = a_thing("desk", ("work", "working at the desk", "covered in papers"))
    persona = a_persona(leisure=(Leisure("answering letters of listeners", "work", "💬", (SHOP,)),))
    answer = detailed(
        persona=persona, need="work", objects=(desk,), block_activity="answering letters of listeners"
    )
    assert "answering letters of listeners" in {action.activity for action in answer.actions}
