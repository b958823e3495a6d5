"""What a director wants done when something comes about: armed, taken back, and done when the time has come."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.armed_id import armed_id
from backend.domain.calendar import minutes
from backend.domain.trails import announced_as
from worker.engine.nearest import nearest
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_place, known_resident, two_residents
from worker.engine.refusals import (
    InputRefused,
    TooManyArmed,
    UnknownAnnouncement,
    UnknownArmed,
    UnknownBelief,
    UnknownCommitment,
    UnknownMemory,
    UnknownNews,
    UnknownObject,
)
from worker.engine.town import Town

MOST_ARMED = 32
"""So many wait in a town at once."""


def _arm(town: Town, given: i.Arm) -> None:
    """Refused where it names what there is not; whether it can be done is found out when it is."""
    _check_names(town, given.when)
    _check_names(town, given.do)
    if isinstance(given.when, e.TalkBegins):
        two_residents(town, given.when.one, given.when.other)
    if isinstance(given.when, e.NewsKnown):
        _known_news(town, given.when.news)
    if isinstance(given.when, e.WordGiven) and given.when.commitment is not None:
        _known_commitment(town, given.when.commitment)
    trail = _trail(town, given.when) if isinstance(given.when, e.HeardOf) else None
    if len(town.state.armed) >= MOST_ARMED:
        raise TooManyArmed(
            f"{MOST_ARMED} interventions wait for their conditions already; take one back, or wait until one is over"
        )
    taken = town.state.armed.keys() | town.state.spent.keys()
    town.emit(
        e.Armed(
            armed=armed_id(town.tick, given, taken),
            when=given.when,
            do=given.do.model_dump(mode="json"),
            by=given.by,
            until=town.tick + minutes(given.minutes),
            trail=trail,
        )
    )


def _disarm(town: Town, given: i.Disarm) -> None:
    if given.armed in town.state.armed:
        town.emit(e.Disarmed(armed=given.armed, by=given.by))
        return
    spent = town.state.spent.get(given.armed)
    if spent is not None:
        clock = town.scenario.calendar.clock(spent.ended or 0)
        raise UnknownArmed(f"it waits no more: it was {spent.how} at {clock}; nothing to take back")
    raise UnknownArmed(
        f"nothing that waits is called {given.armed!r}; {nearest(given.armed, town.state.armed)}"
    )


def _check_names(town: Town, named: i.Deed | e.Condition) -> None:
    """Raises UnknownResident, UnknownPlace or UnknownObject."""
    for field in ("resident", "other", "to", "source", "who", "one"):
        if (resident := getattr(named, field, None)) is not None:
            known_resident(town, resident)
    if (place := getattr(named, "place", None)) is not None:
        known_place(town, place)
    thing = getattr(named, "object", None)
    if thing is not None and thing not in town.state.objects:
        raise UnknownObject(f"there is no object {thing!r}; {nearest(thing, town.state.objects)}")


def _known_news(town: Town, news: str) -> None:
    known = [item.id for item in town.scenario.news]
    if news not in known:
        raise UnknownNews(f"there is no news {news!r} in this town; {nearest(news, known)}")


def _trail(town: Town, when: e.HeardOf) -> e.Trail | None:
    """Who has it already; None where the state alone tells. Raises what says that there is no such thing."""
    if when.of == "commitment":
        _known_commitment(town, when.which)
        return None
    if when.of == "announcement" and _is_being_announced(town, when.which):
        return e.Trail(percepts=(announced_as(town.tick, when.which),))
    trail = town.cognition.trail(town.view(), when)
    if trail is None:
        error, fault = _NOT_KNOWN[when.of]
        raise error(fault.format(when.which))
    return trail


def _is_being_announced(town: Town, text: str) -> bool:
    """In the open tick: it is heard as that closes."""
    return any(isinstance(event, e.Announced) and event.text == text for event in town.happened)


_NOT_KNOWN: dict[str, tuple[type[InputRefused], str]] = {
    "announcement": (
        UnknownAnnouncement,
        "nobody has heard {!r} announced; give the very words of the announcement, or make it first",
    ),
    "memory": (UnknownMemory, "nobody has a memory {!r}; take its id from somebody's memories"),
    "belief": (UnknownBelief, "nobody believes {!r}; take its id from the state of who believes it"),
}


def _known_commitment(town: Town, commitment: str) -> None:
    if commitment not in town.state.commitments:
        raise UnknownCommitment(
            f"nobody has agreed on {commitment!r}; {nearest(commitment, town.state.commitments)}"
        )


HANDLERS: Handlers = {"arm": _arm, "disarm": _disarm}
