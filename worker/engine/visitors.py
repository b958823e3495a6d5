"""The bodies of people from outside: entering, walking, leaving, using things, showing what they feel."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.calendar import minutes
from backend.domain.handling import STOP, Handling, handling, handlings
from backend.domain.naming import called_like, name_key
from backend.domain.norms import may_enter
from backend.domain.state import Visitor
from backend.domain.view import distance
from backend.domain.world import Tile, TownObject
from worker.engine.arranging import is_alarming
from worker.engine.closures import said_shut, shut_place
from worker.engine.occupancy import taken_tiles, users
from worker.engine.refusals import (
    AlreadyInTown,
    NameTaken,
    NotInTown,
    ObjectTaken,
    ObjectUnfit,
    PlaceClosed,
    PlaceFull,
    StepBlocked,
    TooFar,
    TownFull,
    UnknownObject,
    UnknownUse,
)
from worker.engine.town import Town

GATE = "gate"
MOST_VISITORS = 60
"""In one town at once."""
REACH = 2
"""Tiles from an object, or from where it is used, within which one can take hold of it."""
EMOTE_FOR = minutes(2)
"""Ticks for which an emote is seen."""


def visitor_of(town: Town, visitor: str) -> Visitor:
    """Raises NotInTown."""
    found = town.state.visitors.get(visitor)
    if found is None:
        raise NotInTown("you are not in town; enter first")
    return found


def enter(town: Town, given: i.Enter) -> None:
    if given.visitor in town.state.visitors:
        raise AlreadyInTown("you are in town already; walk on, or leave first")
    check_name(town, given.visitor, given.name)
    if len(town.state.visitors) >= MOST_VISITORS:
        raise TownFull(f"{MOST_VISITORS} visitors are in town already; come back when somebody has left")
    at = town.scenario.world.spawns[GATE]
    town.emit(e.VisitorEntered(visitor=given.visitor, name=given.name, looks=given.looks, at=at))


def check_name(town: Town, visitor: str, name: str) -> None:
    """Raises NameTaken where others could be taken for whoever goes by `name`."""
    resident = called_like(town.scenario, name)
    if resident is not None:
        raise NameTaken(f"{resident.name} lives here; choose another name")
    for other in town.state.visitors.values():
        if other.id != visitor and name_key(name) == name_key(other.name):
            raise NameTaken(f"somebody called {other.name} is in town already; choose another name")


def walk(town: Town, given: i.Walk) -> None:
    visitor = visitor_of(town, given.visitor)
    world, at = town.scenario.world, visitor.at
    for tile in given.path:
        if abs(tile[0] - at[0]) + abs(tile[1] - at[1]) != 1:
            raise StepBlocked(f"{tile} is not next to {at}; walk tile by tile")
        if not world.is_free(tile):
            raise StepBlocked(f"{tile} is not free; walk around it")
        _check_door(town, given.visitor, at, tile)
        at = tile
    _let_go(town, visitor)
    town.emit(e.VisitorMoved(visitor=given.visitor, path=(visitor.at, *given.path)))


def _check_door(town: Town, visitor: str, at: Tile, tile: Tile) -> None:
    world = town.scenario.world
    arena = world.arena_at(tile)
    if arena is None or arena == world.arena_at(at):
        return
    shut = shut_place(town, arena)
    if shut is not None and shut != shut_place(town, world.arena_at(at)):
        raise PlaceClosed(f"{said_shut(town, shut)} to everybody; stay outside until it is opened again")
    welcome = town.view().welcome_in(visitor)
    refusal = may_enter(world, town.scenario.calendar, arena, visitor, town.tick, welcome)
    if refusal is not None:
        raise PlaceClosed(f"{refusal}; stay outside, or come back when it is open to you")
    room, view = world.arenas[arena], town.view()
    if room.capacity is not None and sum(view.arena_of(b) == arena for b in view.bodies()) >= room.capacity:
        raise PlaceFull(f"the {room.name} is taken; wait until somebody comes out")


def leave(town: Town, given: i.Leave) -> None:
    visitor = town.state.visitors.get(given.visitor)
    if visitor is None:
        raise NotInTown("you are not in town; nothing to leave")
    _let_go(town, visitor)
    town.emit(e.VisitorLeft(visitor=given.visitor))


def use_object(town: Town, given: i.UseObject) -> None:
    visitor = visitor_of(town, given.visitor)
    thing = town.scenario.world.objects.get(given.object)
    if thing is None:
        raise UnknownObject(f"there is no object {given.object!r}; look up the scenario's own list")
    if given.use == STOP:
        if visitor.doing is None or visitor.doing.object != thing.id:
            raise ObjectUnfit(f"you are not using the {thing.name}; nothing to stop")
        _let_go(town, visitor)
        town.emit(e.VisitorStopped(visitor=visitor.id))
        return
    wanted = handling(town.scenario.world, thing, given.use)
    if wanted is None:
        known = ", ".join(one.id for one in handlings(town.scenario.world, thing)) or "nothing"
        raise UnknownUse(f"the {thing.name} is not for that; visitors can do with it: {known}")
    if not _reaches(town, visitor, thing):
        raise TooFar(f"the {thing.name} is out of reach; walk up to it first")
    if is_alarming(town, thing):
        raise ObjectUnfit(
            f"the {thing.name} is {town.state.objects[thing.id].state}; keep away and tell somebody"
        )
    if wanted.kind == "switch":
        _switch(town, visitor, thing, wanted)
    else:
        _use(town, visitor, thing, wanted)


def _reaches(town: Town, visitor: Visitor, thing: TownObject) -> bool:
    tiles = (*thing.footprint, *thing.spots)
    return town.scenario.world.arena_at(visitor.at) == thing.arena and any(
        distance(visitor.at, tile) <= REACH for tile in tiles
    )


def _switch(town: Town, visitor: Visitor, thing: TownObject, wanted: Handling) -> None:
    was = town.state.objects[thing.id].state
    if was == wanted.state:
        raise ObjectUnfit(f"the {thing.name} is {was} already; there is nothing to change")
    town.emit(e.ObjectChanged(object=thing.id, state=wanted.state, was=was, by=visitor.id))


def _use(town: Town, visitor: Visitor, thing: TownObject, wanted: Handling) -> None:
    if len(users(town, thing.id) - {visitor.id}) >= thing.capacity:
        raise ObjectTaken(f"the {thing.name} is taken; wait until it is free")
    at = _spot(town, visitor, thing, wanted)
    _let_go(town, visitor)
    town.emit(
        e.VisitorUsed(
            visitor=visitor.id,
            object=thing.id,
            use=wanted.id,
            activity=wanted.activity,
            emoji=wanted.emoji,
            pose=wanted.pose,
            at=at,
        )
    )
    was = town.state.objects[thing.id].state
    if was != wanted.state:
        town.emit(e.ObjectChanged(object=thing.id, state=wanted.state, was=was, by=visitor.id))


def _spot(town: Town, visitor: Visitor, thing: TownObject, wanted: Handling) -> Tile:
    """The nearest free place for it: a seat to sit on, where the object has seats."""
    taken, seats = taken_tiles(town, visitor.id), town.scenario.world.seats
    free = [spot for spot in thing.spots if spot not in taken]
    if wanted.pose != "standing" and any(spot in seats for spot in thing.spots):
        free = [spot for spot in free if spot in seats]
    if not free:
        raise ObjectTaken(f"there is no room at the {thing.name}; wait until somebody has gone")
    return min(free, key=lambda spot: (distance(visitor.at, spot), thing.spots.index(spot)))


def _let_go(town: Town, visitor: Visitor) -> None:
    """What the visitor used goes back to rest when nobody else uses it."""
    if visitor.doing is None:
        return
    thing = town.scenario.world.objects[visitor.doing.object]
    used = handling(town.scenario.world, thing, visitor.doing.use)
    now = town.state.objects[thing.id].state
    left = used is not None and now == used.state and now != thing.initial
    if left and not users(town, thing.id) - {visitor.id}:
        town.emit(e.ObjectChanged(object=thing.id, state=thing.initial, was=now, by=visitor.id))


def emote(town: Town, given: i.Emote) -> None:
    visitor = visitor_of(town, given.visitor)
    town.emit(e.Emoted(visitor=visitor.id, emote=given.emote, until=town.tick + EMOTE_FOR))
