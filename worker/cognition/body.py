"""The body: energy, hunger, company and mood, which move with time and with what happens.

What is in the log is how somebody felt at the last `BodyChanged`; `felt` says how it feels now. A new event is
written only where something has moved by `STEP` since, so that a day has a few dozen of them and not thousands.
All is sums and products of whole and binary fractions: every machine feels the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE
from backend.domain.events import BodyChanged
from backend.domain.persona import Persona
from backend.domain.state import Body, Resident
from backend.domain.temper import Temper, temper
from backend.domain.view import View

STEP, MOOD_STEP = 6, 3
"""Points by which something moves before it is told."""
EVEN = 50

TIRING = 5.3
"""Energy that an hour awake takes."""
RESTING = 0.4
"""The share of it where one rests."""
TOILING = 1.25
SLEEP = 11.0
"""Energy that an hour of sleep gives."""
HUNGER, HUNGER_ASLEEP = 6.0, 2.5
"""Points an hour."""
MEAL = 2.2
"""Points of hunger that a minute of eating takes."""
SOLITUDE = 6.0
"""Points of company that an hour awake without a talk takes."""
SETTLING = 2.5
"""Points an hour by which the mood goes back to what is usual."""
OLD = 62

_AT_REST = frozenset(("rest", "read", "watch", "music", "drink", "eat", "talk"))
_TOIL = frozenset(("exercise", "garden", "repair", "clean", "serve", "stock"))
_WEATHER = {"clear": 2, "rain": -3, "storm": -6, "snow": 1, "fog": -2, "heat": -3}


@dataclass(frozen=True)
class Pulse:
    """What something that happened does to a resident at once, in points."""

    because: str
    """In few words."""
    energy: float = 0.0
    hunger: float = 0.0
    company: float = 0.0
    mood: float = 0.0
    always: bool = False
    """Told however little it moves: what one feels goes another way from here on."""


def felt(view: View, resident: str) -> Body:
    """How the resident feels now."""
    energy, hunger, company, mood = _drifted(view, resident)
    body = view.state.residents[resident].body
    return Body(_points(energy), _points(hunger), _points(company), _points(mood), body.because, body.since)


def moved(view: View, resident: str, pulse: Pulse) -> BodyChanged | None:
    """What is told of a pulse; None where it moves nothing much."""
    energy, hunger, company, mood = _drifted(view, resident)
    before = view.state.residents[resident].body
    now = (
        _points(energy + pulse.energy),
        _points(hunger + pulse.hunger),
        _points(company + pulse.company),
        _points(mood + pulse.mood * _room(mood, pulse.mood)),
    )
    then = (before.energy, before.hunger, before.company, before.mood)
    steps = (STEP, STEP, STEP, MOOD_STEP)
    if not pulse.always and all(abs(a - b) < step for a, b, step in zip(now, then, steps, strict=True)):
        return None
    return BodyChanged(
        resident=resident, energy=now[0], hunger=now[1], company=now[2], mood=now[3], because=pulse.because
    )


def _room(mood: float, way: float) -> float:
    """Share of it that is felt: nobody gets ever happier, or ever sadder, by the same again."""
    return min(1.0, (100 - mood if way > 0 else mood) / EVEN)


def at_first(view: View, persona: Persona, *, asleep: bool) -> BodyChanged:
    """How somebody feels when the town begins: by the hour, its usual nights and meals, its temper."""
    minute = view.scenario.calendar.minute_of_day(view.tick)
    if asleep:
        energy = 98 - SLEEP * ((persona.wake - minute) % MINUTES_PER_DAY) / 60
    else:
        energy = 96 - TIRING * ((minute - persona.wake) % MINUTES_PER_DAY) / 60
    fasting = min(((minute - meal) % MINUTES_PER_DAY for meal in persona.meals), default=4 * 60) / 60
    hunger = 12 + HUNGER * min(fasting, 6) + HUNGER_ASLEEP * max(fasting - 6, 0)
    return BodyChanged(
        resident=persona.id,
        energy=_points(max(energy, 20)),
        hunger=_points(min(hunger, 65)),
        company=_points(EVEN - 10 * temper(persona).outgoing),
        mood=_points(_usual_mood(view, persona)),
        because="a new day",
    )


def from_action(resident: Resident, tick: int) -> Pulse:
    """Of the action that the resident ends at `tick`."""
    action = resident.action
    if action is None or action.begun is None:
        return Pulse("the hours went by")
    if action.asleep:
        return Pulse("slept", always=True)
    minutes = (tick - action.begun) / TICKS_PER_MINUTE
    if action.need == "eat":
        return Pulse("ate", hunger=-MEAL * minutes, mood=2)
    if action.need == "drink":
        return Pulse("had something to drink", hunger=-4)
    return Pulse(action.activity)


def from_talk(persona: Persona, lines: int, called: str) -> Pulse:
    """Of a talk: those who seek company have enough of it later."""
    fill = min(4 + 1.6 * lines, 24) * (1 - 0.3 * temper(persona).outgoing)
    return Pulse(f"talked with {called}", company=fill)


def _drifted(view: View, resident: str) -> Iterator[float]:
    """Energy, hunger, company and mood after the time since the last change."""
    state = view.state.residents[resident]
    persona, body, action = view.persona(resident), state.body, state.action
    hours = (view.tick - body.since) / TICKS_PER_HOUR
    mind = temper(persona)
    if state.asleep:
        energy, hunger, lonely = SLEEP, HUNGER_ASLEEP, 1.0
    else:
        need = action.need if action is not None and action.begun is not None else ""
        share = RESTING if need in _AT_REST else TOILING if need in _TOIL else 1.0
        energy = -TIRING * share * (1.15 if persona.age >= OLD else 1.0) * (1 - 0.1 * mind.lively)
        hunger = HUNGER
        lonely = 0.0 if state.talk is not None else SOLITUDE * (1 + 0.4 * mind.outgoing)
    yield _within(body.energy + energy * hours)
    yield _within(body.hunger + hunger * hours)
    yield _within(body.company - lonely * hours)
    usual = _usual_mood(view, persona) - _wants(body, mind)
    way = usual - body.mood
    yield body.mood + (min(way, SETTLING * hours) if way > 0 else max(way, -SETTLING * hours))


def _usual_mood(view: View, persona: Persona) -> float:
    mind = temper(persona)
    return EVEN + 3 + 6 * mind.warm + 3 * mind.outgoing + 2 * mind.lively + _WEATHER[view.state.weather]


def _wants(body: Body, mind: Temper) -> float:
    """What hunger, tiredness and loneliness take from the mood."""
    lonely = 5 + 3 * mind.outgoing if body.company <= 15 else 0
    return (6 if body.hunger >= 80 else 0) + (6 if body.energy <= 15 else 0) + lonely


def _within(points: float) -> float:
    return min(100.0, max(0.0, points))


def _points(points: float) -> int:
    return int(_within(points) + 0.5)
