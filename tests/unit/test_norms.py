"""Who may be where, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from backend.domain.calendar import Calendar
from backend.domain.norms import (
    Reason,
    barred_arenas,
    is_open,
    may_enter,
    next_closing,
    next_opening,
)
from backend.domain.world import Arena, Hours, Sector, WeekHours, World

MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY = 0, 1, 4, 5, 6
CALENDAR = Calendar(datetime(2025, 5, 12, 7))
DAILY: WeekHours = ((Hours(480, 1080),),) * 7
"""08:00 to 18:00."""


def a_town(cafe_hours: WeekHours | None = DAILY, *, flat_through_cafe: bool = False) -> World:
    """A café with a kitchen, the house of Ana and Ben with a room of Ana's, and a green, two tiles each."""
    cafe = Sector("t:cafe", "Kettle", "cafe", hours=cafe_hours, staff=("cleo",))
    through = ("t:cafe:main",) if flat_through_cafe else ()
    house = Sector("t:house", "Mill House", "home", None, True, ("ana", "ben"), (), through)
    green = Sector("t:green", "Green", "park")
    rooms = (
        Arena("t:cafe:main", "main room", "t:cafe", frozenset({(0, 0), (1, 0)}), capacity=8),
        Arena("t:cafe:kitchen", "kitchen", "t:cafe", frozenset({(2, 0), (3, 0)}), staff_only=True),
        Arena("t:house:hall", "hall", "t:house", frozenset({(4, 0), (5, 0)})),
        Arena("t:house:ana", "Ana's room", "t:house", frozenset({(6, 0), (7, 0)}), residents=("ana",)),
        Arena("t:green:lawn", "lawn", "t:green", frozenset({(8, 0), (9, 0)})),
    )
    return World(
        name="t",
        width=10,
        height=1,
        walkable=((True,) * 10,),
        sectors={sector.id: sector for sector in (cafe, house, green)},
        arenas={room.id: room for room in rooms},
        objects={},
    )


def at(day: int, time: str) -> int:
    """The tick of a time of day, days counted from the Monday on which the town starts."""
    hour, minute = time.split(":")
    return CALENDAR.tick_of(day, int(hour) * 60 + int(minute))


def in_the_week(**days: tuple[Hours, ...]) -> WeekHours:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return tuple(days.get(name, ()) for name in names)


@pytest.mark.parametrize(
    ("time", "expected"), [("07:59", False), ("08:00", True), ("17:59", True), ("18:00", False)]
)
def test_a_cafe_is_open_from_its_opening_until_just_before_its_closing(time: str, expected: bool) -> None:
    assert is_open(a_town(), CALENDAR, "t:cafe", at(MONDAY, time)) is expected
    assert is_open(a_town(), CALENDAR, "t:cafe:main", at(MONDAY, time)) is expected


def test_a_place_without_hours_is_always_open_and_never_closes() -> None:
    midnight = at(TUESDAY, "00:00")
    assert is_open(a_town(), CALENDAR, "t:green:lawn", midnight)
    assert next_closing(a_town(), CALENDAR, "t:green:lawn", midnight) is None
    assert next_opening(a_town(), CALENDAR, "t:green:lawn", midnight) == midnight


def test_a_bar_that_closes_after_midnight_is_open_then_but_not_the_night_before() -> None:
    bar = a_town(in_the_week(fri=(Hours(17 * 60, 26 * 60),)))
    assert is_open(bar, CALENDAR, "t:cafe", at(SATURDAY, "01:59"))
    assert not is_open(bar, CALENDAR, "t:cafe", at(SATURDAY, "02:00"))
    assert not is_open(bar, CALENDAR, "t:cafe", at(FRIDAY, "01:00"))
    assert next_closing(bar, CALENDAR, "t:cafe", at(FRIDAY, "23:00")) == at(SATURDAY, "02:00")
    assert next_closing(bar, CALENDAR, "t:cafe", at(SATURDAY, "01:00")) == at(SATURDAY, "02:00")


def test_a_sunday_night_runs_into_monday() -> None:
    bar = a_town(in_the_week(sun=(Hours(20 * 60, 25 * 60),)))
    assert is_open(bar, CALENDAR, "t:cafe", at(SUNDAY + 1, "00:30"))
    assert is_open(bar, CALENDAR, "t:cafe", at(MONDAY, "00:30"))


def test_a_workshop_closes_for_lunch_and_opens_again() -> None:
    workshop = a_town(((Hours(540, 750), Hours(810, 1020)),) * 7)
    assert next_closing(workshop, CALENDAR, "t:cafe:main", at(MONDAY, "10:00")) == at(MONDAY, "12:30")
    assert next_closing(workshop, CALENDAR, "t:cafe:main", at(MONDAY, "13:00")) is None
    assert next_opening(workshop, CALENDAR, "t:cafe:main", at(MONDAY, "13:00")) == at(MONDAY, "13:30")


def test_hours_that_touch_at_midnight_are_one_opening() -> None:
    station = a_town(in_the_week(mon=(Hours(480, 1440),), tue=(Hours(0, 300),)))
    assert next_closing(station, CALENDAR, "t:cafe", at(MONDAY, "12:00")) == at(TUESDAY, "05:00")


