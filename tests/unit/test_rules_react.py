"""What residents with the rules mind do about things and announcements that they notice."""

from __future__ import annotations

import pytest

from backend.domain.questions import Option, ReactAnswer, ReflectAnswer
from tests.unit.a_question import (
    EVERY_OPTION,
    a_memory,
    a_persona,
    reflect_question,
    thing_noticed,
)
from worker.minds import UnknownMind, minds

MIND = minds("rules")

ALARMING = (
    "leaking gas", "covered in ants", "on fire", "smashed to pieces", "making a strange grinding noise", "flooded",
    "crawling with rats", "glowing green", "smeared with blood", "frozen solid", "melting", "sprouting feathers",
)  # fmt: skip
TEMPERS = (("anxious", "shy"), ("brave", "curious"), ("grumpy", "lazy"), ("kind", "talkative"), ())


def reaction(state: str, *traits: str, **changes: object) -> ReactAnswer:
    answer = MIND.answer(thing_noticed(state, a_persona(traits=traits), **changes))  # type: ignore[arg-type]
    assert isinstance(answer, ReactAnswer)
    return answer


@pytest.mark.parametrize("state", ALARMING)
@pytest.mark.parametrize("traits", TEMPERS)
def test_nobody_passes_by_trouble_whatever_the_temper(state: str, traits: tuple[str, ...]) -> None:
    answer = reaction(state, *traits)
    assert answer.option in ("look_into", "leave")
    assert answer.cites == ("m:stove",)
    assert answer.reason.endswith(".")
    assert answer.emoji
    assert state in answer.activity


@pytest.mark.parametrize("state", ["polished", "repaired", "freshly painted", "clean and tidy", "half full"])
@pytest.mark.parametrize("traits", TEMPERS)
def test_a_polished_thing_alarms_nobody(state: str, traits: tuple[str, ...]) -> None:
    assert reaction(state, *traits).option == "go_on"


def test_what_somebody_does_about_a_thing_reads_well() -> None:
    assert reaction("covered in ants").activity == "looking into the stove that is covered in ants"


def test_the_brave_look_and_the_fearful_leave() -> None:
    def looks(*traits: str) -> int:
        return sum(reaction("on fire", *traits, seed=seed).option == "look_into" for seed in range(100))

    assert looks("brave", "curious") > 60 > 50 > looks("anxious", "cautious")


def test_others_are_warned_of_danger() -> None:
    warn = Option(id="warn:ben", target="ben", text="tell Ben Carter about it")
    chosen = {
        reaction("on fire", "kind", options=(*EVERY_OPTION, warn), seed=seed).option for seed in range(40)
    }
    assert "warn:ben" in chosen


def test_without_any_other_choice_one_goes_on() -> None:
    assert reaction("on fire", options=(EVERY_OPTION[0],)).option == "go_on"


def test_danger_wakes_a_sleeper_and_curiosity_does_not() -> None:
    assert reaction("on fire", activity="sleeping").option != "go_on"
    assert reaction("wearing a hat", activity="sleeping").option == "go_on"


def announced(text: str) -> str:
    question = thing_noticed("idle").model_copy(
        update={"noticed": f"There was an announcement: “{text}”", "subject": "announcement", "state": ""}
    )
    answer = MIND.answer(question)
    assert isinstance(answer, ReactAnswer)
    return answer.option


def test_an_alarm_makes_people_leave_and_an_invitation_does_not() -> None:
    assert announced("There is a fire in the workshop!") == "leave"
    assert announced("Everybody may dance at the pond on Saturday.") == "go_on"


# -- reflecting -------------------------------------------------------------------------------------------------------


def test_insights_rest_on_the_memories_they_cite() -> None:
    memories = (
        a_memory("Ana Ruiz and Ben Carter talked about work.", "m:1", memory="conversation", about=("ben",)),
        a_memory("Ben Carter is kneading dough at the café.", "m:2", about=("ben",)),
        a_memory(
            "Ana Ruiz and Ben Carter talked about the fair.", "m:3", memory="conversation", about=("ben",)
        ),
        a_memory(
            "The old bandstand will be torn down on Friday.",
            "m:4",
            news="bandstand",
            told_by="Ben Carter",
            importance=7,
        ),
        a_memory("The stove in the workshop is leaking gas.", "m:5", importance=8),
    )
    answer = MIND.answer(reflect_question(*memories))
    assert isinstance(answer, ReflectAnswer)
    assert 2 <= len(answer.insights) <= 5
    by_text = {insight.text: insight.because for insight in answer.insights}
    assert any("Ben Carter" in text and {"m:1", "m:3"} <= set(because) for text, because in by_text.items())
    assert any("bandstand" in text and because == ("m:4",) for text, because in by_text.items())
    assert any("stove" in text and "m:5" in because for text, because in by_text.items())


def test_without_memories_there_is_nothing_to_reflect_on() -> None:
    answer = MIND.answer(reflect_question())
    assert isinstance(answer, ReflectAnswer)
    assert answer.insights == ()


def test_one_memory_is_enough_for_a_thought() -> None:
    answer = MIND.answer(reflect_question(a_memory("Ana Ruiz lost her keys.", importance=4)))
    assert isinstance(answer, ReflectAnswer)
    assert [insight.because for insight in answer.insights] == [("m:1",)]


def test_an_unknown_mind_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownMind, match="rules"):
        minds("oracle")
