"""Whatever one can know is followed the same way: announcements, acts that were seen, beliefs, commitments, hearsay."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.reduce import reduce_all
from backend.domain.state import initial_state
from backend.domain.view import View
from backend.store.journal import Batch, Head
from tests.a_life import Life, brook_lane, live
from tests.integration.conftest import FoundTown, Lead
from tests.integration.served import Served
from worker.cognition.cognition import Cognition

TICKS = 7200
LOST = "A grey cat was lost near the pond."
BRIDGE = "The bridge over the brook is about to be painted red."
COFFEE = "Brook Lane:The Blue Kettle:main room:coffee machine"
INPUTS: tuple[tuple[int, i.AnyInput], ...] = (
    (1800, i.Announce(text=LOST)),
    (2200, i.SetObject(object=COFFEE, state="on fire")),
    (2300, i.MakeCommitment(resident="jonah", other="ruth", what="a walk", place="Brook Lane:Alder Green", start=4000)),
    (2500, i.PlantMemory(resident="nadia", text=BRIDGE, source="ivo")),
    (3000, i.SpeakAs(role="a reporter", to="ivo", text="The mill is going to be sold to a baker.")),
)  # fmt: skip
Json = dict[str, Any]


@cache
def the_life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS, inputs=INPUTS)


@pytest.fixture
def town(found_town: FoundTown, lead: Lead) -> str:
    found, last = found_town(the_life().scenario), the_life().log[-1]
    lead(found).commit(Batch(head=Head(last.tick, last.order, last.seq), events=list(the_life().log)))
    return found


def spread(backend: Served, town: str, path: str) -> Json:
    answer = backend.http.get(f"/api/towns/{town}/{path}/spread")
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    check(found)
    return found


def check(found: Json) -> None:
    """Each knows from somebody who knew before, by a line in the log; or from an event that is told."""
    log = {recorded.seq: recorded for recorded in the_life().log}
    knows: set[str] = set()
    for knower in found["knowers"]:
        told, origin = knower["told"], knower["origin"]
        assert (told is None) != (origin is None)
        if told is not None:
            line = log[told["seq"]].event
            assert isinstance(line, e.Said)
            assert (line.speaker, line.text) == (told["speaker"], told["text"])
            assert told["speaker"] in knows
        elif origin["seq"] is not None:
            assert log[origin["seq"]].seq <= knower["seq"]
        knows.add(knower["resident"])
    assert len(knows) == len(found["knowers"])


def remembered(**fields: Any) -> list[tuple[e.Recorded, e.Remembered]]:
    return [
        (recorded, recorded.event)
        for recorded in the_life().log
        if isinstance(recorded.event, e.Remembered)
        and all(getattr(recorded.event, name) == value for name, value in fields.items())
    ]


def the_last(kind: type[e.Event]) -> Any:
    return next(recorded.event for recorded in reversed(the_life().log) if isinstance(recorded.event, kind))


def test_an_announcement_is_followed_from_its_place_in_the_log(backend: Served, town: str) -> None:
    [announced] = [one for one in the_life().log if isinstance(one.event, e.Announced)]
    found = spread(backend, town, f"announcements/{announced.seq}")
    assert found["text"] == LOST
    first = [knower for knower in found["knowers"] if knower["told"] is None]
    assert {(knower["origin"]["how"], knower["origin"]["seq"]) for knower in first} == {
        ("announced", announced.seq)
    }
    assert len(first) > 1
    of_memory = spread(backend, town, f"memories/{first[0]['memory']}")
    assert of_memory["knowers"] == found["knowers"]


def test_hearsay_that_was_planted_is_followed_to_who_was_told(backend: Served, town: str) -> None:
    [(planted, memory)] = remembered(resident="nadia", text=BRIDGE)
    found = spread(backend, town, f"memories/{memory.id}")
    origin = found["knowers"][0]["origin"]
    assert (origin["how"], origin["seq"], origin["who"]) == ("planted", planted.seq, "ivo")
    assert [one["told"]["speaker"] for one in found["knowers"][1:2]] == ["nadia"]


def test_an_intervention_waits_for_the_very_same_knowers(backend: Served, town: str) -> None:
    cognition = Cognition(the_life().scenario)
    state = reduce_all(initial_state(the_life().scenario), the_life().log)
    for recorded in the_life().log:
        cognition.learn(recorded)
    [announced] = [one.seq for one in the_life().log if isinstance(one.event, e.Announced)]
    [(_, planted)] = remembered(resident="nadia", text=BRIDGE)
    seen = remembered(percept=f"{COFFEE}|on fire")[-1][1]
    belief = next(key for one in state.residents.values() for key in one.beliefs)
    for of, which, path in (
        ("announcement", LOST, f"announcements/{announced}"),
        ("memory", planted.id, f"memories/{planted.id}"),
        ("memory", seen.id, f"memories/{seen.id}"),
        ("belief", belief, f"beliefs/{belief}"),
    ):
        view = View(the_life().scenario, state, 7, TICKS)
        trail = cognition.trail(view, e.HeardOf.model_validate({"of": of, "which": which}))
        assert trail is not None
        knowers = {one["resident"] for one in spread(backend, town, path)["knowers"]}
        assert set(trail.memories.values()) == knowers, path


def test_what_is_no_announcement_is_named(backend: Served, town: str) -> None:
    for seq in (1, the_life().log[-1].seq, 10**9):
        answer = backend.http.get(f"/api/towns/{town}/announcements/{seq}/spread")
        assert answer.status_code == 404
        assert answer.json()["type"] == "/problems/unknown-event"


def test_all_who_saw_the_same_act_know_from_it(backend: Served, town: str) -> None:
    [burns] = [
        one
        for one in the_life().log
        if isinstance(one.event, e.ObjectChanged) and one.event.state == "on fire"
    ]
    seen = remembered(percept=f"{COFFEE}|on fire")
    assert seen
    found = spread(backend, town, f"memories/{seen[-1][1].id}")
    saw = [knower for knower in found["knowers"] if knower["origin"] is not None]
    assert {knower["resident"] for knower in saw} <= {memory.resident for _, memory in seen}
    assert {memory.resident for _, memory in seen} <= {knower["resident"] for knower in found["knowers"]}
    assert {tuple(knower["origin"].values()) for knower in saw} == {("saw", burns.seq, None, "on fire")}


def test_what_somebody_does_is_seen_from_who_does_it(backend: Served, town: str) -> None:
    memory = next(
        memory
        for recorded, memory in remembered(memory="observation")
        if recorded.tick > 1000
        and (memory.percept or "").startswith("marta|")
        and memory.source.by == "perception"
    )
    found = spread(backend, town, f"memories/{memory.id}")
    origin = found["knowers"][0]["origin"]
    assert (origin["how"], origin["who"]) == ("saw", "marta")


def test_what_was_known_from_the_start_has_no_event_behind_it(backend: Served, town: str) -> None:
    found = spread(backend, town, "news/lanterns")
    assert found["knowers"][0]["origin"] == {"how": "knew", "seq": None, "who": None, "words": ""}


def test_words_from_outside_are_followed_to_their_line(backend: Served, town: str) -> None:
    [(heard, memory)] = [
        (recorded, memory) for recorded, memory in remembered(resident="ivo") if "sold to a baker" in memory.text
        and memory.source.by == "speaker"
    ]  # fmt: skip
    origin = spread(backend, town, f"memories/{memory.id}")["knowers"][0]["origin"]
    assert origin["how"] == "heard"
    line = next(one for one in the_life().log if one.seq == origin["seq"])
    assert isinstance(line.event, e.Said)
    assert (line.tick, line.event.speaker, line.event.text) == (
        heard.tick,
        memory.source.who,
        origin["words"],
    )


def test_a_belief_is_followed_to_who_knows_its_grounds(backend: Served, town: str) -> None:
    believed = next(
        recorded.event
        for recorded in reversed(the_life().log)
        if isinstance(recorded.event, e.Believed)
        and LOST in recorded.event.statement
        and recorded.event.confidence > 0
    )
    found = spread(backend, town, f"beliefs/{believed.belief}")
    assert found["text"] == believed.statement
    [own] = [knower for knower in found["knowers"] if knower["resident"] == believed.resident]
    assert own["believes"] >= believed.confidence
    everybody = spread(backend, town, f"memories/{believed.memories[0]}")
    assert {one["resident"] for one in everybody["knowers"]} <= {one["resident"] for one in found["knowers"]}


def test_a_commitment_that_was_made_by_hand_is_known_to_both(backend: Served, town: str) -> None:
    offered = next(
        one.event for one in the_life().log if isinstance(one.event, e.Offered) and one.event.what == "a walk"
    )
    found = spread(backend, town, f"commitments/{offered.commitment}")
    both = {one["resident"]: one for one in found["knowers"] if one["resident"] in ("jonah", "ruth")}
    assert {one["origin"]["how"] for one in both.values()} == {"planted"}
    assert {one["standing"] for one in both.values()} <= {"kept", "broken", "declined"}


def test_an_invitation_is_followed_by_the_lines_that_asked(backend: Served, town: str) -> None:
    found = spread(backend, town, "commitments/occasion:lanterns")
    state = backend.http.get(f"/api/towns/{town}/state").json()["commitments"]["occasion:lanterns"]
    standing = {one["resident"]: one["standing"] for one in found["knowers"] if one["standing"] is not None}
    assert standing == {who: party["status"] for who, party in state["parties"].items()}
    assert found["text"] == "the lanterns on the pond"
    assert any(one["told"] is not None and one["standing"] is not None for one in found["knowers"])
    news = spread(backend, town, "news/lanterns")
    assert {one["resident"] for one in news["knowers"]} <= {one["resident"] for one in found["knowers"]}


@pytest.mark.parametrize(
    ("path", "problem"),
    [("beliefs/belief:nobody@1.0", "unknown-belief"), ("commitments/occasion:none", "unknown-commitment")],
)
def test_what_nobody_believes_or_agreed_on_is_named(
    backend: Served, town: str, path: str, problem: str
) -> None:
    answer = backend.http.get(f"/api/towns/{town}/{path}/spread")
    assert answer.status_code == 404
    assert answer.json()["type"] == f"/problems/{problem}"
    assert answer.json()["detail"]
