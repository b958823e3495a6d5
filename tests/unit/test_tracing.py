"""What a difference between two towns comes from, on logs of a few events."""

from __future__ import annotations

from typing import Any

import orjson

from backend.domain.compare import Line, Sent, Sides
from backend.domain.inputs import Announce, SetWeather, Stamp
from backend.domain.tracing import Step, of_whereabouts, traced

NEWS = Sent(1, Announce(text="Free cake!"), Stamp(10, 0))
RAIN = Sent(2, SetWeather(weather="rain"), Stamp(20, 0))
NO_SOURCE = {"by": "perception", "who": None, "talk": None, "memories": [], "question": None}


class Log:
    """Events of one town that the other has not."""

    def __init__(self) -> None:
        self.events: list[tuple[Line, dict[str, Any]]] = []

    def add(self, tick: int, kind: str, resident: str | None = None, **payload: Any) -> int:
        """Its position in the log."""
        seq = len(self.events) + 1
        document = payload if resident is None else {"resident": resident, **payload}
        line = Line(seq, tick, seq, kind, resident, orjson.dumps(document).decode())
        self.events.append((line, document))
        return seq

    def heard(self, tick: int, resident: str, percept: str) -> int:
        number = f"{resident}@{tick}.0"
        return self.add(tick, "remembered", resident, id=number, source=NO_SOURCE, percept=percept)

    def said(self, tick: int, speaker: str, *tells: str) -> int:
        return self.add(tick, "said", speaker, speaker=speaker, tells=list(tells), talk="t", cause=None)

    def hearsay(self, tick: int, resident: str, speaker: str) -> int:
        source = NO_SOURCE | {"by": "speaker", "who": speaker}
        return self.add(tick, "remembered", resident, id=f"{resident}@{tick}.0", source=source, percept=None)


def steps_of(one: Log, other: Log, *inputs: Sent) -> Sides[dict[int, Step]]:
    """`inputs` are of the one town."""
    return traced(Sides(iter(one.events), iter(other.events)), Sides(list(inputs), []))


def lives(step: Step) -> list[str | None]:
    return [each.line.resident for each in step.passed]


def test_news_is_followed_back_through_those_who_told_it_on() -> None:
    one = Log()
    one.add(10, "announced", text="Free cake!")
    one.heard(10, "ana", "announced|10|Free cake!")
    one.said(30, "ana", "ana@10.0")
    one.hearsay(30, "ben", "ana")
    last = one.said(50, "ben", "ben@30.0")
    step = steps_of(one, Log(), NEWS).one[last]
    assert [each.line.kind for each in step.path] == [
        "announced", "remembered", "said", "remembered", "said",
    ]  # fmt: skip
    assert step.begin.sent is NEWS
    assert step.is_named
    assert lives(step) == ["ana", "ben"]


def test_what_somebody_does_here_who_was_called_away_there_comes_from_what_was_done_there() -> None:
    one, other = Log(), Log()
    one.add(10, "announced", text="Free cake!")
    one.heard(10, "ana", "announced|10|Free cake!")
    gone = one.add(16, "action_chosen", "ana", cause=None)
    stays = other.add(40, "action_chosen", "ana", cause=None)
    steps = steps_of(one, other, NEWS)
    assert steps.other[stays].begin.sent is NEWS
    assert not steps.other[stays].begin.line.resident
    assert of_whereabouts(steps)["ana"] is steps.one[gone]


def test_of_two_things_done_each_has_its_own_effects() -> None:
    one, other = Log(), Log()
    one.add(10, "announced", text="Free cake!")
    heard = one.heard(10, "ana", "announced|10|Free cake!")
    one.add(20, "weather_changed", weather="rain")
    wet = one.heard(20, "ben", "weather|rain|20")
    dry = other.add(60, "answered", "cleo", key="cleo@60")
    steps = steps_of(one, other, NEWS, RAIN)
    assert steps.one[heard].begin.sent is NEWS
    assert steps.one[wet].begin.sent is RAIN
    assert steps.other[dry].begin.sent is RAIN, "all minds are told of the weather"


