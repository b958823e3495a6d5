"""The mind of a resident is changed in a running town, and the next moment goes on with the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from backend.domain.inputs import SetMind
from backend.live.town_id import new_town_id
from backend.store.postgres.database import Database
from backend.store.queues.inputs import get_input, put_input
from backend.store.queues.questions import claim_question, recorded_answers, unclaimed
from backend.store.redis.hints import Hints
from backend.store.town.towns import TownRow, create_town, get_town
from tests.integration.a_desk import Model, a_desk
from tests.small_town import a_scenario
from worker.answering import Desk, answer_question
from worker.engine.live import Workshop, live_slice

MakeShop = Callable[[bool], Workshop]
FIRST_ASKED = {"plan_day:ana", "plan_day:ben"}


@pytest.fixture
def in_shop(shop: Workshop) -> MakeShop:
    return lambda inline: replace(shop, inline=inline)


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


def live_until_it_stands(workshop: Workshop, town: str) -> tuple[list[str], TownRow]:
    """The questions without which it does not go on, and where it is."""
    while True:
        before = get_town(workshop.database, town).head_tick
        live_slice(workshop, town, "me", 1.0)
        waits, row = open_in(workshop.database, town), get_town(workshop.database, town)
        if row.head_tick == before and {key.partition("@")[0] for key in waits} >= FIRST_ASKED:
            return waits, row


@pytest.mark.parametrize("inline", [True, False], ids=["in the engine's process", "through the queue"])
def test_a_town_whose_model_never_answers_goes_on_when_it_is_given_back_to_the_built_in_mind(
    database: Database, hints: Hints, in_shop: MakeShop, inline: bool
) -> None:
    town, workshop = a_town(database, "model"), in_shop(inline)
    waits, stood = live_until_it_stands(workshop, town)
    for key in waits:
        assert claim_question(database, town, key, 600) is not None, "a slow model has it"
    live_slice(workshop, town, "me", 0.3)
    assert get_town(database, town).head_tick == stood.head_tick, "it waits, and never guesses"

    number = put_input(database, town, "back", SetMind(resident=None, mind="rules"), None)[0].id
    model = Model()
    while get_town(database, town).head_tick == stood.head_tick:
        live_slice(workshop, town, "me", 0.3)
        if not inline:
            answer_all(a_desk(database, hints, model=model), town)
    assert get_input(database, town, number).fate.status == "applied"
    assert model.asked == []
    assert set(minds_of(database, town)) == {"ana", "ben"}
    assert {mind for by in minds_of(database, town).values() for mind in by} == {"rules"}


def test_one_resident_gets_a_model_while_the_others_keep_the_built_in_mind(
    database: Database, hints: Hints, in_shop: MakeShop
) -> None:
    town, workshop, model = a_town(database, "rules"), in_shop(True), Model()
    desk = a_desk(database, hints, model=model)
    put_input(database, town, "ben", SetMind(resident="ben", mind="model"), None)
    rounds = 0
    while not {"ana", "ben"} <= set(minds_of(database, town)):
        live_slice(workshop, town, "me", 0.3)
        answer_all(desk, town)
        rounds += 1
        assert rounds < 200
    assert model.of_towns == {town}
    assert {key.partition(":")[2].partition("@")[0] for key in model.asked} == {"ben"}
    found: Any = minds_of(database, town)
    assert found["ana"] == {"rules"}
    assert "model" in found["ben"]
