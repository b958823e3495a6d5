"""Somebody from outside in Brook Lane, by inputs as the page sends them."""

from __future__ import annotations

from functools import cache
from itertools import count

from backend.domain.events import Event
from backend.domain.inputs import AnyInput, Arrived, Emote, Enter, Fate, Speak, UseObject, Walk
from backend.domain.pathfinding import Pathfinder
from backend.domain.scenario import Scenario
from backend.domain.state import initial_state
from backend.domain.world import Tile
from tests.a_life import E, brook_lane
from worker.cognition.cognition import Cognition
from worker.engine.engine import Engine
from worker.engine.town import Town
from worker.minds import minds

EVE, VERA = "visitor:eve", "visitor:vera"
NOON = 1800
BENCH = "Brook Lane:Alder Green:bandstand green:green bench"
FOUNTAIN = "Brook Lane:Alder Green:pond bank:drinking fountain"
SEED = 7


@cache
def brook() -> Scenario:
    return brook_lane()


class Visit:
    """A live Brook Lane to which inputs come one by one."""

    def __init__(self, tick: int = NOON, seed: int = SEED) -> None:
        scenario = brook()
        town = Town(scenario, seed, initial_state(scenario), Cognition(scenario))
        self.engine = Engine(town, minds("rules"))
        self.engine.found("rules")
        self._numbers = count(1)
        self.live_to(tick)

    @property
    def town(self) -> Town:
        return self.engine.town

    def live_to(self, tick: int) -> None:
        while self.town.tick < tick and self.engine.step(tick):
            pass

    def live_for(self, ticks: int) -> None:
        self.live_to(self.town.tick + ticks)

    def send(self, given: AnyInput) -> Fate:
        number = next(self._numbers)
        self.engine.receive_input(Arrived(number, f"k{number}", given))
        return dict(self.engine.taken.fates)[number]

    def enter(self, visitor: str = EVE, name: str = "Eve") -> Fate:
        return self.send(Enter(visitor=visitor, name=name))

    def walk_to(self, goal: Tile, visitor: str = EVE) -> None:
        """All the way, as fast as can be."""
        here = self.town.state.visitors[visitor].at
        path = Pathfinder(brook().world).path(here, goal)
        assert path is not None
        for n in range(1, len(path), 8):
            fate = self.send(Walk(visitor=visitor, path=path[n : n + 8]))
            assert fate.status == "applied", fate

    def put(self, visitor: str, at: Tile, name: str = "") -> None:
        """In town, and right there."""
        if visitor not in self.town.state.visitors:
            assert self.enter(visitor, name or visitor.rpartition(":")[2].title()).status == "applied"
        self.walk_to(at, visitor)

    def use(self, thing: str, use: str, visitor: str = EVE) -> Fate:
        return self.send(UseObject(visitor=visitor, object=thing, use=use))

    def emote(self, emote: str, visitor: str = EVE) -> Fate:
        return self.send(Emote.model_validate({"visitor": visitor, "emote": emote}))

    def say(self, text: str, to: str | None = None, visitor: str = EVE) -> Fate:
        return self.send(Speak(visitor=visitor, name="Eve", to=to, text=text))

    def beside(self, resident: str, visitor: str = EVE, reach: int = 2) -> None:
        """Puts the visitor next to a resident, in the same place."""
        world, at = brook().world, self.town.view().position(resident)
        near = [
            (x, y)
            for x in range(at[0] - reach, at[0] + reach + 1)
            for y in range(at[1] - reach, at[1] + reach + 1)
            if (x, y) != at
            and world.is_free((x, y))
            and (x, y) not in world.seats
            and world.arena_at((x, y)) == world.arena_at(at)
        ]
        self.put(visitor, min(near, key=lambda tile: (abs(tile[0] - at[0]) + abs(tile[1] - at[1]), tile)))

    def outdoors(self) -> list[str]:
        """Residents whom a visitor can walk up to now: awake, in no home."""
        world = brook().world
        found = []
        for resident in sorted(self.town.state.residents):
            arena = self.town.view().arena_of(resident)
            public = arena is None or (
                not world.sector_of(arena).private and not world.arenas[arena].staff_only
            )
            if public and not self.town.state.residents[resident].asleep:
                found.append(resident)
        return found

    def events(self, kind: type[E]) -> list[E]:
        return [r.event for r in self.town.pending if isinstance(r.event, kind)]

    def last(self, kind: type[E]) -> E:
        return self.events(kind)[-1]

    def log(self) -> list[Event]:
        return [r.event for r in self.town.pending]
