"""How a resident sees things in words: people by the names it knows, places, times, what is being done."""

from __future__ import annotations

from typing import Literal

from backend.domain.calendar import TICKS_PER_MINUTE, WEEKDAYS
from backend.domain.norms import Reason, may_enter
from backend.domain.persona import Persona
from backend.domain.questions import ObjectView, PersonView, PlaceView
from backend.domain.state import Relationship, Resident
from backend.domain.view import View
from backend.domain.world import Arena, TownObject
from worker.cognition.body import felt

DOWNCAST, CHEERFUL = 42, 80
"""Mood below and above which it shows."""
WORN_OUT = 15
"""Energy below which it shows."""
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def now(view: View) -> str:
    """ "Monday 3 March, 09:20", the same in every locale."""
    moment = view.scenario.calendar.at(view.tick)
    weekday = WEEKDAYS[moment.weekday()].capitalize()
    return f"{weekday} {moment.day} {MONTHS[moment.month - 1]}, {moment:%H:%M}"


def appearance(persona: Persona) -> str:
    """What one calls somebody without a name: "the young woman with red hair"."""
    age = "old" if persona.age >= 62 else "young" if persona.age < 27 else ""
    kind = {"she": "woman", "he": "man"}.get(persona.pronouns[0], "person")
    hair = f"{persona.looks.hair} hair" if persona.looks.hair_style not in ("bald", "none") else "no hair"
    return " ".join(word for word in ("the", age, kind, "with", hair) if word)


def called(view: View, resident: str, other: str) -> str:
    """The other's name if the resident knows it, else its appearance."""
    relationship = view.state.residents[resident].relationships.get(other)
    persona = view.scenario.personas.get(other)
    if persona is None:
        return (relationship.name if relationship is not None else None) or "a visitor"
    knows = other == resident or (relationship is not None and relationship.knows_name)
    return persona.name if knows else appearance(persona)


def place(view: View, arena: str | None) -> str:
    """ "in the kitchen of Plum Cottage", "on the street"."""
    if arena is None:
        return "on the street"
    world = view.scenario.world
    room, sector = world.arenas[arena], world.sector_of(arena)
    is_one_of_many = len(world.rooms_of(sector.id)) > 1
    return f"in the {room.name} of {sector.name}" if is_one_of_many else f"at {sector.name}"


def doing(view: View, resident: Resident) -> str:
    """What a resident is seen doing, in the -ing form."""
    action = resident.action
    if resident.talk is not None:
        return "talking"
    if resident.walk is not None and resident.walk.arrival > view.tick:
        return "walking by"
    if action is None or action.begun is None:
        return "standing there"
    return action.activity


def activity(view: View, resident: str) -> str:
    """What the resident itself does and where, with where it is going."""
    current = view.state.residents[resident]
    here = place(view, view.arena_of(resident))
    if current.action is not None and current.action.begun is None:
        return f"on the way to {current.action.activity}, {here}"
    return f"{doing(view, current)} {here}"


def business(view: View, resident: str) -> str:
    """What a resident is about apart from talking: what it does, is on its way to, or nothing."""
    action = view.state.residents[resident].action
    if action is None:
        return "standing there"
    return action.activity if action.begun is not None else f"on the way to {action.activity}"


def person(view: View, resident: str, other: str) -> PersonView:
    """`other` as the resident sees it."""
    relationship = view.state.residents[resident].relationships.get(other)
    if other in view.state.departed:
        return _departed(view, other, relationship)
    if other not in view.state.residents:
        visitor = view.state.visitors.get(other)
        given = (
            visitor.name if visitor is not None else relationship.name if relationship is not None else None
        )
        return PersonView(
            id=other,
            name=given if relationship is not None and relationship.knows_name else None,
            appearance="a visitor",
            activity="visiting the town"
            if visitor is None or visitor.doing is None
            else visitor.doing.activity,
            closeness=relationship.closeness if relationship is not None else 0.0,
            note=relationship.note if relationship is not None else "",
            minutes_since_talk=_since_last_words(view, resident, other), knows_me=True, is_visitor=True,
        )  # fmt: skip
    them = view.state.residents[other]
    talked = relationship.talked if relationship is not None else None
    return PersonView(
        id=other,
        name=view.scenario.personas[other].name
        if relationship is not None and relationship.knows_name
        else None,
        appearance=appearance(view.scenario.personas[other]),
        activity=doing(view, them),
        closeness=relationship.closeness if relationship is not None else 0.0,
        note=relationship.note if relationship is not None else "",
        minutes_since_talk=None if talked is None else (view.tick - talked) // TICKS_PER_MINUTE,
        knows_me=them.knows_name_of(resident),
        seems=_seems(view, other) if view.in_sight(resident, other) else "",
        job=_job(view, other) if relationship is not None and relationship.knows_name else None,
    )


