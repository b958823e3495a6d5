"""A director in a resident's place: stepping in and out, and what it has the resident do."""

from __future__ import annotations

from collections.abc import Callable

from backend.domain import events as e
from backend.domain import inputs as i
from backend.domain.calendar import minutes
from backend.domain.events import PlannedAction
from backend.domain.state import Resident
from backend.domain.view import EARSHOT, place_name
from backend.domain.wishes import Act, Converse, Utter
from worker.engine import actions, talks
from worker.engine.carry_out import carry_out
from worker.engine.nearest import nearest
from worker.engine.people import on_foot
from worker.engine.people.handler import Handlers
from worker.engine.people.known import known_place, known_resident, two_residents
from worker.engine.refusals import (
    AlreadyActedFor,
    CannotBeDone,
    NotActingFor,
    ResidentAsleep,
    TooFar,
    UnknownObject,
    UnknownUse,
)
from worker.engine.town import Town

FOR_A_WHILE = minutes(30)
"""Ticks that a resident does what it was sent to do, unless it is told otherwise."""
A_STATEMENT = 4
"""Words from which on what is said may be news to others."""


def _step_into(town: Town, given: i.StepInto) -> None:
    """What it does goes on; a talk ends, for it was another who led it."""
    resident = known_resident(town, given.resident)
    now = town.state.residents[resident].stand_in
    first = town.scenario.personas[resident].first_name
    if now is not None and now.visitor != given.visitor:
        raise AlreadyActedFor(f"{now.name} acts for {first} already; wait, or step into somebody else")
    if now is not None:
        raise AlreadyActedFor(f"you act for {first} already; say what to do")
    talks.leave(town, resident, "something came up")
    town.emit(e.SteppedInto(resident=resident, visitor=given.visitor, name=given.name))


def _step_out(town: Town, given: i.StepOut) -> None:
    _acted_by(town, given.resident, given.visitor)
    town.emit(e.SteppedOut(resident=given.resident, reason=given.reason))


def _act_as(town: Town, given: i.ActAs) -> None:
    _ACTS[given.act](town, _acted_by(town, given.resident, given.visitor), given)


def _go(town: Town, me: Resident, given: i.ActAs) -> None:
    """To a place, which is worth remembering, or step by step as its stand-in leads it, which is not."""
    if given.tile is not None:
        on_foot.walk_to(town, me, given.tile)
        return
    if given.place is None:
        raise CannotBeDone("no place is named; give `place` or `tile`")
    arenas = sorted(known_place(town, given.place), key=lambda arena: (-len(arena.tiles), arena.id))
    wishes = [
        Act(me.id, PlannedAction(activity="looking around", need="watch", emoji="👀", arena=arena.id,
                                 duration=FOR_A_WHILE), why="It felt like going there.")
        for arena in arenas
    ]  # fmt: skip
    _do(town, wishes)
    _remember(town, me, f"set out for {place_name(town.scenario.world, given.place)}")


def _use(town: Town, me: Resident, given: i.ActAs) -> None:
    objects = town.scenario.world.objects
    thing = objects.get(given.object or "")
    if thing is None:
        raise UnknownObject(f"there is no object {given.object!r}; {nearest(given.object or '', objects)}")
    use = thing.use_for(given.use) if given.use is not None else next(iter(thing.uses), None)
    if use is None:
        known = ", ".join(one.need for one in thing.uses) or "nothing"
        raise UnknownUse(f"the {thing.name} is not for that; one can do with it: {known}")
    wanted = PlannedAction(
        activity=use.activity,
        need=use.need,
        emoji=use.emoji,
        arena=thing.arena,
        object=thing.id,
        object_state=use.state,
        duration=minutes(use.minutes[1]),
    )
    _do(town, [Act(me.id, wanted, why="It felt like doing that.")])
    _remember(town, me, f"set out for the {thing.name}: {use.activity}")


def _say(town: Town, me: Resident, given: i.ActAs) -> None:
    """Others hear it as the resident's own words, and answer as they answer it; a statement is news to them."""
    if given.to is None or given.text is None:
        raise CannotBeDone("nobody is spoken to, or nothing is said; give `to` and `text`")
    _, other = two_residents(town, me.id, given.to)
    if me.asleep:
        raise ResidentAsleep(f"{_first(town, me.id)} is asleep; have it go somewhere first")
    if not town.view().in_sight(me.id, other, EARSHOT):
        raise TooFar(f"{_first(town, other)} is out of earshot; walk up to them first")
    wish = Converse(me.id, other, cause=f"act_as:{me.id}@{town.tick}.{town.next_order()}")
    if (why := talks.obstacle(town, wish)) is not None:
        raise CannotBeDone(f"{why}; try again later, or stop first")
    talks.start_talk(town, wish)
    told = _is_statement(given.text)
    memory = given.text if told else f"{_first(town, me.id)} said to {_first(town, other)}: “{given.text}”"
    planted = town.cognition.plant(town.view(), me.id, memory)
    carry_out(town, planted)
    tells = tuple(one.id for one in planted if isinstance(one, e.Remembered)) if told else ()
    talk = town.state.residents[me.id].talk
    assert talk is not None, "it was begun just now"
    introduces = _first(town, me.id) in given.text.split()
    carry_out(town, [Utter(me.id, talk, given.text, tells=tells, introduces=introduces)])


def _stop(town: Town, me: Resident, given: i.ActAs) -> None:
    talks.leave(town, me.id, "took leave")
    if town.state.residents[me.id].action is not None:
        actions.end_action(town, me.id, "interrupted", "something else came up")


def _do(town: Town, wishes: list[Act]) -> None:
    """The first that the world allows; raises CannotBeDone."""
    refusals = []
    for wish in wishes:
        why = actions.obstacle(town, wish)
        if why is None:
            talks.leave(town, wish.resident, "something came up")
            actions.set_out(town, wish)
            return
        refusals.append(why)
    raise CannotBeDone(f"{refusals[0]}; choose something else, or a later moment")


def _remember(town: Town, me: Resident, what: str) -> None:
    """As something that it did of its own accord."""
    carry_out(town, town.cognition.plant(town.view(), me.id, f"{_first(town, me.id)} {what}."))


def _is_statement(text: str) -> bool:
    return len(text.split()) >= A_STATEMENT and not text.rstrip().endswith("?")


def _acted_by(town: Town, resident: str, visitor: str) -> Resident:
    me = town.state.residents[known_resident(town, resident)]
    if me.stand_in is None:
        raise NotActingFor(f"nobody acts for {_first(town, resident)}; step into it first")
    if me.stand_in.visitor != visitor:
        raise NotActingFor(f"{me.stand_in.name} acts for {_first(town, resident)}; wait until they step out")
    return me


def _first(town: Town, resident: str) -> str:
    return town.scenario.personas[resident].first_name


_ACTS: dict[str, Callable[[Town, Resident, i.ActAs], None]] = {
    "go": _go,
    "use": _use,
    "say": _say,
    "stop": _stop,
}
HANDLERS: Handlers = {"step_into": _step_into, "step_out": _step_out, "act_as": _act_as}
