"""Interventions that wait for something to come about: done once, as soon as it has; told where it never does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from backend.domain import events as e
from backend.domain.inputs import (
    INPUT_ADAPTER,
    Announce,
    Arm,
    Deed,
    Disarm,
    Fate,
    MoveResident,
    OpenPlace,
    RemoveResident,
    SetObject,
    SetWeather,
    SpeakAs,
    Whisper,
)
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import ArmedIntervention
from tests.a_life import Life, brook_lane, live
from tests.unit.a_visit import BENCH, EVE, Visit, brook
from worker.engine.people.arming import MOST_ARMED

CAFE = "Brook Lane:The Blue Kettle"
GREEN = "Brook Lane:Alder Green"
CAKE = Announce(text="There is free cake.")
RAIN = e.WeatherIs(weather="rain")
DAY = 8640
OF_ARMED = (e.Armed, e.ConditionMet, e.Fired, e.Misfired, e.Expired, e.Disarmed)


def arm(visit: Visit, when: Any, do: Deed = CAKE, *, minutes: int = 1440) -> ArmedIntervention:
    fate = visit.send(Arm(when=when, do=do, minutes=minutes, by="Maya"))
    assert fate.status == "applied", fate
    return list(visit.town.state.armed.values())[-1]


def told(visit: Visit) -> list[str]:
    return [event.kind for event in visit.log() if isinstance(event, OF_ARMED)]


def day_with(when: Any, do: Deed = CAKE, *, at: int = 30, ticks: int = DAY) -> Life:
    return live(brook_lane(), seed=7, ticks=ticks, inputs=[(at, Arm(when=when, do=do))])


def first(life: Life, kind: type[Any]) -> tuple[int, Any]:
    return next(iter(life.all(kind)))


class TestConditions:
    def test_somebody_arrives_where_it_is_waited_for(self) -> None:
        life = day_with(e.ArrivesAt(who="nadia", place=GREEN), at=200)
        tick, met = first(life, e.ConditionMet)
        world, state = brook().world, Visit(tick)
        inside = [world.arena_at(state.town.state.residents["nadia"].position(t)) for t in (tick - 1, tick)]
        assert met.who == "nadia"
        assert [place is not None and place.startswith(GREEN) for place in inside] == [False, True]
        assert first(life, e.Fired)[0] == first(life, e.Announced)[0] == tick + 1

    def test_who_is_there_already_has_to_come_again(self) -> None:
        visit = Visit()
        assert visit.send(MoveResident(resident="ivo", place=CAFE)).status == "applied"
        armed = arm(visit, e.ArrivesAt(who="ivo", place=CAFE))
        visit.live_for(2)
        visit.send(MoveResident(resident="ivo", place=GREEN))
        assert visit.town.state.armed[armed.id].met is None
        visit.send(MoveResident(resident="ivo", place=CAFE))
        assert visit.town.state.armed[armed.id].met == visit.town.tick

    def test_anybody_may_be_a_visitor(self) -> None:
        visit = Visit()
        arm(visit, e.ArrivesAt(place=GREEN))
        bench = brook().world.objects[BENCH].spots[0]
        visit.put(EVE, bench)
        assert visit.last(e.ConditionMet).who == EVE

    def test_a_thing_has_a_state_in_whatever_capitals(self) -> None:
        visit = Visit()
        armed = arm(visit, e.ThingIs(object=BENCH, state="On fire"))
        visit.send(SetObject(object=BENCH, state="wet"))
        assert visit.town.state.armed[armed.id].met is None
        visit.send(SetObject(object=BENCH, state="on fire"))
        visit.live_for(1)
        assert visit.last(e.Announced).text == CAKE.text

    def test_two_begin_to_talk(self) -> None:
        life = day_with(e.TalkBegins(one="jonah", other="marta"))
        tick, met = first(life, e.ConditionMet)
        talks = [t for t, talk in life.all(e.TalkStarted) if {"jonah", "marta"} <= set(talk.participants)]
        assert (tick, met.who) == (talks[0], "marta")

    def test_a_resident_hears_the_news(self) -> None:
        life = day_with(e.NewsKnown(news="lanterns", who="jonah"))
        heard = [t for t, m in life.all(e.Remembered) if (m.news, m.resident) == ("lanterns", "jonah")]
        assert first(life, e.ConditionMet)[0] == heard[0] > 1000

    def test_so_many_know_the_news(self) -> None:
        life = day_with(e.NewsKnown(news="lanterns", least=3))
        tick, met = first(life, e.ConditionMet)
        knowing = {m.resident for t, m in life.all(e.Remembered) if m.news == "lanterns" and t <= tick}
        assert len(knowing) == 3
        assert met.who in knowing

    def test_the_weather_is_so(self) -> None:
        visit = Visit()
        arm(visit, RAIN)
        visit.send(SetWeather(weather="fog"))
        assert told(visit) == ["armed"]
        visit.send(SetWeather(weather="rain"))
        visit.live_for(1)
        assert told(visit) == ["armed", "condition_met", "fired"]

    @pytest.mark.parametrize(("minute", "tick"), [(7 * 60 + 6, 36), (7 * 60 + 5, 30 + DAY), (60, 6480)])
    def test_the_clock_shows_it_today_or_tomorrow(self, minute: int, tick: int) -> None:
        visit = Visit(30)
        arm(visit, e.ClockShows(minute=minute), minutes=2880)
        due = {wake.what: wake.tick for wake in visit.engine.agenda.standing()}
        assert due["strike"] == tick

    def test_a_word_is_given(self) -> None:
        life = day_with(e.WordGiven(how="made", who="ivo"))
        given = [t for t, a in life.all(e.OfferAnswered) if a.accepted and a.resident == "ivo"]
        assert first(life, e.ConditionMet)[0] == given[0]

    def test_what_is_so_already_counts_at_once(self) -> None:
        for when in (e.WeatherIs(weather="clear"), e.NewsKnown(news="lanterns", who="walter")):
            visit = Visit()
            arm(visit, when)
            visit.live_for(1)
            assert told(visit) == ["armed", "condition_met", "fired"]


class TestWhatBecomesOfIt:
    def test_it_is_done_once_however_often_it_comes_about(self) -> None:
        visit = Visit()
        arm(visit, RAIN)
        for weather in ("rain", "clear", "rain", "clear", "rain"):
            visit.send(SetWeather.model_validate({"weather": weather}))
            visit.live_for(3)
        assert told(visit).count("fired") == len(visit.events(e.Announced)) == 1

    def test_what_sets_itself_off_does_so_once(self) -> None:
        visit = Visit()
        arm(visit, RAIN, SetWeather(weather="rain"))
        arm(visit, RAIN, SetWeather(weather="clear"))
        arm(visit, e.WeatherIs(weather="storm"), SetWeather(weather="rain"))
        visit.send(SetWeather(weather="storm"))
        visit.live_for(20)
        assert told(visit).count("fired") == 3
        assert visit.town.state.armed == {}

    def test_what_never_comes_about_is_told_and_no_more_waited_for(self) -> None:
        visit = Visit()
        armed = arm(visit, RAIN, minutes=10)
        visit.live_to(armed.until - 1)
        assert told(visit) == ["armed"]
        visit.live_for(1)
        assert told(visit) == ["armed", "expired"]
        visit.send(SetWeather(weather="rain"))
        visit.live_for(2)
        assert told(visit) == ["armed", "expired"]
        assert visit.town.state.spent[armed.id].how == "expired"

    def test_it_waits_for_a_day_if_nothing_else_is_said(self) -> None:
        armed = arm(Visit(), RAIN)
        assert armed.until - armed.since == DAY

    def test_what_cannot_be_done_any_more_is_told_and_changes_nothing(self) -> None:
        visit = Visit()
        armed = arm(visit, RAIN, OpenPlace(place=CAFE))
        visit.send(SetWeather(weather="rain"))
        visit.live_for(1)
        assert told(visit) == ["armed", "condition_met", "fired", "misfired"]
        assert visit.last(e.Misfired).error == "NotClosed"
        assert "was not closed by hand" in visit.town.state.spent[armed.id].reason

    def test_who_has_left_meanwhile_is_told_by_name(self) -> None:
        visit = Visit()
        arm(visit, RAIN, Whisper(resident="ivo", text="You should take an umbrella."))
        waits = arm(visit, e.ArrivesAt(who="ivo", place=CAFE), minutes=30)
        visit.send(RemoveResident(resident="ivo"))
        visit.send(SetWeather(weather="rain"))
        visit.live_for(1)
        assert visit.last(e.Misfired).error == "ResidentGone"
        visit.live_to(waits.until)
        assert visit.town.state.spent[waits.id].how == "expired"

    def test_words_that_are_set_off_are_answered_before_the_tick_closes(self) -> None:
        visit = Visit()
        awake = sorted(one for one, r in visit.town.state.residents.items() if not r.asleep)[0]
        arm(visit, RAIN, SpeakAs(role="a reporter", to=awake, text="Is that rain?"))
        visit.send(SetWeather(weather="rain"))
        visit.live_for(1)
        fired = next(r.tick for r in visit.town.pending if isinstance(r.event, e.Fired))
        lines = [(r.tick, r.event.speaker) for r in visit.town.pending if isinstance(r.event, e.Said)]
        assert (fired, awake) in lines

    def test_it_is_taken_back(self) -> None:
        visit = Visit()
        armed = arm(visit, RAIN)
        assert visit.send(Disarm(armed=armed.id, by="Noor")).status == "applied"
        visit.send(SetWeather(weather="rain"))
        visit.live_for(2)
        assert told(visit) == ["armed", "disarmed"]
        again = visit.send(Disarm(armed=armed.id))
        assert (again.error, "cancelled" in again.reason) == ("UnknownArmed", True)

    def test_nobody_in_town_notices_that_something_waits(self) -> None:
        """Up to where it is set off, all is as if nothing had been armed."""
        plain, armed = live(brook_lane(), seed=7, ticks=DAY), day_with(e.WeatherIs(weather="snow"))
        others = [r.event for r in armed.log if not isinstance(r.event, OF_ARMED)]
        assert others == [r.event for r in plain.log]

    def test_the_same_life_again(self) -> None:
        when = e.ArrivesAt(place=CAFE)
        assert day_with(when).digest == day_with(when).digest

    def test_it_outlives_a_snapshot(self) -> None:
        visit = Visit()
        arm(visit, e.WordGiven(how="kept", who="marta"))
        arm(visit, e.WeatherIs(weather="clear"))
        spent = arm(visit, e.NewsKnown(news="lanterns", least=4))
        visit.send(Disarm(armed=spent.id))
        public, private = snapshot(visit.town.state)
        again = restore(json.loads(json.dumps(public)), json.loads(json.dumps(private)))
        assert (again.armed, again.spent) == (visit.town.state.armed, visit.town.state.spent)


REFUSED: tuple[tuple[Any, Deed, str, str], ...] = (
    (e.ArrivesAt(who="marthe", place=CAFE), CAKE, "UnknownResident", "'marta'"),
    (e.ArrivesAt(place=CAFE + "l"), CAKE, "UnknownPlace", f"'{CAFE}'"),
    (e.ThingIs(object=BENCH + "x", state="on"), CAKE, "UnknownObject", f"'{BENCH}'"),
    (e.TalkBegins(one="marta", other="marta"), CAKE, "SameResident", "two different"),
    (e.NewsKnown(news="lantern"), CAKE, "UnknownNews", "'lanterns'"),
    (e.WordGiven(how="kept", commitment="commitment:x"), CAKE, "UnknownCommitment", "list"),
    (RAIN, Announce(place=CAFE + "l", text="Cake!"), "UnknownPlace", f"'{CAFE}'"),
    (RAIN, SetObject(object=BENCH + "x", state="on"), "UnknownObject", f"'{BENCH}'"),
    (RAIN, SpeakAs(role="a reporter", to="marthe", text="Well?"), "UnknownResident", "'marta'"),
)  # fmt: skip


@pytest.mark.parametrize(("when", "do", "error", "remedy"), REFUSED)
def test_what_names_nothing_of_the_town_is_not_armed(when: Any, do: Deed, error: str, remedy: str) -> None:
    visit = Visit(30)
    before = visit.log()
    fate = visit.send(Arm(when=when, do=do))
    assert (fate.error, remedy in fate.reason) == (error, True), fate
    assert visit.log() == before


def test_so_many_wait_and_no_more() -> None:
    visit = Visit(30)
    for _ in range(MOST_ARMED):
        arm(visit, RAIN)
    assert len(visit.town.state.armed) == MOST_ARMED
    fate: Fate = visit.send(Arm(when=RAIN, do=CAKE))
    assert (fate.error, "take one back" in fate.reason) == ("TooManyArmed", True)


UNFIT: tuple[dict[str, Any], ...] = (
    {"do": {"kind": "arm", "when": {"condition": "weather", "weather": "rain"}, "do": {"kind": "announce"}}},
    {"do": {"kind": "enter", "visitor": EVE, "name": "Eve"}},
    {"do": {"kind": "step_into", "resident": "marta", "visitor": EVE}},
    {"when": {"condition": "full moon"}},
    {"when": {"condition": "knows", "news": "lanterns", "who": "marta", "least": 3}},
    {"when": {"condition": "clock", "minute": 1440}},
    {"minutes": 0},
    {"minutes": 7 * 1440 + 1},
)  # fmt: skip


@pytest.mark.parametrize("unfit", UNFIT)
def test_what_no_town_could_wait_for_is_no_input(unfit: dict[str, Any]) -> None:
    fit = {"kind": "arm", "when": RAIN.model_dump(), "do": CAKE.model_dump()}
    assert isinstance(INPUT_ADAPTER.validate_python(fit), Arm)
    with pytest.raises(ValidationError):
        INPUT_ADAPTER.validate_python({**fit, **unfit})
