"""Shortest walks on the map: one breadth-first field of distances a goal, grown as far as it is asked for."""

from __future__ import annotations

from array import array
from functools import lru_cache

from backend.domain.world import Tile, World

FIELDS_KEPT = 1024
"""Fields in memory at once: three bytes a tile, so 42 MB on a map of 140 by 100."""
UNREACHED = 0xFFFF


class _Field:
    """Steps to one goal, known as far as it has grown: most walks are short, and the town is wide."""

    def __init__(self, goal: int, closed: bytearray, around: tuple[int, ...]) -> None:
        closed[goal] = 1
        self.steps = array("H", [UNREACHED]) * len(closed)
        self.steps[goal] = 0
        self._closed = closed
        self._around = around
        self._edge = [goal]
        self._reached = 0

    def grow_to(self, *cells: int) -> None:
        """Grows until one of `cells` is reached, or nothing more can be. All that is nearer is known then, too."""
        steps, closed, edge = self.steps, self._closed, self._edge
        east, west, south, north = self._around
        while edge and all(steps[cell] == UNREACHED for cell in cells):
            self._reached += 1
            reached, ahead = self._reached, []
            for cell in edge:
                for near in (cell + east, cell + west, cell + south, cell + north):
                    if not closed[near]:
                        closed[near] = 1
                        steps[near] = reached
                        ahead.append(near)
            edge = ahead
        self._edge = edge


class Pathfinder:
    """Walks of a world. Four neighbours, no diagonal; for one thread at a time, as its fields grow.

    A walk never crosses a seat and never enters a barred arena, unless it starts or ends there.
    """

    def __init__(self, world: World) -> None:
        self._world = world
        # One blocked column on the left and one blocked row above and below let a neighbour be reached by
        # adding a constant, without a look at the map's edges.
        self._stride = world.width + 1
        self._closed = bytearray(b"\1" * (self._stride * (world.height + 2)))
        for y, row in enumerate(world.walkable):
            for x, free in enumerate(row):
                if free:
                    self._closed[self._cell((x, y))] = 0
        self._seats = frozenset(self._cell(tile) for tile in world.seats if world.is_free(tile))
        for cell in self._seats:
            self._closed[cell] = 1
        self._arena_cells = {
            arena.id: [self._cell(tile) for tile in sorted(arena.tiles) if world.is_free(tile)]
            for arena in world.arenas.values()
        }
        self._around = (1, -1, self._stride, -self._stride)
        self._field = lru_cache(maxsize=FIELDS_KEPT)(self._measure)
        self._closed_with = lru_cache(maxsize=64)(self._bar)

    def path(self, start: Tile, goal: Tile, barred: frozenset[str] = frozenset()) -> tuple[Tile, ...] | None:
        """The tiles from `start` to `goal`, both included; None if there is no way.

        Of several shortest walks it takes the one that goes straight on while it can, and else east, west,
        south or north, the first that will do: two calls agree, and nobody zigzags.
        """
        if not (self._world.is_free(start) and self._world.is_free(goal)):
            return None
        if start == goal:
            return (start,)
        # Hardly any shortest walk leads through what is barred. One field a goal then serves everybody.
        walk = self._walk(start, goal, frozenset())
        shut = self._effective(start, goal, barred)
        if walk is None or not shut or shut.isdisjoint(map(self._world.arena_at, walk)):
            return walk
        return self._walk(start, goal, shut)

    def _walk(self, start: Tile, goal: Tile, barred: frozenset[str]) -> tuple[Tile, ...] | None:
        """Down the field of distances."""
        field = self._field(goal, barred)
        here = self._cell(start)
        left = self._from(field, here)
        if left == UNREACHED:
            return None
        stride, steps = self._stride, field.steps
        walk, ahead = [start], 0
        while left:
            left -= 1
            if not ahead or steps[here + ahead] != left:
                ahead = next(step for step in self._around if steps[here + step] == left)
            here += ahead
            walk.append((here % stride - 1, here // stride - 1))
        return tuple(walk)

    def distance(self, start: Tile, goal: Tile, barred: frozenset[str] = frozenset()) -> int | None:
        """Steps of the shortest walk, which is also its ticks; None if there is no way."""
        if not (self._world.is_free(start) and self._world.is_free(goal)):
            return None
        if start == goal:
            return 0
        steps = self._from(self._field(goal, self._effective(start, goal, barred)), self._cell(start))
        return None if steps == UNREACHED else steps

    def _effective(self, start: Tile, goal: Tile, barred: frozenset[str]) -> frozenset[str]:
        ends = {self._world.arena_at(start), self._world.arena_at(goal)}
        return barred if barred.isdisjoint(ends) else barred.difference(ends)

    def _from(self, field: _Field, cell: int) -> int:
        """Steps from a cell to the goal. A seat is in no field unless it is the goal: get up first."""
        if cell not in self._seats or field.steps[cell] != UNREACHED:
            field.grow_to(cell)
            return field.steps[cell]
        beside = [cell + step for step in self._around]
        field.grow_to(*beside)
        nearest = min(field.steps[near] for near in beside)
        return UNREACHED if nearest == UNREACHED else nearest + 1

    def _measure(self, goal: Tile, barred: frozenset[str]) -> _Field:
        return _Field(self._cell(goal), bytearray(self._closed_with(barred)), self._around)

    def _bar(self, barred: frozenset[str]) -> bytes:
        closed = bytearray(self._closed)
        for arena in barred:
            for cell in self._arena_cells.get(arena, ()):
                closed[cell] = 1
        return bytes(closed)

    def _cell(self, tile: Tile) -> int:
        return (tile[1] + 1) * self._stride + tile[0] + 1
