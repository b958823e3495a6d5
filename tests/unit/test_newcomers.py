"""Somebody who is made in a form comes to live in a town that is alive: as if it had always been one of its people."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from backend.domain import events as e
from backend.domain.inputs import INPUT_ADAPTER, AddResident, Enter, Speak
from backend.domain.reduce import reduce_all
from backend.domain.scenario import Scenario
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import initial_state
from backend.scenarios import ResidentForm, ScenarioInvalid, Settled, load_scenario, settle
from tests.a_life import Life, brook_lane, live

SEED, AT = 7, 1000
CAFE = "The Blue Kettle:main room"


def form(**changes: object) -> ResidentForm:
    said = {
        "name": "Nora Lind",
        "age": 34,
        "pronouns": "she/her/her",
        "traits": ["curious", "warm"],
        "home": "Signal Cottage",
        "job": {"title": "a waitress", "workplace": CAFE},
        "knows": {"ivo": 0.5},
        "wants": "She wants to open a small print shop.",
    }
    return ResidentForm.model_validate(said | changes)


@cache
def town() -> Scenario:
    return brook_lane()


@cache
def nora() -> Settled:
    return settle(town(), form())


@cache
def life() -> Life:
    return live(town(), seed=SEED, ticks=5000, inputs=[(AT, AddResident(newcomer=nora().newcomer))])


def test_a_newcomer_walks_home_from_the_gate_plans_its_day_and_talks_to_people() -> None:
    (added,) = [event for _, event in life().all(e.ResidentAdded)]
    assert added.at == town().world.spawns["gate"]
    first = next(event for _, event in life().all(e.Walked) if event.resident == "nora")
    assert first.path[0] == added.at
    plans = [event for _, event in life().all(e.DayPlanned) if event.resident == "nora"]
    assert any(block.arena == f"Brook Lane:{CAFE}" for block in plans[0].blocks)
    assert any(event.speaker == "nora" for _, event in life().all(e.Said))


def test_who_shares_its_home_and_whom_it_declared_know_it_by_name() -> None:
    state = reduce_all(initial_state(town()), life().log)
    for other in ("ivo", "ruth", "walter"):
        assert state.residents[other].knows_name_of("nora")
        assert state.residents["nora"].knows_name_of(other)
    assert not state.residents["nadia"].relationships.get("nora") or not [
        event
        for tick, event in life().all(e.NameLearned)
        if (event.resident, event.other, tick) == ("nadia", "nora", AT)
    ]
    remembered = {event.resident for tick, event in life().all(e.Remembered) if tick == AT}
    assert remembered >= {"ivo", "ruth", "walter", "nora"}


def test_a_town_with_a_newcomer_lives_the_same_life_again_and_its_input_outlives_json() -> None:
    sent = AddResident(newcomer=nora().newcomer)
    again = INPUT_ADAPTER.validate_json(sent.model_dump_json())
    assert again == sent
    assert live(town(), seed=SEED, ticks=5000, inputs=[(AT, again)]).digest == life().digest


def test_nobody_elses_morning_is_changed_before_it_comes() -> None:
    without = live(town(), seed=SEED, ticks=AT)
    before = [recorded for recorded in life().log if recorded.tick < AT]
    assert [r.event for r in without.log if r.tick < AT - 1] == [r.event for r in before if r.tick < AT - 1]


def test_a_snapshot_keeps_the_newcomer() -> None:
    state = reduce_all(initial_state(town()), life().log)
    assert restore(*snapshot(state)) == state
    assert state.newcomers["nora"] == nora().newcomer


def test_a_visitor_talks_to_it_and_nobody_enters_under_its_name() -> None:
    inputs = [
        (AT, AddResident(newcomer=nora().newcomer)),
        (AT + 1, Enter(visitor="visitor:eve", name="Nora Lind")),
        (AT + 2, Speak(visitor="visitor:eve", name="Eve", to="nora", text="Welcome to the lane!")),
    ]
    lived = live(town(), seed=SEED, ticks=AT + 10, inputs=inputs)
    assert [fate.status for fate in lived.fates.values()] == ["applied", "refused", "applied"]
    assert any(event.speaker == "nora" for _, event in lived.all(e.Said))


def test_a_newcomer_that_does_not_fit_the_town_as_it_is_now_is_refused_with_a_reason() -> None:
    good = nora().newcomer
    bad = (
        replace(good, persona=replace(good.persona, id="ivo")),
        replace(good, persona=replace(good.persona, id="eve", name="Ivo Moss")),
        replace(good, persona=replace(good.persona, id="eve", name="Eve", home="Brook Lane:Nowhere")),
        replace(good, persona=replace(good.persona, id="eve", name="Eve"), bed=None),
        replace(good, known_by=(replace(good.known_by[0], other="nobody"),)),
    )
    sent = [
        (AT, AddResident(newcomer=good)),
        *((AT + 1 + n, AddResident(newcomer=one)) for n, one in enumerate(bad)),
    ]
    fates = list(live(town(), seed=SEED, ticks=AT + 10, inputs=sent).fates.values())
    assert fates[0].status == "applied"
    assert all(fate.error == "CannotSettle" and ";" in fate.reason for fate in fates[1:])


def test_where_a_bed_is_free_it_is_taken_and_else_one_is_brought_that_closes_no_way() -> None:
    ville = load_scenario(Path(__file__).parents[2] / "scenarios" / "the_ville")
    settled = settle(ville, form(home="Moreno family's house", job=None, knows={}))
    assert settled.newcomer.bed is None
    assert settled.newcomer.persona.bed.endswith("empty bedroom:bed")
    brought = nora().newcomer.bed
    assert brought is not None
    assert set(brought.footprint) <= town().world.arenas[brought.arena].tiles
    homes = [sector for sector in ville.world.sectors.values() if sector.residents]
    assert all(settle(ville, form(home=home.name, job=None, knows={})).newcomer.persona for home in homes)


@pytest.mark.parametrize(
    ("changes", "key", "words"),
    [
        ({"name": "Nora: Lind"}, "name", "colon"),
        ({"name": "Ivo Moss"}, "name", "first name 'Ivo' is used twice"),
        ({"age": 340}, "age", "120"),
        ({"wants": ""}, "currently", "at least 1"),
        ({"traits": []}, "traits", "at least 1"),
        ({"home": "Mill Hose"}, "home", "Did you mean 'Mill House'?"),
        ({"home": "The Blue Kettle"}, "home", "nobody's home"),
        (
            {"job": {"title": "a cook", "workplace": "The Blue Kettel:main room"}},
            "job.workplace",
            "Did you mean",
        ),
        ({"knows": {"iwo": 0.5}}, "knows.iwo", "Did you mean 'ivo'?"),
        ({"knows": {"ivo": 3}}, "knows.ivo.closeness", "less than or equal to 1"),
        ({"wants": "She wants to ask Marta for work."}, "currently", "names Marta"),
        ({"wake": "25 o'clock"}, "wake", "not a time"),
        ({"pronouns": "she"}, "pronouns", "not pronouns"),
    ],
)
def test_what_is_wrong_in_a_form_is_told_by_its_place(
    changes: dict[str, object], key: str, words: str
) -> None:
    with pytest.raises(ScenarioInvalid) as caught:
        settle(town(), form(**changes))
    told = [fault for fault in caught.value.faults if fault.place.endswith(f", {key}")]
    assert any(words in f"{fault.message} {fault.remedy}" for fault in told), caught.value
    assert all(fault.remedy for fault in caught.value.faults)
