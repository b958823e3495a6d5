"""What the built-in game master makes of what directors ask for."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.domain.events import Effect, PlaceShuts, ThingBecomes, WeatherTurns, WordsGoRound
from backend.domain.questions import Adjudicate, AdjudicateAnswer, InvalidAnswer, read_answer
from backend.domain.state import initial_state
from backend.domain.view import View
from tests.a_life import brook_lane
from tests.requests_of_directors import ALL, MACHINE, SHUT, SKY, TABLE, Asked
from worker.cognition.adjudicating import judge
from worker.minds import minds


@cache
def noon() -> View:
    scenario = brook_lane()
    return View(scenario, initial_state(scenario), 7, 1800)


def put(text: str) -> Adjudicate:
    question = judge(noon(), "request:1800.0", text, "adjudicate:game:master@1800.0", None).question
    assert isinstance(question, Adjudicate)
    return question


def judged(text: str) -> AdjudicateAnswer:
    question = put(text)
    answer = minds("rules").answer(question)
    return read_answer(question, answer.model_dump(mode="json"))  # type: ignore[return-value]


def changes(effects: tuple[Effect, ...]) -> dict[str, str]:
    """As the table has them."""
    told = {}
    for effect in effects:
        if isinstance(effect, ThingBecomes):
            told[effect.object] = effect.state
        elif isinstance(effect, WordsGoRound):
            told[effect.place or ALL] = effect.text
        elif isinstance(effect, PlaceShuts):
            told[f"{SHUT} {effect.place}"] = effect.why
        else:
            assert isinstance(effect, WeatherTurns)
            told[SKY] = effect.weather
    return told


@pytest.mark.parametrize("asked", TABLE, ids=lambda asked: asked.text)
def test_each_request_gets_its_verdict_and_changes_just_that(asked: Asked) -> None:
    answer = judged(asked.text)
    assert (answer.verdict, changes(answer.effects)) == (asked.verdict, asked.changes), answer.reason


def test_the_table_is_of_mixed_sense() -> None:
    assert len(TABLE) >= 40
    for verdict, least in {"allowed": 12, "altered": 6, "refused": 15}.items():
        assert sum(asked.verdict == verdict for asked in TABLE) >= least


@pytest.mark.parametrize("asked", TABLE, ids=lambda asked: asked.text)
def test_no_reason_holds_what_a_resident_keeps_to_itself(asked: Asked) -> None:
    """The question holds nothing of it, so that no mind could give it away."""
    put_before_it = put(asked.text).model_dump_json() + judged(asked.text).model_dump_json()
    for persona in brook_lane().personas.values():
        for kept in (persona.about, persona.currently, *persona.memories, *(k.note for k in persona.knows)):
            assert not kept or kept not in put_before_it


def test_the_same_request_is_judged_the_same() -> None:
    assert [judged(asked.text) for asked in TABLE] == [judged(asked.text) for asked in TABLE]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([w for asked in TABLE for w in asked.text.split()]), max_size=30).map(" ".join)
)
def test_whatever_words_are_put_together_the_verdict_fits_its_question(text: str) -> None:
    judged(text[:1000] or "x")


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=1000))
def test_whatever_is_written_gets_a_verdict(text: str) -> None:
    assert judged(text).reason


def test_a_long_request_is_judged_quickly_and_changes_no_more_than_eight_things() -> None:
    answer = judged(". ".join(f"table {n % 5 + 1} is {'very ' * (n % 3)}wet" for n in range(40))[:1000])
    assert len(answer.effects) <= 8
    assert judged("the the the " * 83).verdict == "refused"
    assert judged("put a " * 160).verdict == "refused"


@pytest.mark.parametrize(
    "answer",
    [
        {"verdict": "allowed", "reason": "Yes."},
        {"verdict": "refused", "reason": "No.", "effects": [{"effect": "weather", "weather": "rain"}]},
        {"verdict": "allowed", "reason": "Yes.", "effects": [{"effect": "thing", "object": "x", "state": "wet"}]},
        {"verdict": "allowed", "reason": "Yes.", "effects": [{"effect": "words", "place": "x", "text": "Hi"}]},
        {"verdict": "allowed", "reason": "Y.", "effects": [{"effect": "thing", "object": MACHINE, "state": "\u202e"}]},
        {"verdict": "allowed", "reason": "Yes.", "effects": [{"effect": "dismiss", "resident": "marta"}]},
        {"verdict": "allowed", "reason": "Yes.", "effects": [{"effect": "thing", "object": MACHINE, "state": s}
                                                             for s in ("wet", "dry")]},
    ],
)  # fmt: skip
def test_no_mind_can_change_what_is_not_in_its_hands(answer: dict[str, object]) -> None:
    with pytest.raises(InvalidAnswer):
        read_answer(put("The coffee machine is broken"), {"kind": "adjudicate", **answer})


def test_a_verdict_with_words_that_no_director_could_send_is_no_verdict() -> None:
    question = put("announce free cake")
    piled = WordsGoRound(text="Free cake a\u0301\u0302\u0303 now.")
    answer = AdjudicateAnswer(verdict="allowed", reason="So be it.", effects=(piled,))
    with pytest.raises(InvalidAnswer, match="an effect that can't be"):
        answer.check(question)
