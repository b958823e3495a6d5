"""A director rewrites who somebody is: from then on its mind is asked as the one it is now."""

from __future__ import annotations

import json
from itertools import count

import pytest
from pydantic import ValidationError

from backend.domain import events as e
from backend.domain.inputs import INPUT_ADAPTER, EditPersona, RemoveResident
from backend.domain.snapshot import restore, snapshot
from tests.a_life import brook_lane, live
from tests.unit.a_visit import Visit, brook
from worker.cognition.cognition import Cognition
from worker.engine.town import Town

GRUFF = ("gruff", "rude", "loud")


def edit(visit: Visit, resident: str, **changes: object) -> None:
    fate = visit.send(EditPersona.model_validate({"resident": resident, **changes}))
    assert fate.status == "applied", fate


def test_all_that_its_mind_is_asked_from_then_on_is_of_the_one_it_is_now() -> None:
    visit = Visit(1800)
    edit(visit, "marta", traits=GRUFF, age=71, about="She was a sailor.", currently="She wants to go to sea.")
    visit.live_for(600)
    asked = [q for q in visit.town.asked if q.resident == "marta" and q.tick >= 1800]
    assert asked
    for question in asked:
        assert question.persona.traits == GRUFF
        assert (question.persona.age, question.persona.about) == (71, "She was a sailor.")
        assert question.persona.name == "Marta Oyelaran"
    others = [q for q in visit.town.asked if q.resident != "marta"]
    assert all(question.persona == brook().personas[question.resident] for question in others)


def test_a_talk_goes_on_and_its_next_line_is_asked_of_the_one_it_is_now() -> None:
    visit = Visit(300)
    for _ in count():
        talk = next((one for one in visit.town.state.talks.values() if len(one.lines) == 1), None)
        if talk is not None:
            break
        assert visit.town.tick < 20_000, "nobody talks"
        visit.live_for(1)
    speaker, at = talk.participants[0], visit.town.tick
    edit(visit, speaker, traits=GRUFF, about="Somebody else altogether.")
    assert visit.town.state.talks[talk.id].lines == talk.lines
    before = len(visit.town.asked)
    visit.live_for(120)
    lines = [
        q for q in visit.town.asked[before:] if q.kind == "say" and q.resident == speaker and q.tick > at
    ]
    assert lines[0].persona.about == "Somebody else altogether."
    assert len([one for one in visit.events(e.Said) if one.talk == talk.id]) > 1


@pytest.mark.parametrize(
    ("changes", "plans"),
    [({"traits": GRUFF}, True), ({"currently": "He wants to fly."}, True), ({"age": 70}, False)],
)
def test_the_day_is_planned_anew_where_it_is_planned_by_what_has_changed(
    changes: dict[str, object], plans: bool
) -> None:
    visit = Visit(1500)
    mark = len(visit.log())
    edit(visit, "jonah", **changes)
    asked = [
        event for event in visit.log()[mark:] if isinstance(event, e.Asked) and event.resident == "jonah"
    ]
    assert bool([event for event in asked if event.question == "plan_day"]) == plans


def test_what_is_left_alone_stays_and_what_is_so_already_is_no_event() -> None:
    visit = Visit(1500)
    edit(visit, "marta", age=71)
    edit(visit, "marta", greeting="Ahoy!")
    persona, before = visit.town.scenario.personas["marta"], brook().personas["marta"]
    assert (persona.age, persona.greeting) == (71, "Ahoy!")
    assert (persona.traits, persona.about, persona.job) == (before.traits, before.about, before.job)
    mark = len(visit.log())
    edit(visit, "marta", age=71)
    assert len(visit.log()) == mark


def test_a_snapshot_keeps_it_and_whoever_takes_the_town_up_knows_it_so() -> None:
    visit = Visit(1500)
    edit(visit, "marta", traits=GRUFF)
    state = restore(*json.loads(json.dumps(snapshot(visit.town.state))))
    assert state == visit.town.state
    again = Town(brook(), visit.town.seed, state, Cognition(brook()))
    assert again.scenario.personas["marta"] == visit.town.scenario.personas["marta"]


def test_the_same_edits_are_the_same_life_and_another_one_than_without() -> None:
    sent = [(1500, EditPersona(resident="marta", traits=GRUFF, currently="She wants to go to sea."))]
    again = [(tick, INPUT_ADAPTER.validate_json(one.model_dump_json())) for tick, one in sent]
    one, other = (
        live(brook_lane(), seed=7, ticks=3000, inputs=sent),
        live(brook_lane(), seed=7, ticks=3000, inputs=again),
    )
    assert one.digest == other.digest != live(brook_lane(), seed=7, ticks=3000).digest


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"age": 0},
        {"age": 200},
        {"traits": []},
        {"traits": ["x"] * 9},
        {"about": "x" * 601},
        {"about": "x" * 1_000_000},
        {"currently": "\u202eevil"},
        {"name": "Somebody Else"},
    ],
    ids=lambda changes: next(iter(changes), "nothing"),
)
def test_what_cannot_be_is_no_input(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        EditPersona.model_validate({"resident": "marta", **changes})


def test_who_has_left_and_who_never_was_there_are_refused_by_name() -> None:
    visit = Visit(1500)
    assert visit.send(RemoveResident(resident="marta")).status == "applied"
    mark = len(visit.log())
    fates = [visit.send(EditPersona(resident=one, age=50)) for one in ("marta", "nobody")]
    assert [fate.error for fate in fates] == ["ResidentGone", "UnknownResident"]
    assert len(visit.log()) == mark
