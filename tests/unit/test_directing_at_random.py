"""Whatever directors do in whatever order, people leaving among it: the same life twice, and nothing half done."""

from __future__ import annotations

import json
from random import Random

import pytest

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.aftermath import Aftermath
from backend.domain.reduce import reduce_all
from backend.domain.snapshot import restore, snapshot
from backend.domain.state import initial_state
from tests.a_life import Life, brook_lane, live

TICKS, INPUTS = 3000, 30
LANE = brook_lane()
PLACES = [sector.id for sector in LANE.world.sectors.values() if not sector.private]
DO = (
    "leave", "leave", "rewrite", "step_in", "go", "lead", "ask", "agree", "move", "whisper", "announce", "weather",
)  # fmt: skip
MAYA, EVE = "visitor:maya", "visitor:eve"
OF_THOSE_GONE = (e.OfferAnswered,)
"""What may still be said of who has left: that it does not come."""


def an_input(draw: Random, tick: int) -> i.AnyInput:
    who, other, place = (
        draw.choice(list(LANE.personas)),
        draw.choice(list(LANE.personas)),
        draw.choice(PLACES),
    )
    match draw.choice(DO):
        case "leave":
            return i.RemoveResident(resident=who)
        case "rewrite":
            traits = tuple(draw.sample(["shy", "kind", "gruff", "loud", "curious"], 2))
            return i.EditPersona(resident=who, traits=traits, age=draw.randrange(20, 80))
        case "step_in":
            return i.StepInto(resident=who, visitor=MAYA, name="Maya")
        case "go":
            return i.ActAs(resident=who, visitor=MAYA, act="go", place=place)
        case "lead":
            tile = (draw.randrange(LANE.world.width), draw.randrange(LANE.world.height))
            return i.ActAs(resident=who, visitor=MAYA, act="go", tile=tile)
        case "ask":
            text = f"Where is {LANE.personas[other].name}?"
            return i.Speak(visitor=EVE, name="Eve", to=who, text=text)
        case "agree":
            return i.MakeCommitment(resident=who, other=other, what="a walk", place=place, start=tick + 400)
        case "move":
            return i.MoveResident(resident=who, place=place)
        case "whisper":
            return i.Whisper(resident=who, text=f"Have a word with {LANE.personas[other].first_name}.")
        case "announce":
            return i.Announce(place=draw.choice([None, place]), text="There is smoke over the mill!")
        case _:
            return i.SetWeather(weather=draw.choice(["rain", "clear", "storm"]))


def a_life_of(seed: int) -> Life:
    draw = Random(seed)
    ticks = sorted(draw.randrange(100, TICKS - 100) for _ in range(INPUTS))
    return live(LANE, seed=seed, ticks=TICKS, inputs=[(tick, an_input(draw, tick)) for tick in ticks])


@pytest.mark.parametrize("seed", [3, 5])
def test_a_directed_town_is_the_same_town_twice_and_those_who_left_do_nothing(seed: int) -> None:
    life = a_life_of(seed)
    assert life.digest == a_life_of(seed).digest
    state = reduce_all(initial_state(LANE), life.log)
    assert restore(*json.loads(json.dumps(snapshot(state)))) == state
    assert state.departed
    assert not state.departed.keys() & (state.residents.keys() | state.attention.keys())
    assert not [one for one in state.questions.values() if one.resident in state.departed]
    for recorded in life.log:
        event = recorded.event
        who = getattr(event, "speaker", None) or event.subject
        gone = state.departed.get(who or "")
        if gone is not None and recorded.tick > gone.since:
            assert isinstance(event, OF_THOSE_GONE), event
    errors = {fate.error for fate in life.fates.values() if fate.status == "refused"}
    assert all(fate.reason for fate in life.fates.values() if fate.status == "refused")
    assert "ResidentGone" in errors


def test_what_came_of_a_leaving_is_followed_past_all_that_ends_with_it() -> None:
    life = live(LANE, seed=7, ticks=2600, inputs=[(1800, i.RemoveResident(resident="walter"))])
    (fate,) = life.fates.values()
    assert fate.stamp is not None
    aftermath = Aftermath(fate.stamp)
    for recorded in life.log:
        aftermath.feed(recorded)
    did = {step.what for step in aftermath.steps if step.kind == "did"}
    assert "resident_removed" in did
    knowing = {
        event.resident for tick, event in life.all(e.Remembered) if tick == 1800 and "for good" in event.text
    }
    assert knowing
    assert knowing <= {step.resident for step in aftermath.steps if step.kind == "perceived"}
