"""Two branches side by side: where they parted, of what it comes, and what it changed."""

from __future__ import annotations

from typing import Any

import pytest

from backend.domain.events import ClockShows
from backend.domain.inputs import Announce, Arm, SetObject, SetWeather, Whisper
from backend.store.family import comparison
from backend.store.family.branches import Wish, make_branch
from backend.store.history.events import read_events
from backend.store.postgres.database import Database
from tests.a_life import brook_lane
from tests.integration.a_branch import branch_of, found, live_to, log_of, send
from tests.integration.served import Served

FORK, NEWS, END = 300, 420, 900
LATER, FIRE, LATE = 620, 500, 1500
TEXT = "There is a fire in the mill!"
THOUGHT = "I should look at the mill before it is too late."
STOVE = "Brook Lane:The Blue Kettle:kitchen:stove"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def town(database: Database) -> str:
    town = found(database, brook_lane())
    live_to(database, town, END)
    return town


@pytest.fixture(scope="module")
def treated(database: Database, town: str) -> str:
    branch = branch_of(database, town, tick=FORK)
    send(database, branch, "news", Announce(text=TEXT), NEWS)
    live_to(database, branch, END)
    return branch


@pytest.fixture(scope="module")
def untreated(database: Database, town: str) -> str:
    branch = branch_of(database, town, tick=FORK)
    live_to(database, branch, END)
    return branch


def compared(backend: Served, one: str, other: str, **wish: int) -> Json:
    answer = backend.http.get(f"/api/towns/{one}/compare/{other}", params=wish)
    assert answer.status_code == 200, answer.text
    found_: Json = answer.json()
    return found_


def test_branches_are_the_same_up_to_the_first_effect_of_an_announcement(
    backend: Served, database: Database, treated: str, untreated: str
) -> None:
    found_ = compared(backend, treated, untreated)
    own, others = log_of(database, treated), log_of(database, untreated)
    seq = next(n for n, (mine, theirs) in enumerate(zip(own, others, strict=False), 1) if mine != theirs)
    first = found_["first"]
    assert (first["one"]["seq"], first["one"]["kind"], first["one"]["tick"]) == (seq, "announced", NEWS)
    assert first["other"] is None or first["other"]["seq"] == seq
    cause = found_["cause"]
    assert (cause["town"], cause["tick"], cause["input"]["text"]) == (treated, NEWS, TEXT)
    assert [sent["input"]["text"] for sent in found_["one"]["inputs"]] == [TEXT]
    assert found_["other"]["inputs"] == []
    assert found_["shared_seq"] == sum(line[1] <= FORK for line in own)


def test_a_whisper_is_the_cause_of_the_first_difference_and_its_thought_is_that_difference(
    backend: Served, database: Database, town: str, untreated: str
) -> None:
    whispered = branch_of(database, town, tick=FORK)
    number = send(database, whispered, "voice", Whisper(resident="marta", text=THOUGHT), NEWS)
    live_to(database, whispered, END)
    own, others = log_of(database, whispered), log_of(database, untreated)
    seq = next(n for n, (mine, theirs) in enumerate(zip(own, others, strict=False), 1) if mine != theirs)
    assert own[: seq - 1] == others[: seq - 1]
    found_ = compared(backend, whispered, untreated)
    first = found_["first"]["one"]
    assert (first["seq"], first["tick"], first["resident"]) == (seq, NEWS, "marta")
    [effect] = read_events(database, whispered, seq - 1, 1)
    assert effect.event.kind == "remembered"
    assert THOUGHT in effect.event.text
    assert (found_["cause"]["town"], found_["cause"]["id"]) == (whispered, number)
    assert found_["cause"]["input"] == {"kind": "whisper", "resident": "marta", "text": THOUGHT}