def _departed(view: View, other: str, known: Relationship | None) -> PersonView:
    """Somebody who has left the town, as it was to the resident; whether it knows of that is a matter of memory."""
    persona, known = view.scenario.personas[other], known or Relationship()
    since = None if known.talked is None else (view.tick - known.talked) // TICKS_PER_MINUTE
    return PersonView(
        id=other,
        name=persona.name if known.knows_name else None,
        appearance=appearance(persona),
        activity="",
        closeness=known.closeness,
        note=known.note,
        minutes_since_talk=since,
        job=_job(view, other) if known.knows_name else None,
    )


def _since_last_words(view: View, resident: str, visitor: str) -> int | None:
    lines = view.state.attention[resident].dialogues.get(visitor, ())
    return (view.tick - lines[-1].tick) // TICKS_PER_MINUTE if lines else None


def _seems(view: View, other: str) -> Literal["", "downcast", "worn out", "cheerful"]:
    """What anybody can see of how somebody feels: only what is far from even."""
    body = felt(view, other)
    if body.mood < DOWNCAST:
        return "downcast"
    if body.energy < WORN_OUT:
        return "worn out"
    return "cheerful" if body.mood > CHEERFUL else ""


def _job(view: View, other: str) -> str | None:
    job = view.scenario.personas[other].job
    return job.title if job is not None else None


def known_arenas(view: View, resident: str) -> list[Arena]:
    """The places that a resident knows and may be in when they are open, in the order of their addresses."""
    world, persona = view.scenario.world, view.persona(resident)
    workplace = world.arenas[persona.job.workplace].sector if persona.job is not None else persona.home
    known = {*persona.places, persona.home, workplace}
    found: list[Arena] = []
    for arena in sorted(world.arenas.values(), key=lambda a: a.id):
        if arena.sector in known or arena.id in known:
            refusal = may_enter(world, view.scenario.calendar, arena.id, resident, view.tick)
            if refusal is None or refusal.reason is Reason.CLOSED:
                found.append(arena)
    return found


def place_view(view: View, resident: str, arena: Arena, weekday: int) -> PlaceView:
    sector = view.scenario.world.sectors[arena.sector]
    own = sector.id == view.persona(resident).home
    always = sector.hours is None or own
    spans = sector.hours[weekday] if sector.hours is not None else ()
    return PlaceView(
        arena=arena.id,
        name=f"the {arena.name} at home" if own else _outside_name(view, arena),
        sector_kind=sector.kind,
        own=own,
        needs=tuple(sorted({use.need for thing in usable(view, resident, arena.id) for use in thing.uses})),
        opens=None if always or not spans else min(span.opens for span in spans),
        closes=None if always or not spans else max(span.closes for span in spans),
        always=always,
        exempt=view.is_exempt(resident, arena.id),
        walk=_walk(view, resident, arena),
    )


def _walk(view: View, resident: str, arena: Arena) -> int:
    """Minutes from the resident's bed to the middle of the arena, along streets that run straight."""
    world = view.scenario.world
    x, y = world.objects[view.persona(resident).bed].spots[0]
    there_x, there_y = world.middle_of(arena.id)
    return round((abs(x - there_x) + abs(y - there_y)) / TICKS_PER_MINUTE)


def usable(view: View, resident: str, arena: str) -> list[TownObject]:
    """The objects there that the resident may use."""
    staff = resident in view.scenario.world.sector_of(arena).staff
    return [thing for thing in view.scenario.world.objects_in(arena) if staff or not thing.staff_only]


def object_views(view: View, resident: str, arena: str) -> tuple[ObjectView, ...]:
    """The objects there, in the states that the resident sees; elsewhere it expects them as they usually are.

    Nothing is free in a room that holds no more people.
    """
    full = _is_full(view, resident, view.scenario.world.arenas[arena])
    is_there = view.arena_of(resident) == arena
    users = [
        r.action.object for r in view.state.residents.values() if r.action is not None and r.id != resident
    ]
    return tuple(
        ObjectView(
            id=thing.id,
            name=thing.name,
            kind=thing.kind,
            state=view.state.objects[thing.id].state if is_there else thing.initial,
            free=not full and users.count(thing.id) < thing.capacity,
            uses=tuple((u.need, u.activity, u.emoji, u.state, *u.minutes) for u in thing.uses),
        )
        for thing in usable(view, resident, arena)
    )


def _is_full(view: View, resident: str, room: Arena) -> bool:
    if room.capacity is None:
        return False
    others = [other for other in view.state.residents.values() if other.id != resident]
    there = [
        other
        for other in others
        if view.arena_of(other.id) == room.id or (other.action is not None and other.action.arena == room.id)
    ]
    return len(there) >= room.capacity


def _outside_name(view: View, arena: Arena) -> str:
    world = view.scenario.world
    sector = world.sectors[arena.sector]
    return f"the {arena.name} of {sector.name}" if len(world.rooms_of(sector.id)) > 1 else sector.name
