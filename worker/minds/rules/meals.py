"""When and where a resident eats: at its usual hours, in its breaks, and twice a day whatever happens."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.chance import Chance
from backend.domain.persona import Persona
from backend.domain.questions import PlaceView, PlanBlock
from worker.minds.rules.places import EATERIES, Places
from worker.minds.rules.temper import temper
from worker.minds.rules.timeline import Timeline

EAT = "eat"
_LEAST_GAP = 18
"""Minutes that a meal takes at the least."""
_APART = 150
"""Minutes between the beginnings of two meals."""
_TWO_MEALS = 180
"""Who is awake for so many minutes eats twice."""
_ONE_MEAL = 60
_FULL_SHIFT = 300
"""A shift from this length on, in minutes, has its meal break."""


@dataclass(frozen=True)
class Eater:
    """Who eats, and with whom."""

    persona: Persona
    housemates: tuple[str, ...]
    rising: bool
    """Whether the planned hours begin with getting up."""
    table: Chance
    """Its draws are the same for all who live in the house."""
    hungry: int = 0
    """Minutes by which the first meal is earlier for hunger, and by half of which longer."""


@dataclass
class _Meals:
    eater: Eater
    places: Places
    chance: Chance
    timeline: Timeline
    starts: list[int]
    ordinal: int = 100

    @property
    def persona(self) -> Persona:
        return self.eater.persona

    def draw(self, low: int, high: int) -> int:
        self.ordinal += 1
        return self.chance.between(low, high, self.ordinal)

    def apart(self, minute: int) -> int:
        """Minutes to the nearest other meal."""
        return min((abs(minute - start) for start in self.starts), default=MINUTES_PER_DAY)

    def put(self, start: int, end: int, arena: str | None = None) -> None:
        self.ordinal += 1
        activity, emoji = _name(start, self.timeline.start if self.eater.rising else None)
        if any(block.activity == activity for block in self.timeline.blocks):
            activity, emoji = "having a bite", "🥪"
        arena = arena or self._where(start, end, activity)
        self.timeline.put(
            PlanBlock(start=start, end=end, activity=activity, need=EAT, emoji=emoji, arena=arena)
        )
        self.starts.append(start)

    def _where(self, start: int, end: int, activity: str) -> str:
        """At home or out, as the house decides; where one likes to eat if that is open, else where food is sold."""
        home = self.places.at_home(EAT, "cook")
        out = [p for p in self.places.serving(EAT, start, end) if p.arena != self.places.workplace]
        out = [p for p in out if p.sector_kind.lower() in EATERIES] or out
        liked = [
            arena
            for each in self.persona.leisure
            if each.need == EAT
            for arena in each.places
            if arena != home and self.places.is_lively(arena, start, end)
        ]
        if not out and not liked:
            return home
        often = {"having breakfast": 0.12, "having lunch": 0.5}.get(activity, 0.3)
        if self.eater.housemates and activity != "having lunch":
            often *= 0.6
        often *= 1 + 0.6 * temper(self.persona).outgoing + (0.8 if liked else 0)
        if EAT not in self.places.by_arena[home].needs:
            often = 1.0
        number = 10 * sorted({*_NAMES, activity}).index(activity)
        if self.eater.table.unit(number) >= often:
            return home
        if liked:
            return self.chance.choice(liked, self.ordinal + 500)
        turn = self.eater.table.unit(number + 1)
        return out[int(turn * len(out))].arena

    def target(self, usual: int) -> int:
        """When a meal is meant to be: all of a house are early or late together."""
        return usual + self.eater.table.between(-8, 10, 100 + usual % MINUTES_PER_DAY // 240)


_NAMES = ("having a late bite", "having breakfast", "having dinner", "having lunch")


def _name(minute: int, waking: int | None) -> tuple[str, str]:
    """What a meal is called: by the time since waking, else by the hour."""
    if waking is not None and minute - waking <= 120 and minute % MINUTES_PER_DAY < 18 * 60:
        return "having breakfast", "🥣"
    hour = minute % MINUTES_PER_DAY // 60
    if 5 <= hour < 10:
        return "having breakfast", "🥣"
    if 10 <= hour < 16:
        return "having lunch", "🥪"
    if 16 <= hour < 22:
        return "having dinner", "🍲"
    return "having a late bite", "🍞"


def _is_late(minute: int) -> bool:
    """Whoever is up then has had its meals, and needs no more before bed."""
    return not 4 * 60 <= minute % MINUTES_PER_DAY < 22 * 60


def plan_meals(
    eater: Eater, places: Places, chance: Chance, timeline: Timeline, work: list[tuple[int, int]]
) -> None:
    """Puts the meals of the waking hours into `timeline`, lunch breaks into `work`."""
    meals = _Meals(eater, places, chance, timeline, [])
    for begin, end in work:
        if end - begin >= _FULL_SHIFT:
            _lunch_break(meals, begin, end)
    for number, usual in enumerate(sorted(lifted(eater.persona.meals, timeline))):
        _usual_meal(meals, usual, eater.hungry if number == 0 else 0)
    awake = timeline.end - timeline.start
    wanted = (
        2
        if awake >= _TWO_MEALS
        else 1
        if awake >= _ONE_MEAL and (eater.rising or not _is_late(timeline.start))
        else 0
    )
    while len(meals.starts) < wanted and _extra_meal(meals):
        pass
    for begin, end in work:
        if len(meals.starts) < wanted:
            _break_in(meals, begin, end, (begin + end) // 2)


def lifted(minutes: tuple[int, ...], timeline: Timeline) -> list[int]:
    """Minutes of the day as they occur between the timeline's ends."""
    return [
        minute + shift
        for minute in minutes
        for shift in range(-MINUTES_PER_DAY, 3 * MINUTES_PER_DAY, MINUTES_PER_DAY)
        if timeline.start - 20 <= minute + shift < timeline.end
    ]


