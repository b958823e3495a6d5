"""The everyday of somebody new, made from what a town offers: hours and tasks of a job, pastimes, meals.

Pure functions of the form and the world, so that the same form makes the same resident.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import blake2b
from typing import Any

from backend.domain.calendar import MINUTES_PER_DAY, WEEKDAYS
from backend.domain.world import Arena, Hours, TownObject, Use, WeekHours, World

AWAKE = 15 * 60 + 30
"""Minutes from getting up to bed."""
WORK = ("sell", "make", "cook", "work", "study", "write", "repair", "garden", "read", "music")
"""Needs that are work where there is a thing for them, the likeliest first."""
PASTIMES = ("read", "music", "play", "watch", "rest", "exercise", "garden", "drink", "make", "study")
LIKED = 4
"""Weight of what it does where it likes to be."""
MOST_PASTIMES, MOST_PLACES, MOST_TASKS, WORKDAYS = 4, 3, 3, 5
WORKDAY = 8 * 60
USUAL_HOURS = Hours(9 * 60, 17 * 60)
LUNCH = 12 * 60 + 30


def clock(minute: int) -> str:
    minute %= MINUTES_PER_DAY
    return f"{minute // 60:02}:{minute % 60:02}"


def meals(wake: int) -> list[str]:
    return [clock(wake + 30), clock(max(wake + 5 * 60, LUNCH)), clock(wake + 11 * 60 + 30)]


def job_of(world: World, title: str, workplace: str, wake: int) -> dict[str, Any]:
    """The job's entry of a resident's file. `workplace` is written without the world's name."""
    arena = world.arenas.get(f"{world.name}:{workplace}")
    if arena is None:
        week, tasks = {"weekdays": _span(USUAL_HOURS)}, [_task("work", "working", "💼")]
        return {"title": title, "workplace": workplace, "hours": week, "tasks": tasks}
    hours = working_hours(world.sectors[arena.sector].hours, wake)
    entry: dict[str, Any] = {"title": title, "workplace": workplace, "hours": hours}
    if any(_covers(span, LUNCH) for span in hours.values()):
        entry["lunch"] = clock(LUNCH)
    entry["tasks"] = [_task(use.need, use.activity, use.emoji) for use in _work(world, arena)]
    return entry


def working_hours(opening: WeekHours | None, wake: int) -> dict[str, str]:
    """Eight hours a day at most and five days a week, while the place is open and one is awake."""
    begins, ends = wake + 60, wake + AWAKE - 60
    week: dict[str, str] = {}
    for number, day in enumerate(WEEKDAYS):
        spans = (USUAL_HOURS,) if opening is None else opening[number]
        for span in spans:
            opens = max(span.opens, begins)
            closes = min(span.closes, ends, opens + WORKDAY)
            if closes - opens >= 60 and len(week) < WORKDAYS:
                week[day] = _span(Hours(opens, closes))
                break
    return week or {"weekdays": _span(USUAL_HOURS)}


def leisure_of(world: World, resident: str, home: str, likes: Collection[str] = ()) -> list[dict[str, Any]]:
    """Pastimes where anybody may go, others for each resident; at home where the town offers none.

    Args:
        likes: addresses of sectors that come first.
    """
    offers: dict[str, list[tuple[Arena, Use]]] = {}
    public = [arena for arena in world.arenas.values() if _is_public(world, arena)]
    own = [arena for arena in world.arenas.values() if arena.sector == home and not arena.residents]
    public.sort(key=lambda arena: (arena.sector not in likes, _rank(resident, arena.id)))
    for arena in public or own:
        for use in _uses(world.objects_in(arena.id)):
            offers.setdefault(use.need, []).append((arena, use))
    if not any(need in offers for need in PASTIMES):
        for arena in own:
            for use in _uses(world.objects_in(arena.id)):
                offers.setdefault(use.need, []).append((arena, use))
    liked = sorted(
        (need for need in PASTIMES if need in offers),
        key=lambda need: (offers[need][0][0].sector not in likes, _rank(resident, need)),
    )
    entries: list[dict[str, Any]] = []
    for need in liked[:MOST_PASTIMES]:
        favourite, use = offers[need][0]
        places = list(dict.fromkeys(short(world, arena.id) for arena, _ in offers[need]))
        entries.append(
            {"activity": use.activity, "need": need, "emoji": use.emoji, "places": places[:MOST_PLACES]}
        )
        if favourite.sector in likes:
            entries[-1]["weight"] = LIKED
    return entries


def known_places(world: World, home: str) -> list[str]:
    """Its home and all that is not somebody else's."""
    public = sorted(sector.name for sector in world.sectors.values() if not sector.private)
    return list(dict.fromkeys([home, *public]))


def short(world: World, address: str) -> str:
    """The address as scenario files write it."""
    return address.removeprefix(f"{world.name}:")


def _work(world: World, arena: Arena) -> list[Use]:
    """What is worked at there, or in another room of the building."""
    here = _uses(world.objects_in(arena.id), staff=True)
    rooms = [other.id for other in world.arenas.values() if other.sector == arena.sector]
    around = _uses((thing for room in sorted(rooms) for thing in world.objects_in(room)), staff=True)
    for uses in (here, around):
        found = {use.need: use for use in reversed(uses)}
        if wanted := [found[need] for need in WORK if need in found]:
            return wanted[:MOST_TASKS]
    return [use for use in around if use.need not in ("sleep", "toilet", "wash")][:1]


def _uses(things: Iterable[TownObject], *, staff: bool = False) -> list[Use]:
    return [use for thing in things if staff or not thing.staff_only for use in thing.uses]


def _is_public(world: World, arena: Arena) -> bool:
    sector = world.sectors[arena.sector]
    return not (sector.private or arena.residents or arena.staff_only)


def _task(need: str, activity: str, emoji: str) -> dict[str, Any]:
    return {"activity": activity, "need": need, "emoji": emoji}


def _span(hours: Hours) -> str:
    return f"{clock(hours.opens)}-{clock(hours.closes)}"


def _covers(span: str, minute: int) -> bool:
    opens, closes = span.split("-")
    return opens <= clock(minute) < closes


def _rank(resident: str, what: str) -> bytes:
    return blake2b(f"{resident}|{what}".encode(), digest_size=8).digest()
