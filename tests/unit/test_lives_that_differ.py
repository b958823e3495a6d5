"""The Ville's lives differ, and each fits who lives it: as they are, and with jobs and homes moved.

What anybody does comes from the files. So whoever has the job of the bartender tends the bar, whatever it is called.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import combinations

import pytest

from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, minutes
from backend.domain.events import ActionEnded
from backend.domain.norms import is_open
from backend.domain.persona import Persona
from tests.a_life import live
from tests.deeds import ticks_in
from tests.fitting_deeds import ON_FOOT, FittingDeeds
from tests.whole_days import DAYS, SEEDS, THE_VILLE, Days, Lived, as_filed, days_of, lives_of

PRESENT = 0.8
"""Share of its hours that somebody is at its workplace, at the least."""
FITTING = 0.95
"""Share of all waking minutes that are spent on what fits the place and the thing."""
FITTING_FOR_EACH = 0.9
"""The same for each one alone."""
PUNCTUAL = 20
"""Minutes that somebody may come late who opens a door for others, or leave early."""
TOGETHER = 10
"""Minutes that two eat at the same table, at the least, to have shared a meal."""

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module", params=lives_of(THE_VILLE), ids=str)
def days(request: pytest.FixtureRequest) -> Days:
    return days_of(request.param)


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: f"seed {seed}")
def filed(request: pytest.FixtureRequest) -> Days:
    """Days of people as their files have them."""
    return days_of(Lived(THE_VILLE, request.param))


@cache
def sunday() -> Days:
    """The day before the Monday on which the Ville begins."""
    town = as_filed(THE_VILLE)
    early = replace(town, start=town.start - timedelta(days=1))
    return Days(THE_VILLE, live(early, seed=SEEDS[0], ticks=TICKS_PER_DAY))


def who_is(days: Days, title: str) -> list[Persona]:
    found = [each for each in days.people if each.job is not None and title in each.job.title]
    assert found, title
    return found


def in_building(days: Days, resident: str, sector: str) -> set[int]:
    """The ticks at which somebody is in one of its rooms."""
    arenas = days.scenario.world.arenas
    return ticks_in(
        (stay.start, stay.end)
        for stay in days.whereabouts.stays
        if stay.resident == resident and stay.arena is not None and arenas[stay.arena].sector == sector
    )


def workplace(days: Days, persona: Persona) -> str:
    assert persona.job is not None
    return days.scenario.world.arenas[persona.job.workplace].sector


def hourly(days: Days, resident: str, day: int) -> tuple[str | None, ...]:
    first = days.scenario.calendar.tick_of(day, 0)
    return tuple(days.whereabouts.arena(resident, first + hour * TICKS_PER_HOUR) for hour in range(24))


# -- whatever the job, whatever the home ------------------------------------------------------------------------------


def test_everybody_is_at_its_workplace_for_most_of_its_hours(days: Days) -> None:
    """On each day by itself; `Days.due` says what a meal break takes off."""
    for persona in days.people:
        assert persona.job is not None
        there = in_building(days, persona.id, workplace(days, persona))
        for day in range(DAYS):
            due = days.due(persona, day)
            if due:
                share = len(due & there) / len(due)
                assert share >= PRESENT, f"{persona.id}, {persona.job.title}, on day {day}: {share:.0%}"


def test_waking_minutes_are_spent_on_what_fits_the_place_and_the_thing(days: Days) -> None:
    """By each thing's own list of uses; `Fit` says what counts without a thing, on the way and in company."""
    deeds = FittingDeeds(days)
    everybody = Counter[bool]()
    for persona in days.people:
        spent = Counter[bool]()
        for fit, ticks in deeds.tally(persona.id).items():
            spent[fit.fits] += ticks
        share = spent[True] / spent.total()
        assert share >= FITTING_FOR_EACH, f"{persona.id}: {share:.1%}"
        everybody += spent
    assert everybody[True] / everybody.total() >= FITTING


def test_no_two_days_are_alike_but_of_those_who_share_a_bed(days: Days) -> None:
    for day in range(DAYS):
        alike = defaultdict(list)
        for persona in days.people:
            alike[hourly(days, persona.id, day), persona.bed].append(persona.id)
        places = Counter(places for places, _ in alike)
        assert max(places.values()) == 1, [who for (at, _), who in alike.items() if places[at] > 1]


