"""Reflection: what is asked, what comes of it, and that it weighs in what residents do."""

from __future__ import annotations

from functools import lru_cache

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY
from backend.domain.questions import (
    BeliefView,
    GoalChange,
    Insight,
    MemoryView,
    Reflect,
    ReflectAnswer,
)
from tests.a_life import Life, brook_lane, live
from tests.unit.a_question import a_memory, a_person, a_persona, person_noticed, reflect_question
from tests.unit.a_town import a_town
from worker.cognition.focal_points import FOCAL_POINTS
from worker.engine.town import Town
from worker.minds import minds
from worker.minds.rules import convictions as c
from worker.minds.rules.inclined import readiness
from worker.minds.rules.react import inclination
from worker.minds.rules.temper import Temper

PARTY = "Ben Carter gives a dance at the pond on Saturday, and everybody is welcome."
HEARD = a_memory(PARTY, "m:party", news="dance", told_by="Ben Carter", importance=7, about=("ben",))


@lru_cache(maxsize=1)
def two_days() -> Life:
    return live(brook_lane(), seed=7, ticks=2 * TICKS_PER_DAY)


def reflected(*memories: MemoryView, **changes: object) -> ReflectAnswer:
    question = reflect_question(*memories).model_copy(update=changes)
    answer = minds("rules").answer(question)
    assert isinstance(answer, ReflectAnswer)
    answer.check(question)
    return answer


# -- the question --------------------------------------------------------------------------------------------


def test_a_reflection_begins_with_three_questions_of_ones_own() -> None:
    asked = [question for question in two_days().questions.values() if isinstance(question, Reflect)]
    assert asked
    for question in asked:
        assert len(set(question.focal_points)) == FOCAL_POINTS
        assert all(point.endswith("?") and len(point) < 300 for point in question.focal_points)
    assert len({question.focal_points for question in asked}) > len(asked) // 2


def test_who_has_heard_of_something_asks_itself_what_to_make_of_it() -> None:
    town = told_of_the_fair(a_town("ana", "ben"))
    question = town.cognition.reflect(town.view(), "ben").question
    assert isinstance(question, Reflect)
    assert any("The fair comes on Sunday" in point for point in question.focal_points)
    assert "ben@3.0" in {memory.id for memory in question.memories}


def told_of_the_fair(town: Town) -> Town:
    town.open_tick(3)
    heard = e.Remembered(
        id="ben@3.0", resident="ben", memory="observation", text="The fair comes on Sunday.", importance=6,
        source=e.Source(by="speaker", who="ana"), about=("ana",), news="fair",
    )  # fmt: skip
    town.emit(heard)
    return town


# -- the answer ----------------------------------------------------------------------------------------------


def test_insights_form_a_tree_down_to_what_was_noticed() -> None:
    life = two_days()
    formed = {event.id: event for _, event in life.all(e.Remembered)}
    thoughts = [event for event in formed.values() if event.memory == "reflection"]
    assert thoughts
    for thought in thoughts:
        grounds = [formed[memory] for memory in thought.source.memories]
        assert grounds
        assert all(ground.resident == thought.resident for ground in grounds)
        assert thought.depth == 1 + max(ground.depth for ground in grounds)
        assert 1 <= thought.importance <= 10
    assert {event.depth for event in formed.values() if event.memory != "reflection"} == {0}
    assert max(thought.depth for thought in thoughts) >= 2


def test_few_thoughts_are_thought_twice() -> None:
    texts = [event.text for _, event in two_days().all(e.Remembered) if event.memory == "reflection"]
    assert len(set(texts)) >= 0.85 * len(texts)


def test_an_earlier_insight_is_a_ground_of_the_next() -> None:
    thought = a_memory(
        "It matters to Ana Ruiz that Ben Carter gives a dance at the pond on Saturday.", "m:thought",
        memory="reflection", importance=7,
    )  # fmt: skip
    answer = reflected(HEARD, thought)
    assert any({"m:party", "m:thought"} <= set(insight.because) for insight in answer.insights)


def test_who_broke_a_word_is_not_counted_on() -> None:
    broken = a_memory("Ben Carter had said yes to the walk and did not come.", "m:1", importance=6)
    answer = reflected(broken)
    assert any("Ben Carter" in insight.text for insight in answer.insights)
    assert c.unreliable("Ben Carter") in {belief.statement for belief in answer.beliefs}


