"""What came of an intervention is followed event by event: nothing is made up, nothing of another is taken for it."""

from __future__ import annotations

from functools import cache

import pytest

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.aftermath import Aftermath, Step
from backend.domain.inputs import AnyInput, Stamp
from tests.a_life import Life, brook_lane, live

TICKS = 7200
NOON = 1800
KETTLE = "Brook Lane:The Blue Kettle:main room"
FAIR = "The fair comes to Brook Lane on Sunday."
LOST = "A grey cat was lost near the pond."
INPUTS: tuple[tuple[int, AnyInput], ...] = (
    (NOON, i.Announce(place=KETTLE, text=FAIR)),
    (NOON, i.Announce(text=LOST)),
    (2000, i.Whisper(resident="marta", text="Go and see what Ivo is doing.")),
    (2300, i.MakeCommitment(resident="jonah", other="ruth", what="a walk", place="Brook Lane:Alder Green", start=4000)),
    (2400, i.Request(text="Make it rain", at_once=True)),
    (3900, i.SetWeather(weather="storm")),
    (3000, i.SpeakAs(role="a reporter", to="ivo", text="Have you heard anything new today?")),
    (3300, i.PlantMemory(resident="nadia", text="The bridge over the brook is about to be painted red.", source="ivo")),
    (5400, i.SetWeather(weather="clear")),
)  # fmt: skip


@cache
def the_life() -> Life:
    return live(brook_lane(), seed=7, ticks=TICKS, inputs=INPUTS)


@cache
def followed(number: int) -> Aftermath:
    """The aftermath of the input of this number, from 1."""
    life = the_life()
    stamps = [fate.stamp for fate in life.fates.values() if fate.stamp is not None]
    stamp = life.fates[number].stamp
    assert stamp is not None
    later = [other.order for other in stamps if other.tick == stamp.tick and other.order > stamp.order]
    aftermath = Aftermath(stamp, min(later, default=None))
    for recorded in life.log:
        aftermath.feed(recorded)
    return aftermath


def of_kind(number: int, *kinds: str) -> list[Step]:
    return [step for step in followed(number).steps if step.kind in kinds]


def events() -> dict[int, e.Recorded]:
    return {recorded.seq: recorded for recorded in the_life().log}


EVERY = pytest.mark.parametrize("number", range(1, len(INPUTS) + 1))


@EVERY
def test_each_step_is_an_event_of_the_log_and_follows_from_an_earlier_one(number: int) -> None:
    steps = followed(number).steps
    log, known = events(), set()
    assert steps
    for step in steps:
        assert log[step.seq].tick == step.tick
        assert step.of is None or step.of in known
        assert step.of is not None or step.kind in ("did", "perceived")
        known.add(step.seq)


@EVERY
def test_each_telling_is_a_line_that_was_really_said(number: int) -> None:
    log = events()
    for step in of_kind(number, "told"):
        line, heard = log[step.line or 0], log[step.seq].event
        assert isinstance(line.event, e.Said)
        assert (line.event.speaker, line.event.text, line.tick) == (step.resident, step.words, step.tick)
        if isinstance(heard, e.Remembered):
            assert heard.resident == step.other
            assert heard.source.memories[0] in line.event.tells
            assert step.overheard == (step.other not in line.event.to)


def test_who_hears_an_announcement_perceives_it() -> None:
    heard = [
        recorded.seq
        for recorded in the_life().log
        if isinstance(recorded.event, e.Remembered) and recorded.event.percept == f"announced|{NOON}|{FAIR}"
    ]
    perceived = of_kind(1, "perceived")
    assert heard
    assert [step.seq for step in perceived] == heard
    assert {step.of for step in perceived} == {of_kind(1, "did")[0].seq}


def test_two_announcements_of_one_tick_are_told_apart() -> None:
    of_the_fair, of_the_cat = followed(1), followed(2)
    assert not of_the_fair.memories & of_the_cat.memories
    assert not {step.seq for step in of_the_fair.steps} & {step.seq for step in of_the_cat.steps}
    assert {step.words for step in of_kind(1, "did")} == {FAIR}
    assert {step.words for step in of_kind(2, "did")} == {LOST}


def test_an_announcement_is_told_on() -> None:
    assert of_kind(2, "told")
    knows = {step.resident for step in of_kind(2, "perceived")}
    for step in of_kind(2, "told"):
        assert step.resident in knows
        knows.add(step.other)


def test_who_hears_a_whisper_makes_up_its_mind_about_it() -> None:
    [whispered] = of_kind(3, "perceived")
    decided = of_kind(3, "reacted")[0]
    assert (decided.resident, decided.of) == ("marta", whispered.seq)
    assert decided.choice


def test_an_appointment_is_followed_to_its_end() -> None:
    ends = of_kind(4, "kept", "broken", "declined")
    assert {step.resident for step in ends} >= {"jonah", "ruth"}
    assert [step.what for step in of_kind(4, "did")][:2] == ["offered", "offer_answered"]


def test_a_request_is_followed_through_its_verdict_to_who_gets_wet() -> None:
    did = [step.what for step in of_kind(5, "did")]
    assert did == ["requested", "request_judged", "request_carried_out", "weather_changed"]
    assert of_kind(5, "perceived")
    assert {step.choice for step in of_kind(5, "reacted")} - {"go_on"}


def test_the_weather_is_noticed_no_more_when_it_has_turned() -> None:
    turned = of_kind(6, "did")[0].seq
    assert of_kind(5, "perceived")[-1].seq < turned < of_kind(6, "perceived")[0].seq
    assert of_kind(6, "perceived")[-1].seq < of_kind(9, "did")[0].seq


def test_what_somebody_from_outside_says_is_answered() -> None:
    [reply] = of_kind(7, "replied")
    assert reply.resident == "ivo"
    said = events()[reply.seq].event
    assert isinstance(said, e.Said)
    assert said.text == reply.words


def test_hearsay_that_was_planted_is_told_on() -> None:
    assert [step.resident for step in of_kind(8, "perceived")] == ["nadia"]
    assert {step.resident for step in of_kind(8, "told")} >= {"nadia"}


def test_nothing_comes_of_what_nobody_notices() -> None:
    nowhere = Aftermath(Stamp(TICKS + 1, 0))
    for recorded in the_life().log:
        nowhere.feed(recorded)
    assert nowhere.steps == []
    assert nowhere.first_memory is None
