"""A secret planted in one resident stays with it until it is told, and then with those who heard it."""

from __future__ import annotations

from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY
from backend.scenarios import load_scenario
from tests.a_life import live
from tests.a_scenario_copy import SCENARIOS
from tests.canary import KEPT, OWN, TOLD, Canary, Leak, with_canary
from worker.minds.model.prompting import render

OWNERS = {"brook_lane": "jonah", "the_ville": "klaus"}

pytestmark = pytest.mark.timeout(900)


@cache
def a_day(town: str) -> Canary:
    owner = OWNERS[town]
    scenario = with_canary(load_scenario(SCENARIOS / town), owner)
    return Canary(live(scenario, seed=11, ticks=TICKS_PER_DAY), owner)


def first(leaks: list[Leak]) -> list[str]:
    return [str(leak) for leak in leaks[:5]]


@pytest.mark.parametrize("town", OWNERS)
def test_no_secret_is_in_anything_of_somebody_who_was_not_told(town: str) -> None:
    canary = a_day(town)
    assert len(canary.life.answers) > 0.9 * len(canary.life.questions)
    assert first(list(canary.leaks())) == []


@pytest.mark.parametrize("town", OWNERS)
def test_no_secret_is_in_a_model_s_prompt_to_somebody_who_was_not_told_and_it_is_to_those_who_were(
    town: str,
) -> None:
    canary = a_day(town)
    leaks: list[Leak] = []
    prompted: set[str] = set()
    for question in canary.life.questions.values():
        prompt = "\n".join(message.text for message in render(question, with_schema=True))
        where = f"the prompt for {question.key}"
        leaks += canary.check(question.resident, question.tick, prompt, where)
        if TOLD in prompt.lower():
            prompted.add(question.resident)
    assert first(leaks) == []
    assert prompted - {canary.owner}


@pytest.mark.parametrize("town", OWNERS)
def test_what_is_told_is_before_the_minds_of_those_who_were_told(town: str) -> None:
    canary = a_day(town)
    remember = {memory.resident for _, memory in canary.life.all(e.Remembered) if memory.news == "canary"}
    addressed = {
        listener
        for _, line in canary.life.all(e.Said)
        for listener in line.to
        if any(memory.startswith(f"{canary.owner}@0.") for memory in line.tells) and TOLD in line.text.lower()
    }
    assert addressed
    assert addressed | {canary.owner} <= remember <= {*canary.told(TOLD), canary.owner}
    asked = {
        question.resident
        for question in canary.life.questions.values()
        if TOLD in question.model_dump_json().lower()
    }
    assert asked >= {who for who in addressed if _was_asked_later(canary, who)}


@pytest.mark.parametrize("town", OWNERS)
def test_somebody_is_not_told_and_the_owner_itself_has_its_secret_in_mind(town: str) -> None:
    canary = a_day(town)
    assert set(canary.life.scenario.personas) - set(canary.told(KEPT)) - {canary.owner}
    for word in (TOLD, KEPT, OWN):
        own = [q for q in canary.life.questions.values() if q.resident == canary.owner]
        assert any(word in q.model_dump_json(exclude={"persona"}).lower() or word == OWN for q in own), word
        assert all(OWN in q.model_dump_json().lower() for q in own)


def _was_asked_later(canary: Canary, resident: str) -> bool:
    """Whether the resident still had to speak, or to think back on a talk, after it was told."""
    since = canary.since[TOLD, resident]
    questions = [q for q in canary.life.questions.values() if q.resident == resident and q.tick > since]
    return any(question.kind in ("say", "digest") for question in questions)


def test_a_secret_that_a_mind_could_not_have_is_found() -> None:
    """The check itself: the question of one who was told, put before one who was not."""
    canary = a_day("the_ville")
    strangers = set(canary.life.scenario.personas) - set(canary.told(TOLD)) - {canary.owner}
    stranger = min(strangers)
    told = next(q for q in canary.life.questions.values() if TOLD in q.model_dump_json().lower())
    assert not list(canary.check(told.resident, told.tick, told.model_dump_json(), told.key))
    leaks = list(canary.check(stranger, told.tick, told.model_dump_json(), told.key))
    assert TOLD in {leak.word for leak in leaks}
