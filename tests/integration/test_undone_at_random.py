"""Whatever directors did, scheduled, armed or on the spot: a life without one thing of it is the same life, also where
engine after engine takes it up while minds elsewhere think."""

from __future__ import annotations

from random import Random

import pytest

from backend.domain import events as e
from backend.domain import inputs as i
from backend.store.journal.postgres_journal import PostgresJournal
from backend.store.journal.resume import load_town
from backend.store.postgres.database import Database
from backend.store.queues.inputs import list_inputs
from backend.store.queues.questions import put_answer
from backend.store.town.towns import acquire_lease, get_town, release_lease
from tests.integration.a_branch import branch_of, found, live_to, log_of, send
from tests.unit.test_directing_at_random import EVE, LANE, PLACES, an_input
from worker.cognition.cognition import Cognition
from worker.engine.commit import batch_of
from worker.engine.engine import Engine
from worker.engine.take_up import take_up
from worker.minds import minds

START, END, INPUTS = 200, 500, 12
STOVE = "Brook Lane:The Blue Kettle:kitchen:stove"
MOST_ENGINES = 1000
ANSWERED = 0.6
"""How likely a mind has answered by the time that the next engine takes the town up."""


def a_deed(draw: Random) -> i.Deed:
    deeds: list[i.Deed] = [
        i.Announce(text="There is news!"),
        i.SpeakAs(role="a reporter", to=draw.choice(list(LANE.personas)), text="How is business these days?"),
        i.SetObject(object=STOVE, state="on fire"),
        i.Request(text="It begins to rain.", at_once=True),
        i.SetWeather(weather="rain"),
    ]
    return draw.choice(deeds)


def a_condition(draw: Random) -> e.Condition:
    conditions: list[e.Condition] = [
        e.ArrivesAt(place=draw.choice(PLACES)),
        e.WeatherIs(weather="rain"),
        e.TalkBegins(one="marta", other="walter"),
        e.WordGiven(how="made"),
        e.ThingIs(object=STOVE, state="on fire"),
    ]
    return draw.choice(conditions)


def any_input(draw: Random, tick: int) -> i.AnyInput:
    match draw.choice(["arm", "ask", "speak", "thing", "other", "other"]):
        case "arm":
            return i.Arm(when=a_condition(draw), do=a_deed(draw), minutes=draw.choice([5, 30, 60]))
        case "ask":
            text = draw.choice(["It begins to snow.", "Close The Blue Kettle.", "Set the stove on fire."])
            return i.Request(text=text, at_once=draw.random() < 0.5)
        case "speak":
            return i.Speak(visitor=EVE, name="Eve", to=draw.choice(list(LANE.personas)), text="What is new?")
        case "thing":
            return i.SetObject(object=STOVE, state=draw.choice(["on fire", "idle"]))
        case _:
            return an_input(draw, tick)


def a_directed_town(database: Database, draw: Random, seed: int) -> str:
    town = found(database, LANE, seed=seed)
    live_to(database, town, START)
    for number, tick in enumerate(sorted(draw.randrange(START, END - 40) for _ in range(INPUTS))):
        if draw.random() < 0.35:
            later = tick + draw.randrange(1, 60)
            send(database, town, f"scheduled {number}", any_input(draw, tick), later)
            continue
        now = max(tick, get_town(database, town).head_tick)
        live_to(database, town, now)
        for half in range(draw.choice([1, 2])):
            send(database, town, f"on the spot {number} {half}", any_input(draw, now))
        live_to(database, town, now)
    live_to(database, town, END)
    return town


def live_by_many_engines(database: Database, town: str, tick: int, draw: Random) -> None:
    """Each goes some steps, as far as it comes without a mind of its own; then some of what is asked is answered."""
    for _ in range(MOST_ENGINES):
        fence = acquire_lease(database, town, "a test", 60)
        assert fence is not None
        journal, loaded = PostgresJournal(database, town, fence), load_town(database, town)
        given, stamped = journal.arrived()
        engine = Engine(
            take_up(loaded, Cognition(loaded.scenario)),
            None,
            is_closed=loaded.town.begins_closed,
            stamped=stamped,
            kept_open=loaded.kept_open,
        )
        for answer in stamped:
            engine.receive_answer(answer)
        for arrived in given:
            engine.receive_input(arrived)
        for _step in range(draw.randrange(1, 25)):
            if not engine.step(tick):
                break
        journal.commit(batch_of(engine))
        release_lease(database, town, fence)
        replies = [question for question in engine.town.questions.values() if question.effect is None]
        awaited = [*engine.waits_for(), *replies]
        if engine.town.tick >= tick and not replies and all((q.effect or 0) > tick for q in awaited):
            return
        for question in [one for one in awaited if draw.random() < ANSWERED]:
            payload = minds("rules").answer(question).model_dump(mode="json")
            put_answer(database, town, question.key, "rules", payload)
    raise AssertionError(f"{town} stands at {get_town(database, town).head_tick}")


@pytest.mark.parametrize("seed", [33, 34])
def test_a_life_without_one_thing_is_one_life_whoever_lives_it(database: Database, seed: int) -> None:
    draw = Random(seed)
    town = a_directed_town(database, draw, seed)
    applied = [one for one in list_inputs(database, town) if one.fate.status == "applied"]
    undone = draw.choice(applied).id
    one, other = (branch_of(database, town, undo=undone) for _ in range(2))
    live_to(database, one, END)
    live_by_many_engines(database, other, END, draw)
    assert log_of(database, one) == log_of(database, other)
    fates = [[(row.key, row.fate) for row in list_inputs(database, each)] for each in (one, other)]
    assert fates[0] == fates[1]

    tick = draw.randrange(START + 5, END - 5)
    leaf, twin = branch_of(database, one, tick=tick), branch_of(database, other, tick=tick)
    live_to(database, leaf, END)
    live_by_many_engines(database, twin, END, draw)
    assert log_of(database, leaf) == log_of(database, twin)
