"""Interventions that wait until something has gone round: an announcement, a memory, a belief, a commitment."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.domain import events as e
from backend.domain.inputs import (
    Announce,
    AnyInput,
    Arm,
    Disarm,
    MakeCommitment,
    PlantMemory,
    RemoveResident,
)
from backend.domain.snapshot import restore, snapshot
from tests.a_life import Life, brook_lane, live
from tests.unit.a_visit import Visit

CAFE = "Brook Lane:The Blue Kettle"
CAT = "A grey cat was lost near the pond."
BRIDGE = "The bridge over the brook is about to be painted red."
CAKE = Announce(text="There is free cake.")
WALK = MakeCommitment(
    resident="jonah", other="ruth", what="a walk", place="Brook Lane:Alder Green", start=4000
)
DAY = 8640


def lived(*inputs: tuple[int, AnyInput], ticks: int = DAY) -> Life:
    return live(brook_lane(), seed=7, ticks=ticks, inputs=list(inputs))


def heard_of(of: str, which: str, **knowers: Any) -> Arm:
    return Arm(when=e.HeardOf.model_validate({"of": of, "which": which, **knowers}), do=CAKE)


def met(life: Life) -> tuple[int, str | None]:
    [(tick, event)] = life.all(e.ConditionMet)
    return tick, event.who


def learning(life: Life, *, first: str, upto: int) -> dict[str, int]:
    """By resident: when it first came to have a memory that goes back to one of these words."""
    carriers: set[str] = set()
    knows: dict[str, int] = {}
    for tick, memory in life.all(e.Remembered):
        told = memory.source.memories[:1] if memory.source.by == "speaker" else ()
        if (first in memory.text and not told) or carriers.intersection(told):
            carriers.add(memory.id)
            if tick <= upto:
                knows.setdefault(memory.resident, tick)
    return knows


def test_it_waits_until_so_many_know_of_what_was_announced() -> None:
    """Those who heard it, and those who were told by somebody who knew."""
    whole = lived((1800, Announce(place=CAFE, text=CAT)))
    known = sorted(learning(whole, first=CAT, upto=DAY).values())
    told = [tick for tick in known if tick > 1800]
    assert told, "nobody told it on"
    life = lived(
        (1800, Announce(place=CAFE, text=CAT)), (1801, heard_of("announcement", CAT, least=len(known)))
    )
    tick, who = met(life)
    knows = learning(life, first=CAT, upto=tick)
    assert (tick, len(knows)) == (known[-1], len(known))
    assert knows[who or ""] == tick


def test_an_announcement_of_the_same_tick_is_waited_for_before_anybody_has_heard_it() -> None:
    life = lived((1800, Announce(place=CAFE, text=CAT)), (1800, heard_of("announcement", CAT)), ticks=1900)
    assert met(life)[0] == 1800
    assert [tick for tick, _ in life.all(e.Fired)] == [1801]


def test_who_knows_already_counts_at_once() -> None:
    life = lived((1800, Announce(place=CAFE, text=CAT)), (1900, heard_of("announcement", CAT)), ticks=2000)
    assert met(life) == (1900, None)


def test_somebody_is_told_of_what_another_was_made_to_remember() -> None:
    visit = Visit()
    assert visit.send(PlantMemory(resident="nadia", text=BRIDGE, source="ivo")).status == "applied"
    memory = visit.last(e.Remembered)
    told = next(
        tick
        for tick, one in lived((1800, PlantMemory(resident="nadia", text=BRIDGE, source="ivo"))).all(
            e.Remembered
        )
        if one.source.by == "speaker" and memory.id in one.source.memories
    )
    planted = (1800, PlantMemory(resident="nadia", text=BRIDGE, source="ivo"))
    life = lived(planted, (1801, heard_of("memory", memory.id, least=2)))
    assert met(life)[0] == told


def test_what_a_belief_rests_on_gets_around() -> None:
    whole = lived()
    tick, belief = next(
        (tick, one) for tick, one in whole.all(e.Believed) if one.memories and one.confidence > 0
    )
    life = lived((tick + 1, heard_of("belief", belief.belief, who=belief.resident)), ticks=tick + 20)
    assert met(life) == (tick + 1, belief.resident)


def test_who_is_asked_to_a_commitment_knows_of_it() -> None:
    visit = Visit()
    visit.send(WALK)
    walk = visit.last(e.Offered).commitment
    visit.send(heard_of("commitment", walk, who="ivo"))
    assert not visit.events(e.ConditionMet)
    visit.send(heard_of("commitment", walk, least=2))
    assert visit.last(e.ConditionMet).who is None


def test_who_hears_the_news_that_tells_of_a_commitment_knows_of_it() -> None:
    whole = lived()
    tick, offer = next((tick, one) for tick, one in whole.all(e.Offered) if one.news is not None)
    life = lived((tick + 1, heard_of("commitment", offer.commitment, least=4)), ticks=DAY)
    when, who = met(life)
    parties = {one for _, each in life.all(e.Offered) for one in (each.resident, *each.to)}
    heard = {m.resident for t, m in life.all(e.Remembered) if m.news == offer.news and t <= when}
    assert len(parties | heard) >= 4
    assert who is None or who in parties | heard


def test_who_has_left_does_not_count() -> None:
    visit = Visit()
    visit.send(PlantMemory(resident="nadia", text=BRIDGE, source="ivo"))
    memory = visit.last(e.Remembered).id
    visit.send(RemoveResident(resident="nadia"))
    visit.send(heard_of("memory", memory))
    assert not visit.events(e.ConditionMet)


def test_the_trail_outlives_a_snapshot_and_ends_with_the_waiting() -> None:
    visit = Visit()
    visit.send(PlantMemory(resident="nadia", text=BRIDGE, source="ivo"))
    memory = visit.last(e.Remembered)
    visit.send(heard_of("memory", memory.id, least=5))
    [(armed, trail)] = visit.town.state.trails.items()
    assert trail.memories == {memory.id: "nadia"}
    public, private = snapshot(visit.town.state)
    assert "trails" not in public
    assert restore(json.loads(json.dumps(public)), json.loads(json.dumps(private))).trails == {armed: trail}
    visit.send(Disarm(armed=armed))
    assert visit.town.state.trails == {}


def test_an_arming_that_has_no_trail_is_written_as_ever() -> None:
    armed = e.Armed(armed="armed:1", when=e.WeatherIs(weather="rain"), do={}, by="Maya", until=9)
    assert "trail" not in armed.model_dump(mode="json")


@pytest.mark.parametrize(
    ("of", "error"),
    [
        ("announcement", "UnknownAnnouncement"),
        ("memory", "UnknownMemory"),
        ("belief", "UnknownBelief"),
        ("commitment", "UnknownCommitment"),
    ],
)
def test_what_nobody_could_know_is_not_waited_for(of: str, error: str) -> None:
    visit = Visit(30)
    before = visit.log()
    fate = visit.send(heard_of(of, "no such thing"))
    assert (fate.error, "'no such thing'" in fate.reason) == (error, True)
    assert visit.log() == before
