"""Interventions that wait for their condition: what each is due for, and what is done then.

What an event brings about is found as it is written (`Town.emit`). What comes with time is due as a wake: somebody on
its way comes in, the clock shows a time, the last tick has come. Where nothing is armed, nothing of this is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from backend.domain import events as e
from backend.domain.events import ArrivesAt, ClockShows
from backend.domain.holding import is_in, may_bring, strikes
from backend.domain.state import ArmedIntervention, Walk
from worker.engine.agenda import Phase, Wake
from worker.engine.town import Town


def wakes_of_armed(town: Town, armed: str) -> list[Wake]:
    """All that an armed intervention is due for after the open tick; nothing, once it waits no more."""
    one = town.state.armed.get(armed)
    if one is None:
        return []
    if one.met is not None:
        return [Wake(max(one.met, town.tick) + 1, Phase.WATCH, armed, "fire", armed)]
    return [
        *_on_time(town, one),
        Wake(max(one.until, town.tick + 1), Phase.EXPIRY, armed, "expire"),
    ]


def overdue(town: Town) -> list[str]:
    """What was to be fired in the open tick and has not been yet, in order."""
    return sorted(one.id for one in town.state.armed.values() if one.met is not None and one.met < town.tick)


def concerned(town: Town) -> set[str]:
    """The armed interventions that wait for one of the bodies whose walk has changed."""
    return {
        one.id
        for one in town.state.armed.values()
        if any(may_bring(one, body) for body in town.moved if body in town.state.residents)
    }


def come_in(town: Town, armed: str, resident: str) -> None:
    """A resident on its way has come to where it is waited for."""
    one, body = _waiting(town, armed), town.state.residents.get(resident)
    if one is None or body is None or not isinstance(one.when, ArrivesAt):
        return
    if is_in(town.scenario.world, one.when.place, body.position(town.tick)):
        town.emit(e.ConditionMet(armed=armed, who=resident))


def strike(town: Town, armed: str, about: str) -> None:
    """The clock shows what is waited for."""
    if _waiting(town, armed) is not None:
        town.emit(e.ConditionMet(armed=armed))


def expire(town: Town, armed: str, about: str) -> None:
    if _waiting(town, armed) is not None:
        town.emit(e.Expired(armed=armed))


def _waiting(town: Town, armed: str) -> ArmedIntervention | None:
    one = town.state.armed.get(armed)
    return one if one is not None and one.met is None else None


def _on_time(town: Town, one: ArmedIntervention) -> Iterator[Wake]:
    """What will meet the condition as things are now, if nothing comes between."""
    match one.when:
        case ClockShows():
            tick = strikes(one.when, town.scenario.calendar, one.since)
            if town.tick < tick <= one.until:
                yield Wake(tick, Phase.WATCH, one.id, "strike")
        case ArrivesAt():
            for resident in town.state.residents.values():
                if resident.walk is None or not may_bring(one, resident.id):
                    continue
                enters = _entering(town, resident.walk, one.when.place)
                if enters is not None and enters <= one.until:
                    yield Wake(enters, Phase.WATCH, one.id, "come_in", resident.id)
        case _:
            pass


def _entering(town: Town, walk: Walk, place: str) -> int | None:
    """The first tick after the open one at which a walk comes into a place from outside of it."""
    world = town.scenario.world
    inside = [is_in(world, place, tile) for tile in walk.path]
    first = max(town.tick + 1 - walk.start, 1)
    return next(
        (walk.start + step for step in range(first, len(inside)) if inside[step] and not inside[step - 1]),
        None,
    )
