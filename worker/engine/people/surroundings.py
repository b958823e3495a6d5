"""A director's hand in the world: announcements, things, weather."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from worker.engine.nearest import nearest
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_place
from worker.engine.refusals import UnknownObject
from worker.engine.town import Town


def _announce(town: Town, given: i.Announce) -> None:
    if given.place is None:
        town.emit(e.Announced(arena=None, text=given.text, by="director"))
        return
    for arena in known_place(town, given.place):
        town.emit(e.Announced(arena=arena.id, text=given.text, by="director"))


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


HANDLERS: Handlers = {
    "announce": _announce,
    "set_object": _set_object,
    "set_weather": _set_weather,
}