def test_a_place_that_is_open_round_the_clock_never_closes() -> None:
    station = a_town(((Hours(0, 1440),),) * 7)
    assert next_closing(station, CALENDAR, "t:cafe", at(MONDAY, "12:00")) is None


def test_a_place_that_never_opens_has_no_next_opening() -> None:
    ruin = a_town(((),) * 7)
    assert next_opening(ruin, CALENDAR, "t:cafe", at(MONDAY, "12:00")) is None
    refusal = may_enter(ruin, CALENDAR, "t:cafe:main", "ana", at(MONDAY, "12:00"))
    assert str(refusal) == "Kettle is closed"


def test_a_guest_is_told_when_a_closed_cafe_opens() -> None:
    refusal = may_enter(a_town(), CALENDAR, "t:cafe:main", "ana", at(MONDAY, "07:30"))
    assert refusal is not None
    assert (refusal.reason, refusal.opens) == (Reason.CLOSED, at(MONDAY, "08:00"))
    assert str(refusal) == "Kettle is closed until 08:00"


def test_an_opening_on_another_day_is_told_with_the_day() -> None:
    weekdays = a_town((((Hours(480, 1080),),) * 5) + ((), ()))
    refusal = may_enter(weekdays, CALENDAR, "t:cafe:main", "ana", at(SATURDAY, "12:00"))
    assert str(refusal) == "Kettle is closed until Monday 08:00"


def test_staff_may_be_in_a_closed_cafe_and_in_its_kitchen() -> None:
    night = at(MONDAY, "23:00")
    assert may_enter(a_town(), CALENDAR, "t:cafe:main", "cleo", night) is None
    assert may_enter(a_town(), CALENDAR, "t:cafe:kitchen", "cleo", night) is None


def test_a_guest_may_not_enter_the_kitchen_of_an_open_cafe() -> None:
    refusal = may_enter(a_town(), CALENDAR, "t:cafe:kitchen", "ana", at(MONDAY, "12:00"))
    assert refusal is not None
    assert refusal.reason is Reason.STAFF_ONLY
    assert str(refusal) == "Kettle: kitchen is for staff only"


def test_a_home_is_open_to_those_who_live_there_alone() -> None:
    noon = at(MONDAY, "12:00")
    assert may_enter(a_town(), CALENDAR, "t:house:hall", "ben", noon) is None
    refusal = may_enter(a_town(), CALENDAR, "t:house:hall", "cleo", noon)
    assert refusal is not None
    assert (refusal.reason, refusal.owners) == (Reason.PRIVATE_HOME, ("ana", "ben"))


def test_a_refusal_does_not_tell_strangers_who_lives_there() -> None:
    refusal = may_enter(a_town(), CALENDAR, "t:house:hall", "visitor", at(MONDAY, "12:00"))
    assert str(refusal) == "Mill House is a private home"


def test_a_private_room_is_closed_to_a_housemate() -> None:
    noon = at(MONDAY, "12:00")
    assert may_enter(a_town(), CALENDAR, "t:house:ana", "ana", noon) is None
    refusal = may_enter(a_town(), CALENDAR, "t:house:ana", "ben", noon)
    assert refusal is not None
    assert refusal.reason is Reason.PRIVATE_ROOM


def test_a_resident_walks_around_closed_strange_and_staff_places() -> None:
    barred = barred_arenas(a_town(), CALENDAR, "ben", at(MONDAY, "07:00"))
    assert barred == {"t:cafe:main", "t:cafe:kitchen", "t:house:ana"}
    assert barred_arenas(a_town(), CALENDAR, "ben", at(MONDAY, "12:00")) == {"t:cafe:kitchen", "t:house:ana"}
    assert barred_arenas(a_town(), CALENDAR, "cleo", at(MONDAY, "07:00")) == {"t:house:hall", "t:house:ana"}


def test_a_guest_who_stayed_too_long_can_walk_out_through_the_whole_cafe() -> None:
    night = at(MONDAY, "19:00")
    assert barred_arenas(a_town(), CALENDAR, "ben", night, leaving=(0, 0)) == {"t:house:ana"}
    assert barred_arenas(a_town(), CALENDAR, "cleo", night, leaving=(4, 0)) == {"t:house:ana"}


def test_the_way_to_ones_flat_leads_through_a_closed_cafe() -> None:
    town = a_town(flat_through_cafe=True)
    night = at(MONDAY, "23:00")
    assert "t:cafe:main" not in barred_arenas(town, CALENDAR, "ana", night)
    assert "t:cafe:main" in barred_arenas(town, CALENDAR, "visitor", night)
    assert may_enter(town, CALENDAR, "t:cafe:main", "ana", night) is not None


def test_staff_of_a_private_place_may_come_in() -> None:
    town = a_town()
    nurse = replace(town.sectors["t:house"], staff=("nurse",))
    town = replace(town, sectors=town.sectors | {"t:house": nurse})
    assert may_enter(town, CALENDAR, "t:house:hall", "nurse", at(MONDAY, "12:00")) is None


def test_an_unknown_place_is_an_error() -> None:
    with pytest.raises(KeyError):
        is_open(a_town(), CALENDAR, "t:moon", 0)
