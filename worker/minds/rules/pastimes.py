"""What a resident does when nothing asks for it: what it likes, errands, the small things of a home."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.chance import Chance
from backend.domain.questions import BodyView, PlaceView, PlanBlock
from worker.minds.rules.condition import TIRED, sociable
from worker.minds.rules.convictions import serves
from worker.minds.rules.places import Places
from worker.minds.rules.temper import Temper
from worker.minds.rules.visits import VISITING, visits

_HOME: dict[str, tuple[tuple[str, str], ...]] = {
    "rest": (("putting the feet up", "🛋️"), ("sitting down for a while", "🛋️")),
    "read": (("reading a book", "📖"), ("reading the newspaper", "📰")),
    "watch": (("looking out of the window", "🪟"), ("watching what goes by", "👀")),
    "music": (("listening to music", "🎶"),),
    "play": (("playing a game of patience", "🃏"),),
    "garden": (("tending the garden", "🪴"),),
    "drink": (("having a cup of tea", "🍵"),),
    "cook": (("preparing something for later", "🍲"), ("trying out a recipe", "🧑‍🍳")),
    "wash": (("tidying up", "🧹"), ("doing the laundry", "🧺")),
    "write": (("writing letters", "✍️"), ("writing down the day's thoughts", "📓")),
    "study": (("reading up on something", "📚"),),
    "exercise": (("doing some exercises", "🤸"),),
    "make": (("working on something small with the hands", "🧵"),),
    "repair": (("mending a few things", "🪡"),),
}
"""Need to what one calls it at home."""

_OUT: dict[str, tuple[tuple[str, str], ...]] = {
    "rest": (("sitting outside for a while", "🪑"),),
    "watch": (("taking a walk and looking around", "🚶"),),
    "exercise": (("taking a brisk walk", "🚶"),),
    "drink": (("having something to drink", "☕"),),
    "talk": (("looking who is about", "👋"),),
}
_UNDER_A_ROOF: dict[str, tuple[tuple[str, str], ...]] = {
    "rest": (("sitting down among people", "🪑"),),
    "watch": (("watching who comes and goes", "👀"),),
    "exercise": (),
}
"""What one calls it indoors, where that is another thing; nothing where one goes out of doors for it."""

_COMPANY = frozenset({"talk", "play", "drink", "shop", "music"})
_ALONE = frozenset({"read", "write", "study", "garden", "make", "rest"})
_MOVING = frozenset({"exercise", "garden", "play", "repair", "make"})

_AIMED_AT = 1.8
"""How much rather one does what serves a goal."""
_DARK = 21 * 60
"""Minute of the day from which few go out without a reason."""
_BEFORE_DUTY = 110
"""Minutes before work in which one stays near home or at the workplace."""
_NEAR = 5
"""Minutes on foot from home that are no distance."""
LEAST = 25
"""Minutes below which a gap is not worth going anywhere for."""


@dataclass(frozen=True)
class Pastime:
    activity: str
    need: str
    emoji: str
    arena: str
    weight: float


@dataclass
class FreeTime:
    """Fills free stretches of one day, with memory of what the day has held so far."""

    places: Places
    temper: Temper
    chance: Chance
    bed: int
    """When the day ends; the last hours are spent more quietly."""
    body: BodyView = field(default_factory=BodyView)
    goals: tuple[str, ...] = ()
    used: list[str] = field(default_factory=list)
    _ordinal: int = 1000

    def _next(self) -> int:
        self._ordinal += 1
        return self._ordinal

    def fill(self, start: int, end: int, duty: PlanBlock | None = None) -> list[PlanBlock]:
        """Blocks without gaps from `start` to `end`; shortly before a `duty` one does not go far."""
        blocks: list[PlanBlock] = []
        clock = start
        while clock < end:
            length = self.chance.between(45, 95, self._next())
            if end - clock - length < 30:
                length = end - clock
            if length > 110:
                length = length // 2
            soon = duty is not None and duty.start - clock <= _BEFORE_DUTY
            block = self._block(clock, clock + length, duty.arena if soon and duty is not None else None)
            blocks.append(block)
            clock = block.end
        return blocks

    def _block(self, start: int, end: int, near: str | None) -> PlanBlock:
        options = self._options(start, end)
        if near is not None:
            building = near.rpartition(":")[0]
            options = [
                option
                for option in options
                if self.places.by_arena[option.arena].own
                or self.places.by_arena[option.arena].walk <= _NEAR
                or option.arena.startswith(f"{building}:")
            ] or [self._resting()]
        last = self.used[-1] if self.used else ""
        weights = [
            option.weight * (0.02 if option.activity == last else 0.25 ** self.used.count(option.activity))
            for option in options
        ]
        chosen = self.chance.weighted(options, weights, self._next())
        self.used.append(chosen.activity)
        closing = self.places.closing(chosen.arena)
        if closing is not None:
            end = min(end, closing)
        return PlanBlock(
            start=start,
            end=end,
            activity=chosen.activity,
            need=chosen.need,
            emoji=chosen.emoji,
            arena=chosen.arena,
        )

    def _options(self, start: int, end: int) -> list[Pastime]:
        stay = min(end, start + LEAST)
        found = self._liked(start, stay, end)
        worth_going = end - start >= LEAST
        if worth_going and start < self.bed - 90:
            found += self._errands(start, stay)
            found += self._out(start, stay)
            found += self._visits(start, end)
        found += self._home()
        if not found:
            found.append(self._resting())
        return found

    def _resting(self) -> Pastime:
        return Pastime("resting", "rest", "🛋️", self.places.at_home("rest"), 1.0)

    def _weight(self, need: str, start: int) -> float:
        """How much the temper and the hour speak for it."""
        weight = 1.0
        if need in _COMPANY:
            weight *= (1 + 0.6 * self.temper.outgoing) * sociable(self.body)
        if need in _ALONE:
            weight *= 1 - 0.4 * self.temper.outgoing
        if need in _MOVING:
            weight *= 1 + 0.5 * self.temper.lively
            if start > self.bed - 120 or self.body.energy < TIRED:
                weight *= 0.2
        return weight

    def _liked(self, start: int, stay: int, end: int) -> list[Pastime]:
        found = []
        for leisure in self.places.persona.leisure:
            if leisure.need == "eat":
                continue  # It tells where one likes to have one's meals.
            for rank, arena in enumerate(leisure.places):
                home = arena in self.places.by_arena and self.places.by_arena[arena].own
                if not home and end - start < LEAST:
                    continue
                if self.places.is_lively(arena, start, stay):
                    weight = 3.0 * leisure.weight * self._weight(leisure.need, start) * 0.4**rank
                    weight *= _AIMED_AT if serves(self.goals, leisure.activity) else 1
                    found.append(Pastime(leisure.activity, leisure.need, leisure.emoji, arena, weight))
        return found

    def _errands(self, start: int, stay: int) -> list[Pastime]:
        if "running errands" in self.used:
            return []
        shops = [p for p in self.places.serving("shop", start, stay) if p.arena != self.places.workplace]
        return [Pastime("running errands", "shop", "🛍️", p.arena, 1.5 / len(shops)) for p in shops]

    def _out(self, start: int, stay: int) -> list[Pastime]:
        found = []
        for need in _OUT:
            places = [
                p
                for p in self.places.serving(need, start, stay)
                if p.arena != self.places.workplace and self._called(need, p) and "shop" not in p.needs
            ]
            for place in places:
                activity, emoji = self.chance.choice(self._called(need, place), self._next())
                weight = 0.7 * self._weight(need, start) / len(places)
                if start % MINUTES_PER_DAY >= _DARK:
                    weight *= 0.3
                found.append(Pastime(activity, need, emoji, place.arena, weight))
        return found

    def _called(self, need: str, place: PlaceView) -> tuple[tuple[str, str], ...]:
        names = _OUT[need]
        return names if self.places.is_outdoors(place.arena) else _UNDER_A_ROOF.get(need, names)

    def _visits(self, start: int, end: int) -> list[Pastime]:
        if any(activity.startswith(VISITING) for activity in self.used):
            return []
        return [
            Pastime(visit.activity, visit.need, "🏡", visit.arena, visit.weight * self._weight("talk", start))
            for visit in visits(self.places.known, start, end)
        ]

    def _home(self) -> list[Pastime]:
        found: list[Pastime] = []
        seen: set[str] = set()
        for place in self.places.known:
            if not place.own:
                continue
            for need in place.needs:
                if need in _HOME and need not in seen and (need != "wash" or "cook" in place.needs):
                    seen.add(need)
                    activity, emoji = self.chance.choice(_HOME[need], self._next())
                    weight = 0.7 * self._weight(need, 0)
                    found.append(Pastime(activity, need, emoji, place.arena, weight))
        return found
