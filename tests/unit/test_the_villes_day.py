"""A Monday in the Ville with the built-in mind, judged by its log alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

import pytest

from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE
from backend.scenarios import load_scenario
from tests.a_life import Life, live
from tests.a_scenario_copy import SCENARIOS
from tests.deeds import Deed, deeds_of
from tests.talks_held import talks_of
from tests.whereabouts import Whereabouts

MOST_REFUSALS = 3
"""How often somebody may be refused one and the same thing in a day."""
A_MEAL = 4
"""Minutes of eating that are more than a bite."""

pytestmark = pytest.mark.timeout(900)


@cache
def monday() -> Life:
    return live(load_scenario(SCENARIOS / "the_ville"), seed=7, ticks=TICKS_PER_DAY)


@cache
def deeds() -> list[Deed]:
    return deeds_of(monday())


@cache
def whereabouts() -> Whereabouts:
    return Whereabouts(monday())


def test_everybody_sleeps_in_the_own_bed_and_nowhere_else() -> None:
    beds = {persona.id: persona.bed for persona in monday().scenario.personas.values()}
    slept = {(deed.resident, deed.what.object) for deed in deeds() if deed.what.need == "sleep"}
    assert slept == set(beds.items())


def test_everybody_eats_at_least_twice_at_something_to_eat_at() -> None:
    objects = monday().scenario.world.objects
    meals = Counter(
        deed.resident
        for deed in deeds()
        if deed.what.need == "eat"
        and deed.minutes >= A_MEAL
        and deed.what.object is not None
        and objects[deed.what.object].use_for("eat")
    )
    assert {who for who in monday().scenario.personas if meals[who] < 2} == set()


def test_everybody_with_work_to_do_is_there_for_most_of_its_hours() -> None:
    scenario = monday().scenario
    for persona in scenario.personas.values():
        assert persona.job is not None
        building = scenario.world.arenas[persona.job.workplace].sector
        due = [
            tick
            for tick in range(0, TICKS_PER_DAY, TICKS_PER_MINUTE)
            if any(
                span.opens <= scenario.calendar.minute_of_day(tick) < span.closes
                for span in persona.job.hours[0]
            )
        ]
        there = [
            tick
            for tick in due
            if (room := whereabouts().arena(persona.id, tick)) is not None
            and scenario.world.arenas[room].sector == building
        ]
        # Whoever works past midnight on other days sleeps at the start of the first.
        late = sum(tick < 6 * TICKS_PER_HOUR for tick in due)
        assert len(there) >= 0.75 * (len(due) - late), persona.id


def test_nobody_is_refused_the_same_again_and_again() -> None:
    refused = Counter(
        (deed.resident, deed.what.activity, deed.what.arena) for deed in deeds() if deed.how == "refused"
    )
    assert [entry for entry, times in refused.items() if times > MOST_REFUSALS] == []


def test_people_meet_and_talk_in_many_places() -> None:
    talks = talks_of(monday())
    assert len(talks) >= 40
    talked = {who for talk in talks for who in talk.participants}
    assert talked == set(monday().scenario.personas)
    places = {whereabouts().arena(talk.participants[0], talk.started) for talk in talks}
    for place in ("Hobbs Cafe:cafe", "The Rose and Crown Pub:pub", "Johnson Park:park"):
        assert f"the Ville:{place}" in places


def test_no_two_days_are_alike() -> None:
    hourly = defaultdict(list)
    for resident in monday().scenario.personas:
        places = tuple(whereabouts().arena(resident, hour * TICKS_PER_HOUR) for hour in range(24))
        hourly[places].append(resident)
    assert [alike for alike in hourly.values() if len(alike) > 1] == []


def test_the_owners_stand_behind_their_counters_for_hours() -> None:
    minutes: Counter[tuple[str, str]] = Counter()
    for deed in deeds():
        if deed.what.object is not None:
            minutes[deed.resident, deed.what.object.rpartition(":")[2]] += round(deed.minutes)
    assert minutes["isabella", "behind the cafe counter"] >= 180
    assert minutes["arthur", "behind the bar counter"] >= 120
    assert minutes["carmen", "behind the supply store counter"] >= 90
    assert minutes["tom", "behind the grocery counter"] >= 90
    assert minutes["john", "behind the pharmacy counter"] >= 90
