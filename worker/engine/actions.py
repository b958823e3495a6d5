"""Doing things: setting out, arriving, ending, under the norms of the town (design, section 4)."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.chance import Chance
from backend.domain.concern import concern
from backend.domain.events import PlannedAction
from backend.domain.norms import Refusal, barred_arenas, may_enter, next_closing
from backend.domain.state import Resident
from backend.domain.view import distance
from backend.domain.wishes import TEND, Act
from backend.domain.world import Arena, Tile, TownObject, World
from worker.engine.closures import find_shut, knows_shut, said_shut, shut_arenas, shut_place, up_to_the_door
from worker.engine.occupancy import is_full, taken_tiles, users
from worker.engine.perception import sees_object
from worker.engine.town import Town
from worker.engine.visits import KNOCK, at_the_door, doorstep, is_waiting, knock

LEAVE_BEFORE = 30
"""Ticks before a place closes at which people set out to leave it: enough to walk out of any building."""
ALARMING = 0.3
"""Above this concern (see `backend.domain.concern`) nobody uses an object as if nothing were."""
WIDE = 60
"""Free tiles from which on a place is so large that one moves about in it for what takes no object."""
EAT = "eat"
LEAST_MEAL = minutes(15)
"""Ticks that whoever came late to a meal eats all the same."""


class Refused(Exception):
    """A norm or the world stands against an action; the message is the reason in plain words."""


def set_out(town: Town, act: Act) -> bool:
    """Ends what the resident does and starts towards the new action; False if it was refused.

    A refusal ends the action too: its reason is in the log and leads to another detail of the plan.
    """
    resident = town.state.residents[act.resident]
    act = at_the_door(town, act)
    try:
        thing, spot, path = _arrange(town, act)
    except Refused as refusal:
        if resident.action is not None:
            end_action(town, act.resident, "interrupted", "something else came up")
        town.emit(e.ActionEnded(resident=act.resident, how="refused", reason=str(refusal)))
        return False
    if resident.action is not None:
        end_action(town, act.resident, "interrupted", "something else came up")
    wanted = act.action
    town.emit(
        e.ActionChosen(
            resident=act.resident,
            activity=wanted.activity,
            emoji=wanted.emoji,
            need=wanted.need,
            arena=wanted.arena,
            object=None if thing is None else thing.id,
            object_state=wanted.object_state if thing is not None else None,
            spot=spot,
            duration=wanted.duration,
            asleep=wanted.need == "sleep",
            block=act.block,
            why=act.why,
            cause=act.cause,
            cites=act.cites,
        )
    )
    if len(path) > 1:
        town.emit(e.Walked(resident=act.resident, path=path))
    else:
        begin_action(town, act.resident)
    return True


def obstacle(town: Town, act: Act) -> str | None:
    """Why the action can't be done now; None if it can."""
    try:
        _arrange(town, at_the_door(town, act))
    except Refused as refusal:
        return str(refusal)
    return None


def begin_action(town: Town, resident_id: str) -> None:
    """The resident is at the spot of its action: it begins, or is refused if the object is in a bad way."""
    resident = town.state.residents[resident_id]
    action = resident.action
    assert action is not None, "only a chosen action is begun"
    if action.need == KNOCK:
        knock(town, resident_id, action.arena)
        return
    shut = shut_place(town, action.arena)
    if shut is not None:
        find_shut(town, resident_id, shut)
        town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=said_shut(town, shut)))
        return
    thing = town.scenario.world.objects[action.object] if action.object is not None else None
    if thing is not None and action.need != TEND and is_alarming(town, thing):
        reason = f"the {thing.name} is {town.state.objects[thing.id].state}"
        town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=reason))
        return
    until = town.tick + max(action.duration, 1)
    if (
        action.block is not None
        and resident.plan is not None
        and 0 <= action.block < len(resident.plan.blocks)
    ):
        least = min(action.duration, LEAST_MEAL) if action.need == EAT else 1
        until = min(until, max(resident.plan.blocks[action.block].end, town.tick + least))
    closing = closing_for(town, resident_id, action.arena)
    if closing is not None:
        until = min(until, max(closing - LEAVE_BEFORE, town.tick + 1))
    town.emit(e.ActionBegun(resident=resident_id, until=until))
    if thing is not None and action.object_state is not None:
        was = town.state.objects[thing.id].state
        if was != action.object_state:
            town.emit(e.ObjectChanged(object=thing.id, state=action.object_state, was=was, by=resident_id))


