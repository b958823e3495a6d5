"""Perceiving: what is new in view, nearest first, a few at a time, nothing twice (paper, section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from backend.domain.events import (
    ActionBegun,
    Announced,
    AnyEvent,
    EmoteKind,
    FoundShut,
    Knocked,
    PlaceClosed,
    PlaceOpened,
    Remembered,
    Source,
    WeatherChanged,
)
from backend.domain.outdoors import is_outdoors
from backend.domain.state import CLOSED, closing_key
from backend.domain.trails import announced_as
from backend.domain.view import SIGHT, View, distance, place_name
from backend.domain.wishes import Wish
from worker.cognition.alarms import alarms
from worker.cognition.percept import Percept
from worker.cognition.reacting import consider
from worker.cognition.recall import Recall
from worker.cognition.telling import called, doing, place

ATTENTION = 8
"""New percepts a look (paper: attention bandwidth)."""
SHOWN: dict[EmoteKind, str] = {
    "wave": "waves",
    "laugh": "laughs",
    "heart": "makes a heart of both hands",
    "clap": "claps",
    "dance": "dances",
    "cry": "cries",
    "nod": "nods",
    "shrug": "shrugs",
}
"""What one sees of an emote, after "a visitor"."""
_WEATHER = {
    "clear": ("The sky has cleared.", "The sky is clear."),
    "rain": ("It has begun to rain.", "It is raining."),
    "storm": ("A storm has come up.", "There is a storm outside."),
    "snow": ("It has begun to snow.", "It is snowing."),
    "fog": ("Fog has come up.", "There is fog everywhere."),
    "heat": ("It has become very hot.", "It is very hot outside."),
}
"""What is noticed when the weather turns, and by who comes out into it."""


def look(recall: Recall, view: View, resident: str, stimuli: Sequence[AnyEvent]) -> list[Wish]:
    """The memories of what is new, and the question whether to react to the weightiest of all that is in view."""
    attention = view.state.attention[resident]
    present = sorted(in_view(view, resident, stimuli), key=lambda p: (p.distance, p.key))
    new = [p for p in present if p.key not in attention.percepts][:ATTENTION]
    notebook = recall.notebook(view, resident)
    wishes: list[Wish] = []
    noticed: list[tuple[Percept, Remembered | None]] = [
        (percept, None) for percept in present if percept.key in attention.percepts
    ]
    for percept in new:
        by: Literal["intervention", "perception"] = (
            "intervention" if percept.subject == "announcement" else "perception"
        )
        memory = notebook.note(
            percept.text,
            "observation",
            Source(by=by),
            about=() if percept.subject in ("announcement", "weather") else (percept.about,),
            percept=percept.key,
        )
        noticed.append((percept, memory))
        wishes.append(memory)
    noticed.extend(alarms(recall, view, resident, stimuli))
    asked = consider(recall, view, resident, noticed)
    return wishes if asked is None else [*wishes, asked]


def in_view(view: View, resident: str, stimuli: Sequence[AnyEvent]) -> Iterator[Percept]:
    """All that the resident could notice now. Things at rest or in ordinary use are no percepts."""
    at = view.position(resident)
    for event in stimuli:
        if isinstance(event, Announced):
            key = announced_as(view.tick, event.text)
            yield Percept(
                key, f"There was an announcement: “{event.text}”", "announcement", event.arena or "", 0
            )
        elif isinstance(event, PlaceClosed | PlaceOpened | FoundShut):
            yield from _place(view, event)
        elif isinstance(event, Knocked):
            name = called(view, resident, event.resident)
            text = f"{name[0].upper()}{name[1:]} knocks at the door."
            yield Percept(f"knock|{event.resident}|{view.tick}", text, "knock", event.resident, 0)
    yield from _weather(view, resident, stimuli)
    for other in view.in_sight_of(resident, view.bodies()):
        if other != resident:
            yield _person(view, resident, other, distance(at, view.position(other)))
    arena = view.arena_of(resident)
    for thing in view.scenario.world.objects_in(arena) if arena is not None else ():
        current = view.state.objects[thing.id]
        if current.by == resident or thing.is_ordinary(current.state):
            continue
        away = min(distance(at, tile) for tile in thing.footprint)
        if away <= SIGHT:
            text = f"The {thing.name} {place(view, arena)} is {current.state}."
            yield Percept(f"{thing.id}|{current.state}", text, "object", thing.id, away)


def _place(view: View, event: PlaceClosed | PlaceOpened | FoundShut) -> Iterator[Percept]:
    """A place that is closed by hand, as it happens or as one stands before its door; or opens again."""
    name = place_name(view.scenario.world, event.place)
    name = name[0].upper() + name[1:]
    closure = view.state.closures.get(event.place)
    if isinstance(event, PlaceOpened):
        key = f"opened|{event.place}|{view.tick}"
        yield Percept(key, f"{name} is open again.", "announcement", event.place, 0)
    elif closure is not None:
        verb = "has been closed" if isinstance(event, PlaceClosed) else "is closed"
        why = f": {closure.reason.rstrip('.')}" if closure.reason else ""
        key = f"{CLOSED}{closing_key(event.place, closure.since)}"
        yield Percept(key, f"{name} {verb}{why}.", "announcement", event.place, 0)


def _person(view: View, resident: str, other: str, away: int) -> Percept:
    name = called(view, resident, other)
    guest = view.state.visitors.get(other)
    if guest is not None:
        who = f"{name}, a visitor," if view.state.residents[resident].knows_name_of(other) else "A visitor"
        shown = guest.emote
        if shown is not None and shown.since <= view.tick <= shown.until:
            return Percept(f"{other}|{shown.emote}", f"{who} {SHOWN[shown.emote]}.", "person", other, away)
        if guest.doing is not None:
            what = guest.doing.activity
            return Percept(
                f"{other}|{what}",
                f"{who} is {what} {place(view, view.arena_of(other))}.",
                "person",
                other,
                away,
            )
        return Percept(f"{other}|here", f"{who} is here.", "person", other, away)
    what = doing(view, view.state.residents[other])
    where = place(view, view.arena_of(other))
    return Percept(
        f"{other}|{what}", f"{name[0].upper()}{name[1:]} is {what} {where}.", "person", other, away
    )


def _weather(view: View, resident: str, stimuli: Sequence[AnyEvent]) -> Iterator[Percept]:
    """For who is under the open sky when it turns, or comes out to do something there."""
    if not is_outdoors(view.scenario.world, view.arena_of(resident)):
        return
    weather = view.state.weather
    turned, there = _WEATHER[weather]
    if any(isinstance(event, WeatherChanged) for event in stimuli):
        yield Percept(f"weather|{weather}|{view.tick}", turned, "weather", f"weather:{weather}", 0)
    elif weather != "clear" and any(
        isinstance(event, ActionBegun) and event.resident == resident for event in stimuli
    ):
        yield Percept(f"weather|{weather}", there, "weather", f"weather:{weather}", 0)
