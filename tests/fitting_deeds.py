"""What each waking minute of a life was spent on, and whether it fits the place and the thing (see `Fit`)."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import cached_property

from backend.domain.calendar import minutes
from backend.domain.persona import Persona
from backend.domain.view import SIGHT, distance
from backend.domain.world import World
from tests.deeds import Deed
from tests.whole_days import Days

ON_FOOT = re.compile(r"(?i)\b(walk|stroll|laps?\b|running(?! errands)|jog)")
STRETCH = re.compile(r"(?i)\bstretching the legs\b")
HOUSEWORK = re.compile(r"(?i)\b(tidying|laundry|getting up|dressed|freshening up)")
A_STRETCH = minutes(10)
"""Ticks that one stretches one's legs at the most."""
A_HAND = minutes(40)
"""Ticks that one lends a hand at the most, while others use all that the work takes."""


class Fit(StrEnum):
    """What a waking tick is spent on.

    The first three fit. All that is done with an object has to be one of the object's own uses. Without an object
    there is no list to go by, so that only this little counts: waiting at a door; walking and the like out of doors;
    housework and dressing in the own home; a hand lent at the workplace in one's hours, for a while; stretching the
    legs for ten minutes. A break, a bite from the hand, waiting or looking around fit nowhere, whatever the place.
    """

    TALK = "in a talk with somebody in view"
    WALK = "on the way to what one has chosen to do"
    DEED = "doing what the thing or the place is for"
    MISFIT = "doing what the thing or the place is not for"
    NOTHING = "doing nothing"

    @property
    def fits(self) -> bool:
        return self in (Fit.TALK, Fit.WALK, Fit.DEED)


class FittingDeeds:
    def __init__(self, days: Days) -> None:
        self._days = days
        self._world: World = days.scenario.world

    def tally(self, resident: str) -> Counter[Fit]:
        """Ticks awake by what they were spent on."""
        return Counter(self.by_tick(resident).values())

    def by_tick(self, resident: str) -> dict[int, Fit]:
        """All ticks at which the resident is awake."""
        persona = self._days.scenario.personas[resident]
        tiles = self._days.whereabouts.tiles(resident)
        found = dict.fromkeys(range(self._days.life.ticks), Fit.NOTHING)
        for deed in self._days.deeds:
            if deed.resident != resident:
                continue
            # Whoever has set out and stands still is doing nothing.
            for tick in range(deed.chosen, deed.ended if deed.begun is None else deed.begun):
                if tiles[tick] != tiles[max(tick - 1, 0)]:
                    found[tick] = Fit.WALK
            if deed.begun is not None:
                fit = Fit.DEED if self.misfit(persona, deed) is None else Fit.MISFIT
                for tick in range(deed.begun, deed.ended):
                    away = tiles[tick] != deed.what.spot
                    walks = tiles[tick] != tiles[max(tick - 1, 0)]
                    found[tick] = Fit.WALK if away and walks else Fit.NOTHING if away else fit
        for talk in self._days.talks:
            if resident in talk.participants:
                for tick in range(talk.started, talk.ended or self._days.life.ticks):
                    if self._in_view(talk.participants, tick):
                        found[tick] = Fit.TALK
        for deed, begun, ended in self._days.done(resident):
            if deed.what.asleep:
                for tick in range(begun, ended):
                    del found[tick]
        return found

    def misfit(self, persona: Persona, deed: Deed) -> str | None:
        """Why a deed does not fit where and with what it was done; None if it does."""
        what, world = deed.what, self._world
        if what.object is not None:
            thing = world.objects[what.object]
            use = thing.use_for(what.need)
            if what.need == "tend":
                return None
            if use is None or thing.arena != what.arena:
                return f"{thing.name} is not for {what.need}"
            if what.object_state != use.state:
                return f"{thing.name} is {what.object_state}"
            if named := self._named_otherwise(what.activity, what.object):
                return f"{what.activity} at {thing.name} instead of {named}"
            return None
        if what.need == "knock":
            return None
        if STRETCH.search(what.activity):
            return None if deed.minutes * 6 <= A_STRETCH else "a long stretch"
        if ON_FOOT.search(what.activity):
            return None if self._is_outdoors(what.arena) else f"{what.activity} under a roof"
        at_home = world.arenas[what.arena].sector == persona.home
        if HOUSEWORK.search(what.activity):
            return None if at_home else f"{what.activity} away from home"
        if what.activity == "lending a hand" and persona.job is not None:
            there = world.arenas[what.arena].sector == world.arenas[persona.job.workplace].sector
            return None if there and deed.minutes * 6 <= A_HAND else "lending a hand elsewhere"
        return f"{what.activity} with nothing"

    def _is_outdoors(self, arena: str) -> bool:
        names = f"{self._world.sector_of(arena).kind} {self._world.arenas[arena].name}"
        return re.search(r"(?i)\b(park|garden|green|square|yard|pond)\b", names) is not None

    def _named_otherwise(self, activity: str, thing: str) -> str | None:
        """Something else than the thing that the activity says it is done at, of what there is in the town."""
        own = self._world.objects[thing]
        at = re.search(r"\b(?:at|on|in|playing|by|into|from) the ((?:\w+ )?\w+)$", activity)
        if at is None:
            return None
        words = at.group(1).split()
        meant = [name for name in (" ".join(words), words[-1]) if name in self._names]
        own_names = f"{own.name} {own.kind} {' '.join(use.activity for use in own.uses)}"
        if meant and not any(name in own_names for name in meant):
            return meant[0]
        return None

    @cached_property
    def _names(self) -> set[str]:
        """What things are called."""
        things = self._world.objects.values()
        return {name for thing in things for name in (thing.name, thing.kind, thing.name.split()[-1])}

    def _in_view(self, participants: tuple[str, ...], tick: int) -> bool:
        tiles = [self._days.whereabouts.at(each, tick) for each in participants]
        arenas = {self._days.whereabouts.arena(each, tick) for each in participants}
        return len(arenas) == 1 and all(distance(tiles[0], tile) <= SIGHT for tile in tiles)