@pytest.mark.parametrize("at_once", [1, 7, 50])
def test_a_difference_far_from_the_fork_is_found_as_well(
    database: Database, treated: str, untreated: str, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after days in which two towns were the same: whole stretches are compared by their hash alone."""
    expected = comparison.compare(database, treated, untreated, END - 1)
    monkeypatch.setattr(comparison, "AT_ONCE", at_once)
    again = comparison.compare(database, treated, untreated, END - 1)
    assert (again.first, again.lines) == (expected.first, expected.lines)
    assert again.first is not None
    assert comparison.compare(database, untreated, branch_of(database, untreated), END - 1).first is None


def test_two_towns_with_a_long_common_life_of_their_own_do_not_differ(
    database: Database, town: str, untreated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparison, "AT_ONCE", 10)
    assert comparison.compare(database, town, untreated, END - 1).first is None


def test_who_heard_of_it_knows_more_and_who_acted_on_it_is_elsewhere(
    backend: Served, treated: str, untreated: str
) -> None:
    found_ = compared(backend, treated, untreated)
    told = {memory["resident"] for memory in found_["one"]["memories"] if TEXT in memory["text"]}
    assert told
    assert told <= set(found_["one"]["knows_more"])
    assert all(TEXT not in memory["text"] for memory in found_["other"]["memories"])
    for apart in found_["apart"]:
        assert apart["one"] != apart["other"]
        ticks = [side["tick"] for side in (apart["since"]["one"], apart["since"]["other"]) if side]
        assert min(ticks) >= NEWS
    other_way = compared(backend, untreated, treated)
    assert other_way["other"] == found_["one"]
    assert [apart["resident"] for apart in other_way["apart"]] == [one["resident"] for one in found_["apart"]]


def test_what_was_said_only_here_is_listed(
    backend: Served, database: Database, treated: str, untreated: str
) -> None:
    found_ = compared(backend, treated, untreated)

    def lines(town: str) -> list[tuple[str, str]]:
        said = (recorded.event for recorded in read_events(database, town, 0, 10**6, kind="said"))
        return [(event.speaker, event.text) for event in said if event.kind == "said"]

    mine, theirs = lines(treated), lines(untreated)
    for side, own, others in (("one", mine, theirs), ("other", theirs, mine)):
        for line in found_[side]["said"]:
            words = (line["speaker"], line["text"])
            assert own.count(words) > others.count(words)
        assert found_[side]["said_in_all"] >= len(set(own) - set(others))


@pytest.fixture(scope="module")
def thinking(database: Database, town: str) -> str:
    """A branch with a whisper and, later on, an announcement."""
    branch = branch_of(database, town, tick=FORK)
    send(database, branch, "voice", Whisper(resident="marta", text=THOUGHT), NEWS)
    send(database, branch, "news", Announce(text=TEXT), LATER)
    live_to(database, branch, LATE)
    return branch


@pytest.fixture(scope="module")
def burning(database: Database, town: str) -> str:
    """Another one with a fire between the two."""
    branch = branch_of(database, town, tick=FORK)
    send(database, branch, "fire", SetObject(object=STOVE, state="on fire"), FIRE)
    live_to(database, branch, LATE)
    return branch


def test_each_difference_is_traced_to_its_own_cause(backend: Served, thinking: str, burning: str) -> None:
    found_ = compared(backend, thinking, burning)
    causes = [(cause["town"], cause["input"]["input"]["kind"]) for cause in found_["causes"]]
    assert causes == [(thinking, "whisper"), (burning, "set_object"), (thinking, "announce")]
    of_words = {THOUGHT: 0, "on fire": 1, TEXT: 2}
    seen = set()
    for side in ("one", "other"):
        for difference in [*found_[side]["memories"], *found_[side]["said"]]:
            for words, cause in of_words.items():
                if words in difference["text"]:
                    assert difference["trace"]["cause"] == cause, difference
                    seen.add(words)
    assert seen == set(of_words)
    assert sum(cause["memories"] for cause in found_["causes"]) == sum(
        found_[side]["memories_in_all"] for side in ("one", "other")
    )
    assert sum(cause["said"] for cause in found_["causes"]) == sum(
        found_[side]["said_in_all"] for side in ("one", "other")
    )
    soon = compared(backend, thinking, burning, at=LATER + 30)
    assert soon["apart"]
    assert all(apart["trace"] is not None for apart in soon["apart"])


def test_the_way_from_a_cause_goes_through_those_who_told_it_on(
    backend: Served, database: Database, thinking: str, burning: str
) -> None:
    """Each life on the way begins with an event of the log of the town that it is of."""
    found_ = compared(backend, thinking, burning)
    logs = {town: log_of(database, town) for town in (thinking, burning)}
    told = 0
    for side in ("one", "other"):
        for difference in [*found_[side]["memories"], *found_[side]["said"]]:
            passed = difference["trace"]["passed"]
            cause = found_["causes"][difference["trace"]["cause"]]
            ticks = [cause["first"]["tick"], *(step["tick"] for step in passed), difference["tick"]]
            assert ticks == sorted(ticks)
            who = difference.get("resident") or difference["speaker"]
            assert passed[-1]["resident"] == who
            for step in passed:
                seq, tick, _, line = logs[step["town"]][step["seq"] - 1]
                assert (seq, tick) == (step["seq"], step["tick"])
                assert f'"kind":"{step["kind"]}"' in line
            told += len(passed) > 1
    assert told


def test_all_that_two_towns_with_the_built_in_mind_differ_in_comes_from_inputs(
    database: Database, thinking: str, burning: str
) -> None:
    found_ = comparison.compare(database, thinking, burning, LATE - 1)
    steps = [*found_.steps.one.values(), *found_.steps.other.values()]
    assert len(steps) > 100
    for step in steps:
        begin = step.begin
        assert begin.sent is not None
        assert step.path[0] is begin or not step.is_named
        assert begin.sent.stamp.tick == begin.line.tick <= step.line.tick
        positions = [each.line.tick for each in step.path]
        assert positions == sorted(positions)


def test_before_anything_was_changed_there_is_no_difference(
    backend: Served, town: str, treated: str, untreated: str
) -> None:
    for one, other, at in ((treated, untreated, NEWS - 1), (town, untreated, END - 1), (town, town, END - 1)):
        found_ = compared(backend, one, other, at=at)
        assert (found_["first"], found_["cause"], found_["apart"]) == (None, None, [])
        assert found_["one"]["memories_in_all"] == found_["other"]["memories_in_all"] == 0


def test_an_undone_intervention_is_the_cause_of_what_is_otherwise(
    backend: Served, database: Database
) -> None:
    town = found(database, brook_lane())
    send(database, town, "before", Announce(text="The circus is in town."), 100)
    number = send(database, town, "fire", SetObject(object=STOVE, state="on fire"), 200)
    send(database, town, "after", Announce(text="The bridge is closed."), 250)
    live_to(database, town, 400)
    branch = branch_of(database, town, undo=number)
    live_to(database, branch, 400)
    found_ = compared(backend, town, branch)
    assert (found_["cause"]["town"], found_["cause"]["id"]) == (town, number)
    assert found_["first"]["one"]["kind"] == "object_changed"
    assert [sent["id"] for sent in found_["one"]["inputs"]] == [number]
    assert found_["other"]["inputs"] == []


def test_what_was_done_but_changed_nothing_is_not_blamed(
    backend: Served, database: Database, town: str, untreated: str
) -> None:
    branch = branch_of(database, town, tick=FORK)
    send(database, branch, "idle", SetWeather(weather="clear"), FORK + 20)
    send(database, branch, "idle, too", SetWeather(weather="clear"), NEWS)
    number = send(database, branch, "voice", Whisper(resident="marta", text=THOUGHT), NEWS)
    live_to(database, branch, NEWS + 60)
    found_ = compared(backend, branch, untreated, at=NEWS + 50)
    assert len(found_["one"]["inputs"]) == 3
    assert found_["cause"]["id"] == number
    assert [cause["input"]["id"] for cause in found_["causes"]] == [number]


def test_what_was_armed_is_the_cause_of_what_it_did_when_its_time_had_come(
    backend: Served, database: Database, town: str, untreated: str
) -> None:
    branch = branch_of(database, town, tick=FORK)
    soon = ClockShows(minute=8 * 60 + 10)
    number = send(database, branch, "armed", Arm(when=soon, do=Whisper(resident="marta", text=THOUGHT)))
    live_to(database, branch, END)
    found_ = compared(backend, branch, untreated)
    assert found_["cause"]["id"] == number
    thoughts = [memory for memory in found_["one"]["memories"] if THOUGHT in memory["text"]]
    assert thoughts
    assert {memory["trace"]["cause"] for memory in thoughts} == {0}
    assert {cause["input"]["id"] for cause in found_["causes"]} == {number}


def test_only_towns_of_one_family_are_compared(backend: Served, database: Database, town: str) -> None:
    stranger = found(database, brook_lane())
    answer = backend.http.get(f"/api/towns/{town}/compare/{stranger}")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-one-family")
    assert backend.http.get(f"/api/towns/{town}/compare/t-nowhere").status_code == 404
    young, _ = make_branch(database, town, "t-young" + town, "young", Wish("young", tick=10))
    late = backend.http.get(f"/api/towns/{town}/compare/{young.id}", params={"at": 11})
    assert (late.status_code, late.json()["type"]) == (409, "/problems/tick-not-yet")