def end_action(town: Town, resident_id: str, how: str, reason: str = "") -> None:
    """Ends what the resident does; its object goes back to rest when nobody else uses it."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only a chosen action is ended"
    town.emit(
        e.ActionEnded(resident=resident_id, how="done" if how == "done" else "interrupted", reason=reason)
    )
    if action.object is None or action.begun is None:
        return
    thing = town.scenario.world.objects[action.object]
    now = town.state.objects[thing.id]
    settled = action.need == TEND and how == "done"
    if (
        (settled or now.state == action.object_state)
        and not users(town, thing.id)
        and now.state != thing.initial
    ):
        town.emit(e.ObjectChanged(object=thing.id, state=thing.initial, was=now.state, by=resident_id))


def let_in(town: Town, welcome: e.LetIn) -> None:
    """Opens a door to who waits there."""
    town.emit(welcome)
    end_action(town, welcome.guest, "done")


def waits_for(town: Town, welcome: e.LetIn) -> bool:
    """Whether the guest still waits; it may have gone meanwhile, or somebody else has opened."""
    return is_waiting(town, welcome.guest, welcome.home) and town.view().welcome_in(welcome.guest) is None


def give_up(town: Town, resident_id: str) -> None:
    """Nobody has opened: that is as if the place were closed."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only who waits gives up"
    home = town.scenario.world.sector_of(action.arena).name
    town.emit(e.ActionEnded(resident=resident_id, how="refused", reason=f"nobody opens the door of {home}"))


def resume(town: Town, resident_id: str) -> None:
    """Walks on to the spot of its action after a talk, or ends the action if it can't be reached any more."""
    resident = town.state.residents[resident_id]
    action = resident.action
    assert action is not None, "only a chosen action is resumed"
    here = resident.position(town.tick)
    if here == action.spot:
        if action.begun is None:
            begin_action(town, resident_id)
        return
    if _is_bound_for_a_shut_place(town, resident_id):
        walk_up(town, resident_id)
        return
    path = town.paths.path(here, action.spot, _barred(town, resident_id, action.spot))
    refused = action.need != KNOCK and (
        _refusal(town, resident_id, action.arena) is not None
        or (path is not None and _closes_soon(town, resident_id, action.arena, len(path)))
    )
    if path is None or refused:
        end_action(town, resident_id, "interrupted", "it can't be done there any more")
    else:
        town.emit(e.Walked(resident=resident_id, path=path))


def walk_up(town: Town, resident_id: str) -> None:
    """Whose goal has been closed, as far as it does not know: it walks on, up to the shut door."""
    action = town.state.residents[resident_id].action
    assert action is not None, "only who wants to do something walks up"
    wanted = PlannedAction(
        activity=action.activity,
        need=action.need,
        emoji=action.emoji,
        arena=action.arena,
        object=action.object,
        object_state=action.object_state,
        duration=action.duration,
    )
    set_out(town, Act(resident_id, wanted, action.why, action.block, action.cause, action.cites))


def _is_bound_for_a_shut_place(town: Town, resident_id: str) -> bool:
    action = town.state.residents[resident_id].action
    return action is not None and shut_place(town, town.scenario.world.arena_at(action.spot)) is not None


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


def _arrange(town: Town, act: Act) -> tuple[TownObject | None, Tile, tuple[Tile, ...]]:
    """The object, the spot and the way; raises Refused."""
    resident = town.state.residents[act.resident]
    arena = town.scenario.world.arenas.get(act.action.arena)
    if arena is None:
        raise Refused(f"there is no place called {act.action.arena!r}")
    if act.action.need == KNOCK:
        return None, *_way_to_the_door(town, resident, arena)
    refusal = _refusal(town, act.resident, arena.id)
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
    if _closes_soon(town, act.resident, arena.id, len(path)):
        raise Refused(f"the {arena.name} closes too soon")
    return thing, spot, path


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


def _refusal(town: Town, resident_id: str, arena: str) -> Refusal | None:
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


def standing_room(town: Town, resident_id: str, arena: Arena) -> Tile:
    """A free tile of the arena; raises Refused."""
    return _spot(town, town.state.residents[resident_id], arena, None, "")


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
    state = town.state.objects[thing.id].state
    return not thing.is_ordinary(state) and concern(state) >= ALARMING


def _closes_soon(town: Town, resident_id: str, arena: str, walk: int) -> bool:
    closing = closing_for(town, resident_id, arena)
    return closing is not None and town.tick + walk + LEAVE_BEFORE >= closing


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
