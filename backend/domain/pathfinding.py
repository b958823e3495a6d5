"""Shortest walks on the map: one breadth-first field of distances a goal, kept while it is asked for."""

from __future__ import annotations

from array import array
from functools import lru_cache

from backend.domain.world import Tile, World

FIELDS_KEPT = 1024
"""Fields in memory at once: two bytes a tile, so 28 MB on a map of 140 by 100."""
UNREACHED = 0xFFFF


class Pathfinder:
    """Walks of a world. Four neighbours, no diagonal; safe to share among threads.

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
        stride = self._stride
        walk, ahead = [start], 0
        while left:
            left -= 1
            if not ahead or field[here + ahead] != left:
                ahead = next(step for step in (1, -1, stride, -stride) if field[here + step] == left)
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

    def _from(self, field: array[int], cell: int) -> int:
        """Steps from a cell to the goal. A seat is in no field unless it is the goal: get up first."""
        steps = field[cell]
        if steps != UNREACHED or cell not in self._seats:
            return steps
        around = min(field[cell + step] for step in (1, -1, self._stride, -self._stride))
        return UNREACHED if around == UNREACHED else around + 1

    def _measure(self, goal: Tile, barred: frozenset[str]) -> array[int]:
        """Steps from every cell to `goal`."""
        closed = bytearray(self._closed_with(barred))
        field = array("H", [UNREACHED]) * len(closed)
        stride = self._stride
        edge, steps = [self._cell(goal)], 0
        closed[edge[0]] = 1
        while edge:
            ahead = []
            for cell in edge:
                field[cell] = steps
                for near in (cell + 1, cell - 1, cell + stride, cell - stride):
                    if not closed[near]:
                        closed[near] = 1
                        ahead.append(near)
            edge, steps = ahead, steps + 1
        return field

    def _bar(self, barred: frozenset[str]) -> bytes:
        closed = bytearray(self._closed)
        for arena in barred:
            for cell in self._arena_cells.get(arena, ()):
                closed[cell] = 1
        return bytes(closed)

    def _cell(self, tile: Tile) -> int:
        return (tile[1] + 1) * self._stride + tile[0] + 1