def test_what_was_armed_does_its_own_when_it_is_fired() -> None:
    one, arm = Log(), Sent(3, Announce(text="Later!"), Stamp(5, 0))
    one.add(5, "armed", armed="armed:5")
    one.add(10, "announced", text="Free cake!")
    one.add(20, "condition_met", armed="armed:5", who=None)
    one.add(21, "fired", armed="armed:5")
    done = one.add(
        21, "remembered", "ana", id="ana@21.0", source=NO_SOURCE | {"by": "intervention"}, percept=None
    )
    step = steps_of(one, Log(), arm, NEWS).one[done]
    assert [each.line.kind for each in step.path] == ["armed", "condition_met", "fired", "remembered"]
    assert step.begin.sent is arm


def test_two_who_go_on_talking_are_passed_through_once() -> None:
    one = Log()
    one.add(10, "announced", text="Free cake!")
    one.heard(10, "ana", "announced|10|Free cake!")
    one.said(30, "ana", "ana@10.0")
    for number, (speaker, before) in enumerate([("ben", "t"), ("ana", "t"), ("ben", "t")]):
        key = f"{speaker}@{31 + 7 * number}"
        one.add(31 + 7 * number, "asked", speaker, key=key, question="say", about=before, memories=[])
        last = one.add(37 + 7 * number, "said", speaker, speaker=speaker, tells=[], talk="t", cause=key)
    step = steps_of(one, Log(), NEWS).one[last]
    assert len(step.path) > 5
    assert lives(step) == ["ana", "ben"]


def test_where_nobody_did_anything_a_mind_has_answered_otherwise() -> None:
    one, other = Log(), Log()
    here = one.add(60, "answered", "cleo", key="cleo@54")
    there = other.add(60, "answered", "cleo", key="cleo@54")
    steps = steps_of(one, other)
    assert steps.one[here].begin is steps.one[here]
    assert steps.one[here].begin.sent is None
    assert steps.other[there].begin is steps.one[here]


def test_of_one_thing_done_all_comes_for_certain_also_where_the_log_names_no_way() -> None:
    one, other = Log(), Log()
    one.add(10, "announced", text="Free cake!")
    one.heard(10, "ana", "announced|10|Free cake!")
    gone = one.add(16, "action_chosen", "ana", cause=None)
    stays = other.add(40, "action_chosen", "ana", cause=None)
    steps = steps_of(one, other, NEWS)
    for step in (steps.one[gone], steps.other[stays]):
        assert (step.is_linked, step.is_named, step.is_sure) == (False, False, True)


def test_of_two_things_done_that_comes_for_certain_to_which_the_log_leads() -> None:
    one, other = Log(), Log()
    one.add(10, "announced", text="Free cake!")
    heard = one.heard(10, "ana", "announced|10|Free cake!")
    before = other.add(15, "action_chosen", "ana", cause=None)
    one.add(20, "weather_changed", weather="rain")
    after = other.add(40, "action_chosen", "ana", cause=None)
    told = one.said(50, "ana", "ana@10.0")
    steps = steps_of(one, other, NEWS, RAIN)
    assert steps.one[heard].is_sure
    assert steps.other[before].is_sure, "it had not rained yet"
    assert not steps.other[after].is_sure
    assert steps.one[told].is_sure, "the log names what was told"
    assert steps.one[told].is_linked


def test_the_first_answer_that_is_otherwise_is_certain_and_no_later_one() -> None:
    one, other = Log(), Log()
    here = one.add(60, "answered", "cleo", key="cleo@54")
    there = other.add(60, "answered", "cleo", key="cleo@54")
    later = one.add(90, "answered", "ben", key="ben@84")
    steps = steps_of(one, other)
    assert [steps.one[here].is_sure, steps.other[there].is_sure, steps.one[later].is_sure] == [
        True,
        True,
        False,
    ]


def test_what_a_resident_does_at_once_comes_of_what_it_just_went_through() -> None:
    one = Log()
    one.add(10, "announced", text="Free cake!")
    one.heard(10, "ana", "announced|10|Free cake!")
    one.add(10, "asked", "ana", key="ana@10", question="react", about=None, memories=["ana@10.0"])
    one.add(16, "answered", "ana", key="ana@10")
    chosen = one.add(16, "action_chosen", "ana", cause=None)
    walked = one.add(16, "walked", "ana")
    later = one.add(30, "action_begun", "ana")
    steps = steps_of(one, Log(), NEWS, RAIN).one
    assert [steps[seq].is_named for seq in (chosen, walked, later)] == [True, True, False]
    assert lives(steps[walked]) == ["ana"]
