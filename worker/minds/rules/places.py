"""Which known place serves for what, and when it may be entered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.concern import ALARMING, concern
from backend.domain.persona import Persona
from backend.domain.questions import PlaceView

HOMES = frozenset({"home", "house", "apartment", "flat", "cottage", "dorm", "dormitory", "farmhouse"})
"""Kinds of sector that are somebody's home: nobody plans to be in a home that is not its own."""
EATERIES = frozenset(
    {
        "cafe",
        "café",
        "restaurant",
        "bar",
        "pub",
        "bakery",
        "diner",
        "canteen",
        "inn",
        "tavern",
        "bistro",
        "teahouse",
    }
)
FOUL = frozenset({"rain", "storm", "snow"})
"""Weather in which nobody plans to be outdoors for pleasure."""
_SHUT = re.compile(r"(?i)\b(?:closed|closes|shut|cancelled|canceled|called off)\b")
_OUTDOORS = re.compile(r"(?i)\b(park|garden|green|square|yard|pond|meadow|beach)\b")


def open_during(place: PlaceView, start: int, end: int) -> bool:
    """Whether it is open to its guests all of the time, by today's hours; minutes after midnight."""
    if place.always or place.own:
        return True
    if place.opens is None:
        return False
    closes = place.closes if place.closes is not None else MINUTES_PER_DAY
    return place.opens <= start and end <= closes


@dataclass(frozen=True)
class Places:
    """The places that one resident knows, as one that plans looks at them."""

    persona: Persona
    known: tuple[PlaceView, ...]
    weather: str = "clear"
    because: str = ""
    """Why the day is planned anew: a place of which it says that it is closed or dangerous is kept away from."""

    @cached_property
    def by_arena(self) -> dict[str, PlaceView]:
        return {place.arena: place for place in self.known}

    @cached_property
    def workplace(self) -> str | None:
        """Where the job is done, if that is known; else another room of the same building."""
        if self.persona.job is None:
            return None
        workplace = self.persona.job.workplace
        if workplace in self.by_arena:
            return workplace
        sector = workplace.rpartition(":")[0]
        return next((p.arena for p in self.known if sector and p.arena.startswith(f"{sector}:")), None)

    @cached_property
    def bedroom(self) -> str:
        """Where the own bed stands; else the place most like it."""
        arena = self.persona.bed.rpartition(":")[0]
        if arena in self.by_arena:
            return arena
        own = [p for p in self.known if p.own]
        ranked = [p for p in own if "sleep" in p.needs] or own or list(self.known)
        return ranked[0].arena

    def at_home(self, *needs: str) -> str:
        """A room of the own home that serves the first of `needs` that any serves; else the bedroom."""
        for need in needs:
            for place in self.known:
                if place.own and need in place.needs:
                    return place.arena
        return self.bedroom

    def may_enter(self, arena: str, start: int, end: int) -> bool:
        place = self.by_arena.get(arena)
        if place is None:
            return False
        if place.hosts or (place.sector_kind.lower() in HOMES and not place.own):
            return False
        return place.exempt or open_during(place, start, end)

    def is_lively(self, arena: str, start: int, end: int) -> bool:
        """Whether one may be there as guests are: nobody spends its free time behind shut doors."""
        if self.weather in FOUL and self.is_outdoors(arena):
            return False
        is_open = self.may_enter(arena, start, end) and open_during(self.by_arena[arena], start, end)
        return is_open and not self._is_shunned(arena)

    def _is_shunned(self, arena: str) -> bool:
        if not self.because or (_SHUT.search(self.because) is None and concern(self.because) < ALARMING):
            return False
        building = arena.split(":")[1].replace("_", " ") if ":" in arena else arena
        named = self.by_arena[arena].name.rpartition(" of ")[2]
        return any(name.lower() in self.because.lower() for name in (building, named))

    def is_outdoors(self, arena: str) -> bool:
        place = self.by_arena[arena]
        return _OUTDOORS.search(f"{place.sector_kind} {place.name.split(' of ')[0]}") is not None

    def closing(self, arena: str) -> int | None:
        """When a place closes today to this resident; None if it does not."""
        place = self.by_arena[arena]
        if place.always or place.own:
            return None
        return place.closes if place.closes is not None else MINUTES_PER_DAY

    def serving(self, need: str, start: int, end: int) -> list[PlaceView]:
        """Places outside the home, open all of the time, that serve `need`."""
        return [
            p for p in self.known if not p.own and need in p.needs and self.is_lively(p.arena, start, end)
        ]
