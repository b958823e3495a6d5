"""Whom and what a question names, among the people and the places that the resident knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from backend.domain.calendar import TICKS_PER_MINUTE
from backend.domain.departure import tells_of_departure
from backend.domain.errands import kinds_for
from backend.domain.naming import name_words
from backend.domain.questions import MemoryView, PersonView, PlaceView

_NAMED = re.compile(
    r"(?i)\b(?:who(?:['’]s| is| was)|where(?:['’]s| is| was)|knows?|about|of|with|met|meet|seen|saw|find|is|does)\s+"
    r"(?P<first>[^\W\d_][\w-]*)(?:['’]s\b)?(?:\s+(?P<last>[^\W\d_][\w-]*))?"
)

_OWNER = re.compile(r"(?i)\b(?!(?:where|who|what|it|that|there|he|she)['’])(\w{2,})['’]s\s")
"""Whose something is: the room of somebody whose rooms one does not know is not any room."""
_ANY_PLACE = frozenset({"room", "house", "place", "building", "home"})
"""Words that name no place by themselves."""


def meant(text: str, people: Iterable[PersonView]) -> PersonView | None:
    """The person that `text` names in full or by the first name; None for anybody else's name."""
    known = [person for person in people if person.name]
    for match in _NAMED.finditer(text):
        first, last = match.group("first"), match.group("last") or ""
        full = name_words(f"{first} {last}")
        namesakes = [p for p in known if p.name and name_words(p.name.split()[0]) == name_words(first)]
        exact = [p for p in namesakes if p.name and full == name_words(p.name)]
        if exact:
            return exact[0]
        if namesakes and not last[:1].isupper():
            return max(namesakes, key=lambda person: (person.closeness, person.id))
    return None


def bond(closeness: float) -> str:
    """The act that puts a closeness, -1 to 1, in words."""
    if closeness >= 0.75:
        return "bond_dear"
    if closeness >= 0.35:
        return "bond_friend"
    return "bond_known" if closeness > -0.2 else "bond_cool"


def sighting(person: PersonView, memories: Iterable[MemoryView]) -> MemoryView | None:
    """The last time that the resident saw them with its own eyes, as far as it remembers."""
    seen = [
        memory
        for memory in memories
        if memory.memory == "observation" and memory.told_by is None and person.id in memory.about
    ]
    return max(seen, key=lambda memory: (memory.tick, memory.id), default=None)


def departure(person: PersonView, memories: Iterable[MemoryView]) -> MemoryView | None:
    """By which memory the resident knows that they have left the town."""
    return next(
        (memory for memory in memories if tells_of_departure(memory.text, memory.about, person.id)), None
    )


def ago(ticks: int) -> str:
    """ "about 20 minutes ago"."""
    minutes = ticks // TICKS_PER_MINUTE
    if minutes < 3:
        return "a moment ago"
    if minutes < 55:
        return f"about {minutes} minutes ago"
    if minutes < 90:
        return "about an hour ago"
    hours = (minutes + 30) // 60
    if hours < 24:
        return f"about {hours} hours ago"
    return "a day ago" if hours < 48 else f"{hours // 24} days ago"


def place_meant(text: str, places: Sequence[PlaceView]) -> tuple[str, PlaceView] | None:
    """The building or room that `text` names, as one says it, with its hours; None for none that is known."""
    words = name_words(text)
    owners = name_words(" ".join(_OWNER.findall(text)))
    ranked = []
    for number, place in enumerate(places):
        building = _building(place)
        named = name_words(building) | name_words(place.sector_kind)
        room = name_words(place.name.split(" of ")[0]) - named - {"home"}
        shared = len((words & (named | room)) - _ANY_PLACE)
        if shared and owners <= named | room:
            spoken = place.name if words & room or not words & named else building
            if place.own:
                spoken = f"{place.name}, {building}" if words & room else f"{building}, where I live"
            ranked.append((-shared, place.own, number, spoken, place))
    if not ranked:
        return _serving(text, places)
    _, _, _, spoken, place = min(ranked, key=lambda entry: entry[:3])
    return spoken, place


def _serving(text: str, places: Sequence[PlaceView]) -> tuple[str, PlaceView] | None:
    """A place where one gets what `text` asks for: the largest choice of what one can do there counts."""
    kinds = kinds_for(text)
    found = [place for place in places if place.sector_kind in kinds and not place.own]
    if not found:
        return None
    best = max(found, key=lambda place: (len(place.needs), place.arena))
    return _building(best), best


def _building(place: PlaceView) -> str:
    """The name of the building in the address, world:sector:arena."""
    parts = place.arena.split(":")
    return parts[1].replace("_", " ") if len(parts) > 1 else place.name
