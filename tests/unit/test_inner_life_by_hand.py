"""A director's hand in one mind: thoughts, memories, aims, relationships; nobody else comes to know of it."""

from __future__ import annotations

from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.inputs import (
    AnyInput,
    EditGoal,
    EditRelationship,
    PlantMemory,
    SpeakAs,
    Whisper,
)
from backend.domain.questions import PlanDay, React
from tests.a_life import Life, brook_lane, live
from tests.unit.a_visit import Visit
from worker.minds.rules.inner_voice import aim_of

SECRET = "quorvane"
NIGHT = 6300


def marta_at(tick: int = 1800) -> Visit:
    return Visit(tick)


def planted(visit: Visit, resident: str) -> list[e.Remembered]:
    return [m for m in visit.events(e.Remembered) if m.resident == resident and m.source.by == "intervention"]


def reacted(visit: Visit, resident: str) -> e.Answered:
    visit.live_for(10)
    return next(
        a for a in reversed(visit.events(e.Answered)) if a.question == "react" and a.resident == resident
    )


# -- an inner voice


def test_a_whisper_is_the_resident_s_own_thought_at_once() -> None:
    visit = marta_at()
    assert visit.send(Whisper(resident="marta", text="The soup smells burnt.")).status == "applied"
    (memory,) = planted(visit, "marta")
    assert memory.memory == "planted"
    assert memory.source.who is None
    assert "soup smells burnt" in memory.text
    assert not any("soup" in m.text for m in visit.events(e.Remembered) if m.resident != "marta")


def test_who_is_told_by_its_inner_voice_to_go_somewhere_goes_there() -> None:
    visit = marta_at()
    visit.send(Whisper(resident="marta", text="Go to Alder Green and look at the pond."))
    answer = reacted(visit, "marta")
    assert answer.choice.startswith("look_into")
    action = visit.town.state.residents["marta"].action
    assert action is not None
    assert action.arena.startswith("Brook Lane:Alder Green")
    visit.live_for(60)
    assert (visit.town.view().arena_of("marta") or "").startswith("Brook Lane:Alder Green")


def test_what_an_inner_voice_bids_becomes_an_aim_that_rests_on_the_thought() -> None:
    visit = marta_at()
    visit.send(Whisper(resident="marta", text="You should practise the accordion."))
    assert reacted(visit, "marta").choice == "aim"
    (thought,) = planted(visit, "marta")
    aims = [goal for goal in visit.events(e.GoalSet) if goal.resident == "marta"]
    assert [(goal.text, goal.memories) for goal in aims] == [("practise the accordion", (thought.id,))]


def test_a_whisper_for_today_has_the_day_planned_anew() -> None:
    visit = marta_at()
    visit.send(Whisper(resident="marta", text="You must finish the new menu today."))
    assert reacted(visit, "marta").choice == "replan"
    asked = [q for q in visit.events(e.Asked) if q.question == "plan_day" and q.resident == "marta"]
    assert asked[-1].key in visit.town.questions


def test_a_thought_that_bids_nothing_is_kept_in_mind() -> None:
    visit = marta_at()
    visit.send(Whisper(resident="marta", text="Ivo has been kind lately."))
    assert reacted(visit, "marta").choice == "go_on"
    assert not [goal for goal in visit.events(e.GoalSet) if goal.resident == "marta"]


def test_who_sleeps_has_the_thought_in_mind_but_goes_on_sleeping() -> None:
    visit = Visit(NIGHT)
    sleeper = next(r.id for r in visit.town.state.residents.values() if r.asleep)
    assert visit.send(Whisper(resident=sleeper, text="Go to Alder Green.")).status == "applied"
    assert planted(visit, sleeper)
    visit.live_for(10)
    assert visit.town.state.residents[sleeper].asleep


