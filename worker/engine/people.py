"""Inputs of people: each kind's direct effect on the open tick. One function a kind, all in `HANDLERS`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.norms import may_enter
from backend.domain.wishes import Ask
from backend.domain.world import Tile
from worker.engine import talks
from worker.engine.town import Town

GATE = "gate"


class InputRefused(Exception):
    """An input that the world does not allow; the message says why and what to do. The subclass names the error."""


class UnknownResident(InputRefused):
    pass


class UnknownPlace(InputRefused):
    pass


class UnknownObject(InputRefused):
    pass


class ResidentAsleep(InputRefused):
    pass


class TooFar(InputRefused):
    pass


class NotInTown(InputRefused):
    pass


class AlreadyInTown(InputRefused):
    pass


class StepBlocked(InputRefused):
    pass


class PlaceClosed(InputRefused):
    pass


class StampPassed(InputRefused):
    """A scheduled input came too late for its tick."""


def apply_input(town: Town, given: i.AnyInput, *, waits: bool) -> None:
    """Carries out an input of a person at the open tick.

    Args:
        town: The town, its tick open.
        given: The input.
        waits: Whether the tick stays open until the resident spoken to has answered (scheduled inputs).

    Raises:
        InputRefused: nothing was changed.
    """
    HANDLERS[given.kind](town, given, waits)


def reply_key(resident: str, stamp: i.Stamp) -> str:
    """Key of the question that words to a resident, applied at `stamp`, lead to."""
    return f"answer:{resident}@{stamp.tick}.{stamp.order}"


def _speak(town: Town, given: i.Speak, waits: bool) -> None:
    resident = town.state.residents.get(given.to)
    if resident is None:
        raise UnknownResident(
            f"nobody is called {given.to!r} here; {_nearest(given.to, town.state.residents)}"
        )
    if resident.asleep:
        wakes = resident.action.until if resident.action is not None else None
        until = town.scenario.calendar.clock(wakes or town.tick)
        raise ResidentAsleep(
            f"{town.scenario.personas[given.to].name} is asleep until about {until}; talk to somebody awake or wait"
        )
    if given.visitor in town.state.visitors and not town.view().in_sight(given.visitor, given.to):
        raise TooFar(f"{town.scenario.personas[given.to].name} is out of earshot; walk up to them first")
    key = reply_key(given.to, i.Stamp(town.tick, town.next_order()))
    words = e.Said(speaker=given.visitor, to=(given.to,), text=given.text)
    town.emit(words)
    for wish in town.cognition.reply(town.view(), given, key, town.tick if waits else None):
        if isinstance(wish, Ask):
            town.ask(wish)
        elif isinstance(wish, e.Event):
            town.emit(wish)
    talks.overhear(town, words)


def _announce(town: Town, given: i.Announce, waits: bool) -> None:
    world = town.scenario.world
    if given.place is None:
        town.emit(e.Announced(arena=None, text=given.text, by="director"))
        return
    arenas = [a.id for a in world.arenas.values() if given.place in (a.id, a.sector)]
    if not arenas:
        known = [*world.sectors, *world.arenas]
        raise UnknownPlace(f"there is no place {given.place!r}; {_nearest(given.place, known)}")
    for arena in sorted(arenas):
        town.emit(e.Announced(arena=arena, text=given.text, by="director"))


def _set_object(town: Town, given: i.SetObject, waits: bool) -> None:
    current = town.state.objects.get(given.object)
    if current is None:
        raise UnknownObject(
            f"there is no object {given.object!r}; {_nearest(given.object, town.state.objects)}"
        )
    town.emit(e.ObjectChanged(object=given.object, state=given.state, was=current.state, by=None))


def _set_weather(town: Town, given: i.SetWeather, waits: bool) -> None:
    if given.weather != town.state.weather:
        town.emit(e.WeatherChanged(weather=given.weather))


def _set_mind(town: Town, given: i.SetMind, waits: bool) -> None:
    if given.resident is not None and given.resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {given.resident!r} here; {_nearest(given.resident, town.state.residents)}"
        )
    town.emit(e.MindSet(resident=given.resident, mind=given.mind))


def _enter(town: Town, given: i.Enter, waits: bool) -> None:
    if given.visitor in town.state.visitors:
        raise AlreadyInTown("you are in town already; walk on, or leave first")
    names = {persona.name.casefold() for persona in town.scenario.personas.values()}
    names |= {visitor.name.casefold() for visitor in town.state.visitors.values()}
    if given.name.casefold() in names:
        raise AlreadyInTown(f"somebody called {given.name} is in town already; choose another name")
    town.emit(
        e.VisitorEntered(
            visitor=given.visitor, name=given.name, looks=given.looks, at=town.scenario.world.spawns[GATE]
        )
    )


def _walk(town: Town, given: i.Walk, waits: bool) -> None:
    visitor = town.state.visitors.get(given.visitor)
    if visitor is None:
        raise NotInTown("you are not in town; enter first")
    world, at = town.scenario.world, visitor.at
    for tile in given.path:
        if abs(tile[0] - at[0]) + abs(tile[1] - at[1]) != 1:
            raise StepBlocked(f"{tile} is not next to {at}; walk tile by tile")
        if not world.is_free(tile):
            raise StepBlocked(f"{tile} is not free; walk around it")
        _check_door(town, given.visitor, at, tile)
        at = tile
    town.emit(e.VisitorMoved(visitor=given.visitor, path=(visitor.at, *given.path)))


def _check_door(town: Town, visitor: str, at: Tile, tile: Tile) -> None:
    world = town.scenario.world
    arena = world.arena_at(tile)
    if arena is None or arena == world.arena_at(at):
        return
    refusal = may_enter(world, town.scenario.calendar, arena, visitor, town.tick)
    if refusal is not None:
        raise PlaceClosed(f"{refusal}; stay outside, or come back when it is open to you")


def _leave(town: Town, given: i.Leave, waits: bool) -> None:
    if given.visitor not in town.state.visitors:
        raise NotInTown("you are not in town; nothing to leave")
    town.emit(e.VisitorLeft(visitor=given.visitor))


def _nearest(name: str, known: Any) -> str:
    close = get_close_matches(name, list(known), n=1, cutoff=0.3)
    return f"did you mean {close[0]!r}?" if close else "look up the town's own list"


HANDLERS: dict[str, Callable[[Town, Any, bool], None]] = {
    "speak": _speak,
    "announce": _announce,
    "set_object": _set_object,
    "set_weather": _set_weather,
    "set_mind": _set_mind,
    "enter": _enter,
    "walk": _walk,
    "leave": _leave,
}
