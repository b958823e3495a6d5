"""Where everybody was at each tick of a life, as the log tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from backend.domain import events as e
from backend.domain.world import Tile
from tests.a_life import Life


@dataclass(frozen=True)
class Stay:
    """Somebody in one arena without a break, from tick `start` to before tick `end`; None is the street."""

    resident: str
    arena: str | None
    start: int
    end: int


class Whereabouts:
    """Plays walks and halts, and nothing else, onto the places where residents stand at the start."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.faults: list[str] = []
        """Walks that begin, and halts and actions that happen, where the resident is not."""
        objects = life.scenario.world.objects
        self._tiles: dict[str, list[Tile]] = {}
        self._path: dict[str, tuple[Tile, ...]] = {}
        for persona in life.scenario.personas.values():
            self._tiles[persona.id] = []
            self._path[persona.id] = (objects[persona.bed].spots[0],)
        spots: dict[str, Tile] = {}
        for recorded in life.log:
            self._play(recorded.event, recorded.tick, spots)
        for resident in self._tiles:
            self._walk_on(resident, life.ticks)

    def tiles(self, resident: str) -> list[Tile]:
        """By tick."""
        return self._tiles[resident]

    def at(self, resident: str, tick: int) -> Tile:
        return self._tiles[resident][tick]

    def arena(self, resident: str, tick: int) -> str | None:
        return self.life.scenario.world.arena_at(self._tiles[resident][tick])

    @cached_property
    def stays(self) -> list[Stay]:
        return [stay for resident in self._tiles for stay in self._stays_of(resident)]

    def _stays_of(self, resident: str) -> Iterator[Stay]:
        world, tiles = self.life.scenario.world, self._tiles[resident]
        start, here = 0, world.arena_at(tiles[0])
        for tick, (before, tile) in enumerate(pairwise(tiles), start=1):
            if tile != before and (arena := world.arena_at(tile)) != here:
                yield Stay(resident, here, start, tick)
                start, here = tick, arena
        yield Stay(resident, here, start, len(tiles))

    def _play(self, event: e.AnyEvent, tick: int, spots: dict[str, Tile]) -> None:
        match event:
            case e.Walked():
                self._expect(event.resident, tick, event.path[0], "starts to walk")
                self._path[event.resident] = event.path
            case e.Halted():
                self._expect(event.resident, tick, event.at, "halts")
                self._path[event.resident] = (event.at,)
            case e.ActionChosen():
                spots[event.resident] = event.spot
            case e.ActionBegun():
                self._expect(event.resident, tick, spots[event.resident], "begins to act")
            case e.ActionEnded():
                # Whoever gives up what it was walking to stands still.
                self._path[event.resident] = (self._here(event.resident, tick),)

    def _here(self, resident: str, tick: int) -> Tile:
        """Brings the resident to `tick`; its path goes on from there."""
        self._walk_on(resident, tick)
        return self._path[resident][0]

    def _expect(self, resident: str, tick: int, tile: Tile, what: str) -> None:
        here = self._here(resident, tick)
        if here != tile:
            self.faults.append(f"{self.life.clock(tick)}: {resident} {what} at {tile} but is at {here}")

    def _walk_on(self, resident: str, tick: int) -> None:
        """Fills in the tiles up to before `tick`, and cuts them off the path."""
        tiles, path = self._tiles[resident], self._path[resident]
        ahead = tick - len(tiles)
        tiles.extend(path[:ahead])
        tiles.extend(path[-1:] * (ahead - len(path)))
        self._path[resident] = path[ahead:] or path[-1:]
