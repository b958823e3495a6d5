"""What people do about what comes up: weather, words of danger, a fire in the middle of a talk, a closed door."""

from __future__ import annotations

from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.events import Block, Weather
from backend.domain.inputs import Announce, AnyInput, SetObject, SetWeather, Speak
from backend.domain.outdoors import is_outdoors
from backend.domain.questions import Option, PlanDay, React, ReactAnswer
from backend.domain.view import View
from backend.domain.wishes import Act, Ask, Converse, Utter
from tests.a_life import Life, brook_lane, live
from tests.small_town import ROOM
from tests.unit.a_question import a_person, a_persona, thing_noticed
from tests.unit.a_town import a_town
from worker.cognition import reacting
from worker.cognition.recall import Recall
from worker.engine import talks
from worker.engine.town import Town
from worker.minds import minds

VERA = "visitor:vera"
AFTERNOON = 3600
"""Tick of 17:00."""
HOUR = 360
SEEDS = (1, 2, 3)


def told(resident: str, text: str) -> Speak:
    return Speak(visitor=VERA, name="Vera", to=resident, text=text)


@cache
def an_afternoon(seed: int, given: AnyInput) -> Life:
    return live(brook_lane(), seed=seed, ticks=AFTERNOON + HOUR, inputs=[(AFTERNOON, given)])


def asked(life: Life, subject: str) -> list[React]:
    """The questions about it, in their order."""
    return [
        question
        for question in life.questions.values()
        if isinstance(question, React) and question.subject == subject
    ]


def chosen(life: Life, questions: list[React]) -> list[str]:
    choices = {event.key: event.choice for _, event in life.all(e.Answered)}
    return [choices[question.key].split(":")[0] for question in questions if question.key in choices]


# -- weather --------------------------------------------------------------------------------------------------------


def test_rain_concerns_those_under_the_open_sky_and_drives_some_of_them_in() -> None:
    done: list[str] = []
    for seed in SEEDS:
        life = an_afternoon(seed, SetWeather(weather="rain"))
        questions = asked(life, "weather")
        done += chosen(life, questions)
        world = life.scenario.world
        open_places = {world.sector_of(arena).name for arena in world.arenas if is_outdoors(world, arena)}
        for question in questions:
            assert any(name in question.activity for name in ("on the street", *open_places))
            assert question.weather == "rain"
    assert done
    assert {"leave", "replan"} & set(done)


def test_nobody_thinks_twice_of_the_same_rain_within_minutes() -> None:
    for seed in SEEDS:
        last: dict[str, int] = {}
        for question in asked(an_afternoon(seed, SetWeather(weather="rain")), "weather"):
            before = last.get(question.resident)
            assert before is None or question.tick - before >= reacting.AGAIN
            last[question.resident] = question.tick


def test_whoever_goes_in_out_of_the_rain_is_under_a_roof() -> None:
    inside = 0
    for seed in SEEDS:
        life = an_afternoon(seed, SetWeather(weather="rain"))
        keys = {question.key for question in asked(life, "weather")}
        for _, event in life.all(e.ActionChosen):
            if event.cause in keys and "waiting for" not in event.activity:
                assert not is_outdoors(life.scenario.world, event.arena)
                inside += 1
    assert inside


@pytest.mark.parametrize("weather", ["clear", "fog"])
def test_a_clear_sky_sends_nobody_in(weather: Weather) -> None:
    question = thing_noticed("idle").model_copy(update={"subject": "weather", "weather": weather})
    answer = minds("rules").answer(question)
    assert isinstance(answer, ReactAnswer)
    assert answer.option == "go_on"


# -- words of danger ------------------------------------------------------------------------------------------------


def test_words_of_danger_from_a_visitor_ask_for_a_reaction_and_small_talk_does_not() -> None:
    fire = asked(an_afternoon(1, told("marta", "Help! The café is on fire!")), "speech")
    assert fire
    assert fire[0].resident == "marta"
    assert "on fire" in fire[0].noticed
    assert fire[0].person is not None
    assert fire[0].person.id == VERA
    assert not asked(an_afternoon(1, told("marta", "What a lovely day it is.")), "speech")


def test_somebody_who_is_told_of_a_fire_does_something_about_it() -> None:
    done = [
        choice
        for seed in SEEDS
        for life in [an_afternoon(seed, told("marta", "Help! The café is on fire!"))]
        for choice in chosen(life, asked(life, "speech"))
    ]
    assert set(done) - {"go_on"}


def test_the_same_shout_again_is_no_new_question() -> None:
    shout = told("marta", "Help! The café is on fire!")
    life = live(
        brook_lane(), seed=1, ticks=AFTERNOON + 120, inputs=[(AFTERNOON, shout), (AFTERNOON + 20, shout)]
    )
    assert len([q for q in asked(life, "speech") if q.resident == "marta"]) == 1


def test_the_word_of_somebody_who_is_not_trusted_counts_for_nothing() -> None:
    question = thing_noticed("on fire").model_copy(
        update={"subject": "speech", "person": a_person("Ben Carter", closeness=-0.6)}
    )
    answer = minds("rules").answer(question)
    assert isinstance(answer, ReactAnswer)
    assert answer.option == "go_on"
    assert "believe" in answer.reason


# -- in the middle of a talk ----------------------------------------------------------------------------------------


def fire_noticed(town: Town, resident: str, *options: Option) -> React:
    """The question that the fire puts before one who has just seen it."""
    recall = Recall(())
    memory = recall.notebook(town.view(), resident).note(
        "The bed of cleo is on fire.",
        "observation",
        e.Source(by="perception"),
        about=(f"{ROOM}:bed of cleo",),
    )
    town.emit(memory)
    go_on = Option(id="go_on", target=None, text="go on")
    return thing_noticed("on fire").model_copy(
        update={
            "key": "react:ana", "resident": resident, "persona": town.scenario.personas[resident],
            "noticed": memory.text, "noticed_memory": memory.id, "options": (go_on, *options),
        }
    )  # fmt: skip


