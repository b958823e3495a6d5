"""Visitors do what residents do: they use things, show what they feel, talk to all who hear them."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.handling import handlings
from backend.domain.inputs import Leave
from backend.domain.view import EARSHOT
from tests.unit.a_visit import BENCH, EVE, FOUNTAIN, VERA, Visit, brook


def test_a_visitor_sits_down_on_a_bench_and_gets_up_by_walking_away() -> None:
    visit = Visit(tick=60)
    visit.put(EVE, (17, 26))
    assert visit.use(BENCH, "rest").status == "applied"
    eve = visit.town.state.visitors[EVE]
    assert eve.doing is not None
    assert (eve.doing.pose, eve.doing.activity) == ("sitting", "sitting on the bench")
    assert eve.at in brook().world.objects[BENCH].spots
    assert visit.town.state.objects[BENCH].state == "sat upon"
    assert visit.town.state.objects[BENCH].by == EVE
    visit.walk_to((17, 25))
    assert visit.town.state.visitors[EVE].doing is None
    assert visit.town.state.objects[BENCH].state == "idle"


def test_a_visitor_stands_up_without_going_anywhere() -> None:
    visit = Visit(tick=60)
    visit.put(EVE, (17, 26))
    assert visit.use(BENCH, "stop").error == "ObjectUnfit"
    visit.use(BENCH, "rest")
    assert visit.use(BENCH, "stop").status == "applied"
    assert visit.town.state.visitors[EVE].doing is None
    assert visit.town.state.objects[BENCH].state == "idle"


def test_a_tap_that_a_visitor_turned_on_runs_until_somebody_turns_it_off() -> None:
    visit = Visit(tick=60)
    visit.put(EVE, (22, 20))
    assert visit.use(FOUNTAIN, "switch_on").status == "applied"
    assert visit.use(FOUNTAIN, "switch_on").error == "ObjectUnfit"
    visit.walk_to((22, 21))
    assert visit.town.state.objects[FOUNTAIN].state == "running"
    assert visit.use(FOUNTAIN, "switch_off").status == "applied"
    assert visit.town.state.objects[FOUNTAIN].state == "idle"


def test_what_is_out_of_reach_taken_on_fire_or_unheard_of_is_refused_with_a_way_out() -> None:
    visit = Visit(tick=60)
    assert visit.use(BENCH, "rest").error == "NotInTown"
    visit.enter()
    assert visit.use(BENCH, "rest").error == "TooFar"
    visit.walk_to((17, 26))
    assert visit.use("no such thing", "rest").error == "UnknownObject"
    fate = visit.use(BENCH, "cook")
    assert fate.error == "UnknownUse"
    assert "rest, read, talk, watch" in fate.reason
    for name in ("vera", "wim"):
        visit.put(f"visitor:{name}", (18, 26))
        assert visit.use(BENCH, "rest", f"visitor:{name}").status == "applied"
    assert visit.use(BENCH, "rest").error == "ObjectTaken"


def test_what_is_for_staff_is_for_no_visitor() -> None:
    world = brook().world
    assert not [thing.id for thing in world.objects.values() if thing.staff_only and handlings(world, thing)]


def test_nobody_from_outside_gets_a_bed_to_sleep_in_or_a_job() -> None:
    world = brook().world
    offered = {use.id for thing in world.objects.values() for use in handlings(world, thing)}
    assert offered >= {"rest", "read", "switch_on", "switch_off", "open", "close"}
    assert not offered & {"sleep", "work", "sell"}


def test_who_leaves_town_leaves_nothing_in_use() -> None:
    visit = Visit(tick=60)
    visit.put(EVE, (17, 26))
    visit.use(BENCH, "rest")
    visit.send(Leave(visitor=EVE))
    assert visit.town.state.objects[BENCH].state == "idle"


@pytest.mark.parametrize("emote", e.EMOTES)
def test_a_visitor_shows_what_it_feels_for_a_while(emote: str) -> None:
    visit = Visit(tick=60)
    assert visit.emote(emote).error == "NotInTown"
    visit.enter()
    assert visit.emote(emote).status == "applied"
    shown = visit.town.state.visitors[EVE].emote
    assert shown is not None
    assert (shown.emote, shown.since, shown.until) == (emote, 60, 72)


def test_words_to_all_reach_those_in_earshot_alone_nearest_first_and_one_answers() -> None:
    visit = Visit()
    one = visit.outdoors()[0]
    visit.beside(one)
    visit.put(VERA, visit.town.state.visitors[EVE].at)
    assert visit.say("Good day, everybody!").status == "applied"
    said, answer = [line for line in visit.events(e.Said) if EVE in (line.speaker, *line.to)][:2]
    assert said.aloud
    assert {one, VERA} <= set(said.to)
    view = visit.town.view()
    assert all(view.in_sight(EVE, body, EARSHOT) for body in said.to)
    assert answer.speaker in visit.town.state.residents
    assert answer.to == (EVE,)
    for listener in set(said.to) & set(visit.town.state.residents):
        heard = [m for m in visit.events(e.Remembered) if m.resident == listener and m.text == said.text]
        assert len(heard) == 1, f"{listener} heard it {len(heard)} times"


def test_words_into_the_empty_street_are_said_and_heard_by_nobody() -> None:
    visit = Visit(tick=60)
    assert visit.say("Hello?").error == "NotInTown"
    visit.enter()
    assert visit.say("Hello?").status == "applied"
    assert visit.last(e.Said).to == ()
