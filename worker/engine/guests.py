"""Residents and people from outside: coming up to them, and staying for as long as they talk."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.view import EARSHOT, distance
from backend.domain.wishes import Approach, Hail
from backend.domain.world import Tile
from worker.engine import talks
from worker.engine.arranging import LEAVE_BEFORE, must_leave, path_near
from worker.engine.town import Town

LISTENS = minutes(2)
"""Ticks for which a resident stays with a visitor after the last words, unless leave was taken."""

OFFENDED = -0.2
"""Closeness to a visitor from which on a resident who took leave stays away from it."""
SULKS = minutes(30)


def obstacle(town: Town, wish: Approach) -> str | None:
    """Why the resident can't come up to the visitor; None if it can."""
    me = town.state.residents[wish.resident]
    if wish.visitor not in town.state.visitors:
        return "the visitor has left town"
    if me.talk is not None or me.asleep:
        return "it is in a talk, or asleep"
    if any(q.question == "answer" and q.about == wish.visitor for q in town.state.questions.values()):
        return "somebody else is speaking to the visitor"
    if not town.view().in_sight(wish.resident, wish.visitor):
        return "it has lost sight of the visitor"
    if must_leave(town, wish.resident, 2 * LEAVE_BEFORE):
        return "the place is about to close"
    if _way_to(town, wish.resident, wish.visitor) is None:
        return "there is no way to walk up"
    return None


def approach(town: Town, wish: Approach) -> None:
    """Walks into earshot, thinking of what to say."""
    way = _way_to(town, wish.resident, wish.visitor)
    assert way is not None, "it was looked for before"
    halt(town, wish.resident)
    if len(way) > 1:
        town.emit(e.Walked(resident=wish.resident, path=way))
    town.ask(town.cognition.greet(town.view(), wish.resident, wish.visitor, town.tick + len(way) - 1))


def obstacle_to_hailing(town: Town, wish: Hail) -> str | None:
    if wish.visitor not in town.state.visitors:
        return "the visitor has left town"
    if not town.view().in_sight(wish.resident, wish.visitor, EARSHOT):
        return "the visitor has walked on"
    if town.state.residents[wish.resident].asleep:
        return "it is asleep"
    return None


def hail(town: Town, wish: Hail) -> None:
    words = e.Said(speaker=wish.resident, to=(wish.visitor,), text=wish.text, cause=wish.cause)
    town.emit(words)
    talks.overhear(town, words)


def halt(town: Town, resident_id: str) -> None:
    """Breaks off a walk."""
    resident = town.state.residents[resident_id]
    if resident.walk is not None and resident.walk.arrival > town.tick:
        town.emit(e.Halted(resident=resident_id, at=resident.position(town.tick)))


def stays_until(town: Town, resident_id: str) -> int:
    """The tick up to which it stays for somebody from outside; 0 if nobody has its attention."""
    stays = [
        lines[-1].tick + LISTENS
        for visitor, lines in town.state.attention[resident_id].dialogues.items()
        if lines and not lines[-1].ends and visitor in town.state.visitors
    ]
    coming_up = [
        question.effect + 1
        for question in town.state.open_questions_of(resident_id)
        if question.question == "answer" and question.effect is not None
    ]
    return max([0, *stays, *coming_up])


def sulks_until(town: Town, resident_id: str, visitor: str) -> int | None:
    """The tick up to which the resident, offended, does not talk with the visitor; None if it would."""
    lines = town.state.attention[resident_id].dialogues.get(visitor, ())
    known = town.state.residents[resident_id].relationships.get(visitor)
    if not lines or known is None or known.closeness > OFFENDED:
        return None
    last = lines[-1]
    until = last.tick + SULKS
    return until if last.ends and last.speaker == resident_id and town.tick < until else None


def _way_to(town: Town, resident: str, visitor: str) -> tuple[Tile, ...] | None:
    """The walk into earshot; only where it stands if it is there already."""
    view = town.view()
    here, there = view.position(resident), view.position(visitor)
    if distance(here, there) <= EARSHOT // 2 and view.in_sight(resident, visitor):
        return (here,)
    return path_near(town, resident, there, reach=2)