def talking() -> Town:
    town = a_town("ana", "ben", "cleo")
    talks.start_talk(town, Converse("ana", "ben", cause="react"))
    return town


def test_whoever_runs_from_a_talk_says_why_and_the_other_knows_it_then() -> None:
    town = talking()
    question = fire_noticed(town, "ana", Option(id="leave", target=None, text="leave"))
    word, act = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="leave"))
    assert isinstance(word, Utter)
    assert isinstance(act, Act)
    assert "on fire" in word.text
    assert word.ends
    assert word.tells == (question.noticed_memory,)
    talks.utter(town, word)
    heard = [ev for ev in town.happened if isinstance(ev, e.Remembered) and ev.resident == "ben"]
    assert [(ev.source.by, ev.source.who) for ev in heard] == [("speaker", "ana")]


def test_a_warning_in_a_talk_is_a_line_of_it_and_does_not_end_it() -> None:
    town = talking()
    question = fire_noticed(town, "ana", Option(id="warn:ben", target="ben", text="tell Ben"))
    (word,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="warn:ben"))
    assert isinstance(word, Utter)
    assert not word.ends
    talks.utter(town, word)
    assert town.state.residents["ana"].talk is not None


def test_nobody_says_the_same_warning_twice_in_a_talk() -> None:
    town = talking()
    question = fire_noticed(town, "ana", Option(id="warn:ben", target="ben", text="tell Ben"))
    (word,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="warn:ben"))
    assert isinstance(word, Utter)
    talks.utter(town, word)
    assert reacting.take(Recall(()), town.view(), question, ReactAnswer(option="warn:ben")) == []


def test_alone_one_leaves_without_a_word() -> None:
    town = a_town("ana", "ben", "cleo")
    question = fire_noticed(town, "ana", Option(id="leave", target=None, text="leave"))
    (act,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="leave"))
    assert isinstance(act, Act)


def test_a_stove_that_burns_breaks_up_a_talk_beside_it() -> None:
    interrupted = 0
    scenario = brook_lane()
    for seed in SEEDS:
        before = live(scenario, seed=seed, ticks=AFTERNOON)
        for tick, started in before.all(e.TalkStarted):
            things = [t for t in scenario.world.objects.values() if t.arena == started.arena]
            if not things or tick + 12 >= AFTERNOON:
                continue
            burning = SetObject(object=things[0].id, state="on fire")
            life = live(scenario, seed=seed, ticks=tick + 60, inputs=[(tick + 12, burning)])
            about = [q for q in asked(life, "object") if "on fire" in q.noticed]
            interrupted += any(q.resident in started.participants for q in about)
            words = [ev.text for _, ev in life.all(e.Said) if ev.text.startswith(("Excuse me!", "Listen!"))]
            assert len(words) == len(set(words))
            break
    assert interrupted


# -- waiting, and planning anew -------------------------------------------------------------------------------------


def planning_town() -> Town:
    town = a_town("ana", "ben")
    block = {"activity": "resting", "need": "rest", "emoji": "🪑", "arena": ROOM}
    blocks = (Block(start=0, end=3000, **block), Block(start=3000, end=6000, **block))
    town.emit(e.DayPlanned(resident="ana", day=0, blocks=blocks))
    town.open_tick(100)
    return town


def test_a_change_of_plan_asks_for_the_rest_of_the_day_and_says_why() -> None:
    town = planning_town()
    question = fire_noticed(town, "ana", Option(id="replan", target=None, text="plan anew"))
    (ask,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="replan"))
    assert isinstance(ask, Ask)
    assert isinstance(ask.question, PlanDay)
    assert ask.question.because == question.noticed


def test_a_day_that_is_being_planned_anew_is_not_asked_for_again() -> None:
    town = planning_town()
    question = fire_noticed(town, "ana", Option(id="replan", target=None, text="plan anew"))
    (ask,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="replan"))
    assert isinstance(ask, Ask)
    town.ask(ask)
    assert reacting.take(Recall(()), town.view(), question, ReactAnswer(option="replan")) == []


def test_whoever_waits_stays_where_it_is() -> None:
    town = planning_town()
    question = fire_noticed(town, "ana", Option(id="wait", target=None, text="wait"))
    (act,) = reacting.take(Recall(()), town.view(), question, ReactAnswer(option="wait"))
    assert isinstance(act, Act)
    assert act.action.arena == view_of(town).arena_of("ana")


def view_of(town: Town) -> View:
    return town.view()


def test_an_announcement_that_a_place_is_closed_changes_plans() -> None:
    closed = Announce(text="The café is closed today because of a broken pipe.")
    done: set[str] = set()
    because: set[str] = set()
    for seed in SEEDS:
        life = an_afternoon(seed, closed)
        done |= set(chosen(life, asked(life, "announcement")))
        because |= {event.because for _, event in life.all(e.DayPlanned) if event.because}
    assert "replan" in done
    assert any("closed" in reason for reason in because)


def test_whoever_is_told_to_stay_stays() -> None:
    wait = Option(id="wait", target=None, text="wait")
    question = thing_noticed("idle", a_persona()).model_copy(
        update={
            "subject": "announcement",
            "noticed": "There was an announcement: “Danger of flooding, stay where you are!”",
        }
    )
    answer = minds("rules").answer(question.model_copy(update={"options": (*question.options, wait)}))
    assert isinstance(answer, ReactAnswer)
    assert answer.option == "wait"
