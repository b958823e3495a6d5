"""A street with one house, in a line: the smallest scenario that a town can be founded on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from backend.domain.events import (
    ActionChosen,
    AnyEvent,
    Asked,
    ObjectChanged,
    Recorded,
    Remembered,
    Said,
    Source,
    TownFounded,
    Walked,
)
from backend.domain.persona import Acquaintance, Looks, Persona
from backend.domain.questions import Option, React, Reply
from backend.domain.scenario import News, Scenario
from backend.domain.world import Arena, Sector, TownObject, Use, World

HOUSE = "lane:house"
ROOM = "lane:house:room"
WIDTH, HEIGHT = 12, 6


def a_scenario(*names: str, hash_: str = "0" * 64) -> Scenario:
    """A lane with a house, in which each of `names` has a bed; the first knows the others."""
    names = names or ("ana", "ben")
    beds = {name: _bed(name, number) for number, name in enumerate(names)}
    room = Arena(ROOM, "room", HOUSE, frozenset((x, y) for x in range(WIDTH) for y in range(3)))
    world = World(
        name="lane",
        width=WIDTH,
        height=HEIGHT,
        walkable=tuple(tuple(True for _ in range(WIDTH)) for _ in range(HEIGHT)),
        sectors={HOUSE: Sector(HOUSE, "house", "home", private=True, residents=names)},
        arenas={ROOM: room},
        objects={bed.id: bed for bed in beds.values()},
        spawns={"gate": (0, 5)},
        seats=frozenset(bed.spots[0] for bed in beds.values()),
    )
    personas = {name: _persona(name, beds[name].id) for name in sorted(names)}
    first, *others = sorted(names)
    known = tuple(Acquaintance(other, True, 0.25, f"{first} knows {other}.") for other in others)
    personas[first] = replace(personas[first], knows=known)
    return Scenario(
        id="lane",
        title="The lane",
        summary="One house.",
        start=datetime(2023, 2, 13, 7),
        world=world,
        personas=personas,
        news=(News("fair", "The fair comes on Sunday.", 6, (first,)),),
        synonyms=(("bike", "bicycle"),),
        hash=hash_,
    )


def _bed(name: str, number: int) -> TownObject:
    tile = (number, 0)
    return TownObject(
        id=f"{ROOM}:bed of {name}",
        name=f"bed of {name}",
        kind="bed",
        arena=ROOM,
        footprint=(tile,),
        spots=(tile,),
        capacity=1,
        uses=(Use("sleep", "sleeping", "😴", "being slept in"),),
    )


def _persona(name: str, bed: str) -> Persona:
    return Persona(
        id=name,
        name=f"{name.title()} Lane",
        age=40,
        pronouns=("she", "her", "her"),
        traits=("calm",),
        about=f"{name.title()} lives in the house.",
        currently="Waits for the fair.",
        home=HOUSE,
        bed=bed,
        wake=420,
        sleep=1320,
        meals=(480, 1140),
        job=None,
        leisure=(),
        knows=(),
        places=(HOUSE,),
        looks=Looks("light", "brown", "short", "blue", "grey"),
    )


def a_question(scenario: Scenario, resident: str, tick: int, ordinal: int = 0) -> React:
    return React(
        key=f"react:{resident}:{tick}:{ordinal}",
        resident=resident,
        tick=tick,
        effect=tick + 6,
        seed=7,
        now="Monday 13 February, 07:00",
        minute=420,
        persona=scenario.personas[resident],
        activity="standing about",
        noticed="The bed is on fire.",
        noticed_memory="m",
        subject="object",
        options=(Option(id="go_on", target=None, text="go on"),),
    )


def a_reply(scenario: Scenario, resident: str, tick: int) -> Reply:
    """The question that a person's words put before a resident."""
    return Reply(
        key=f"answer:{resident}:{tick}",
        resident=resident,
        tick=tick,
        effect=None,
        seed=7,
        now="Monday 13 February, 07:00",
        minute=420,
        persona=scenario.personas[resident],
        activity="standing about",
        visitor="visitor:eve",
        visitor_name="Eve",
        text="Good morning!",
    )


def asked(question: React | Reply) -> Asked:
    return Asked(key=question.key, question=question.kind, resident=question.resident, effect=question.effect)


def founded(scenario: Scenario, seed: int = 7) -> TownFounded:
    return TownFounded(
        scenario=scenario.id,
        scenario_hash=scenario.hash,
        seed=seed,
        mind="rules",
        start=scenario.start.isoformat(),
    )


def a_life(scenario: Scenario, ticks: int, events_a_tick: int = 4) -> list[Recorded]:
    """A log as an engine might have written it: walks, actions, memories and words, in every tick."""
    log = [Recorded(1, 0, 0, founded(scenario))]
    names = list(scenario.personas)
    for tick in range(1, ticks + 1):
        for order in range(events_a_tick):
            number = len(log)
            name = names[number % len(names)]
            log.append(Recorded(number + 1, tick, order, _happening(scenario, name, tick, number)))
    return log


def _happening(scenario: Scenario, name: str, tick: int, number: int) -> AnyEvent:
    bed = scenario.personas[name].bed
    kinds: tuple[AnyEvent, ...] = (
        Walked(resident=name, path=tuple((x, number % HEIGHT) for x in range(1 + number % WIDTH))),
        Remembered(
            id=f"m:{name}:{tick}:{number}",
            resident=name,
            memory="observation",
            text=f"The bed “{bed}” is – hélas – on fire \U0001f525, for the {number}th time.",
            importance=1 + number % 10,
            source=Source(by="perception"),
            about=(bed,),
            percept=f"{bed}|{number}",
            vector="AQID" * 85,
            embedder="words-1",
        ),
        ActionChosen(
            resident=name,
            activity="sleeping",
            emoji="😴",
            need="sleep",
            arena=ROOM,
            object=bed,
            object_state="being slept in",
            spot=(number % WIDTH, 1),
            duration=60,
            asleep=True,
            why="Tired.",
        ),
        ObjectChanged(object=bed, state=f"made {number} times", was="idle", by=name),
        Said(speaker=name, to=("visitor:eve",), text=f'Line {number}: \\ " \u2028 \x7f'),
    )
    return kinds[number % len(kinds)]
