"""When bodies come into each other's view: computed once for each new walk, never tick by tick."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain.state import Box, TownState, Walk
from backend.domain.view import SIGHT, distance
from backend.domain.world import Tile, World


def meetings(world: World, state: TownState, one: str, other: str, after: int) -> list[int]:
    """All ticks later than `after` at which two bodies come into each other's view; none where one is not in town.

    They are in view of each other within `SIGHT` tiles in the same arena. Walks are taken as they are known now.
    """
    if _apart(_range(state, one, after), _range(state, other, after)):
        return []
    a, b = _trajectory(state, one, after), _trajectory(state, other, after)
    return list(_rising_edges(world, a, b, after)) if a and b else []


def _trajectory(state: TownState, body: str, after: int) -> tuple[Tile, ...]:
    """Its tiles from tick `after` on; it stays at the last one. Empty for who is not in town."""
    resident = state.residents.get(body)
    if resident is None:
        return (state.visitors[body].at,) if body in state.visitors else ()
    walk: Walk | None = resident.walk
    if walk is None:
        return (resident.at,)
    return walk.path[min(max(after - walk.start, 0), len(walk.path) - 1) :]


def _rising_edges(world: World, a: tuple[Tile, ...], b: tuple[Tile, ...], after: int) -> Iterable[int]:
    last_a, last_b = len(a) - 1, len(b) - 1
    seen = _in_view(world, a[0], b[0])
    for step in range(1, max(last_a, last_b) + 1):
        sees = _in_view(world, a[min(step, last_a)], b[min(step, last_b)])
        if sees and not seen:
            yield after + step
        seen = sees


def _in_view(world: World, a: Tile, b: Tile) -> bool:
    return distance(a, b) <= SIGHT and world.arena_at(a) == world.arena_at(b)


def _range(state: TownState, body: str, after: int) -> Box | None:
    """Where it may be from tick `after` on; None for who is not in town."""
    resident = state.residents.get(body)
    if resident is not None and resident.walk is not None and resident.walk.arrival > after:
        return resident.walk.box
    at = state.position(body, after)
    return None if at is None else (*at, *at)


def _apart(a: Box | None, b: Box | None) -> bool:
    """Whether there can't be any meeting: boxes are too far from each other, or somebody is not in town."""
    if a is None or b is None:
        return True
    west_a, north_a, east_a, south_a = a
    west_b, north_b, east_b, south_b = b
    return (
        west_a - east_b > SIGHT
        or west_b - east_a > SIGHT
        or north_a - south_b > SIGHT
        or north_b - south_a > SIGHT
    )
