"""Moments of a town's life are marked with a note, by directors, for everybody."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain.roles import Role
from backend.store.journal import Batch, Head
from backend.store.people.tokens import mint_token
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from tests.small_town import a_life, a_scenario

SCENARIO = a_scenario("ana", "ben")
TICKS = 60
Json = dict[str, Any]


@pytest.fixture
def town(found_town: FoundTown, lead: Lead) -> str:
    found, log = found_town(SCENARIO), a_life(SCENARIO, ticks=TICKS)
    lead(found).commit(Batch(head=Head(TICKS, log[-1].order, log[-1].seq), events=log))
    return found


def a_bookmark(**more: Any) -> Json:
    return {"key": "b", "tick": 30, "note": "Here it starts.", **more}


def make(backend: Served, town: str, **more: Any) -> Json:
    answer = backend.http.post(f"/api/towns/{town}/bookmarks", json=a_bookmark(**more))
    assert answer.status_code == 201, answer.text
    made: Json = answer.json()
    return made


def listed(backend: Served, town: str) -> list[Json]:
    answer = backend.http.get(f"/api/towns/{town}/bookmarks")
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()
    return found


def test_a_bookmark_is_kept_with_its_note_its_place_and_who_made_it(backend: Served, town: str) -> None:
    later = make(backend, town, key="later", tick=50, note="And here it ends.")
    made = make(backend, town, who="ana", x=310, y=44)
    assert listed(backend, town) == [made, later]
    assert (made["tick"], made["note"], made["author"]) == (30, "Here it starts.", "the tests")
    assert (made["who"], made["x"], made["y"]) == ("ana", 310, 44)
    assert (later["who"], later["x"], later["y"]) == (None, None, None)
    marks = backend.http.get(f"/api/towns/{town}/timeline").json()["marks"]
    assert [(mark["kind"], mark["tick"], mark["what"], mark["who"]) for mark in marks] == [
        ("bookmark", 30, "Here it starts.", ["ana"]),
        ("bookmark", 50, "And here it ends.", []),
    ]


def test_sent_twice_it_is_made_once(backend: Served, town: str) -> None:
    made = make(backend, town)
    again = backend.http.post(f"/api/towns/{town}/bookmarks", json=a_bookmark())
    assert (again.status_code, again.json()) == (200, made)
    other = backend.http.post(f"/api/towns/{town}/bookmarks", json=a_bookmark(tick=31))
    assert (other.status_code, other.json()["type"]) == (409, "/problems/key-reused")
    assert listed(backend, town) == [made]


def test_it_is_reworded_and_removed(backend: Served, town: str) -> None:
    address = f"/api/towns/{town}/bookmarks/{make(backend, town)['id']}"
    assert backend.http.put(address, json={"note": "There."}).json()["note"] == "There."
    assert [one["note"] for one in listed(backend, town)] == ["There."]
    assert [backend.http.delete(address).status_code for _ in range(2)] == [204, 204]
    assert listed(backend, town) == []
    gone = backend.http.put(address, json={"note": "Nowhere."})
    assert (gone.status_code, gone.json()["type"]) == (404, "/problems/unknown-bookmark")


def test_the_digest_knows_of_no_bookmark(backend: Served, town: str) -> None:
    before = backend.http.get(f"/api/towns/{town}/digest").json()
    make(backend, town)
    assert backend.http.get(f"/api/towns/{town}/digest").json() == before


def test_a_branch_has_the_bookmarks_up_to_its_fork_and_keeps_its_own(backend: Served, town: str) -> None:
    early, _ = make(backend, town, key="early", tick=10), make(backend, town, key="late", tick=50)
    wish = {"name": "What if", "tick": 30, "key": "fork"}
    answer = backend.http.post(f"/api/towns/{town}/branches", json=wish)
    assert answer.is_success, answer.text
    branch = answer.json()["id"]
    own = make(backend, branch, key="own", tick=20)
    assert listed(backend, branch) == [early, own]
    assert own not in listed(backend, town)


def test_viewers_read_them_and_change_none(backend: Served, town: str) -> None:
    made = make(backend, town)
    _, secret = mint_token(backend.database, Role.VIEWER)
    with backend.client(secret) as viewer:
        address = f"/api/towns/{town}/bookmarks"
        assert viewer.get(address).json() == [made]
        assert viewer.post(address, json=a_bookmark(key="mine")).status_code == 403
        assert viewer.delete(f"{address}/{made['id']}").status_code == 403
    assert listed(backend, town) == [made]


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"tick": TICKS + 1}, (409, "tick-not-yet")),
        ({"tick": -1}, (422, "invalid-request")),
        ({"note": " "}, (422, "invalid-request")),
        ({"note": "x" * 1001}, (422, "invalid-request")),
        ({"who": "anna"}, (422, "unknown-resident")),
        ({"x": 3}, (422, "invalid-request")),
        ({"key": "with a blank"}, (422, "invalid-request")),
    ],
)
def test_what_does_not_fit_is_named(
    backend: Served, town: str, wrong: Json, expected: tuple[int, str]
) -> None:
    answer = backend.http.post(f"/api/towns/{town}/bookmarks", json=a_bookmark(**wrong))
    assert (answer.status_code, answer.json()["type"].removeprefix("/problems/")) == expected
    assert listed(backend, town) == []
