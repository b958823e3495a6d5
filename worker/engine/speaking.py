"""Words of people from outside: who hears them, and who is asked for an answer."""

from __future__ import annotations

from hashlib import blake2b

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.naming import name_key
from backend.domain.spoken import Spoken
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Ask
from worker.engine import guests, talks
from worker.engine.arranging import LEAVE_BEFORE, must_leave
from worker.engine.people.known import known_resident
from worker.engine.refusals import ResidentAsleep, TooFar, WontTalk
from worker.engine.town import Town
from worker.engine.visitors import check_name, visitor_of


def reply_key(resident: str, stamp: i.Stamp) -> str:
    """Key of the question that words to a resident, applied at `stamp`, lead to."""
    return f"answer:{resident}@{stamp.tick}.{stamp.order}"


def in_role(given: i.SpeakAs) -> i.Speak:
    """The same words as those of somebody outside the town who goes by the role: each role is one person."""
    who = blake2b(name_key(given.role).encode(), digest_size=6).hexdigest()
    return i.Speak(visitor=f"{i.VISITOR_PREFIX}role-{who}", name=given.role, to=given.to, text=given.text)


def speak(town: Town, given: i.Speak, waits: bool) -> None:
    """Has everybody in earshot hear it, and asks who was spoken to, or who can answer best, for an answer.

    Args:
        town: The town, its tick open.
        given: The words.
        waits: Whether the tick stays open until somebody has answered (scheduled inputs).

    Raises:
        InputRefused: nobody has heard it.
    """
    visitor = town.state.visitors.get(given.visitor)
    if visitor is None:
        check_name(town, given.visitor, given.name)
    name = given.name if visitor is None else visitor.name
    stamp = i.Stamp(town.tick, town.next_order())
    if given.to is None:
        _aloud(town, given, name, stamp, waits)
    else:
        _to(town, given, given.to, name, stamp, waits)


def _to(town: Town, given: i.Speak, to: str, name: str, stamp: i.Stamp, waits: bool) -> None:
    resident = town.state.residents[known_resident(town, to)]
    persona = town.scenario.personas[to]
    if resident.asleep:
        wakes = resident.action.until if resident.action is not None else None
        until = town.scenario.calendar.clock(wakes or town.tick)
        raise ResidentAsleep(f"{persona.name} is asleep until about {until}; talk to somebody awake or wait")
    if resident.stand_in is not None:
        raise WontTalk(f"{persona.name} has something else in mind just now; try again later")
    if given.visitor in town.state.visitors and not town.view().in_sight(given.visitor, to, EARSHOT):
        raise TooFar(f"{persona.name} is out of earshot; walk up to them first")
    sulks = guests.sulks_until(town, to, given.visitor)
    if sulks is not None:
        again = town.scenario.calendar.clock(sulks)
        raise WontTalk(f"{persona.name} does not want to talk with you now; try again after {again}")
    words = e.Said(speaker=given.visitor, to=(to,), text=given.text)
    town.emit(words)
    _attend(town, to, given.visitor)
    _ask(town, Spoken(given.visitor, name, to, given.text), stamp, waits)
    talks.overhear(town, words)


def _aloud(town: Town, given: i.Speak, name: str, stamp: i.Stamp, waits: bool) -> None:
    visitor_of(town, given.visitor)
    heard = in_earshot(town, given.visitor)
    town.emit(e.Said(speaker=given.visitor, to=heard, text=given.text, aloud=True))
    residents = tuple(one for one in heard if one in town.state.residents)
    willing = tuple(
        one
        for one in residents
        if guests.sulks_until(town, one, given.visitor) is None and not town.is_acted_for(one)
    )
    answering = town.cognition.answering(town.view(), given.visitor, given.text, willing)
    for listener in residents:
        if listener not in answering[:1]:
            line = e.Said(speaker=given.visitor, to=(), text=given.text, aloud=True)
            for event in town.cognition.overhear(town.view(), listener, line):
                town.emit(event)  # type: ignore[arg-type]
    if answering:
        first, *others = answering
        _attend(town, first, given.visitor)
        _ask(town, Spoken(given.visitor, name, first, given.text, True, tuple(others)), stamp, waits)


def _attend(town: Town, resident: str, visitor: str) -> None:
    """Who is spoken to on the way stops, unless it has to be gone soon."""
    if visitor not in town.state.visitors or town.state.residents[resident].talk is not None:
        return
    if not must_leave(town, resident, 2 * LEAVE_BEFORE):
        guests.halt(town, resident)


def in_earshot(town: Town, speaker: str) -> tuple[str, ...]:
    """Who is awake and hears what a body in town says, nearest first."""
    view = town.view()
    at = view.position(speaker)
    found = [
        (distance(at, view.position(body)), body)
        for body in view.bodies()
        if body != speaker and view.in_sight(speaker, body, EARSHOT) and not _sleeps(town, body)
    ]
    return tuple(body for _, body in sorted(found))


def _sleeps(town: Town, body: str) -> bool:
    resident = town.state.residents.get(body)
    return resident is not None and resident.asleep


def _ask(town: Town, spoken: Spoken, stamp: i.Stamp, waits: bool) -> None:
    key = reply_key(spoken.to, stamp)
    for wish in town.cognition.reply(town.view(), spoken, key, town.tick if waits else None):
        if isinstance(wish, Ask):
            town.ask(wish)
        elif isinstance(wish, e.Event):
            town.emit(wish)
