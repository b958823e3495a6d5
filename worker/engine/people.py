"""Inputs of people: each kind's direct effect on the open tick. One function a kind, all in `HANDLERS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backend.domain import events as e
from backend.domain import inputs as i
from worker.engine import settling, speaking, visitors
from worker.engine.nearest import nearest
from worker.engine.refusals import UnknownObject, UnknownPlace, UnknownResident
from worker.engine.town import Town


def apply_input(town: Town, given: i.AnyInput, *, waits: bool) -> None:
    """Carries out an input of a person at the open tick.

    Args:
        town: The town, its tick open.
        given: The input.
        waits: Whether the tick stays open until the resident spoken to has answered (scheduled inputs).

    Raises:
        InputRefused: nothing was changed.
    """
    if isinstance(given, i.Speak):
        speaking.speak(town, given, waits)
    else:
        HANDLERS[given.kind](town, given)


def _announce(town: Town, given: i.Announce) -> None:
    world = town.scenario.world
    if given.place is None:
        town.emit(e.Announced(arena=None, text=given.text, by="director"))
        return
    arenas = [a.id for a in world.arenas.values() if given.place in (a.id, a.sector)]
    if not arenas:
        known = [*world.sectors, *world.arenas]
        raise UnknownPlace(f"there is no place {given.place!r}; {nearest(given.place, known)}")
    for arena in sorted(arenas):
        town.emit(e.Announced(arena=arena, text=given.text, by="director"))


def _set_object(town: Town, given: i.SetObject) -> None:
    current = town.state.objects.get(given.object)
    if current is None:
        raise UnknownObject(
            f"there is no object {given.object!r}; {nearest(given.object, town.state.objects)}"
        )
    town.emit(e.ObjectChanged(object=given.object, state=given.state, was=current.state, by=None))


def _set_weather(town: Town, given: i.SetWeather) -> None:
    if given.weather != town.state.weather:
        town.emit(e.WeatherChanged(weather=given.weather))


def _set_mind(town: Town, given: i.SetMind) -> None:
    if given.resident is not None and given.resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {given.resident!r} here; {nearest(given.resident, town.state.residents)}"
        )
    town.emit(e.MindSet(resident=given.resident, mind=given.mind))


def _follow(town: Town, given: i.Follow) -> None:
    if given.resident not in town.state.residents:
        raise UnknownResident(
            f"nobody is called {given.resident!r} here; {nearest(given.resident, town.state.residents)}"
        )
    town.emit(e.Followed(resident=given.resident, visitor=given.visitor))


HANDLERS: dict[str, Callable[[Town, Any], None]] = {
    "announce": _announce,
    "set_object": _set_object,
    "set_weather": _set_weather,
    "set_mind": _set_mind,
    "add_resident": settling.add_resident,
    "enter": visitors.enter,
    "walk": visitors.walk,
    "leave": visitors.leave,
    "use_object": visitors.use_object,
    "emote": visitors.emote,
    "follow": _follow,
}
"""All kinds but `speak`, which may have to wait for an answer."""
