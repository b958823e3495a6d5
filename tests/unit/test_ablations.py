"""A town whose residents lack a part of the architecture lives on, and lacks that part alone."""

from __future__ import annotations

from functools import lru_cache

import pytest

from backend.domain import inputs as i
from backend.domain.calendar import TICKS_PER_HOUR
from backend.domain.events import Answered, Believed, DayPlanned, Reflected, Remembered, TalkEnded
from backend.domain.questions import PlanDay
from tests.a_life import Life, brook_lane, live
from worker.cognition.ablations import CONDITIONS

UNTIL = 12 * TICKS_PER_HOUR
"""From the morning to the evening."""
FIRE = 2 * TICKS_PER_HOUR


@lru_cache(maxsize=len(CONDITIONS))
def a_day(condition: str) -> Life:
    scenario = brook_lane()
    stove = min(thing.id for thing in scenario.world.objects.values() if "stove" in thing.kind)
    burning = i.SetObject(object=stove, state="on fire")
    return live(scenario, seed=7, ticks=UNTIL, inputs=[(FIRE, burning)], ablations=CONDITIONS[condition])


def kinds(condition: str) -> set[str]:
    return {formed.memory for _, formed in a_day(condition).all(Remembered)}


def test_with_everything_they_remember_things_of_every_kind() -> None:
    assert kinds("full") == {"planted", "observation", "conversation", "plan", "reflection"}
    assert list(a_day("full").all(Reflected))


def test_without_reflection_nobody_reflects_and_all_else_is_remembered() -> None:
    assert kinds("no-reflection") == {"planted", "observation", "conversation", "plan"}
    assert not list(a_day("no-reflection").all(Reflected))


def test_without_planning_the_day_is_routine_and_no_plan_is_remembered() -> None:
    assert kinds("no-planning") == {"planted", "observation", "conversation", "reflection"}
    asked = [
        question for question in a_day("no-planning").questions.values() if isinstance(question, PlanDay)
    ]
    assert asked
    assert not any((q.memories, q.calendar, q.yesterday, q.goals) != ((), (), "", ()) for q in asked)
    assert any(
        question.memories for question in a_day("full").questions.values() if isinstance(question, PlanDay)
    )


def test_without_planning_no_aim_is_pursued_and_without_reflection_there_is_none() -> None:
    pursued = {
        condition: {q.kind for q in a_day(condition).questions.values() if q.goals}
        for condition in ("full", "no-planning", "no-reflection")
    }
    assert {"say", "react"} <= pursued["full"]
    assert not {"say", "react", "plan_day", "detail_plan"} & pursued["no-planning"]
    assert pursued["no-reflection"] == set()
    assert not list(a_day("no-reflection").all(Believed))


def test_with_nothing_they_keep_only_what_they_brought_with_them() -> None:
    assert kinds("none") == {"planted"}
    assert not list(a_day("none").all(Reflected))


@pytest.mark.parametrize("condition", CONDITIONS)
def test_whatever_they_lack_they_plan_act_and_talk(condition: str) -> None:
    life = a_day(condition)
    assert {planned.resident for _, planned in life.all(DayPlanned)} == set(life.scenario.personas)
    assert len(list(life.all(TalkEnded))) >= 5


def test_who_keeps_no_memory_is_still_done_with_a_fire_after_a_thought_or_two() -> None:
    answered = [
        (tick, a) for tick, a in a_day("none").all(Answered) if a.question == "react" and tick >= FIRE
    ]
    looked_into = [a for _, a in answered if a.choice.startswith(("look_into", "leave", "warn"))]
    assert 1 <= len(looked_into) <= 2 * len(brook_lane().personas)
