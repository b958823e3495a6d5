"""Who looks around at the close of a tick, and what made them look."""

from __future__ import annotations

from collections.abc import Sequence

from backend.domain import events as e
from backend.domain.concern import ALARMING, concern
from backend.domain.events import AnyEvent
from backend.domain.outdoors import is_outdoors
from backend.domain.view import EARSHOT, SIGHT, View, distance
from backend.domain.world import Arena
from worker.engine.town import Town

STIMULI = (
    e.TownFounded, e.Met, e.Knocked, e.ActionBegun, e.ObjectChanged, e.Announced, e.VisitorEntered, e.VisitorMoved,
    e.VisitorUsed, e.Emoted, e.PlaceClosed, e.PlaceOpened, e.FoundShut,
    e.ActionEnded, e.Asked, e.Answered, e.AnswerLapsed, e.WeatherChanged, e.Said,
)  # fmt: skip


def lookers(town: Town) -> list[tuple[str, Sequence[AnyEvent]]]:
    """The residents who are awake and have cause to look, each with the events that are the cause, in order."""
    events = [event for event in town.happened if isinstance(event, STIMULI) and not _is_small_talk(event)]
    if not events:
        return []
    view = town.view()
    found: list[tuple[str, Sequence[AnyEvent]]] = []
    for resident in sorted(town.state.residents):
        if town.state.residents[resident].asleep:
            continue
        stimuli = [event for event in events if _concerns(view, resident, event)]
        if stimuli:
            found.append((resident, stimuli))
    return found


def _concerns(view: View, resident: str, event: AnyEvent) -> bool:
    match event:
        case e.TownFounded():
            return True
        case e.Asked():
            # Asked of whoever comes out of a talk, and looks up.
            return event.question == "digest" and event.resident == resident
        case e.Answered() | e.AnswerLapsed():
            # Done with one thing, it turns to the next that is in view.
            return event.question == "react" and event.resident == resident
        case e.ActionEnded():
            # Not least whoever wakes up.
            return event.resident == resident
        case e.Met():
            return resident in (event.resident, event.other)
        case e.Knocked():
            here = view.arena_of(resident)
            sectors = view.scenario.world.sectors
            return resident in sectors[event.home].residents and here in _rooms(view, event.home)
        case e.ActionBegun():
            return event.resident == resident or _sees(view, resident, event.resident)
        case e.ObjectChanged():
            return event.by != resident and sees_object(view, resident, event.object)
        case e.Announced():
            return event.arena is None or event.arena == view.arena_of(resident)
        case e.PlaceClosed() | e.PlaceOpened():
            return _is_at(view, resident, event.place)
        case e.FoundShut():
            return event.resident == resident
        case e.WeatherChanged():
            return is_outdoors(view.scenario.world, view.arena_of(resident))
        case e.Said():
            return resident in event.to or _is_within_earshot(view, resident, event.speaker)
        case e.VisitorEntered() | e.VisitorMoved() | e.VisitorUsed() | e.Emoted():
            return event.visitor in view.state.visitors and view.in_sight(resident, event.visitor)
        case _:
            return False


def _sees(view: View, resident: str, other: str) -> bool:
    """Whether the other is in sight; it may have left the town in the same tick."""
    return other in view.state.residents and view.in_sight(resident, other)


def _is_small_talk(event: AnyEvent) -> bool:
    """Only words of danger make anybody look up."""
    return isinstance(event, e.Said) and concern(event.text) < ALARMING


def _is_within_earshot(view: View, resident: str, speaker: str) -> bool:
    return (
        speaker != resident
        and view.state.position(speaker, view.tick) is not None
        and view.in_sight(resident, speaker, EARSHOT)
    )


def _is_at(view: View, resident: str, place: str) -> bool:
    """Whether it is in the place, or outdoors with a part of it in sight."""
    world, here = view.scenario.world, view.arena_of(resident)
    arenas = [world.arenas[place]] if place in world.arenas else _arenas_of(view, place)
    if here in {arena.id for arena in arenas}:
        return True
    at = view.position(resident)
    return is_outdoors(world, here) and any(distance(at, tile) <= SIGHT for a in arenas for tile in a.tiles)


def _arenas_of(view: View, sector: str) -> list[Arena]:
    return [arena for arena in view.scenario.world.arenas.values() if arena.sector == sector]


def _rooms(view: View, home: str) -> set[str]:
    return {arena.id for arena in _arenas_of(view, home)}


def sees_object(view: View, resident: str, thing_id: str) -> bool:
    """Whether the object is in the resident's arena and within sight."""
    thing = view.scenario.world.objects[thing_id]
    if view.arena_of(resident) != thing.arena:
        return False
    at = view.position(resident)
    return any(distance(at, tile) <= SIGHT for tile in thing.footprint)
