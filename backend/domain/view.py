"""The town at one tick, to be read: what engine and cognition look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from backend.domain.persona import Persona
from backend.domain.scenario import Scenario
from backend.domain.state import TownState
from backend.domain.world import Tile, World

SIGHT = 8
"""Residents perceive a square of this radius, in tiles, within their own arena (paper: vision radius)."""
EARSHOT = 4
"""Tiles within which speech is heard, in the same arena."""


def distance(a: Tile, b: Tile) -> int:
    """Tiles between `a` and `b` along the longer axis."""
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]))


def place_name(world: World, place: str) -> str:
    """A sector's name, or "the kitchen of Plum Cottage" for an arena of several; KeyError for neither."""
    if place in world.sectors:
        return world.sectors[place].name
    room = world.arenas[place]
    sector = world.sectors[room.sector]
    return f"the {room.name} of {sector.name}" if len(world.rooms_of(sector.id)) > 1 else sector.name


@dataclass(frozen=True)
class View:
    scenario: Scenario
    state: TownState
    seed: int
    tick: int

    def persona(self, resident: str) -> Persona:
        return self.scenario.personas[resident]

    def position(self, body: str) -> Tile:
        """Where a body in town is; KeyError if it is not in town."""
        resident = self.state.residents.get(body)
        return resident.position(self.tick) if resident is not None else self.state.visitors[body].at

    def arena_of(self, body: str) -> str | None:
        return self.scenario.world.arena_at(self.position(body))

    def in_sight(self, one: str, other: str, radius: int = SIGHT) -> bool:
        """Whether two bodies are within `radius` tiles of each other and in the same arena (or both on the street)."""
        a, b = self.position(one), self.position(other)
        world = self.scenario.world
        return distance(a, b) <= radius and world.arena_at(a) == world.arena_at(b)

    def in_sight_of(self, body: str, others: Iterable[str], radius: int = SIGHT) -> list[str]:
        """Those of `others`, all in town, who are in sight of a body; itself, too, if it is among them."""
        at, arena_at = self.position(body), self.scenario.world.arena_at
        arena = arena_at(at)
        return [
            other
            for other in others
            if distance(at, there := self.position(other)) <= radius and arena_at(there) == arena
        ]

    def bodies(self) -> list[str]:
        """Ids of all residents and visitors in town, in order."""
        return sorted([*self.state.residents, *self.state.visitors])

    def name_of(self, body: str) -> str:
        """The true name of a resident or a visitor."""
        if persona := self.scenario.personas.get(body):
            return persona.name
        if visitor := self.state.visitors.get(body):
            return visitor.name
        return body

    def welcome_in(self, body: str) -> str | None:
        """The home of others into which a body is let now."""
        return self.state.welcome_in(body, self.tick)

    def is_exempt(self, resident: str, arena: str) -> bool:
        """Whether opening hours do not bind the resident there: staff, and those whose home it is."""
        sector = self.scenario.world.sector_of(arena)
        return resident in sector.staff or resident in sector.residents