def test_nobody_walks_to_a_closed_door(days: Days) -> None:
    """People know the hours of what they know."""
    refused = [(deed.resident, deed.what.activity) for deed in days.deeds if deed.begun is None]
    for who, times in Counter(refused).items():
        assert times <= 3, f"{who}: {times} times"
    for _, ended in days.life.all(ActionEnded):
        assert "is closed" not in ended.reason, f"{ended.resident}: {ended.reason}"


def test_who_keeps_a_house_for_others_is_there_when_it_opens_and_when_it_closes(days: Days) -> None:
    """The cafe and the pub, by those who sell there."""
    calendar, world = days.scenario.calendar, days.scenario.world
    for title in ("cafe owner", "pub owner"):
        (keeper,) = who_is(days, title)
        house = workplace(days, keeper)
        there = in_building(days, keeper.id, house) | days.appointments(keeper.id)
        opening = world.sectors[house].hours
        assert opening is not None
        for day in range(DAYS):
            for span in opening[calendar.date_of(day).weekday()]:
                opens, closes = calendar.tick_of(day, span.opens), calendar.tick_of(day, span.closes)
                assert opens + minutes(PUNCTUAL) in there, f"{keeper.id} opens on day {day}"
                assert closes - minutes(PUNCTUAL) in there, f"{keeper.id} closes on day {day}"
                for guest in days.people:
                    if guest.home not in (keeper.home, house) and guest.id not in world.sectors[house].staff:
                        assert closes not in in_building(days, guest.id, house), guest.id


def test_the_bartender_works_at_night_behind_the_bar(days: Days) -> None:
    (bartender,) = who_is(days, "bartender")
    calendar = days.scenario.calendar
    for day in range(DAYS):
        evening = set(range(calendar.tick_of(day, 17 * 60), calendar.tick_of(day, 22 * 60)))
        behind = ticks_in(
            (begun, ended)
            for deed, begun, ended in days.done(bartender.id)
            if deed.what.need in ("sell", "make", "wash", "cook")
        )
        evening -= days.appointments(bartender.id, given=True)
        assert len(evening & behind) >= 0.7 * len(evening), f"day {day}"


def test_students_are_in_class_or_library_while_the_professor_teaches(days: Days) -> None:
    (professor,) = who_is(days, "professor")
    college = workplace(days, professor)
    for student in who_is(days, "student"):
        for day in range(DAYS):
            lesson = days.due(student, day) & days.due(professor, day)
            studied = ticks_in(
                (begun, ended)
                for deed, begun, ended in days.done(student.id)
                if deed.what.need in ("study", "write", "read", "music", "work", "make")
                and days.scenario.world.arenas[deed.what.arena].sector == college
            )
            assert lesson
            assert len(lesson & studied) >= 0.6 * len(lesson), f"{student.id} on day {day}"


def test_who_writes_by_night_sits_over_it_when_nearly_all_sleep(days: Days) -> None:
    writer = next(each for each in who_is(days, "writer") if each.job and late_hours(each))
    calendar = days.scenario.calendar
    late = set(range(calendar.tick_of(0, 23 * 60), calendar.tick_of(1, 2 * 60)))
    at_it = ticks_in(
        (begun, ended)
        for deed, begun, ended in days.done(writer.id)
        if deed.what.need in ("write", "read", "work")
    )
    assert len(late & at_it) >= minutes(60)
    tick = calendar.tick_of(1, 30)
    asleep = [
        other.id
        for other in days.people
        if any(deed.what.asleep and begun <= tick < ended for deed, begun, ended in days.done(other.id))
    ]
    assert len(asleep) >= 0.7 * len(days.people)


def late_hours(persona: Persona) -> bool:
    assert persona.job is not None
    return any(span.closes > 24 * 60 - 60 for spans in persona.job.hours for span in spans)


# -- people as their files have them ----------------------------------------------------------------------------------


