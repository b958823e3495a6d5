"""What directors ask for in free text: judged, shown, carried out, and nothing else is changed by it."""

from __future__ import annotations

import json
from functools import cache

import pytest

from backend.domain import events as e
from backend.domain.events import Event
from backend.domain.game_master import GAME_MASTER
from backend.domain.inputs import (
    AnswerGiven,
    Arrived,
    CarryOut,
    Fate,
    OpenPlace,
    Request,
    SetMind,
    SetObject,
    SetWeather,
    Stamp,
)
from backend.domain.questions import Adjudicate, InvalidAnswer, no_answer
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import MOST_REQUESTS, AskedFor, initial_state
from tests.a_life import Chronicle, brook_lane
from tests.requests_of_directors import ALL, KETTLE, MACHINE, SHUT, SKY, TABLE, Asked
from tests.unit.a_visit import Visit
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.headless import live_headless
from worker.engine.town import Town
from worker.minds import minds

OF_REQUESTS = (e.Requested, e.Asked, e.Answered, e.RequestJudged, e.RequestCarriedOut)


class Desk(Visit):
    """A town with a director at its desk."""

    def ask(self, text: str, *, at_once: bool = False) -> AskedFor:
        fate = self.send(Request(text=text, by="Maya", at_once=at_once))
        assert fate.status == "applied", fate
        return list(self.town.state.requests.values())[-1]

    def carry_out(self, asked: AskedFor, by: str = "Maya") -> Fate:
        return self.send(CarryOut(request=asked.id, by=by))

    def since(self, mark: int) -> list[Event]:
        return self.log()[mark:]


@cache
def dawn() -> Desk:
    return Desk(tick=0)


def changes(events: list[Event]) -> dict[str, str]:
    """As the table has them: what the log says became of what."""
    told: dict[str, str] = {}
    for event in events:
        if isinstance(event, e.ObjectChanged):
            assert event.by is None
            told[event.object] = event.state
        elif isinstance(event, e.WeatherChanged):
            told[SKY] = event.weather
        elif isinstance(event, e.PlaceClosed):
            told[f"{SHUT} {event.place}"] = event.reason
        elif isinstance(event, e.Announced):
            told[event.arena or ALL] = event.text
    return told


def rooms(table: dict[str, str]) -> dict[str, str]:
    """Words at a place are heard in each of its rooms."""
    world = brook_lane().world
    told: dict[str, str] = {}
    for what, becomes in table.items():
        if what in world.sectors:
            told |= {room.id: becomes for room in world.arenas.values() if room.sector == what}
        else:
            told[what] = becomes
    return told


class TestTheTable:
    """All of it, put to one town at its first tick, one after the other, each taken back before the next."""

    @pytest.mark.parametrize("asked", TABLE, ids=lambda asked: asked.text)
    def test_only_what_is_listed_has_changed_by_the_log(self, asked: Asked) -> None:
        desk = dawn()
        before, mark = desk.town.state.document(), len(desk.log())
        found = desk.ask(asked.text)
        assert found.verdict == asked.verdict
        preview = desk.since(mark)
        assert {type(event) for event in preview} <= set(OF_REQUESTS)
        fate = desk.carry_out(found)
        if asked.verdict == "refused":
            assert (fate.status, fate.error) == ("refused", "NotJudged")
            assert found.reason in fate.reason
        events = [event for event in desk.since(mark) if not isinstance(event, OF_REQUESTS)]
        assert changes(events) == rooms(asked.changes)
        assert len(events) == len(rooms(asked.changes)), "nothing else was written"
        after = desk.town.state.document()
        ours = {"tick", "order", "seq", "requests", "objects", "weather", "closures"}
        assert {k: v for k, v in after.items() if k not in ours} == {
            k: v for k, v in before.items() if k not in ours
        }
        changed = {id_ for id_ in after["objects"] if after["objects"][id_] != before["objects"][id_]}
        assert changed == {what for what in asked.changes if what in brook_lane().world.objects}
        assert after["weather"] == asked.changes.get(SKY, before["weather"])
        closed = {f"{SHUT} {place}" for place in after["closures"]}
        assert closed == {what for what in asked.changes if what.startswith(SHUT)}
        for place in after["closures"]:
            desk.send(OpenPlace(place=place))
        for thing in changed:
            desk.send(SetObject(object=thing, state=before["objects"][thing]["state"]))
        desk.send(SetWeather(weather=before["weather"]))


