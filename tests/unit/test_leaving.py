"""Somebody leaves the town for good: what it had with others ends, what they know of it stays."""

from __future__ import annotations

import json
from itertools import count

import pytest

from backend.domain import events as e
from backend.domain.departure import GONE
from backend.domain.inputs import (
    Announce,
    AnyInput,
    MakeCommitment,
    RemoveResident,
    SetMind,
    StepInto,
    Whisper,
)
from backend.domain.present import scenario_at
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import initial_state
from backend.scenarios import ResidentForm, settle
from tests.a_life import brook_lane, live
from tests.unit.a_visit import Visit, brook
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

EVE = "visitor:eve"
GREEN = "Brook Lane:Alder Green"
WALK = MakeCommitment(resident="marta", other="ivo", what="a walk around the pond", place=GREEN, start=3600)


def remove(visit: Visit, resident: str) -> None:
    fate = visit.send(RemoveResident(resident=resident))
    assert fate.status == "applied", fate


def a_talk(size: int = 2) -> tuple[Visit, tuple[str, ...]]:
    """A town in which so many talk, after a line was said."""
    visit = Visit(300)
    for _ in count():
        talks = visit.town.state.talks.values()
        found = next((talk for talk in talks if len(talk.participants) == size and talk.lines), None)
        if found is not None:
            return visit, found.participants
        assert visit.town.tick < 20_000, "nobody talks"
        visit.live_for(3)
    raise AssertionError


def test_it_is_nowhere_any_more_and_nothing_is_done_or_thought_by_it() -> None:
    visit = Visit(1800)
    remove(visit, "walter")
    mark, state = len(visit.log()), visit.town.state
    assert "walter" not in state.residents
    assert "walter" not in visit.town.view().bodies()
    assert state.departed["walter"].since == 1800
    assert state.open_questions_of("walter") == []
    visit.live_for(8640)
    assert not [event for event in visit.log()[mark:] if getattr(event, "resident", None) == "walter"]
    assert not [event for event in visit.log()[mark:] if getattr(event, "speaker", None) == "walter"]


def test_its_talk_ends_and_the_other_thinks_back_on_it() -> None:
    visit, (gone, other) = a_talk()
    before = visit.town.state.residents[other].talk
    remove(visit, gone)
    ended = visit.last(e.TalkEnded)
    assert ended.talk == before
    assert GONE in ended.reason
    assert visit.town.state.residents[other].talk is None
    asked = [event for event in visit.events(e.Asked) if event.question == "digest" and event.about == before]
    assert [event.resident for event in asked] == [other]


def test_nobody_waits_for_what_it_was_thinking_about() -> None:
    visit = Visit(1700)
    assert visit.send(SetMind(resident="walter", mind="model")).status == "applied"
    visit.live_for(4000)
    assert {question.resident for question in visit.engine.waits_for()} == {"walter"}
    stood = visit.town.tick
    remove(visit, "walter")
    lapsed = [event for event in visit.events(e.AnswerLapsed) if GONE in event.reason]
    assert lapsed
    assert visit.engine.waits_for() == []
    visit.live_for(600)
    assert visit.town.tick == stood + 600


def test_a_visitor_whom_it_was_about_to_answer_is_answered_no_more_and_may_talk_with_others() -> None:
    visit = Visit(1800)
    assert visit.send(SetMind(resident="walter", mind="model")).status == "applied"
    assert visit.say("Hello!", to="walter").status == "applied"
    (open_question,) = [q for q in visit.town.state.open_questions_of("walter") if q.question == "answer"]
    remove(visit, "walter")
    assert open_question.key in {event.key for event in visit.events(e.AnswerLapsed)}
    refused = visit.say("Are you there?", to="walter")
    assert (refused.status, refused.error) == ("refused", "ResidentGone")
    assert visit.say("Hello!", to="marta").status == "applied"


def test_what_it_used_is_free_and_its_bed_and_place_of_work_are_nobodys() -> None:
    visit = Visit(1800)
    user = next(
        (who, body.action.object)
        for who, body in visit.town.state.residents.items()
        if body.action is not None and body.action.object is not None and body.action.begun is not None
    )
    who, thing = user
    persona, world = visit.town.scenario.personas[who], visit.town.scenario.world
    remove(visit, who)
    assert all(
        body.action is None or body.action.object != thing or other != who
        for other, body in visit.town.state.residents.items()
    )
    assert visit.town.state.objects[thing].by != who or (
        visit.town.state.objects[thing].state == world.objects[thing].initial
    )
    now = visit.town.scenario
    assert who not in now.world.sectors[persona.home].residents
    assert all(who not in sector.staff for sector in now.world.sectors.values())
    assert who not in now.living
    assert now.personas[who].name == persona.name


def test_somebody_new_sleeps_in_its_bed() -> None:
    visit = Visit(1800)
    bed = visit.town.scenario.personas["walter"].bed
    remove(visit, "walter")
    form = ResidentForm(name="Nora Lind", home="Signal Cottage", traits=["warm"], wants="She wants to rest.")
    assert settle(visit.town.scenario, form).newcomer.persona.bed == bed