def test_two_retired_people_walk_out_of_doors_each_day(filed: Days) -> None:
    calendar = filed.scenario.calendar
    for persona in [each for each in filed.people if each.age >= 65]:
        for day in range(DAYS):
            walked = sum(
                deed.minutes
                for deed, begun, _ in filed.done(persona.id)
                if calendar.day(begun) == day
                and deed.what.object is None
                and ON_FOOT.search(deed.what.activity)
            )
            assert walked >= 10, f"{persona.id} on day {day}"


def test_couples_eat_and_sleep_side_by_side_at_home(filed: Days) -> None:
    couples = [(one, other) for one, other in combinations(filed.people, 2) if one.bed == other.bed]
    assert len(couples) == 3
    for one, other in couples:
        assert together(filed, one, other, "sleep") >= 5 * 60, f"{one.id} and {other.id}"
        assert together(filed, one, other, "eat") >= TOGETHER, f"{one.id} and {other.id}"


def test_people_of_one_household_share_meals_at_home(filed: Days) -> None:
    homes = defaultdict(list)
    for persona in filed.people:
        homes[persona.home].append(persona)
    for home, people in homes.items():
        if len(people) > 1:
            shared = sum(together(filed, one, other, "eat") for one, other in combinations(people, 2))
            assert shared >= TOGETHER, home


def together(days: Days, one: Persona, other: Persona, need: str) -> float:
    """Minutes that the two were at it at the same time in the same room of their home."""
    arenas = days.scenario.world.arenas

    def spent(resident: str) -> set[tuple[str, int]]:
        return {
            (deed.what.arena, tick)
            for deed, begun, ended in days.done(resident)
            if deed.what.need == need and arenas[deed.what.arena].sector == one.home
            for tick in range(begun, ended)
        }

    return len(spent(one.id) & spent(other.id)) / TICKS_PER_MINUTE


def test_who_works_at_a_table_of_the_cafe_is_a_guest_there(filed: Days) -> None:
    """A job may be done in a house that one does not belong to: its hours bind the worker too."""
    world, calendar = filed.scenario.world, filed.scenario.calendar
    guests = [
        persona
        for persona in filed.people
        if persona.job is not None
        and persona.id not in world.sectors[workplace(filed, persona)].staff
        and world.sectors[workplace(filed, persona)].hours is not None
    ]
    assert guests
    for persona in guests:
        house = workplace(filed, persona)
        for tick in in_building(filed, persona.id, house):
            assert is_open(world, calendar, house, tick)


def test_at_midnight_those_who_are_up_late_are_not_at_their_breakfast(filed: Days) -> None:
    for deed in filed.deeds:
        if deed.begun is not None and deed.begun < TICKS_PER_HOUR:
            persona = filed.scenario.personas[deed.resident]
            up = persona.sleep > MINUTES_PER_DAY
            assert deed.what.asleep != up or deed.chosen > 0, str(deed)
            assert "breakfast" not in deed.what.activity, str(deed)


# -- Sunday -----------------------------------------------------------------------------------------------------------


def test_nobodys_sunday_is_its_monday() -> None:
    monday = days_of(Lived(THE_VILLE, SEEDS[0]))
    for persona in sunday().people:
        assert hourly(sunday(), persona.id, 0) != hourly(monday, persona.id, 0), persona.id


def test_on_sunday_the_shops_are_empty_and_nobody_is_in_class() -> None:
    world = sunday().scenario.world
    for sector in world.sectors.values():
        if sector.kind == "shop":
            for persona in sunday().people:
                assert not in_building(sunday(), persona.id, sector.id), f"{persona.id} at {sector.name}"
    for student in [*who_is(sunday(), "student"), *who_is(sunday(), "professor")]:
        assert student.job is not None
        lessons = {task.activity for task in student.job.tasks if "lectur" in task.activity}
        done = {deed.what.activity for deed, _, _ in sunday().done(student.id)}
        assert not lessons & done, student.id


def test_on_sunday_people_still_eat_sleep_and_talk() -> None:
    for persona in sunday().people:
        done = Counter(deed.what.need for deed, _, _ in sunday().done(persona.id))
        assert done["eat"] >= 2, persona.id
        assert done["sleep"] >= 1, persona.id
    assert len(sunday().talks) >= THE_VILLE.least_talks
