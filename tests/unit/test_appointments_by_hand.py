"""Appointments that a director makes for two residents, and calls off again."""

from __future__ import annotations

import pytest

from backend.domain import events as e
from backend.domain.inputs import AnyInput, CancelCommitment, MakeCommitment
from tests.a_life import brook_lane, live
from tests.unit.a_visit import Visit

GREEN = "Brook Lane:Alder Green"
AT = 3600
WALK = MakeCommitment(resident="marta", other="ivo", what="a walk around the pond", place=GREEN, start=AT)


def made(visit: Visit) -> str:
    assert visit.send(WALK).status == "applied"
    return visit.last(e.Offered).commitment


def test_both_remember_it_plan_for_it_and_are_there_or_break_it_knowingly() -> None:
    visit = Visit(1800)
    commitment = made(visit)
    remembering = {m.resident for m in visit.events(e.Remembered) if WALK.what in m.text}
    assert remembering == {"marta", "ivo"}
    visit.live_to(AT + 400)
    parties = visit.town.state.commitments[commitment].parties
    assert {parties[one].status for one in ("marta", "ivo")} <= {"kept", "broken"}
    planned = {
        plan.resident
        for plan in visit.events(e.DayPlanned)
        if any(block.commitment == commitment for block in plan.blocks)
    }
    assert planned & {"marta", "ivo"}
    kept = [one for one in ("marta", "ivo") if parties[one].status == "kept"]
    assert kept


def test_nobody_else_knows_of_it() -> None:
    visit = Visit(1800)
    made(visit)
    visit.live_for(2)
    told = {
        q.resident
        for q in visit.town.asked
        if q.tick >= 1800 and WALK.what in q.model_dump_json(exclude={"persona"})
    }
    assert told <= {"marta", "ivo"}


def test_who_gives_it_calls_it_off_for_both_and_they_plan_anew() -> None:
    visit = Visit(1800)
    commitment = made(visit)
    visit.live_for(300)
    assert visit.send(CancelCommitment(resident="marta", commitment=commitment)).status == "applied"
    known = visit.town.state.commitments[commitment]
    assert known.going == ()
    off = {m.resident for m in visit.events(e.Remembered) if "called off" in m.text}
    assert off == {"marta", "ivo"}
    again = CancelCommitment(resident="ivo", commitment=commitment)
    assert visit.send(again).error == "UnknownCommitment"
    visit.live_to(AT + 400)
    assert not [s for s in visit.events(e.CommitmentSettled) if s.commitment == commitment]


def test_who_is_a_guest_takes_back_its_own_word_alone() -> None:
    visit = Visit(1800)
    commitment = made(visit)
    assert visit.send(CancelCommitment(resident="ivo", commitment=commitment)).status == "applied"
    parties = visit.town.state.commitments[commitment].parties
    assert (parties["marta"].status, parties["ivo"].status) == ("accepted", "declined")
    visit.live_to(AT + 400)


REFUSED = (
    (WALK.model_copy(update={"other": "marta"}), "SameResident"),
    (WALK.model_copy(update={"other": "nobody"}), "UnknownResident"),
    (WALK.model_copy(update={"place": "the moon"}), "UnknownPlace"),
    (WALK.model_copy(update={"start": 1800}), "StampPassed"),
    (WALK.model_copy(update={"place": GREEN, "start": 6900}), "PlaceClosed"),
    (CancelCommitment(resident="marta", commitment="commitment:x"), "UnknownCommitment"),
    (CancelCommitment(resident="nobody", commitment="commitment:x"), "UnknownResident"),
)


@pytest.mark.parametrize(("given", "error"), REFUSED)
def test_what_does_not_fit_is_refused_by_name_and_changes_nothing(given: AnyInput, error: str) -> None:
    visit = Visit(1800)
    before = len(visit.log())
    fate = visit.send(given)
    assert (fate.status, fate.error) == ("refused", error), fate
    assert len(visit.log()) == before


def test_a_life_with_appointments_is_the_same_life_twice() -> None:
    one, other = (live(brook_lane(), seed=7, ticks=1200, inputs=[(300, WALK)]) for _ in range(2))
    assert [fate.status for fate in one.fates.values()] == ["applied"]
    assert one.digest == other.digest
