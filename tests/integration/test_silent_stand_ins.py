"""A director who acts for a resident and falls silent does so no more after ten minutes, by a clock in our hands."""

from __future__ import annotations

import pytest

from backend.domain.inputs import ActAs, AnyInput, StepInto, StepOut
from backend.live.town_id import new_town_id
from backend.store.history.events import read_events, state_at
from backend.store.postgres.database import Database
from backend.store.queues.inputs import InputRow, list_inputs, put_input
from backend.store.town.towns import create_town
from tests.integration.a_slice import A_SLICE, Hands
from tests.small_town import a_scenario
from worker.engine.absent import SILENT_SECONDS
from worker.engine.live import Workshop, live_slice

MAYA, NILS = "visitor:maya", "visitor:nils"
A_WHILE = 60.0
"""Real seconds, more than a slice takes by this clock."""
FOREVER = 10**9


class Stage:
    """A running town, lived by an engine in this process."""

    def __init__(self, database: Database, shop: Workshop, clock: Hands) -> None:
        self.database, self.shop, self.clock = database, shop, clock
        self.town = new_town_id()
        create_town(database, self.town, a_scenario(), name="Lane", seed=7, mind="rules", paused=False)

    def send(self, given: AnyInput) -> InputRow:
        number = len(list_inputs(self.database, self.town))
        put_input(self.database, self.town, f"sent {number}", given)
        self.live()
        return list_inputs(self.database, self.town)[number]

    def live(self, after: float = 0.0) -> None:
        """A slice of its life, `after` real seconds have gone by."""
        self.clock.now += after
        live_slice(self.shop, self.town, "me", A_SLICE)

    def kinds(self) -> list[str]:
        return [row.input.kind for row in list_inputs(self.database, self.town)]

    def acted_for_by(self, resident: str = "ana") -> str | None:
        stand_in = state_at(self.database, self.town, FOREVER).residents[resident].stand_in
        return None if stand_in is None else stand_in.name


@pytest.fixture
def stage(database: Database, shop: Workshop, hands: Hands) -> Stage:
    stage = Stage(database, shop, hands)
    assert stage.send(StepInto(resident="ana", visitor=MAYA, name="Maya")).fate.status == "applied"
    return stage


def test_after_ten_minutes_of_silence_the_resident_is_its_own_again(stage: Stage) -> None:
    stage.live(after=SILENT_SECONDS - A_WHILE)
    assert stage.kinds() == ["step_into"]
    assert stage.acted_for_by() == "Maya"
    stage.live(after=A_WHILE)
    assert stage.kinds() == ["step_into", "step_out"]
    out = list_inputs(stage.database, stage.town)[-1]
    assert out.fate.status == "applied"
    assert out.input == StepOut(resident="ana", visitor=MAYA, reason="silent")
    (ended,) = read_events(stage.database, stage.town, kind="stepped_out")
    assert ended.event.model_dump()["reason"] == "silent"
    assert stage.acted_for_by() is None


def test_it_thinks_for_itself_again_and_another_director_may_step_in(stage: Stage) -> None:
    stage.live(after=SILENT_SECONDS)
    (ended,) = read_events(stage.database, stage.town, kind="stepped_out")
    stage.live(after=A_WHILE)
    asked = read_events(stage.database, stage.town, after=ended.seq, kind="asked")
    assert "ana" in {recorded.event.model_dump()["resident"] for recorded in asked}
    assert stage.send(StepInto(resident="ana", visitor=NILS, name="Nils")).fate.status == "applied"
    assert stage.acted_for_by() == "Nils"
    late = stage.send(ActAs(resident="ana", visitor=MAYA, act="stop"))
    assert (late.fate.status, late.fate.error) == ("refused", "NotActingFor")


def test_each_sign_gives_ten_minutes_more(stage: Stage) -> None:
    stage.clock.now += SILENT_SECONDS - A_WHILE
    assert stage.send(ActAs(resident="ana", visitor=MAYA, act="stop")).fate.status == "applied"
    stage.live(after=SILENT_SECONDS - A_WHILE)
    assert stage.acted_for_by() == "Maya"
    stage.live(after=A_WHILE)
    assert stage.acted_for_by() is None


def test_who_steps_out_in_time_is_not_put_out_again(stage: Stage) -> None:
    assert stage.send(StepOut(resident="ana", visitor=MAYA)).fate.status == "applied"
    stage.live(after=2 * SILENT_SECONDS)
    assert stage.kinds() == ["step_into", "step_out"]