def test_a_request_is_a_preview_until_it_is_carried_out() -> None:
    desk = Desk()
    was = desk.town.state.objects[MACHINE].state
    asked = desk.ask("The coffee machine is broken")
    assert asked.effects == (e.ThingBecomes(object=MACHINE, state="broken"),)
    assert desk.town.state.objects[MACHINE].state == was
    desk.live_for(60)
    assert desk.carry_out(asked, by="Nils").status == "applied"
    assert desk.town.state.objects[MACHINE].state == "broken"
    kept = desk.town.state.requests[asked.id]
    assert (kept.by, kept.carried_out_by, kept.carried_out) == ("Maya", "Nils", desk.town.tick)


def test_no_resident_notices_a_request_but_all_can_notice_what_comes_of_it() -> None:
    asked, plain = Desk(), Desk()
    asked.ask("Make it rain")
    for desk in (asked, plain):
        desk.live_for(40)
    others = [event for event in asked.log() if not isinstance(event, e.Requested | e.RequestJudged)]
    others = [event for event in others if getattr(event, "resident", "") != GAME_MASTER]
    assert others == plain.log()


def test_what_is_carried_out_is_noticed() -> None:
    desk = Desk()
    asked = desk.ask("Set the coffee machine on fire")
    desk.carry_out(asked)
    desk.live_for(120)
    seen = [r for r in desk.events(e.Remembered) if MACHINE in r.about and "on fire" in r.text]
    assert seen


def test_a_place_is_closed_and_opened_again_by_words() -> None:
    desk = Desk()
    desk.carry_out(desk.ask("Close the café because of a burst pipe"))
    assert desk.town.state.closures[KETTLE].reason == "a burst pipe"
    assert desk.ask("Close the café").verdict == "refused"
    opening = desk.ask("Open the café again")
    assert opening.verdict == "allowed"
    desk.send(OpenPlace(place=KETTLE))
    assert desk.carry_out(opening).status == "applied", "it is so already"
    assert not desk.town.state.closures


def test_two_directors_at_once_have_it_carried_out_once() -> None:
    desk = Desk()
    asked = desk.ask("Make it rain")
    assert desk.carry_out(asked, by="Nils").status == "applied"
    second = desk.carry_out(asked)
    assert (second.status, second.error) == ("refused", "AlreadyCarriedOut")
    assert "Nils" in second.reason
    assert len(desk.events(e.WeatherChanged)) == 1


def test_at_once_is_without_a_second_word() -> None:
    desk = Desk()
    desk.ask("Make it rain", at_once=True)
    assert desk.town.state.weather == "rain"
    desk.ask("Kill everybody", at_once=True)
    assert len(desk.events(e.RequestCarriedOut)) == 1


def test_what_came_about_meanwhile_changes_nothing_more() -> None:
    desk = Desk()
    asked = desk.ask("The coffee machine is broken")
    desk.send(SetObject(object=MACHINE, state="broken"))
    mark = len(desk.log())
    assert desk.carry_out(asked).status == "applied"
    assert [type(event) for event in desk.since(mark)] == [e.RequestCarriedOut]


@pytest.mark.parametrize("request_id", ["request:0.0", "request:9999.1", "", "ana"])
def test_a_request_that_nobody_made_is_not_carried_out(request_id: str) -> None:
    fate = Desk(tick=0).send(CarryOut(request=request_id))
    assert (fate.status, fate.error) == ("refused", "UnknownRequest")


def test_the_last_requests_are_kept_in_view_and_survive_a_snapshot() -> None:
    desk = Desk(tick=0)
    first = desk.ask("Make it rain")
    for _ in range(MOST_REQUESTS):
        desk.ask("The coffee machine is broken")
    state = desk.town.state
    assert len(state.requests) == MOST_REQUESTS
    assert desk.carry_out(first).error == "UnknownRequest"
    public, private = (json.loads(json.dumps(document)) for document in snapshot(state))
    assert restore(public, private).requests == state.requests


