"""The mind of a resident is changed in a running town, and the next moment goes on with the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from backend.domain.inputs import SetMind
from backend.live.town_id import new_town_id
from backend.store.postgres.database import Database
from backend.store.queues.inputs import get_input, put_input
from backend.store.queues.questions import claim_question, recorded_answers, unclaimed
from backend.store.redis.hints import Hints
from backend.store.town.towns import create_town, get_town
from tests.integration.a_desk import Model, a_desk
from tests.small_town import a_scenario
from worker.answering import Desk, answer_question
from worker.cognition.cognition import Cognition
from worker.engine.live import Workshop, live_slice
from worker.engine.standing_back import StandingBack
from worker.engine.warm import WarmEngines
from worker.minds import minds

MakeShop = Callable[[bool], Workshop]


@pytest.fixture
def hints(redis_url: str) -> Iterator[Hints]:
    opened = Hints(redis_url)
    yield opened
    opened.close()


@pytest.fixture
def shop(database: Database, hints: Hints) -> MakeShop:
    def make(inline: bool) -> Workshop:
        return Workshop(
            database, hints, Cognition, minds, inline, WarmEngines(), StandingBack(), threading.Event()
        )

    return make


def a_town(database: Database, mind: str) -> str:
    town = new_town_id()
    create_town(database, town, a_scenario("ana", "ben"), name="Lane", seed=7, mind=mind, speed=0.0)
    return town


def open_in(database: Database, town: str) -> list[str]:
    return [key for where, key, _ in unclaimed(database, 0.0, 1000) if where == town]


def answer_all(desk: Desk, town: str) -> None:
    for key in open_in(desk.database, town):
        answer_question(desk, town, key)


def minds_of(database: Database, town: str) -> dict[str, set[str]]:
    """By resident: who gave the answers that took effect."""
    found: dict[str, set[str]] = {}
    for answer in recorded_answers(database, town):
        found.setdefault(answer.question.partition(":")[2].partition("@")[0], set()).add(answer.mind)
    return found


@pytest.mark.parametrize("inline", [True, False], ids=["in the engine's process", "through the queue"])
def test_a_town_whose_model_never_answers_goes_on_when_it_is_given_back_to_the_built_in_mind(
    database: Database, hints: Hints, shop: MakeShop, inline: bool
) -> None:
    town, workshop = a_town(database, "model"), shop(inline)
    live_slice(workshop, town, "me", 0.5)
    stood = get_town(database, town)
    assert stood.head_tick > 0
    waits = open_in(database, town)
    assert {key.partition("@")[0] for key in waits} >= {"plan_day:ana", "plan_day:ben"}
    for key in waits:
        assert claim_question(database, town, key, 60) is not None, "a slow model has it"
    live_slice(workshop, town, "me", 0.3)
    assert get_town(database, town).head_tick == stood.head_tick, "it waits, and never guesses"

    number = put_input(database, town, "back", SetMind(resident=None, mind="rules"), None)[0].id
    live_slice(workshop, town, "me", 0.5)
    assert get_input(database, town, number).fate.status == "applied"
    if not inline:
        model = Model()
        answer_all(a_desk(database, hints, model=model), town)
        assert model.asked == []
        live_slice(workshop, town, "me", 0.5)
    assert get_town(database, town).head_tick > stood.head_tick
    assert set(minds_of(database, town)) == {"ana", "ben"}
    assert {mind for by in minds_of(database, town).values() for mind in by} == {"rules"}


def test_one_resident_gets_a_model_while_the_others_keep_the_built_in_mind(
    database: Database, hints: Hints, shop: MakeShop
) -> None:
    town, workshop, model = a_town(database, "rules"), shop(True), Model()
    desk = a_desk(database, hints, model=model)
    put_input(database, town, "ben", SetMind(resident="ben", mind="model"), None)
    rounds = 0
    while not {"ana", "ben"} <= set(minds_of(database, town)):
        live_slice(workshop, town, "me", 0.3)
        answer_all(desk, town)
        rounds += 1
        assert rounds < 20
    assert model.of_towns == {town}
    assert {key.partition(":")[2].partition("@")[0] for key in model.asked} == {"ben"}
    found: Any = minds_of(database, town)
    assert found["ana"] == {"rules"}
    assert "model" in found["ben"]
