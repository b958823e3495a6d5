"""Who may be where, and when: opening hours, private homes and rooms, what is for staff. Pure functions.

Staff and the residents of a place are exempt from its hours, and everybody may walk home. How many may be in
a place at once is the engine's to keep, since it depends on who is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.calendar import MINUTES_PER_DAY, WEEKDAYS, Calendar
from backend.domain.world import Sector, Tile, WeekHours, World

CROSSING = 90
"""Ticks for which a place has to stay open to those who only walk through."""


class Reason(StrEnum):
    CLOSED = "closed"
    PRIVATE_HOME = "private_home"
    PRIVATE_ROOM = "private_room"
    STAFF_ONLY = "staff_only"


@dataclass(frozen=True)
class Refusal:
    """Why somebody may not be in a place now. Its text names no owners: not all know who lives where."""

    reason: Reason
    place: str
    """Name of the sector, or of the room that is private or staff's."""
    opens: int | None = None
    """Tick at which a closed place opens again; None if it never does, or if the reason is another."""
    opens_at: str = ""
    """The same as a person would say it: "07:30", or "Monday 07:30" if that is on another day."""
    owners: tuple[str, ...] = ()
    """Ids of those whose home or room it is."""

    def __str__(self) -> str:
        if self.reason is Reason.CLOSED:
            return (
                f"{self.place} is closed until {self.opens_at}"
                if self.opens_at
                else f"{self.place} is closed"
            )
        if self.reason is Reason.STAFF_ONLY:
            return f"{self.place} is for staff only"
        return f"{self.place} is a private {'home' if self.reason is Reason.PRIVATE_HOME else 'room'}"


def is_open(world: World, calendar: Calendar, place: str, tick: int) -> bool:
    """Whether the public may be in a sector or an arena at `tick`, as far as its hours go.

    Raises:
        KeyError: `place` is the address of neither.
    """
    hours = _sector(world, place).hours
    return hours is None or _covers(hours, _time_of_week(calendar, tick))


def next_opening(world: World, calendar: Calendar, place: str, tick: int) -> int | None:
    """The first tick from `tick` on at which the place is open; None if it never opens."""
    hours = _sector(world, place).hours
    if hours is None or _covers(hours, _time_of_week(calendar, tick)):
        return tick
    return next((opens for opens, _ in _spans(hours, calendar, tick) if opens > tick), None)


def next_closing(world: World, calendar: Calendar, place: str, tick: int) -> int | None:
    """The tick at which a place, open at `tick`, closes next; None if it never does or is closed now."""
    hours = _sector(world, place).hours
    if hours is None:
        return None
    end = tick
    for opens, closes in _spans(hours, calendar, tick):
        if opens > end:
            return None if end == tick else end
        end = max(end, closes)
    # It is open all through the week, or does not open in it again.
    return None


def may_enter(
    world: World, calendar: Calendar, arena: str, resident: str, tick: int, welcome_in: str | None = None
) -> Refusal | None:
    """None if `resident` may be in the arena at `tick`, else why not. Who lives or works there is exempt.

    `welcome_in` is the home of others into which somebody has let the resident: it may be in its rooms, but in
    nobody's own one, and at the hours for guests.
    """
    room = world.arenas[arena]
    sector = world.sectors[room.sector]
    belongs = resident in sector.residents or resident in sector.staff
    if room.residents and resident not in room.residents:
        return Refusal(Reason.PRIVATE_ROOM, room.name, owners=room.residents)
    if sector.private and not belongs and sector.id != welcome_in:
        return Refusal(Reason.PRIVATE_HOME, sector.name, owners=sector.residents)
    if room.staff_only and not belongs:
        return Refusal(Reason.STAFF_ONLY, f"{sector.name}: {room.name}")
    if not belongs and not is_open(world, calendar, sector.id, tick):
        opens = next_opening(world, calendar, arena, tick)
        return Refusal(Reason.CLOSED, sector.name, opens, _spoken(calendar, tick, opens))
    return None


def barred_arenas(
    world: World,
    calendar: Calendar,
    resident: str,
    tick: int,
    leaving: Tile | None = None,
    entering: Tile | None = None,
    welcome_in: str | None = None,
) -> frozenset[str]:
    """Addresses of the arenas that `resident` may not walk through at `tick`.

    The only way to one's home is never barred. `leaving` is where the resident is: whoever is in a place that
    has closed meanwhile can walk out through all of its rooms but the private ones. `entering` is where it walks
    to, if that is known: nobody cuts through a place that closes meanwhile, nor staff through one that is shut.
    `welcome_in` is the home of others into which it is let.
    """
    here = world.arena_at(leaving) if leaving is not None else None
    left = world.arenas[here].sector if here is not None else None
    there = world.arena_at(entering) if entering is not None else None
    entered = world.arenas[there].sector if there is not None else None
    now = _time_of_week(calendar, tick)
    times = [now, _time_of_week(calendar, tick + CROSSING)] if entering is not None else [now]
    way_home = {
        crossed
        for sector in world.sectors.values()
        if resident in sector.residents
        for crossed in sector.reached_through
    }
    shut, strange = set[str](), set[str]()
    for sector in world.sectors.values():
        if resident in sector.residents or sector.id == left:
            continue
        is_shut = sector.hours is not None and not all(_covers(sector.hours, time) for time in times)
        if resident in sector.staff:
            if is_shut and entering is not None and sector.id != entered:
                shut.add(sector.id)
            continue
        strange.add(sector.id)
        if (sector.private and sector.id != welcome_in) or (
            is_shut and (sector.id != entered or not is_open(world, calendar, sector.id, tick))
        ):
            shut.add(sector.id)
    return frozenset(
        arena.id
        for arena in world.arenas.values()
        if arena.id not in way_home
        and (
            arena.sector in shut
            or (arena.staff_only and arena.sector in strange)
            or (arena.residents and resident not in arena.residents)
        )
    )


def _sector(world: World, place: str) -> Sector:
    return world.sectors[place] if place in world.sectors else world.sector_of(place)


TimeOfWeek = tuple[int, int]
"""The weekday, 0 for Monday, and the minutes since its midnight."""


def _time_of_week(calendar: Calendar, tick: int) -> TimeOfWeek:
    return calendar.weekday_of(calendar.day(tick)), calendar.minute_of_day(tick)


def _covers(hours: WeekHours, time: TimeOfWeek) -> bool:
    weekday, minute = time
    for span in hours[weekday]:
        if span.opens <= minute < span.closes:
            return True
    return any(span.opens <= minute + MINUTES_PER_DAY < span.closes for span in hours[weekday - 1])


def _spans(hours: WeekHours, calendar: Calendar, tick: int) -> Iterator[tuple[int, int]]:
    """The open spans around `tick`, as ticks, in order: from the day before it to a week and a day after it."""
    today = calendar.day(tick)
    for day in range(today - 1, today + 9):
        for span in sorted(hours[calendar.weekday_of(day)], key=lambda span: span.opens):
            yield calendar.tick_of(day, span.opens), calendar.tick_of(day, span.closes)


def _spoken(calendar: Calendar, now: int, then: int | None) -> str:
    if then is None:
        return ""
    if calendar.day(then) == calendar.day(now):
        return calendar.clock(then)
    return f"{WEEKDAYS[calendar.at(then).weekday()].capitalize()} {calendar.clock(then)}"