def test_a_request_has_the_same_id_whatever_was_done_before_it_in_its_tick() -> None:
    """So what is carried out is the same when something before it is undone."""
    one, other = Desk(), Desk()
    one.send(SetWeather(weather="fog"))
    assert one.ask("The coffee machine is broken").id == other.ask("The coffee machine is broken").id
    assert one.ask("The coffee machine is broken").id != one.ask("The coffee machine is broken").id


class TestAModelAsGameMaster:
    """Its verdict comes when it comes; the town does not wait."""

    def town(self) -> Engine:
        scenario = brook_lane()
        town = Town(scenario, 7, initial_state(scenario), Cognition(scenario))
        engine = Engine(town, minds("rules"))
        engine.found("rules")
        engine.receive_input(Arrived(1, "m", SetMind(mind="model")))
        return engine

    def asked(self, engine: Engine) -> Adjudicate:
        engine.receive_input(Arrived(2, "r", Request(text="Make it rain", at_once=True)))
        (question,) = (q for q in engine.town.questions.values() if isinstance(q, Adjudicate))
        assert question.mind == "model"
        return question

    def test_it_is_asked_and_answers_on_arrival(self) -> None:
        engine = self.town()
        question = self.asked(engine)
        answer = minds("rules").answer(question).model_dump(mode="json")
        engine.receive_answer(AnswerGiven(question.key, "model", answer))
        assert engine.taken.stamps[question.key].tick == engine.town.tick
        assert engine.town.state.weather == "rain"

    def test_an_answer_that_does_not_fit_refuses(self) -> None:
        engine = self.town()
        question = self.asked(engine)
        fault = no_answer(InvalidAnswer("is no verdict"))
        engine.receive_answer(AnswerGiven(question.key, "model", fault))
        (asked,) = engine.town.state.requests.values()
        assert asked.verdict == "refused"
        assert "other words" in asked.reason
        assert engine.town.state.weather == "clear"
        assert not engine.town.state.questions.keys() & {question.key}

    def test_whoever_changes_the_mind_back_gets_the_built_in_verdict(self) -> None:
        engine = self.town()
        self.asked(engine)
        engine.receive_input(Arrived(3, "b", SetMind(mind="rules")))
        assert engine.town.state.weather == "rain"


class TestTheSameLifeAgain:
    """A request and its verdict, lived again from stamped inputs and recorded answers."""

    def inputs(self) -> list[Arrived]:
        request = Request(text="Set the stove in the café on fire", by="Maya")
        return [
            Arrived(1, "a", request, Stamp(600, 0)),
            Arrived(2, "b", Request(text="make it rain", at_once=True), Stamp(700, 0)),
        ]

    def live(self, inputs: list[Arrived]) -> Chronicle:
        scenario = brook_lane()
        journal = Chronicle(inputs=inputs)
        live_headless(
            scenario, 7, 1200, cognition=Cognition(scenario), mind=minds("rules"), journal=journal
        )  # fmt: skip
        return journal

    def test_a_scheduled_request_is_judged_in_its_own_tick(self) -> None:
        log = self.live(self.inputs()).log
        judged = [r for r in log if isinstance(r.event, e.RequestJudged)]
        assert [r.tick for r in judged] == [600, 700]
        assert [r.tick for r in log if isinstance(r.event, e.WeatherChanged)] == [700]

    def test_the_same_inputs_give_the_same_log(self) -> None:
        first = self.live(self.inputs()).log
        asked = next(r.event for r in first if isinstance(r.event, e.Requested))
        confirmed = [*self.inputs(), Arrived(3, "c", CarryOut(request=asked.request), Stamp(800, 0))]
        one, other = self.live(confirmed).log, self.live(confirmed).log
        assert one == other
        burning = [r for r in one if isinstance(r.event, e.ObjectChanged) and r.event.state == "on fire"]
        assert [r.tick for r in burning] == [800]
