"""Somebody leaves a town that people visit, that has branches, that is undone: through the API, as the page does it."""

from __future__ import annotations

import pytest

from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import found, live_to
from tests.integration.a_directed_town import NOON, Directed, Json
from tests.integration.served import Served

EVE = "visitor:eve"
GONE = {"kind": "remove_resident", "resident": "walter"}
EDITED = {"kind": "edit_persona", "resident": "marta", "age": 71, "traits": ["gruff"]}


@pytest.fixture(scope="module")
def noon(database: Database) -> str:
    town = found(database, brook_lane())
    live_to(database, town, NOON)
    return town


@pytest.fixture
def town(backend: Served, database: Database, noon: str) -> Directed:
    return Directed(backend, database, noon)


def words(text: str, to: str = "walter") -> Json:
    return {"kind": "speak", "visitor": EVE, "name": "Eve", "to": to, "text": text}


def branch(town: Directed, key: str, **wish: object) -> Directed:
    """A branch of it, made as the page makes one."""
    answer = town.backend.http.post(f"/api/towns/{town.id}/branches", json={"key": key, **wish})
    assert answer.status_code == 201, answer.text
    made = Directed.__new__(Directed)
    made.backend, made.database, made.id = town.backend, town.database, answer.json()["id"]
    return made


def test_a_visitor_who_talks_with_it_loses_nothing_but_the_answer(town: Directed) -> None:
    town.done({"kind": "set_mind", "resident": "walter", "mind": "model"})
    town.done(words("Good morning!"))
    (open_question,) = [one for one in town.state()["questions"].values() if one["question"] == "answer"]
    town.done(GONE)
    lapsed = [one for one in town.events("answer_lapsed") if one["key"] == open_question["key"]]
    assert [one["reason"] for one in lapsed] == ["Walter Castellane has left the town for good"]
    refused = town.send(words("Are you there?"))
    assert (refused["status"], refused["error"]) == ("refused", "ResidentGone")
    assert "choose somebody who lives here" in refused["reason"]
    town.done(words("Have you seen Walter?", to="marta"))
    said = [one for one in town.events("said") if EVE in one["to"]]
    assert said[-1]["speaker"] == "marta"
    town.take_in(upto=NOON + 300)
    assert town.tick() == NOON + 300


def test_its_past_can_be_read_as_ever_and_now_it_is_not_there(town: Directed) -> None:
    before = town.get("residents/walter")
    gone = town.done(GONE)["stamp"]["tick"]
    town.take_in(upto=NOON + 60)
    assert town.get(f"residents/walter?at={gone - 1}")["name"] == before["name"]
    assert town.get(f"residents/walter/plan?at={gone - 1}")["blocks"]
    assert town.get("residents/walter/memories")["memories"]
    assert town.get("residents/walter/recollections?q=breakfast")
    now = town.backend.http.get(f"/api/towns/{town.id}/residents/walter")
    assert (now.status_code, now.json()["type"]) == (404, "/problems/resident-not-there")
    assert "walter" not in {
        one["id"] for one in town.backend.http.get(f"/api/towns/{town.id}/residents").json()
    }


def test_who_was_rewritten_is_told_as_it_is_now_and_as_it_was_then(town: Directed) -> None:
    done = town.done(EDITED)["stamp"]["tick"]
    town.take_in(upto=NOON + 60)
    now, then = town.get("residents/marta"), town.get(f"residents/marta?at={done - 1}")
    persona = brook_lane().personas["marta"]
    assert (now["age"], now["traits"]) == (71, ["gruff"])
    assert (then["age"], tuple(then["traits"])) == (persona.age, persona.traits)
    shown = {one["id"]: one for one in town.get("scenario")["residents"]}
    assert shown["marta"]["age"] == persona.age, "what was rewritten is in the town's state"
    assert town.state()["persona_edits"]["marta"]["age"] == 71


def test_a_fork_of_a_fork_of_a_running_town_goes_its_own_way(
    backend: Served, database: Database, noon: str
) -> None:
    town = Directed(backend, database, noon)
    town.take_in(upto=NOON + 30)
    child = branch(town, f"{town.id}-child")
    child.done(EDITED)
    child.take_in(upto=NOON + 60)
    grandchild = branch(child, f"{town.id}-grandchild")
    of_parents = town.log(), child.log()
    assert grandchild.log() == child.log()
    grandchild.done(GONE)
    grandchild.take_in(upto=NOON + 120)
    assert (town.log(), child.log()) == of_parents
    there = [set(one.state()["residents"]) for one in (town, child, grandchild)]
    assert there[0] == there[1] == there[2] | {"walter"}
    ages = [one.get("residents/marta")["age"] for one in (town, child, grandchild)]
    assert ages == [brook_lane().personas["marta"].age, 71, 71]


@pytest.mark.parametrize("given", [GONE, EDITED], ids=lambda given: given["kind"])
def test_undone_it_never_was(town: Directed, given: Json) -> None:
    sent = town.done(given)
    town.take_in(upto=NOON + 60)
    undone = branch(town, f"{town.id}-undone", undo=sent["id"])
    undone.take_in(upto=NOON + 60)
    state = undone.state()
    assert "walter" in state["residents"]
    assert (state["departed"], state["persona_edits"]) == ({}, {})
    never = branch(town, f"{town.id}-never", tick=sent["stamp"]["tick"] - 1)
    never.take_in(upto=NOON + 60)
    assert never.log() == undone.log()
