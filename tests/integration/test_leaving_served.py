"""Somebody leaves a town that people visit, that has branches, that is undone: through the API, as the page does it."""

from __future__ import annotations

import pytest

from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_directed_town import NOON, Directed, Json
from tests.integration.served import Served

EVE = "visitor:eve"
GONE = {"kind": "remove_resident", "resident": "walter"}
EDITED = {"kind": "edit_persona", "resident": "marta", "age": 71, "traits": ["gruff"]}


def words(text: str, to: str = "walter") -> Json:
    return {"kind": "speak", "visitor": EVE, "name": "Eve", "to": to, "text": text}


def branch(directed: Directed, key: str, **wish: object) -> Directed:
    """A branch of it, made as the page makes one."""
    answer = directed.backend.http.post(f"/api/towns/{directed.id}/branches", json={"key": key, **wish})
    assert answer.status_code == 201, answer.text
    made = Directed.__new__(Directed)
    made.backend, made.database, made.id = directed.backend, directed.database, answer.json()["id"]
    return made


def test_a_visitor_who_talks_with_it_loses_nothing_but_the_answer(directed: Directed) -> None:
    directed.done({"kind": "set_mind", "resident": "walter", "mind": "model"})
    directed.done(words("Good morning!"))
    (open_question,) = [one for one in directed.state()["questions"].values() if one["question"] == "answer"]
    directed.done(GONE)
    lapsed = [one for one in directed.events("answer_lapsed") if one["key"] == open_question["key"]]
    assert [one["reason"] for one in lapsed] == ["Walter Castellane has left the town for good"]
    refused = directed.send(words("Are you there?"))
    assert (refused["status"], refused["error"]) == ("refused", "ResidentGone")
    assert "choose somebody who lives here" in refused["reason"]
    directed.done(words("Have you seen Walter?", to="marta"))
    said = [one for one in directed.events("said") if EVE in one["to"]]
    assert said[-1]["speaker"] == "marta"
    directed.take_in(upto=NOON + 300)
    assert directed.tick() == NOON + 300


def test_its_past_can_be_read_as_ever_and_now_it_is_not_there(directed: Directed) -> None:
    before = directed.get("residents/walter")
    gone = directed.done(GONE)["stamp"]["tick"]
    directed.take_in(upto=NOON + 60)
    assert directed.get(f"residents/walter?at={gone - 1}")["name"] == before["name"]
    assert directed.get(f"residents/walter/plan?at={gone - 1}")["blocks"]
    assert directed.get("residents/walter/memories")["memories"]
    assert directed.get("residents/walter/recollections?q=breakfast")
    now = directed.backend.http.get(f"/api/towns/{directed.id}/residents/walter")
    assert (now.status_code, now.json()["type"]) == (404, "/problems/resident-not-there")
    assert "walter" not in {
        one["id"] for one in directed.backend.http.get(f"/api/towns/{directed.id}/residents").json()
    }


def test_who_was_rewritten_is_told_as_it_is_now_and_as_it_was_then(directed: Directed) -> None:
    done = directed.done(EDITED)["stamp"]["tick"]
    directed.take_in(upto=NOON + 60)
    now, then = directed.get("residents/marta"), directed.get(f"residents/marta?at={done - 1}")
    persona = brook_lane().personas["marta"]
    assert (now["age"], now["traits"]) == (71, ["gruff"])
    assert (then["age"], tuple(then["traits"])) == (persona.age, persona.traits)
    shown = {one["id"]: one for one in directed.get("scenario")["residents"]}
    assert shown["marta"]["age"] == persona.age, "what was rewritten is in the town's state"
    assert directed.state()["persona_edits"]["marta"]["age"] == 71


def test_a_fork_of_a_fork_of_a_running_town_goes_its_own_way(
    backend: Served, database: Database, noon: str
) -> None:
    directed = Directed(backend, database, noon)
    directed.take_in(upto=NOON + 30)
    child = branch(directed, f"{directed.id}-child")
    child.done(EDITED)
    child.take_in(upto=NOON + 60)
    grandchild = branch(child, f"{directed.id}-grandchild")
    of_parents = directed.log(), child.log()
    assert grandchild.log() == child.log()
    grandchild.done(GONE)
    grandchild.take_in(upto=NOON + 120)
    assert (directed.log(), child.log()) == of_parents
    there = [set(one.state()["residents"]) for one in (directed, child, grandchild)]
    assert there[0] == there[1] == there[2] | {"walter"}
    ages = [one.get("residents/marta")["age"] for one in (directed, child, grandchild)]
    assert ages == [brook_lane().personas["marta"].age, 71, 71]


@pytest.mark.parametrize("given", [GONE, EDITED], ids=lambda given: given["kind"])
def test_undone_it_never_was(directed: Directed, given: Json) -> None:
    sent = directed.done(given)
    directed.take_in(upto=NOON + 60)
    undone = branch(directed, f"{directed.id}-undone", undo=sent["id"])
    undone.take_in(upto=NOON + 60)
    state = undone.state()
    assert "walter" in state["residents"]
    assert (state["departed"], state["persona_edits"]) == ({}, {})
    never = branch(directed, f"{directed.id}-never", tick=sent["stamp"]["tick"] - 1)
    never.take_in(upto=NOON + 60)
    assert never.log() == undone.log()
