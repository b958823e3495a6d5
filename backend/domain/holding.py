"""Which of the armed interventions an event sets off, as a pure function of the town after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from backend.domain import events as e
from backend.domain.calendar import Calendar
from backend.domain.events import AnyEvent, Condition, Event
from backend.domain.state import ArmedIntervention, TownState
from backend.domain.world import Tile, World

AT_ONCE = (e.ResidentAdded, e.ResidentMoved, e.VisitorEntered, e.VisitorMoved)
"""Events by which a body is elsewhere from one moment to the next; walks take their time."""

_BRINGERS: dict[type[Condition], tuple[type[Event], ...]] = {
    e.ArrivesAt: AT_ONCE,
    e.ThingIs: (e.ObjectChanged,),
    e.TalkBegins: (e.TalkStarted, e.TalkJoined),
    e.NewsKnown: (e.Remembered,),
    e.HeardOf: (e.Remembered, e.Offered),
    e.WeatherIs: (e.WeatherChanged,),
    e.ClockShows: (),
    e.WordGiven: (e.OfferAnswered, e.CommitmentSettled),
}
"""The events that can bring a condition about; no other is looked at."""


@dataclass(frozen=True)
class _After:
    """The town after an event."""

    state: TownState
    world: World
    event: AnyEvent
    before: Tile | None
    """Where the event's body was before it."""
    is_new: bool
    """The event is the arming itself: what is so already counts."""


def mover(event: AnyEvent) -> str | None:
    """The body that the event puts elsewhere at once."""
    return event.subject if isinstance(event, AT_ONCE) else None


def met_by(state: TownState, world: World, event: AnyEvent, before: Tile | None) -> Iterator[e.ConditionMet]:
    """What an event sets off, in the order in which it was armed.

    Args:
        state: the town after the event.
        before: where `mover(event)` was before it; None where it was not in town.
    """
    new = event.armed if isinstance(event, e.Armed) else None
    for one in list(state.armed.values()):
        is_asked = isinstance(event, _BRINGERS[type(one.when)]) if new is None else new == one.id
        if one.met is None and is_asked:
            who = _who_meets(one, _After(state, world, event, before, is_new=new is not None))
            if who is not None:
                yield e.ConditionMet(armed=one.id, who=who or None)


def is_in(world: World, place: str, tile: Tile | None) -> bool:
    """Whether a tile is in a sector or an arena; None is out of town."""
    arena = None if tile is None else world.arena_at(tile)
    return arena is not None and place in (arena, world.arenas[arena].sector)


def strikes(condition: e.ClockShows, calendar: Calendar, since: int) -> int:
    """The first tick after `since` at which the clock shows it."""
    today = calendar.day(since)
    return next(
        tick
        for day in (today, today + 1, today + 2)
        if (tick := calendar.tick_of(day, condition.minute)) > since
    )


def may_bring(one: ArmedIntervention, body: str) -> bool:
    """Whether the body's walk may set it off."""
    return one.met is None and isinstance(one.when, e.ArrivesAt) and one.when.who in (None, body)


def _who_meets(one: ArmedIntervention, after: _After) -> str | None:
    """Who brought it about, "" where that is nobody; None: it is not met by this event."""
    match condition := one.when:
        case e.ArrivesAt():
            return _arrives(condition, after)
        case e.ThingIs():
            return _thing_is(condition, after)
        case e.TalkBegins():
            return _talk_begins(condition, after)
        case e.NewsKnown():
            return _news_known(condition, after)
        case e.HeardOf():
            return _heard_of(one.id, condition, after)
        case e.WeatherIs():
            return "" if after.state.weather == condition.weather else None
        case e.ClockShows():
            return None
        case e.WordGiven():
            return _word_given(condition, after.event)


def _arrives(condition: e.ArrivesAt, after: _After) -> str | None:
    body = mover(after.event)
    if body is None or condition.who not in (None, body):
        return None
    now = after.state.position(body, after.state.tick)
    came = is_in(after.world, condition.place, now) and not is_in(after.world, condition.place, after.before)
    return body if came else None


def _thing_is(condition: e.ThingIs, after: _After) -> str | None:
    changed = after.event if isinstance(after.event, e.ObjectChanged) else None
    if not after.is_new and (changed is None or changed.object != condition.object):
        return None
    thing = after.state.objects.get(condition.object)
    is_so = thing is not None and thing.state.casefold() == condition.state.casefold()
    return ((changed and changed.by) or "") if is_so else None


def _talk_begins(condition: e.TalkBegins, after: _After) -> str | None:
    two = {condition.one, condition.other}
    match after.event:
        case e.TalkStarted() as started:
            return started.resident if two <= set(started.participants) else None
        case e.TalkJoined() as joined:
            together = set(after.state.talks[joined.talk].participants)
            return joined.resident if joined.resident in two and two <= together else None
        case _:
            return None


def _news_known(condition: e.NewsKnown, after: _After) -> str | None:
    learnt = after.event if isinstance(after.event, e.Remembered) else None
    if not after.is_new and (learnt is None or learnt.news != condition.news):
        return None
    return _knows(condition, _have_heard(condition.news, after.state), after)


def _heard_of(armed: str, condition: e.HeardOf, after: _After) -> str | None:
    """Of a commitment those know who were asked to it or know the news that tells of it; else those on the trail."""
    learnt = after.event if isinstance(after.event, e.Remembered) else None
    if condition.of == "commitment":
        agreed = after.state.commitments[condition.which]
        asked = isinstance(after.event, e.Offered) and after.event.commitment == agreed.id
        told = learnt is not None and learnt.news is not None and learnt.news == agreed.news
        if not (after.is_new or asked or told):
            return None
        return _knows(condition, [*agreed.parties, *_have_heard(agreed.news, after.state)], after)
    trail = after.state.trails[armed].memories
    if not after.is_new and (learnt is None or learnt.id not in trail):
        return None
    return _knows(condition, trail.values(), after)


def _have_heard(news: str | None, state: TownState) -> set[str]:
    return {who for who in state.residents if news is not None and news in state.attention[who].heard_of}


def _knows(condition: e.NewsKnown | e.HeardOf, knowing: Iterable[str], after: _After) -> str | None:
    """Only those count who live in the town."""
    here = {who for who in knowing if who in after.state.residents}
    is_so = len(here) >= condition.least if condition.who is None else condition.who in here
    learnt = after.event.resident if isinstance(after.event, e.Remembered) else ""
    return (condition.who or learnt) if is_so else None


def _word_given(condition: e.WordGiven, event: AnyEvent) -> str | None:
    match event:
        case e.OfferAnswered(accepted=True) as made:
            how, who, which = "made", made.resident, made.commitment
        case e.CommitmentSettled() as settled:
            how, who, which = settled.how, settled.resident, settled.commitment
        case _:
            return None
    is_met = how == condition.how and condition.who in (None, who) and condition.commitment in (None, which)
    return who if is_met else None
