"""Whether something can be done now, with what, where and by which way, under the norms of the town."""

from __future__ import annotations

from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.norms import Refusal, barred_arenas, may_enter, next_closing
from backend.domain.state import Resident
from backend.domain.view import distance
from backend.domain.wishes import TEND, Act
from backend.domain.world import Arena, Tile, TownObject, World
from worker.engine.closures import knows_shut, said_shut, shut_arenas, shut_place, up_to_the_door
from worker.engine.occupancy import is_full, taken_tiles, users
from worker.engine.perception import sees_object
from worker.engine.town import Town
from worker.engine.visits import KNOCK, doorstep

LEAVE_BEFORE = 30
"""Ticks before a place closes at which people set out to leave it: enough to walk out of any building."""
ALARMING = 0.3
"""Above this concern (see `backend.domain.concern`) nobody uses an object as if nothing were."""
WIDE = 60
"""Free tiles from which on a place is so large that one moves about in it for what takes no object."""


class Refused(Exception):
    """A norm or the world stands against an action; the message is the reason in plain words."""


def arrange(town: Town, act: Act) -> tuple[TownObject | None, Tile, tuple[Tile, ...]]:
    """The object that is used, the spot where one stands, and the way there from the first tile on. Raises Refused."""
    resident = town.state.residents[act.resident]
    arena = town.scenario.world.arenas.get(act.action.arena)
    if arena is None:
        raise Refused(f"there is no place called {act.action.arena!r}")
    if act.action.need == KNOCK:
        return None, *_way_to_the_door(town, resident, arena)
    refusal = refusal_at(town, act.resident, arena.id)
    if refusal is not None:
        raise Refused(str(refusal))
    shut = shut_place(town, arena.id)
    if shut is not None:
        return None, *_way_to_the_shut_door(town, resident, arena, shut)
    if is_full(town, arena, act.resident):
        raise Refused(f"the {arena.name} is taken")
    thing = None if act.action.object is None else _free_object(town, act)
    spot = _spot(town, resident, arena, thing, act.action.need)
    path = town.paths.path(resident.position(town.tick), spot, _barred(town, act.resident, spot))
    if path is None:
        raise Refused(f"there is no way to the {arena.name} now")
    if closes_soon(town, act.resident, arena.id, len(path)):
        raise Refused(f"the {arena.name} closes too soon")
    return thing, spot, path


def standing_room(town: Town, resident_id: str, arena: Arena) -> Tile:
    """A free tile of the arena; raises Refused."""
    return _spot(town, town.state.residents[resident_id], arena, None, "")


def _way_to_the_door(town: Town, resident: Resident, arena: Arena) -> tuple[Tile, tuple[Tile, ...]]:
    """Where to wait before a home, and the way there; raises Refused."""
    goal = town.scenario.world.floor_of(arena.id)[0]
    barred = _barred(town, resident.id, goal, welcome_in=arena.sector)
    path = town.paths.path(resident.position(town.tick), goal, barred)
    if path is None:
        raise Refused(f"there is no way to the {arena.name} now")
    way = doorstep(town, path, arena.id, taken_tiles(town, resident.id))
    if not way:
        raise Refused(f"there is no door to the {arena.name} from here")
    return way[-1], way


def _way_to_the_shut_door(
    town: Town, resident: Resident, arena: Arena, place: str
) -> tuple[Tile, tuple[Tile, ...]]:
    """Where one finds out that a place is closed, and the way there; raises Refused where it is known or seen."""
    goal = town.scenario.world.floor_of(arena.id)[0]
    barred = _barred(town, resident.id, goal, unaware_of=place)
    path = town.paths.path(resident.position(town.tick), goal, barred)
    way = up_to_the_door(town, path or (), place, taken_tiles(town, resident.id))
    if not way or knows_shut(town, resident.id, place):
        raise Refused(said_shut(town, place))
    return way[-1], way


def refusal_at(town: Town, resident_id: str, arena: str) -> Refusal | None:
    """Which norm keeps the resident out of the arena just now."""
    scenario, welcome = town.scenario, town.view().welcome_in(resident_id)
    return may_enter(scenario.world, scenario.calendar, arena, resident_id, town.tick, welcome)


def _free_object(town: Town, act: Act) -> TownObject:
    """The wanted object, or one of its kind beside it; raises Refused."""
    objects = town.scenario.world.objects
    wanted = objects.get(act.action.object or "")
    if wanted is None or wanted.arena != act.action.arena:
        raise Refused(f"there is no {act.action.object!r} there")
    alike = [o for o in town.scenario.world.objects_in(wanted.arena) if o.kind == wanted.kind and o != wanted]
    staff = act.resident in town.scenario.world.sector_of(wanted.arena).staff
    for thing in (wanted, *alike):
        if thing.staff_only and not staff and act.action.need != TEND:
            continue
        others = users(town, thing.id) - {act.resident}
        if act.action.need == TEND or (
            len(others) < thing.capacity and not _alarms(town, act.resident, thing)
        ):
            return thing
    if _alarms(town, act.resident, wanted):
        raise Refused(f"the {wanted.name} is {town.state.objects[wanted.id].state}")
    raise Refused(f"the {wanted.name} is taken")


