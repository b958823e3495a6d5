"""Who looks around at the close of a tick, and what made them look."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from backend.domain import events as e
from backend.domain.concern import ALARMING, concern
from backend.domain.events import AnyEvent
from backend.domain.outdoors import is_outdoors
from backend.domain.view import EARSHOT, SIGHT, View, distance
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
    stimuli: dict[str, list[AnyEvent]] = {
        resident: [] for resident in sorted(view.state.residents) if not view.state.residents[resident].asleep
    }
    for event in events:
        for resident in stimuli.keys() & _concerned(view, event, stimuli):
            stimuli[resident].append(event)
    return [(resident, causes) for resident, causes in stimuli.items() if causes]


def _concerned(view: View, event: AnyEvent, awake: Collection[str]) -> Iterable[str]:
    """Those of the `awake` whom an event makes look; it may name others, too."""
    match event:
        case e.TownFounded():
            return awake
        case e.Asked():
            # Asked of whoever comes out of a talk, and looks up.
            return (event.resident,) if event.question == "digest" else ()
        case e.Answered() | e.AnswerLapsed():
            # Done with one thing, it turns to the next that is in view.
            return (event.resident,) if event.question == "react" else ()
        case e.ActionEnded():
            # Not least whoever wakes up.
            return (event.resident,)
        case e.Met():
            return event.resident, event.other
        case e.ActionBegun():
            # Whoever began it may have left the town in the same tick.
            return view.in_sight_of(event.resident, awake) if event.resident in view.state.residents else ()
        case e.ObjectChanged():
            return [one for one in awake if one != event.by and sees_object(view, one, event.object)]
        case e.Said():
            return [*event.to, *_in_earshot(view, event.speaker, awake)]
        case e.Knocked():
            at_home = set(view.scenario.world.sectors[event.home].residents).intersection(awake)
            return [one for one in at_home if view.arena_of(one) in _rooms(view, event.home)]
        case e.Announced():
            return [one for one in awake if event.arena in (None, view.arena_of(one))]
        case e.PlaceClosed() | e.PlaceOpened():
            return [one for one in awake if _is_at(view, one, event.place)]
        case e.FoundShut():
            return (event.resident,)
        case e.WeatherChanged():
            return [one for one in awake if is_outdoors(view.scenario.world, view.arena_of(one))]
        case e.VisitorEntered() | e.VisitorMoved() | e.VisitorUsed() | e.Emoted():
            return view.in_sight_of(event.visitor, awake) if event.visitor in view.state.visitors else ()
        case _:
            return ()


def _is_small_talk(event: AnyEvent) -> bool:
    """Only words of danger make anybody look up."""
    return isinstance(event, e.Said) and concern(event.text) < ALARMING


def _in_earshot(view: View, speaker: str, awake: Iterable[str]) -> list[str]:
    """But for the speaker, who may speak from outside the town."""
    if view.state.position(speaker, view.tick) is None:
        return []
    return [one for one in view.in_sight_of(speaker, awake, EARSHOT) if one != speaker]


def _is_at(view: View, resident: str, place: str) -> bool:
    """Whether it is in the place, or outdoors with a part of it in sight."""
    world, here = view.scenario.world, view.arena_of(resident)
    arenas = (world.arenas[place],) if place in world.arenas else world.rooms_of(place)
    if here in {arena.id for arena in arenas}:
        return True
    at = view.position(resident)
    return is_outdoors(world, here) and any(distance(at, tile) <= SIGHT for a in arenas for tile in a.tiles)


def _rooms(view: View, home: str) -> set[str]:
    return {arena.id for arena in view.scenario.world.rooms_of(home)}


def sees_object(view: View, resident: str, thing_id: str) -> bool:
    """Whether the object is in the resident's arena and within sight."""
    thing = view.scenario.world.objects[thing_id]
    if view.arena_of(resident) != thing.arena:
        return False
    at = view.position(resident)
    return any(distance(at, tile) <= SIGHT for tile in thing.footprint)
