"""A director takes the word from a visitor, shows it out of a town, and lets it in again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx
import pytest

from backend.api.edge.access import Principal
from backend.api.parts import Parts
from backend.domain.roles import Role
from backend.store.people.moderations import moderate
from backend.store.people.tokens import mint_token
from backend.store.queues.inputs import list_inputs
from backend.store.town.towns import create_town
from tests.integration.a_townlet import Townlet, a_townlet
from tests.integration.served import ask_patiently, served
from tests.small_town import a_scenario
from tests.waiting import wait_until

_keys = count(1)


@pytest.fixture(scope="module")
def townlet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Townlet]:
    home = tmp_path_factory.mktemp("moderated")
    with a_townlet(home, environment={}, minds=0, talk=0, batch=0) as running:
        yield running


@pytest.fixture(scope="module")
def town(townlet: Townlet) -> str:
    return townlet.found_town(7, paused=True)


class Guest:
    """Somebody with a visitor's link of their own."""

    def __init__(self, townlet: Townlet, town: str) -> None:
        made = townlet.request("POST", "/api/tokens", {"role": "visitor"}).json()
        self.url = f"{townlet.processes.url}/api/towns/{town}"
        self.http = httpx.Client(base_url=townlet.processes.url, timeout=120)
        self.id = self.http.post("/api/session", json={"token": made["secret"]}).json()["visitor"]

    def send(self, kind: str, **fields: Any) -> httpx.Response:
        given = {"kind": kind, "visitor": self.id, **fields}
        return self.http.post(f"{self.url}/inputs", json={"key": f"guest-{next(_keys)}", "input": given})

    def speak(self, text: str = "Hello") -> httpx.Response:
        return self.send("speak", name="Maya", to="marta", text=text)


@pytest.fixture
def guest(townlet: Townlet, town: str) -> Iterator[Guest]:
    somebody = Guest(townlet, town)
    yield somebody
    somebody.http.close()


def decide(townlet: Townlet, town: str, guest: Guest, **what: bool) -> dict[str, Any]:
    decided: dict[str, Any] = townlet.request("POST", f"/api/towns/{town}/visitors/{guest.id}", what).json()
    return decided


def listed(townlet: Townlet, town: str, guest: Guest) -> dict[str, Any]:
    rows: Any = townlet.get(f"/api/towns/{town}/visitors")
    return next(row for row in rows if row["visitor"] == guest.id)


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")


def enter(townlet: Townlet, town: str, guest: Guest) -> None:
    guest.send("enter", name="Maya", looks=2).raise_for_status()
    wait_until(lambda: listed(townlet, town, guest)["present"])


def test_a_muted_visitor_walks_but_does_not_speak_until_it_may_again(
    townlet: Townlet, town: str, guest: Guest
) -> None:
    enter(townlet, town, guest)
    assert guest.speak("before").status_code == 202
    assert decide(townlet, town, guest, muted=True)["muted"]
    assert told(guest.speak()) == (403, "muted")
    assert guest.send("leave").status_code == 202
    assert decide(townlet, town, guest, muted=False)["muted"] is False
    assert guest.speak().status_code == 202
    assert listed(townlet, town, guest)["name"] == "Maya"


def test_a_removed_visitor_leaves_a_paused_town_at_once_and_stays_out_until_let_in(
    townlet: Townlet, town: str, guest: Guest
) -> None:
    enter(townlet, town, guest)
    assert decide(townlet, town, guest, removed=True)["removed"]
    wait_until(lambda: not listed(townlet, town, guest)["present"])
    left = townlet.get(f"/api/towns/{town}/events?kind=visitor_left")["events"]
    assert [one["event"]["visitor"] for one in left].count(guest.id) == 1
    for refused in (guest.speak(), guest.send("enter", name="Maya", looks=2), guest.send("leave")):
        assert told(refused) == (403, "removed")
    assert guest.http.get(guest.url).status_code == 200  # it may still watch
    decide(townlet, town, guest, removed=True)
    decide(townlet, town, guest, removed=False)
    enter(townlet, town, guest)
    decide(townlet, town, guest, removed=True)
    wait_until(lambda: not listed(townlet, town, guest)["present"])


def test_a_visitor_can_not_use_up_beforehand_what_shows_it_out(
    townlet: Townlet, town: str, guest: Guest
) -> None:
    enter(townlet, town, guest)
    for number in range(1, 4):
        for key in (f"removed:{guest.id}:{number}", f"removed {guest.id} {number}"):
            given = {"kind": "leave", "visitor": guest.id}
            sent = guest.http.post(f"{guest.url}/inputs", json={"key": key, "input": given})
            assert sent.status_code == (422 if " " in key else 202)
        guest.send("enter", name="Maya", looks=2)
    wait_until(lambda: listed(townlet, town, guest)["present"])
    decide(townlet, town, guest, removed=True)
    wait_until(lambda: not listed(townlet, town, guest)["present"])


