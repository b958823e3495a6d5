"""Walks, held against a plain breadth-first search over small random towns."""

from __future__ import annotations

import itertools
from collections import deque
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from backend.domain.pathfinding import Pathfinder
from backend.domain.world import Arena, Sector, Tile, World

LANE = """
..........
.####.###.
.#..#.#.#.
.#..+...#.
.####.###.
..........
"""


@dataclass(frozen=True)
class Trip:
    world: World
    start: Tile
    goal: Tile
    barred: frozenset[str]


def a_world(rows: list[str], seats: frozenset[Tile] = frozenset(), **arenas: frozenset[Tile]) -> World:
    """A world of rows in which # is a wall."""
    return World(
        name="town",
        width=len(rows[0]),
        height=len(rows),
        walkable=tuple(tuple(cell != "#" for cell in row) for row in rows),
        sectors={"town:house": Sector("town:house", "house", "home")},
        arenas={name: Arena(name, name, "town:house", tiles) for name, tiles in arenas.items()},
        objects={},
        seats=seats,
    )


@st.composite
def trips(draw: st.DrawFn) -> Trip:
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    tiles = [(x, y) for y in range(height) for x in range(width)]
    tile = st.sampled_from(tiles)
    rows = [draw(st.text("...#", min_size=width, max_size=width)) for _ in range(height)]
    parts = draw(st.lists(st.sampled_from(["", "", "a", "b", "c"]), min_size=len(tiles), max_size=len(tiles)))
    arenas = {
        name: frozenset(t for t, part in zip(tiles, parts, strict=True) if part == name) for name in "abc"
    }
    seats = draw(st.frozensets(tile, max_size=6))
    barred = draw(st.frozensets(st.sampled_from("abc")))
    return Trip(a_world(rows, seats, **arenas), draw(tile), draw(tile), barred)


def slow_distance(trip: Trip) -> int | None:
    """The rule itself: breadth first, through free tiles of arenas that are not barred, over no seat."""
    world = trip.world
    if not (world.is_free(trip.start) and world.is_free(trip.goal)):
        return None
    barred = trip.barred - {world.arena_at(trip.start), world.arena_at(trip.goal)}
    steps, waiting = {trip.start: 0}, deque([trip.start])
    while waiting:
        here = waiting.popleft()
        if here in world.seats and here != trip.start:
            continue
        x, y = here
        for tile in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if tile in steps or not world.is_free(tile) or world.arena_at(tile) in barred:
                continue
            steps[tile] = steps[here] + 1
            waiting.append(tile)
    return steps.get(trip.goal)


@given(trips())
def test_a_walk_is_as_short_as_any_can_be(trip: Trip) -> None:
    pathfinder = Pathfinder(trip.world)
    expected = slow_distance(trip)
    assert pathfinder.distance(trip.start, trip.goal, trip.barred) == expected
    path = pathfinder.path(trip.start, trip.goal, trip.barred)
    assert (None if path is None else len(path) - 1) == expected


@given(trips())
def test_nobody_walks_through_walls_seats_or_barred_rooms(trip: Trip) -> None:
    path = Pathfinder(trip.world).path(trip.start, trip.goal, trip.barred)
    if path is None:
        return
    assert (path[0], path[-1]) == (trip.start, trip.goal)
    open_to_it = {None, trip.world.arena_at(trip.start), trip.world.arena_at(trip.goal)}
    for one, other in itertools.pairwise(path):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) == 1
    for tile in path:
        assert trip.world.is_free(tile)
        arena = trip.world.arena_at(tile)
        assert arena not in trip.barred or arena in open_to_it
    assert not trip.world.seats & set(path[1:-1])


@given(trips())
def test_two_pathfinders_choose_the_same_walk_whatever_they_were_asked_before(trip: Trip) -> None:
    fresh, used = Pathfinder(trip.world), Pathfinder(trip.world)
    used.path(trip.goal, trip.start)
    used.path(trip.start, trip.goal, frozenset("abc"))
    args = (trip.start, trip.goal, trip.barred)
    assert fresh.path(*args) == used.path(*args) == used.path(*args)


def test_a_walk_goes_straight_while_it_can() -> None:
    path = Pathfinder(a_world(["....", "....", "...."])).path((0, 0), (3, 2))
    assert path == ((0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (3, 2))


def test_who_is_in_a_barred_room_can_leave_it_and_who_is_called_into_one_can_enter() -> None:
    rows = LANE.split()
    room = frozenset((x, y) for x in (2, 3, 4) for y in (2, 3))
    pathfinder = Pathfinder(a_world(rows, room=room))
    barred = frozenset({"room"})
    assert pathfinder.distance((2, 2), (0, 0), barred) == pathfinder.distance((2, 2), (0, 0))
    assert pathfinder.distance((0, 0), (2, 2), barred) is not None


def test_a_short_cut_through_a_barred_room_is_not_taken() -> None:
    pathfinder = Pathfinder(a_world([".....", ".###.", "....."], room=frozenset({(2, 0)})))
    assert pathfinder.distance((0, 0), (4, 0)) == 4
    assert pathfinder.distance((0, 0), (4, 0), frozenset({"room"})) == 8


def test_there_is_no_way_into_a_wall_or_off_the_map() -> None:
    pathfinder = Pathfinder(a_world([".#"]))
    assert pathfinder.path((0, 0), (1, 0)) is None
    assert pathfinder.path((0, 0), (0, 7)) is None
    assert pathfinder.distance((-1, 0), (0, 0)) is None


def test_one_sleeps_on_a_bed_but_does_not_walk_across_it() -> None:
    pathfinder = Pathfinder(a_world(["...", ".#."], seats=frozenset({(1, 0)})))
    assert pathfinder.path((0, 0), (1, 0)) == ((0, 0), (1, 0))
    assert pathfinder.path((1, 0), (2, 1)) == ((1, 0), (2, 0), (2, 1))
    assert pathfinder.path((0, 0), (2, 0)) is None
