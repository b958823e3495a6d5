"""Who takes up which tiles, things and rooms: those who are there, and those on their way."""

from __future__ import annotations

from backend.domain.world import Arena, Tile
from worker.engine.town import Town


def taken_tiles(town: Town, but: str) -> set[Tile]:
    """Tiles where others stand or are on their way to."""
    taken: set[Tile] = {visitor.at for visitor in town.state.visitors.values() if visitor.id != but}
    for other in town.state.residents.values():
        if other.id == but:
            continue
        taken.add(other.action.spot if other.action is not None else other.position(town.tick))
    return taken


def users(town: Town, thing: str) -> set[str]:
    """Who uses an object or is on the way to, residents and visitors."""
    visiting = {v.id for v in town.state.visitors.values() if v.doing is not None and v.doing.object == thing}
    return visiting | {
        r.id for r in town.state.residents.values() if r.action is not None and r.action.object == thing
    }


def is_full(town: Town, arena: Arena, resident_id: str) -> bool:
    """Whether those in it and those on their way to it leave no room."""
    if arena.capacity is None:
        return False
    others = [r for r in town.state.residents.values() if r.id != resident_id]
    inside = {r.id for r in others if town.scenario.world.arena_at(r.position(town.tick)) == arena.id}
    coming = {r.id for r in others if r.action is not None and r.action.arena == arena.id}
    return len(inside | coming) >= arena.capacity