def _lunch_break(meals: _Meals, begin: int, end: int) -> None:
    job = meals.persona.job
    if job is None or job.lunch is None:
        return
    for minute in lifted((job.lunch,), meals.timeline):
        if begin + 10 <= minute <= end - 60:
            _break_in(meals, begin, end, minute)


def _break_in(meals: _Meals, begin: int, end: int, minute: int) -> None:
    """Splits the work block around `minute` by a meal; a short shift has a short break on the spot."""
    block = next(
        (
            b
            for b in meals.timeline.blocks
            if b.start <= minute < b.end and b.need != EAT and b.commitment is None
        ),
        None,
    )
    if block is None:
        return
    long_shift = end - begin >= _FULL_SHIFT
    start = minute + meals.draw(-4, 6) if long_shift else minute
    length = meals.draw(28, 38) if long_shift else max(5, min(15, (block.end - block.start) // 5))
    start = max(block.start, min(start, block.end - length))
    arena = _near_work(meals, block.arena, start, start + length)
    meals.timeline.replace(
        block, block.model_copy(update={"end": start}), block.model_copy(update={"start": start + length})
    )
    meals.put(start, start + length, arena)


def _near_work(meals: _Meals, workplace: str, start: int, end: int) -> str:
    """Where to eat in a break: in the same building if that serves, else where food is sold, else at home."""
    sector = workplace.rpartition(":")[0]
    here = [
        p.arena
        for p in meals.places.known
        if EAT in p.needs
        and p.arena.rpartition(":")[0] == sector
        and meals.places.may_enter(p.arena, start, end)
    ]
    if here:
        return workplace if workplace in here else here[0]
    out: list[PlaceView] = [
        p for p in meals.places.serving(EAT, start, end) if p.sector_kind.lower() in EATERIES
    ]
    if out:
        return meals.chance.choice(out, meals.ordinal + 700).arena
    home = meals.places.at_home(EAT, "cook")
    return home if EAT in meals.places.by_arena[home].needs else workplace


def _usual_meal(meals: _Meals, usual: int, hungry: int) -> None:
    """A meal at its usual time, or at the nearest free time within two and a half hours."""
    target = meals.target(usual) - hungry
    best: tuple[int, int, int] | None = None
    for begin, end in meals.timeline.gaps(_LEAST_GAP):
        start = min(max(target, begin), max(begin, end - 30))
        if meals.apart(start) < _APART:
            continue
        moved = abs(start - target)
        if moved <= 150 and (best is None or moved < best[0]):
            best = (moved, start, end)
    if best is None:
        return
    _, start, end = best
    meals.put(start, start + min(meals.draw(25, 45) + hungry // 2, end - start))


def _extra_meal(meals: _Meals) -> bool:
    """One more meal where it is farthest from the others; False if no gap is left."""
    best: tuple[int, int, int] | None = None
    for begin, end in meals.timeline.gaps(10):
        for start in {begin, max(begin, end - 30), (begin + end) // 2}:
            room = end - start
            if room < 10:
                continue
            apart = meals.apart(start)
            if best is None or (apart, -start) > (best[0], -best[1]):
                best = (apart, start, end)
    if best is None:
        return False
    _, start, end = best
    meals.put(start, start + min(meals.draw(22, 35), end - start))
    return True
