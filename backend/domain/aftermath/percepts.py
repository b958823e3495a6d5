"""By which percepts something that happened to the world is noticed, and for how long (paper, section 4.1)."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.state import CLOSED, closing_key
from backend.domain.trails import announced_as


def noticed_as(event: e.AnyEvent, tick: int) -> tuple[str, ...]:
    """The percepts by which residents notice an event of tick `tick`, see `worker.cognition.noticing`."""
    match event:
        case e.Announced():
            return (announced_as(tick, event.text),)
        case e.ObjectChanged(by=None):
            return (f"{event.object}|{event.state}",)
        case e.WeatherChanged():
            return (f"weather|{event.weather}|{tick}", f"weather|{event.weather}")
        case e.PlaceClosed():
            return (f"{CLOSED}{closing_key(event.place, tick)}",)
        case e.PlaceOpened():
            return (f"opened|{event.place}|{tick}",)
        case _:
            return ()


def overwrites(later: e.AnyEvent, earlier: e.AnyEvent) -> bool:
    """Whether what is noticed after `later` is no longer what `earlier` made it."""
    match later, earlier:
        case e.ObjectChanged(), e.ObjectChanged():
            return later.object == earlier.object
        case e.WeatherChanged(), e.WeatherChanged():
            return True
        case _:
            return False