def test_a_belief_about_somebody_moves_with_every_talk() -> None:
    talk = a_memory("Ana Ruiz and Ben Carter talked about work.", "m:1", memory="conversation")
    first = next(b for b in reflected(talk).beliefs if b.statement == c.good_company("Ben Carter"))
    held = (BeliefView(id="belief:1", statement=first.statement, confidence=first.confidence),)
    talks = [talk.model_copy(update={"id": f"m:{n}"}) for n in range(4)]
    warmer = next(b for b in reflected(*talks, beliefs=held).beliefs if b.statement == first.statement)
    quarrel = a_memory("Ana Ruiz and Ben Carter argued about the pond.", "m:9", memory="conversation")
    more = [quarrel.model_copy(update={"id": f"q:{n}"}) for n in range(3)]
    cooler = next(b for b in reflected(talk, *more, beliefs=held).beliefs if b.statement == first.statement)
    assert warmer.belief == cooler.belief == "belief:1"
    assert cooler.confidence < first.confidence < warmer.confidence


def test_news_leads_to_an_opinion_and_a_goal_in_some_and_not_in_others() -> None:
    answers = [reflected(HEARD, seed=seed) for seed in range(20)]
    resolved = [answer for answer in answers if c.means_to_tell([g.text for g in answer.goals], PARTY)]
    going = [answer for answer in answers if c.means_to_go([g.text for g in answer.goals], PARTY)]
    assert 0 < len(resolved) < len(answers)
    assert 0 < len(going) < len(answers)
    for answer in answers:
        held = [BeliefView(id="b", statement=b.statement, confidence=b.confidence) for b in answer.beliefs]
        assert c.expects(held, PARTY) != 0


def test_what_has_been_told_often_enough_is_a_goal_reached() -> None:
    goal = c.to_tell_others(PARTY)
    answer = reflected(HEARD.model_copy(update={"told": 5}), goals=(goal,))
    assert GoalChange(goal=goal, text=goal, status="reached", because=("m:party",)) in answer.goals


def test_who_has_too_many_goals_lets_go_of_the_oldest() -> None:
    goals = tuple(f"mend chair {number}" for number in range(c.MOST_GOALS))
    wanting = [answer for seed in range(20) if (answer := reflected(HEARD, seed=seed, goals=goals)).goals]
    assert wanting
    for answer in wanting:
        assert (answer.goals[0].goal, answer.goals[0].status) == ("mend chair 0", "dropped")


# -- what the engine makes of it -----------------------------------------------------------------------------


def test_goals_and_beliefs_are_in_the_log_under_names_that_say_whose_and_when() -> None:
    town = told_of_the_fair(a_town("ana", "ben"))
    question = town.cognition.reflect(town.view(), "ben").question
    town.open_tick(9)
    answer = ReflectAnswer(
        insights=(Insight(text="The fair matters to Ben.", importance=6, because=("ben@3.0",)),),
        goals=(GoalChange(text="go to the fair", because=("ben@3.0",)),),
    )
    for wish in town.cognition.take(town.view(), question, answer):
        town.emit(wish)  # type: ignore[arg-type]
    ben = town.state.residents["ben"]
    assert {key: (goal.text, goal.status) for key, goal in ben.goals.items()} == {
        "goal:ben@9.0": ("go to the fair", "open")
    }
    again = town.cognition.reflect(town.view(), "ben").question
    assert again.goals == ("go to the fair",)
    reached = ReflectAnswer(
        insights=answer.insights,
        goals=(GoalChange(goal="go to the fair", text="go to the fair", status="reached"),),
    )
    for wish in town.cognition.take(town.view(), again, reached):
        town.emit(wish)  # type: ignore[arg-type]
    assert town.state.residents["ben"].goals["goal:ben@9.0"].status == "reached"
    once_more = town.cognition.take(town.view(), again, answer)
    assert not any(isinstance(wish, e.GoalSet) for wish in once_more)


# -- what it weighs ------------------------------------------------------------------------------------------


def test_who_has_resolved_to_let_others_know_tells_it_sooner() -> None:
    unresolved = readiness(a_persona(), a_person(), HEARD, 200)
    assert readiness(a_persona(), a_person(), HEARD, 200, resolved=True) > 1.8 * unresolved


@pytest.mark.parametrize(("statement", "more"), [(c.good_company, True), (c.best_left_alone, False)])
def test_a_warm_belief_makes_one_look_for_somebodys_company(statement: object, more: bool) -> None:
    assert callable(statement)
    belief = BeliefView(id="b", statement=statement("Ben Carter"), confidence=0.8)
    without = inclination(person_noticed(a_person()), a_person(), Temper())
    with_it = inclination(person_noticed(a_person(), beliefs=(belief,)), a_person(), Temper())
    assert (with_it > without) is more
    assert with_it != without