def test_who_was_about_to_come_in_is_led_out_again(townlet: Townlet, town: str, guest: Guest) -> None:
    guest.speak().raise_for_status()
    guest.send("enter", name="Maya", looks=2).raise_for_status()  # its engine may not have seen it yet
    decide(townlet, town, guest, removed=True)

    def came_and_went() -> bool:
        sent = townlet.get(f"/api/towns/{town}/events?kind=visitor_left")["events"]
        return [one["event"]["visitor"] for one in sent].count(guest.id) == 1

    wait_until(came_and_went)
    assert not listed(townlet, town, guest)["present"]


def test_who_is_shown_out_while_its_request_is_under_way_is_led_out_again(
    database_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.api.routes import inputs

    def decided_just_after(parts: Parts, town: str, principal: Principal, _: object) -> None:
        moderate(parts.database, town, principal.visitor, removed=True)

    monkeypatch.setattr(inputs, "check_welcome", decided_just_after)
    with served(database_url, redis_url) as backend:
        row, secret = mint_token(backend.database, Role.VISITOR)
        create_town(backend.database, "t-a", a_scenario("ana"), name="Lane", seed=7, mind="rules")
        given = {"kind": "enter", "visitor": row.visitor, "name": "Maya"}
        with backend.client(secret) as http:
            sent = {"key": "late", "input": given}
            assert http.post("/api/towns/t-a/inputs", json=sent).status_code == 202
        stored = [(one.input.kind, one.key) for one in list_inputs(backend.database, "t-a")]
    assert stored[0] == ("enter", "late")
    assert [kind for kind, _ in stored] == ["enter", "leave"]


def test_what_holds_in_one_town_holds_in_no_other(townlet: Townlet, town: str, guest: Guest) -> None:
    guest.speak().raise_for_status()
    decide(townlet, town, guest, muted=True, removed=True)
    other = townlet.found_town(8, paused=True)
    guest.url = f"{townlet.processes.url}/api/towns/{other}"
    assert guest.speak().status_code == 202


def test_one_visitor_is_muted_and_the_next_is_not(townlet: Townlet, town: str, guest: Guest) -> None:
    other = Guest(townlet, town)
    guest.speak().raise_for_status()
    decide(townlet, town, guest, muted=True)
    assert guest.speak().status_code == 403
    assert other.speak().status_code == 202
    other.http.close()


def test_directors_are_never_refused_so(townlet: Townlet, town: str, guest: Guest) -> None:
    guest.speak().raise_for_status()
    decide(townlet, town, guest, muted=True, removed=True)
    given = {"kind": "speak", "visitor": guest.id, "name": "Maya", "to": "marta", "text": "Said for her"}
    townlet.send(town, f"director-{next(_keys)}", given)


def test_who_never_was_there_is_told_to_be_unknown(townlet: Townlet, town: str) -> None:
    answer = townlet.request(
        "POST", f"/api/towns/{town}/visitors/visitor:nobody", {"muted": True}, refused_by=(404,)
    )
    assert told(answer) == (404, "unknown-visitor")


@pytest.mark.parametrize("wish", [{}, {"muted": None}, {"muted": "yes"}, {"banned": True}])
def test_a_decision_that_says_nothing_is_refused(
    townlet: Townlet, town: str, guest: Guest, wish: dict[str, Any]
) -> None:
    guest.speak().raise_for_status()
    answer = townlet.request("POST", f"/api/towns/{town}/visitors/{guest.id}", wish, refused_by=(422,))
    assert told(answer) == (422, "invalid-request")


def test_a_role_that_was_minted_by_hand_is_moderated_as_well(townlet: Townlet, town: str) -> None:
    from backend.store.postgres.database import Database

    database = Database(townlet.processes.database_url)
    row, secret = mint_token(database, Role.VISITOR)
    database.dispose()
    headers = {"Authorization": f"Bearer {secret}"}
    given = {"kind": "speak", "visitor": row.visitor, "name": "Bot", "to": "marta", "text": "Hi"}
    url = f"{townlet.processes.url}/api/towns/{town}/inputs"
    ask_patiently("POST", url, headers=headers, json={"key": "bot-1", "input": given}).raise_for_status()
    townlet.request("POST", f"/api/towns/{town}/visitors/{row.visitor}", {"muted": True})
    assert told(ask_patiently("POST", url, headers=headers, json={"key": "bot-2", "input": given})) == (
        403,
        "muted",
    )