def test_two_whispers_at_one_moment_are_two_thoughts() -> None:
    visit = marta_at()
    visit.send(Whisper(resident="marta", text="You should learn to swim."))
    visit.send(Whisper(resident="marta", text="You should learn to dance."))
    visit.live_for(12)
    assert {goal.text for goal in visit.events(e.GoalSet)} >= {"learn to swim", "learn to dance"}


def test_who_leaves_a_talk_for_a_thought_does_not_say_the_thought() -> None:
    visit = marta_at(360)
    while not visit.town.state.talks:
        visit.live_for(6)
    (talk, *_) = visit.town.state.talks.values()
    one = talk.participants[0]
    visit.send(Whisper(resident=one, text=f"Go to Alder Green because of the {SECRET}."))
    visit.live_for(12)
    assert not any(SECRET in line.text for line in visit.events(e.Said))


@pytest.mark.parametrize(
    ("thought", "aim"),
    [
        ("I should call my mother.", "call my mother"),
        ("you are going to run for mayor", "run for mayor"),
        ("Bake a cake", "bake a cake"),
        ("Let's dance!", "dance"),
        ("The weather is nice.", ""),
        ("Why is it so loud?", ""),
        ("…", ""),
    ],
)
def test_an_aim_is_what_a_thought_bids(thought: str, aim: str) -> None:
    assert aim_of(thought) == aim


# -- planted memories


@cache
def a_day_with(*given: AnyInput) -> Life:
    return live(
        brook_lane(), seed=7, ticks=TICKS_PER_DAY, inputs=[(30 + n, one) for n, one in enumerate(given)]
    )


def knowing(life: Life, word: str) -> set[str]:
    return {memory.resident for _, memory in life.all(e.Remembered) if word in memory.text}


def test_a_memory_without_a_source_stays_with_whom_it_was_planted_in() -> None:
    text = f"Marta once hid a {SECRET} in the kitchen of the Blue Kettle."
    life = a_day_with(PlantMemory(resident="marta", text=text, importance=10))
    assert knowing(life, SECRET) == {"marta"}
    prompted = {q.resident for q in life.questions.values() if SECRET in q.model_dump_json()}
    assert prompted == {"marta"}
    assert not any(SECRET in line.text for _, line in life.all(e.Said))


def test_a_memory_with_a_source_goes_on_like_hearsay_and_only_by_lines_really_said() -> None:
    text = f"There will be a {SECRET} on Alder Green on Friday."
    life = a_day_with(PlantMemory(resident="marta", text=text, source="ivo", importance=8))
    (first,) = [m for _, m in life.all(e.Remembered) if m.source.by == "intervention"]
    assert (first.resident, first.source.who, first.importance) == ("marta", "ivo", 8)
    told = knowing(life, SECRET) - {"marta"}
    assert told
    heard = {listener for _, line in life.all(e.Said) if SECRET in line.text for listener in line.to}
    overheard = {
        m.resident for _, m in life.all(e.Remembered) if SECRET in m.text and m.source.by == "speaker"
    }
    assert told <= heard | overheard
    prompted = {q.resident for q in life.questions.values() if SECRET in q.model_dump_json()}
    assert prompted <= told | {"marta"}


def test_whom_a_memory_comes_from_is_not_told_it() -> None:
    text = f"There will be a {SECRET} on Alder Green on Friday."
    life = a_day_with(PlantMemory(resident="marta", text=text, source="ivo", importance=8))
    to_ivo = [line for _, line in life.all(e.Said) if line.speaker == "marta" and line.to == ("ivo",)]
    assert not any(SECRET in line.text for line in to_ivo)


# -- aims and relationships