def _spot(town: Town, resident: Resident, arena: Arena, thing: TownObject | None, need: str) -> Tile:
    """Where to stand: a spot of the object that nobody else has, or a free tile of the arena; raises Refused."""
    world, taken = town.scenario.world, taken_tiles(town, resident.id)
    if thing is not None:
        free = [spot for spot in thing.spots if spot not in taken]
        if not free and need == TEND:
            beside = _standable(world, arena, taken)
            return min(beside, key=lambda tile: (distance(tile, thing.spots[0]), tile))
        if not free:
            raise Refused(f"the {thing.name} is taken")
        return _seat(town, resident, thing, free)
    standable = _standable(world, arena, taken)
    clutter, here = world.clutter_of(arena.id), resident.position(town.tick)
    roomy = [tile for tile in standable if tile not in clutter] or standable
    if here in roomy and len(roomy) < WIDE:
        return here
    if not roomy:
        raise Refused(f"there is no room in the {arena.name}")
    return Chance(town.seed, resident.id, "spot", town.tick).choice(roomy)


def _standable(world: World, arena: Arena, taken: set[Tile]) -> list[Tile]:
    return [tile for tile in world.floor_of(arena.id) if tile not in taken]


def _seat(town: Town, resident: Resident, thing: TownObject, free: list[Tile]) -> Tile:
    """One of the `free` spots of an object: by chance where many may use it, so that nobody crowds into one corner."""
    if thing.capacity <= 2:
        return free[0]
    if thing.stands_on(free[0]) and free[0] not in town.scenario.world.seats:
        spots = free
    else:
        proper = set(thing.spots[: thing.capacity])
        spots = [spot for spot in free if spot in proper] or free
    here = resident.position(town.tick)
    return here if here in spots else Chance(town.seed, resident.id, "spot", town.tick).choice(spots)


def _alarms(town: Town, resident_id: str, thing: TownObject) -> bool:
    """Whether the resident sees that an object is in a bad way; elsewhere it finds out when it gets there."""
    return sees_object(town.view(), resident_id, thing.id) and is_alarming(town, thing)


def is_alarming(town: Town, thing: TownObject) -> bool:
    """Whether an object is in such a way that nobody uses it."""
    state = town.state.objects[thing.id].state
    return not thing.is_ordinary(state) and concern(state) >= ALARMING


def closing_for(town: Town, resident_id: str, arena: str | None) -> int | None:
    """The tick at which the resident has to be out of the arena; None if it may stay."""
    world = town.scenario.world
    if shut_place(town, arena) is not None:
        return town.tick
    if arena is None or town.view().is_exempt(resident_id, arena):
        return None
    closing = next_closing(world, town.scenario.calendar, arena, town.tick)
    welcome = town.state.welcomes.get(resident_id)
    if welcome is None or welcome.home != world.arenas[arena].sector:
        return closing
    return welcome.until if closing is None else min(closing, welcome.until)


def must_leave(town: Town, resident_id: str, within: int = LEAVE_BEFORE) -> bool:
    """Whether the place where the resident is closes for it within so many ticks."""
    here = town.scenario.world.arena_at(town.state.residents[resident_id].position(town.tick))
    closing = closing_for(town, resident_id, here)
    return closing is not None and closing - town.tick <= within


def closes_soon(town: Town, resident_id: str, arena: str, walk: int) -> bool:
    """Whether who walks there for `walk` ticks would have to set out again at once."""
    closing = closing_for(town, resident_id, arena)
    return closing is not None and town.tick + walk + LEAVE_BEFORE >= closing


def way_to(town: Town, resident_id: str, goal: Tile) -> tuple[Tile, ...] | None:
    """The walk to a tile through what is open to the resident, where it stands first; None if there is none."""
    here = town.state.residents[resident_id].position(town.tick)
    return town.paths.path(here, goal, _barred(town, resident_id, goal))


def path_near(town: Town, resident_id: str, goal: Tile, reach: int) -> tuple[Tile, ...] | None:
    """The way to a free tile at most `reach` tiles from `goal` and in its arena; None if there is none."""
    world = town.scenario.world
    here = town.state.residents[resident_id].position(town.tick)
    path = town.paths.path(here, goal, _barred(town, resident_id, goal))
    if path is None:
        return None
    arena = world.arena_at(goal)
    taken = taken_tiles(town, resident_id)
    for length, tile in enumerate(path, start=1):
        near = max(abs(tile[0] - goal[0]), abs(tile[1] - goal[1])) <= reach
        if near and world.arena_at(tile) == arena and tile not in taken and tile != goal:
            return path[:length]
    return None


def _barred(
    town: Town, resident_id: str, goal: Tile, welcome_in: str | None = None, unaware_of: str | None = None
) -> frozenset[str]:
    here = town.state.residents[resident_id].position(town.tick)
    by_norm = barred_arenas(
        town.scenario.world,
        town.scenario.calendar,
        resident_id,
        town.tick,
        leaving=here,
        entering=goal,
        welcome_in=welcome_in or town.view().welcome_in(resident_id),
    )
    return by_norm | shut_arenas(town, town.scenario.world.arena_at(here), unaware_of)
