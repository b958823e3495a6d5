"""Everything that people do goes in once, is checked at the door, and tells its fate."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import httpx
import pytest

from backend.domain.events import Answered, Recorded
from backend.domain.inputs import AnswerGiven, Fate, Stamp
from backend.store.journal import Batch, Head
from backend.store.postgres.database import Database
from backend.store.queues.inputs import list_inputs
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from tests.small_town import HOUSE, ROOM, a_reply, a_scenario, asked, founded

SCENARIO = a_scenario("ana", "ben")
BED = f"{ROOM}:bed of ana"
_numbers = count(1)


@pytest.fixture
def town(found_town: FoundTown) -> str:
    return found_town(SCENARIO, paused=True)


def a_key() -> str:
    return f"key-{next(_numbers)}"


def announcement(text: str = "The fair is off.") -> dict[str, Any]:
    return {"kind": "announce", "place": None, "text": text}


def words(to: str = "ana", name: str = "Eve", text: str = "Good morning!") -> dict[str, Any]:
    return {"kind": "speak", "visitor": "visitor:eve", "name": name, "to": to, "text": text}


def send(backend: Served, town: str, sent: dict[str, Any], **more: Any) -> httpx.Response:
    body = {"key": a_key(), "input": sent, **more}
    return backend.http.post(f"/api/towns/{town}/inputs", json=body)


@pytest.mark.parametrize(
    "sent",
    [
        words(),
        announcement(),
        {"kind": "announce", "place": HOUSE, "text": "Tea is ready."},
        {"kind": "announce", "place": ROOM, "text": "Tea is ready."},
        {"kind": "set_object", "object": BED, "state": "on fire"},
        {"kind": "enter", "visitor": "visitor:eve", "name": "Eve", "looks": 2},
        {"kind": "walk", "visitor": "visitor:eve", "path": [[1, 5], [2, 5]]},
        {"kind": "leave", "visitor": "visitor:eve"},
    ],
    ids=lambda sent: sent["kind"],
)
def test_a_paused_town_takes_every_kind_of_input(backend: Served, town: str, sent: dict[str, Any]) -> None:
    answer = send(backend, town, sent)
    assert answer.status_code == 202, answer.text
    told = backend.http.get(answer.headers["Location"]).json()
    assert told == answer.json()
    assert (told["status"], told["stamp"], told["input"]["kind"]) == ("waiting", None, sent["kind"])


def test_the_same_input_sent_twice_happens_once(backend: Served, town: str, database: Database) -> None:
    body = {"key": a_key(), "input": announcement()}
    first = backend.http.post(f"/api/towns/{town}/inputs", json=body)
    again = backend.http.post(f"/api/towns/{town}/inputs", json=body)
    assert (first.status_code, again.status_code) == (202, 200)
    assert first.json() == again.json()
    assert len(list_inputs(database, town)) == 1


def test_an_input_sent_twenty_times_at_once_happens_once(
    backend: Served, town: str, database: Database
) -> None:
    body = {"key": a_key(), "input": announcement()}
    with ThreadPoolExecutor(20) as people:
        answers = list(
            people.map(lambda _: backend.http.post(f"/api/towns/{town}/inputs", json=body), range(20))
        )
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [202]
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert len(list_inputs(database, town)) == 1


def test_a_key_that_was_used_for_something_else_is_refused(backend: Served, town: str) -> None:
    key = a_key()
    for sent, at, expected in (
        (announcement(), None, 202),
        (announcement("Something else."), None, 409),
        (announcement(), {"tick": 5}, 409),
    ):
        body = {"key": key, "input": sent, "at": at}
        answer = backend.http.post(f"/api/towns/{town}/inputs", json=body)
        assert answer.status_code == expected, answer.text
    assert answer.json()["type"] == "/problems/key-reused"


def test_the_key_may_come_as_a_header(backend: Served, town: str) -> None:
    key = a_key()
    address = f"/api/towns/{town}/inputs"
    body = {"input": announcement()}
    answer = backend.http.post(address, json=body, headers={"Idempotency-Key": key})
    assert (answer.status_code, answer.json()["key"]) == (202, key)
    assert backend.http.post(address, json={"key": key, **body}).status_code == 200
    both = backend.http.post(address, json={"key": a_key(), **body}, headers={"Idempotency-Key": key})
    assert both.status_code == 422
    assert "differ" in both.json()["detail"]


@pytest.mark.parametrize("key", ["", "two words", "x" * 129, "ключ", "a\u0000b"])
def test_a_key_that_is_none_is_refused(backend: Served, town: str, key: str) -> None:
    answer = backend.http.post(f"/api/towns/{town}/inputs", json={"key": key, "input": announcement()})
    assert (answer.status_code, answer.json()["faults"][0]["where"]) == (422, "body.key")


def test_an_input_without_a_key_is_told_to_have_one(backend: Served, town: str) -> None:
    answer = backend.http.post(f"/api/towns/{town}/inputs", json={"input": announcement()})
    assert answer.status_code == 422
    assert "Idempotency-Key" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("sent", "expected", "nearest"),
    [
        (words(to="anna"), "unknown-resident", "ana"),
        (words(to="<script>"), "unknown-resident", None),
        ({"kind": "announce", "place": "lane:hose", "text": "Hi"}, "unknown-place", HOUSE),
        ({"kind": "announce", "place": "room", "text": "Hi"}, "unknown-place", ROOM),
        ({"kind": "set_object", "object": "bed of anna", "state": "wet"}, "unknown-object", BED),
        ({"kind": "set_object", "object": "\u0000", "state": "wet"}, "unknown-object", None),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    backend: Served, town: str, sent: dict[str, Any], expected: str, nearest: str | None
) -> None:
    answer = send(backend, town, sent)
    told = answer.json()
    assert (answer.status_code, told["type"]) == (422, f"/problems/{expected}")
    assert told.get("nearest") == nearest
    assert told["faults"][0]["where"].startswith("body.input.")


@pytest.mark.parametrize(
    "sent",
    [
        {"kind": "teleport", "visitor": "visitor:eve"},
        {"text": "no kind"},
        "announce",
        words(name="<img src=x onerror=alert(1)>"),
        words(name="Eve\u202e"),
        words(name="\u200fEve"),
        words(name="E\u200bve"),
        words(name="\U0001f600\U0001f389"),
        words(name="12345"),
        words(name="E" * 10_000),
        words(name="\u041carta"),
        words(name="E\u0301\u0302\u0303\u0304ve"),
        words(text="Hello \u200e there"),
        words(text="x" * 10_000),
        words(text=""),
        words(text=" \n\t "),
        words(text="x" * 1001),
        words(text="bell \u0007"),
        {**words(), "visitor": "eve"},
        {**words(), "visitor": "visitor:../../etc"},
        {**words(), "shout": True},
        {"kind": "walk", "visitor": "visitor:eve", "path": []},
        {"kind": "walk", "visitor": "visitor:eve", "path": [[1, 1]] * 9},
        {"kind": "walk", "visitor": "visitor:eve", "path": [["a", 1]]},
        {"kind": "walk", "visitor": "visitor:eve", "path": [[1]]},
        {"kind": "enter", "visitor": "visitor:eve", "name": "Eve", "looks": 99},
        {"kind": "set_object", "object": BED, "state": "x" * 81},
    ],
)
def test_an_input_that_does_not_fit_is_refused_and_not_stored(
    backend: Served, town: str, database: Database, sent: Any
) -> None:
    answer = send(backend, town, sent)
    assert answer.status_code == 422, answer.text
    assert answer.json()["type"] == "/problems/invalid-request"
    assert answer.json()["faults"]
    assert list_inputs(database, town) == []


def test_lone_halves_of_characters_are_refused(backend: Served, town: str) -> None:
    body = '{"key": "half", "input": {"kind": "announce", "text": "half \\ud83d"}}'
    answer = backend.http.post(
        f"/api/towns/{town}/inputs", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("at", [{"tick": -1}, {"order": 1}, {"tick": 1, "order": -1}, {"tick": 2**31}, 5])
def test_a_moment_that_is_none_is_refused(backend: Served, town: str, at: Any) -> None:
    assert send(backend, town, announcement(), at=at).status_code == 422


def test_an_input_that_was_never_sent_has_no_fate(backend: Served, town: str) -> None:
    for number, expected in (("999999", 404), ("0", 422), ("abc", 422), (str(2**70), 422)):
        answer = backend.http.get(f"/api/towns/{town}/inputs/{number}")
        assert answer.status_code == expected
    assert backend.http.get(f"/api/towns/{town}/inputs/999999").json()["type"] == "/problems/unknown-input"


def test_an_input_of_one_town_is_not_told_to_another(
    backend: Served, town: str, found_town: FoundTown
) -> None:
    number = send(backend, town, announcement()).json()["id"]
    assert backend.http.get(f"/api/towns/{found_town(SCENARIO)}/inputs/{number}").status_code == 404


def test_the_fate_tells_when_it_was_applied_or_why_it_was_refused(
    backend: Served, town: str, lead: Lead
) -> None:
    applied = send(backend, town, announcement()).json()["id"]
    refused = send(backend, town, {"kind": "leave", "visitor": "visitor:eve"}).json()["id"]
    stamp = Stamp(0, 1)
    fates = [
        (applied, Fate("applied", stamp)),
        (refused, Fate("refused", stamp, "you are not in town; nothing to leave", "NotInTown")),
    ]
    log = [Recorded(1, 0, 0, founded(SCENARIO))]
    lead(town).commit(Batch(head=Head(0, 0, 1), events=log, fates=fates))
    told = backend.http.get(f"/api/towns/{town}/inputs/{applied}").json()
    assert (told["status"], told["stamp"]) == ("applied", {"tick": 0, "order": 1})
    assert told["applied_at"] >= told["received_at"]
    told = backend.http.get(f"/api/towns/{town}/inputs/{refused}").json()
    assert (told["status"], told["error"]) == ("refused", "NotInTown")
    assert "nothing to leave" in told["reason"]


def test_the_export_holds_inputs_and_answers_in_the_order_of_their_stamps(
    backend: Served, town: str, lead: Lead
) -> None:
    scheduled = send(backend, town, announcement("At noon."), at={"tick": 30}).json()
    spoken = send(backend, town, words()).json()
    waiting = send(backend, town, announcement("Not yet.")).json()
    late = send(backend, town, announcement("Too late."), at={"tick": 2}).json()
    question = a_reply(SCENARIO, "ana", 3)
    log = [
        Recorded(1, 0, 0, founded(SCENARIO)),
        Recorded(2, 3, 0, asked(question)),
        Recorded(3, 4, 0, Answered(key=question.key, question="answer", resident="ana", mind="rules")),
    ]
    answer = AnswerGiven(question.key, "rules", {"kind": "answer", "text": "Hello!"}, Stamp(4, 0))
    lead(town).commit(
        Batch(
            head=Head(4, 0, 3),
            events=log,
            questions=[question],
            answers=[answer],
            closed=[question.key],
            stamps={question.key: Stamp(4, 0)},
            fates=[
                (spoken["id"], Fate("applied", Stamp(3, 0))),
                (late["id"], Fate("refused", None, "the town is at tick 4 already", "StampPassed")),
            ],
        )
    )
    exported = backend.http.get(f"/api/towns/{town}/inputs")
    assert exported.headers["Content-Type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in exported.text.splitlines()]
    assert lines == [
        {"tick": 3, "order": 0, "key": spoken["key"], "input": words()},
        {"question": question.key, "tick": 4, "order": 0, "mind": "rules", "answer": answer.payload},
        {"tick": 30, "order": 0, "key": scheduled["key"], "input": announcement("At noon.")},
    ]
    assert waiting["key"] not in exported.text


@pytest.mark.parametrize("name", ["Ana Lane", "ANA LANE", "ana", "A\u0301na", "Ana  Lane"])
def test_nobody_goes_by_the_name_of_a_resident(
    backend: Served, town: str, database: Database, name: str
) -> None:
    answer = send(backend, town, words(name=name))
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/name-taken")
    assert list_inputs(database, town) == []


def test_words_from_right_to_left_and_emoji_of_many_parts_are_taken_as_they_are(
    backend: Served, town: str
) -> None:
    text = "\u05e9\u05dc\u05d5\u05dd \U0001f469\u200d\U0001f680"
    answer = send(backend, town, words(name="\u05e9\u05e8\u05d4", text=text))
    assert (answer.status_code, answer.json()["input"]["text"]) == (202, text)


def test_a_hundred_steps_at_once_are_refused_by_name(backend: Served, town: str) -> None:
    step = {"kind": "walk", "visitor": "visitor:hasty", "path": [[1, 5]] * 8}
    answers = [send(backend, town, step) for _ in range(20)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert {answer.json()["type"] for answer in refused} == {"/problems/walking-too-fast"}
    assert all(answer.json()["wait"] > 0 for answer in refused)
    assert send(backend, town, step | {"visitor": "visitor:patient"}).status_code == 202