def test_an_aim_by_hand_is_put_before_the_mind_and_can_be_dropped() -> None:
    visit = marta_at()
    assert visit.send(EditGoal(resident="marta", text="win the baking prize")).status == "applied"
    goal = visit.last(e.GoalSet)
    assert [m.id for m in planted(visit, "marta")] == list(goal.memories)
    visit.live_for(200)
    asked = [q for q in visit.town.asked if q.resident == "marta" and not isinstance(q, PlanDay)]
    assert any("win the baking prize" in q.goals for q in asked if q.tick > 1800)
    dropped = EditGoal(resident="marta", goal=goal.goal, text=goal.text, status="dropped")
    assert visit.send(dropped).status == "applied"
    assert visit.town.state.residents["marta"].goals[goal.goal].status == "dropped"


def test_a_relationship_by_hand_is_one_sided_and_names_the_other() -> None:
    visit = marta_at()
    before = visit.town.state.residents["jonah"].relationships.get("marta")
    given = EditRelationship(
        resident="marta", other="jonah", closeness=-0.754, note="Jonah owes Marta money."
    )
    assert visit.send(given).status == "applied"
    felt = visit.town.state.residents["marta"].relationships["jonah"]
    assert (felt.closeness, felt.note, felt.knows_name) == (-0.75, "Jonah owes Marta money.", True)
    assert visit.town.state.residents["jonah"].relationships.get("marta") == before
    (memory,) = planted(visit, "marta")
    assert memory.about == ("jonah",)


# -- in a role


def test_a_reporter_is_answered_without_being_in_town() -> None:
    visit = marta_at()
    fate = visit.send(SpeakAs(role="A reporter", to="marta", text="How is business?"))
    assert fate.status == "applied"
    asked, answer = visit.events(e.Said)[-2:]
    assert asked.speaker.startswith("visitor:role-")
    assert (answer.speaker, answer.to) == ("marta", (asked.speaker,))
    assert visit.town.state.residents["marta"].relationships[asked.speaker].name == "A reporter"
    assert visit.town.state.visitors == {}
    visit.send(SpeakAs(role="a reporter", to="marta", text="And yesterday?"))
    assert visit.events(e.Said)[-2].speaker == asked.speaker


# -- what is refused


REFUSED = (
    (Whisper(resident="marthe", text="Go home."), "UnknownResident"),
    (PlantMemory(resident="marta", text="It was dark.", source="nobody"), "UnknownResident"),
    (PlantMemory(resident="marta", text="It was dark.", source="marta"), "SameResident"),
    (EditRelationship(resident="marta", other="marta", closeness=1.0), "SameResident"),
    (EditGoal(resident="marta", goal="goal:marta@1.0", text="fly"), "UnknownGoal"),
    (SpeakAs(role="Marta Oyelaran", to="ivo", text="It's me."), "NameTaken"),
    (SpeakAs(role="a reporter", to="nobody", text="Hello?"), "UnknownResident"),
)  # fmt: skip


@pytest.mark.parametrize(("given", "error"), REFUSED)
def test_what_does_not_fit_is_refused_by_name_and_changes_nothing(given: AnyInput, error: str) -> None:
    visit = marta_at(30)
    before = len(visit.log())
    fate = visit.send(given)
    assert (fate.status, fate.error) == ("refused", error)
    assert fate.reason
    assert len(visit.log()) == before


def test_a_life_with_a_hand_in_it_is_the_same_life_twice() -> None:
    given = (
        (40, Whisper(resident="marta", text="Go to Alder Green.")),
        (41, PlantMemory(resident="ivo", text="Marta likes tulips.", source="jonah")),
        (42, SpeakAs(role="a reporter", to="marta", text="Anything new?")),
        (43, EditGoal(resident="ruth", text="sleep well")),
    )
    one, other = (live(brook_lane(), seed=7, ticks=600, inputs=given) for _ in range(2))
    assert {fate.status for fate in one.fates.values()} == {"applied"}
    assert one.digest == other.digest
    assert any(isinstance(q, React) and q.subject == "thought" for q in one.questions.values())
    others = [q for q in one.questions.values() if q.resident != "marta"]
    assert not any("Go to Alder Green." in question.model_dump_json() for question in others)
