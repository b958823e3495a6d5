"""How a model is asked to be the game master, and what it can answer."""

from __future__ import annotations

import json

import pytest

from backend.domain.questions import Adjudicate, InvalidAnswer
from tests.requests_of_directors import MACHINE, TABLE, Asked
from tests.unit.test_game_masters_verdicts import put
from worker.minds import minds
from worker.minds.model.prompting import render
from worker.minds.model.wire import read, write

MOST_TOKENS = 1400
"""By len / 4."""


@pytest.mark.parametrize("asked", TABLE, ids=lambda asked: asked.text)
def test_each_verdict_comes_back_from_the_wire_as_it_was(asked: Asked) -> None:
    question = put(asked.text)
    answer = minds("rules").answer(question)
    assert read(question, json.loads(json.dumps(write(question, answer)))) == answer


@pytest.mark.parametrize("asked", TABLE, ids=lambda asked: asked.text)
def test_the_game_master_is_told_the_rules_once_and_the_request_as_data(asked: Asked) -> None:
    system, user = render(put(asked.text))
    assert system == render(put("Make it rain"))[0]
    assert (len(system.text) + len(user.text)) // 4 < MOST_TOKENS
    assert user.text.count("<request>") == user.text.count("</request>") == 1
    assert user.text.endswith("\n</request>")


def test_a_request_for_everything_is_put_within_its_size() -> None:
    text = "the kitchen table bed stove bench wardrobe desk sink toilet fridge garden room " * 12
    system, user = render(put(text[:1000]))
    assert (len(system.text) + len(user.text)) // 4 < 2 * MOST_TOKENS


def test_nobodys_persona_stands_before_it() -> None:
    system, user = render(put("Marta breaks the coffee machine"))
    assert "<resident>" not in system.text
    assert "Marta" not in system.text
    assert "\nMarta Oyelaran\n" in user.text


def a_question() -> Adjudicate:
    return put("The coffee machine in the Blue Kettle is broken")


def test_what_a_model_refuses_changes_nothing_whatever_it_adds() -> None:
    wet = {"kind": "weather", "target": None, "value": "rain"}
    document = {"reason": "No.", "verdict": "refused", "effects": [wet]}
    assert read(a_question(), document).effects == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "effect",
    [
        {"kind": "thing", "target": "t99", "value": "broken"},
        {"kind": "thing", "target": None, "value": "broken"},
        {"kind": "thing", "target": "t1", "value": ""},
        {"kind": "thing", "target": "t1", "value": "x" * 81},
        {"kind": "weather", "target": None, "value": "hurricane"},
        {"kind": "words", "target": "the moon", "value": "Hello"},
        {"kind": "resident", "target": "marta", "value": "leaves"},
    ],
)
def test_a_model_can_change_nothing_that_was_not_put_before_it(effect: dict[str, object]) -> None:
    with pytest.raises(InvalidAnswer):
        read(a_question(), {"reason": "Yes.", "verdict": "allowed", "effects": [effect]})


def test_a_model_names_things_by_their_handles() -> None:
    effect = {"kind": "thing", "target": "t1", "value": "broken"}
    answer = read(a_question(), {"reason": "Yes.", "verdict": "allowed", "effects": [effect]})
    assert answer.effects[0].object == MACHINE  # type: ignore[union-attr]
