"""What the game master's effects are in a director's hand: whatever a director could not send, it can't do."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.inputs import Announce, ClosePlace, OpenPlace, SetObject, SetWeather

Deed = SetObject | SetWeather | Announce | ClosePlace | OpenPlace


def deed_of(effect: e.Effect) -> Deed:
    """The input that does the same. Raises pydantic.ValidationError where there can be none."""
    match effect:
        case e.ThingBecomes():
            return SetObject(object=effect.object, state=effect.state)
        case e.WeatherTurns():
            return SetWeather(weather=effect.weather)
        case e.WordsGoRound():
            return Announce(place=effect.place, text=effect.text)
        case e.PlaceShuts():
            return ClosePlace(place=effect.place, reason=effect.why or None)
        case e.PlaceReopens():
            return OpenPlace(place=effect.place)