@pytest.mark.parametrize(("gone", "told"), [("marta", "ivo"), ("ivo", "marta")])
def test_its_appointments_are_off_and_who_would_have_come_knows(gone: str, told: str) -> None:
    visit = Visit(1800)
    assert visit.send(WALK).status == "applied"
    visit.live_for(60)
    remove(visit, gone)
    (commitment,) = [one for one in visit.town.state.commitments.values() if one.what == WALK.what]
    assert commitment.parties[gone].status == "declined"
    assert commitment.is_off or commitment.going == ()
    now = {m.text for m in visit.events(e.Remembered) if m.resident == told}
    assert any("called off" in text for text in now)
    assert any(GONE in text for text in now)
    visit.live_to(4200)
    settled = [one for one in visit.events(e.CommitmentSettled) if one.commitment == commitment.id]
    assert settled == []


def test_who_sees_it_or_is_close_to_it_knows_and_nobody_else() -> None:
    visit, (gone, other) = a_talk()
    home = visit.town.scenario.personas[gone].home
    close = set(visit.town.scenario.world.sectors[home].residents) - {gone}
    remove(visit, gone)
    know = {m.resident for m in visit.events(e.Remembered) if GONE in m.text}
    assert {other} | close <= know
    assert know < set(visit.town.state.residents)
    visit.live_for(4 * 360)
    heard = [m for m in visit.events(e.Remembered) if GONE in m.text and m.source.by == "speaker"]
    assert all(gone in m.about for m in heard)


def test_who_knows_tells_a_visitor_who_asks_for_it_and_who_does_not_know_does_not() -> None:
    visit = Visit(1800)
    remove(visit, "walter")
    said = {}
    awake = sorted(who for who, body in visit.town.state.residents.items() if not body.asleep)
    for who in awake:
        assert visit.say("Where is Walter Castellane?", to=who).status == "applied"
        said[who] = visit.last(e.Said).text
    know = {
        m.resident for m in visit.events(e.Remembered) if GONE in m.text and not m.text.startswith("Where")
    }
    assert know
    for who, answer in said.items():
        tells = "for good" in answer
        by_name = visit.town.state.residents[who].knows_name_of("walter")
        assert tells == (who in know and by_name), (who, answer)


def test_who_acts_for_it_does_so_no_more() -> None:
    visit = Visit(1800)
    assert visit.send(StepInto(resident="walter", visitor=EVE, name="Eve")).status == "applied"
    remove(visit, "walter")
    assert visit.last(e.SteppedOut).reason == "gone"
    assert visit.send(StepInto(resident="marta", visitor=EVE, name="Eve")).status == "applied"


@pytest.mark.parametrize(
    "given",
    [
        RemoveResident(resident="walter"),
        Whisper(resident="walter", text="Come back."),
        StepInto(resident="walter", visitor=EVE, name="Eve"),
        MakeCommitment(resident="marta", other="walter", what="tea", place=GREEN, start=4000),
    ],
    ids=lambda given: given.kind,
)
def test_an_intervention_on_it_is_refused_by_name_and_changes_nothing(given: AnyInput) -> None:
    visit = Visit(1800)
    remove(visit, "walter")
    before = len(visit.log())
    fate = visit.send(given)
    assert (fate.status, fate.error) == ("refused", "ResidentGone")
    assert "Walter Castellane left the town for good on day 1 at 12:00" in fate.reason
    assert len(visit.log()) == before


def test_the_last_one_stays() -> None:
    visit = Visit(300)
    *others, last = sorted(visit.town.state.residents)
    for one in others:
        remove(visit, one)
    fate = visit.send(RemoveResident(resident=last))
    assert (fate.status, fate.error) == ("refused", "LastResident")
    visit.live_for(8640)
    assert visit.send(Announce(text="Is anybody here?")).status == "applied"


def test_an_engine_that_takes_the_town_up_has_the_same_agenda_and_the_same_scenario() -> None:
    visit = Visit(1800)
    remove(visit, "walter")
    visit.live_for(200)
    state = restore(*json.loads(json.dumps(snapshot(visit.town.state))))
    assert state == visit.town.state
    town = Town(brook(), visit.town.seed, state, Cognition(brook()))
    assert town.scenario == visit.town.scenario == scenario_at(brook(), state)
    again = Engine(town, minds("rules"), is_closed=True)
    mine = [wake for wake in visit.engine.agenda.standing() if "walter" not in (wake.owner, wake.about)]
    assert {wake.owner for wake in again.agenda.standing()} == {wake.owner for wake in mine}


def test_a_town_that_is_left_lives_the_same_life_again() -> None:
    sent = [(1500, RemoveResident(resident="marta")), (2600, RemoveResident(resident="jonah"))]
    one, other = (live(brook_lane(), seed=7, ticks=5000, inputs=sent) for _ in range(2))
    assert one.digest == other.digest
    state = reduce_all(initial_state(brook_lane()), one.log)
    assert list(state.departed) == ["marta", "jonah"]
