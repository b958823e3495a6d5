"""Whole days in each town, judged by their logs alone: five seeds, each also with everybody in another's shoes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_MINUTE, minutes
from backend.domain.norms import may_enter
from tests.a_life import live
from tests.deeds import ticks_in
from tests.encounters import Encounters
from tests.rumours import Rumours
from tests.visits_paid import welcome_in
from tests.whole_days import (
    BROOK_LANE,
    DAYS,
    SEEDS,
    THE_VILLE,
    Days,
    Lived,
    Town,
    as_filed,
    days_of,
    lives_of,
)
from worker.engine.duties import WORTH_DOING

STANDS_ABOUT = 5
"""Minutes that somebody may stand while it thinks of something else to do, and what is then too short for anything."""
WITHOUT_AN_OBJECT = 45
"""Minutes that somebody may be at one thing in one spot that takes no object."""
MIDDAY = 15 * 60
"""Minute of the day at which everybody is awake: a night is counted from one to the next."""

pytestmark = pytest.mark.timeout(900)


@pytest.fixture(scope="module", params=lives_of(BROOK_LANE, THE_VILLE), ids=str)
def days(request: pytest.FixtureRequest) -> Days:
    return days_of(request.param)


# -- bodies -----------------------------------------------------------------------------------------------------------


def test_walks_halts_and_actions_start_where_their_people_are(days: Days) -> None:
    assert days.whereabouts.faults == []


def test_nobody_walks_through_a_wall_or_jumps(days: Days) -> None:
    world = days.scenario.world
    for persona in days.people:
        tiles = days.whereabouts.tiles(persona.id)
        assert len(tiles) == days.life.ticks
        assert all(world.is_free(tile) for tile in set(tiles))
        for tick, (a, b) in enumerate(pairwise(tiles), start=1):
            step = abs(a[0] - b[0]) + abs(a[1] - b[1])
            assert step <= 1, f"{persona.id} goes from {a} to {b} at {days.life.clock(tick)}"


def test_nobody_is_where_it_may_not_be(days: Days) -> None:
    """Not in a closed place, nor behind the scenes of a shop, nor in another's home or room unless it was let in.

    Through what lies on the only way to one's home one may walk at any hour.
    """
    world, calendar = days.scenario.world, days.scenario.calendar
    homes = {persona.id: world.sectors[persona.home] for persona in days.people}
    for stay in days.whereabouts.stays:
        if stay.arena is None or stay.arena in homes[stay.resident].reached_through:
            continue
        for tick in sorted({stay.start, stay.end - 1, *range(stay.start, stay.end, TICKS_PER_MINUTE)}):
            welcome = welcome_in(days.life, stay.resident, tick)
            refusal = may_enter(world, calendar, stay.arena, stay.resident, tick, welcome)
            assert refusal is None, f"{stay.resident} at {days.life.clock(tick)}: {refusal}"


def test_no_room_holds_more_people_than_it_may(days: Days) -> None:
    for arena in days.scenario.world.arenas.values():
        if arena.capacity is None:
            continue
        stays = [stay for stay in days.whereabouts.stays if stay.arena == arena.id]
        inside = Counter(tick for stay in stays for tick in range(stay.start, stay.end))
        crowded = [days.life.clock(tick) for tick, people in inside.items() if people > arena.capacity]
        assert crowded == [], arena.id


def test_no_thing_is_used_by_more_people_than_it_serves(days: Days) -> None:
    users: dict[str, Counter[int]] = defaultdict(Counter)
    for persona in days.people:
        for deed, begun, ended in days.done(persona.id):
            if deed.what.object is not None:
                users[deed.what.object].update(range(begun, ended))
    for thing, ticks in users.items():
        assert max(ticks.values()) <= days.scenario.world.objects[thing].capacity, thing


def test_no_two_sit_on_one_chair(days: Days) -> None:
    seats: dict[tuple[int, tuple[int, int]], str] = {}
    for persona in days.people:
        for deed, begun, ended in days.done(persona.id):
            for tick in range(begun, ended):
                if days.whereabouts.at(persona.id, tick) == deed.what.spot:
                    sitter = seats.setdefault((tick, deed.what.spot), persona.id)
                    assert sitter == persona.id, f"{days.life.clock(tick)}: {deed} on top of {sitter}"


# -- a life -----------------------------------------------------------------------------------------------------------


def test_everybody_sleeps_enough_in_its_own_bed(days: Days) -> None:
    calendar = days.scenario.calendar
    evening, noon = calendar.tick_of(0, MIDDAY), calendar.tick_of(1, MIDDAY)
    for persona in days.people:
        asleep = [(deed, begun, ended) for deed, begun, ended in days.done(persona.id) if deed.what.asleep]
        assert {deed.what.object for deed, _, _ in asleep} == {persona.bed}
        ticks = sum(max(0, min(ended, noon) - max(begun, evening)) for _, begun, ended in asleep)
        assert 5 * 60 <= ticks / TICKS_PER_MINUTE <= 10 * 60, persona.id


def test_everybody_eats_twice_a_day_where_one_can_eat(days: Days) -> None:
    calendar = days.scenario.calendar
    bounds = (0, calendar.tick_of(1, 4 * 60), calendar.tick_of(2, 4 * 60))
    for persona in days.people:
        bites = [
            (begun, ended) for deed, begun, ended in days.done(persona.id) if deed.what.need == "eat"
        ]  # fmt: skip
        for morning, night in pairwise(bounds):
            meals: list[int] = []
            for begun, ended in bites:
                long_enough = ended - begun >= minutes(5)
                if (
                    long_enough
                    and morning <= begun < night
                    and (not meals or begun - meals[-1] > minutes(60))
                ):
                    meals.append(begun)
            assert len(meals) >= 2, f"{persona.id} ate at {[days.life.clock(tick) for tick in meals]}"
    for deed in days.deeds:
        if deed.what.need == "eat":
            assert deed.what.object is not None, f"{deed} with nothing to eat from"


def test_everybody_does_its_job_at_its_workplace_in_its_hours(days: Days) -> None:
    world = days.scenario.world
    for persona in days.people:
        if persona.job is None:
            continue
        sector = world.arenas[persona.job.workplace].sector
        needs = {task.need for task in persona.job.tasks}
        working = ticks_in(
            (begun, ended)
            for deed, begun, ended in days.done(persona.id)
            if deed.what.need in needs and world.arenas[deed.what.arena].sector == sector
        )
        there = ticks_in(
            (stay.start, stay.end)
            for stay in days.whereabouts.stays
            if stay.resident == persona.id
            and stay.arena is not None
            and world.arenas[stay.arena].sector == sector
        )
        for day in range(DAYS):
            hours = days.due(persona, day)
            if not hours:
                continue
            present, kept = (len(hours & spent) / len(hours) for spent in (there, working & there))
            assert present >= 0.8, f"{persona.id}, {persona.job.title}, on day {day}: {present:.0%}"
            # The rest of it one is on the way between two rooms of the house, or asked for a word.
            assert kept >= 0.75, f"{persona.id}, {persona.job.title}, on day {day}: {kept:.0%} at its tasks"


def test_nobody_stands_about_for_long(days: Days) -> None:
    for persona in days.people:
        busy = ticks_in((d.chosen, d.ended) for d in days.deeds if d.resident == persona.id)
        busy |= ticks_in(
            (talk.started, talk.ended or days.life.ticks)
            for talk in days.talks
            if persona.id in talk.participants
        )
        idle = 0
        for tick in range(days.life.ticks):
            idle = 0 if tick in busy else idle + 1
            assert idle <= minutes(STANDS_ABOUT) + WORTH_DOING, f"{persona.id} at {days.life.clock(tick)}"


def test_what_people_do_fits_the_thing_they_do_it_with(days: Days) -> None:
    world = days.scenario.world
    for deed in days.deeds:
        what = deed.what
        if what.object is None:
            named = {use.activity for thing in world.objects_in(what.arena) for use in thing.uses}
            assert what.activity not in named, f"{deed} without the thing it takes"
        elif what.need != "tend":
            use = world.objects[what.object].use_for(what.need)
            assert use is not None, f"{deed} at {what.object}"
            assert what.object_state == use.state
            assert world.objects[what.object].arena == what.arena


def test_things_take_about_as_long_as_they_usually_do(days: Days) -> None:
    for persona in days.people:
        talking = ticks_in(
            (talk.started, talk.ended or days.life.ticks)
            for talk in days.talks
            if persona.id in talk.participants
        )
        for deed, begun, ended in days.done(persona.id):
            if deed.what.need in ("sleep", "tend"):
                continue
            spent = len(set(range(begun, ended)) - talking) / TICKS_PER_MINUTE
            thing = deed.what.object and days.scenario.world.objects[deed.what.object]
            use = thing.use_for(deed.what.need) if thing else None
            assert spent <= (2 * use.minutes[1] if use else WITHOUT_AN_OBJECT), str(deed)


# -- company ----------------------------------------------------------------------------------------------------------


def test_all_who_meet_have_a_chance_to_talk(days: Days) -> None:
    encounters = Encounters(days.life, days.whereabouts, days.deeds, days.talks)
    met = list(encounters.all())
    assert len(met) >= 20
    passed_by = [one for one in met if not encounters.had_a_chance(one)]
    assert passed_by == [], [days.life.clock(one.start) for one in passed_by]


def test_people_talk_often_and_at_different_lengths(days: Days) -> None:
    for day in range(DAYS):
        talks = [talk for talk in days.talks if days.scenario.calendar.day(talk.started) == day]
        assert len(talks) >= days.town.least_talks
        assert len({len(talk.lines) for talk in talks}) >= 4


def test_talks_end_and_nobody_repeats_a_line(days: Days) -> None:
    for talk in days.talks:
        assert talk.ended is not None or talk.started > days.life.ticks - minutes(30), str(talk)
        texts = [line.text for _, line in talk.lines]
        assert len(set(texts)) == len(texts), str(talk)
        assert (talk.ended or talk.started) - talk.started <= minutes(40), str(talk)


# -- knowledge --------------------------------------------------------------------------------------------------------


def test_news_travels_from_mouth_to_mouth_alone(days: Days) -> None:
    rumours = Rumours(days.life)
    for news in days.scenario.news:
        assert all(word in news.text.lower() for word in days.town.telltales[news.id])
        held = [memory for memory in rumours.memories.values() if memory.news == news.id]
        assert {memory.resident for memory in held} >= set(news.known_by)
        for memory in held:
            assert rumours.source(memory.id) in news.known_by


@pytest.mark.parametrize("town", [BROOK_LANE, THE_VILLE], ids=lambda town: town.folder)
def test_news_is_passed_on_in_nearly_every_life(town: Town) -> None:
    for news in as_filed(town).news:
        spread = [
            which
            for which in lives_of(town)
            if any(
                memory.news == news.id and memory.source.by == "speaker"
                for _, memory in days_of(which).life.all(e.Remembered)
            )
        ]
        assert len(spread) >= 0.8 * len(lives_of(town)), news.id


def test_nobody_speaks_of_news_that_no_one_told_it(days: Days) -> None:
    """And whoever says it to somebody who has not heard it knows what it passes on."""
    rumours = Rumours(days.life)
    for news in days.scenario.news:
        substance = set(re.findall(r"[a-z]{4,}", news.text.lower()))
        for tick, line in rumours.lines_with(*days.town.telltales[news.id]):
            assert rumours.knows(news, line.speaker, tick), f"{line.speaker}: {line.text}"
            words = set(re.findall(r"[a-z]{4,}", line.text.lower()))
            unheard = any(not rumours.knows(news, listener, tick) for listener in line.to)
            if unheard and len(words & substance) >= 0.6 * len(substance):
                told = [memory for memory in line.tells if rumours.memories[memory].news == news.id]
                assert told, f"{line.speaker} passes it on unnoticed: {line.text}"
                assert all(rumours.memories[memory].resident == line.speaker for memory in told)


def test_what_is_told_is_the_tellers_own_memory(days: Days) -> None:
    rumours = Rumours(days.life)
    for _, line in days.life.all(e.Said):
        assert all(rumours.memories[memory].resident == line.speaker for memory in line.tells)


def test_nobody_says_a_name_it_has_not_learned(days: Days) -> None:
    names = {persona.id: persona.first_name for persona in days.people}
    known = {p.id: {p.id, *(known.other for known in p.knows if known.knows_name)} for p in days.people}
    houses = [sector.name for sector in days.scenario.world.sectors.values()]

    def named(text: str) -> set[str]:
        """Whose names fall; those on the doors of houses anybody can read."""
        for house in houses:
            text = text.replace(house, "")
        return {one for one, name in names.items() if re.search(rf"\b{name}\b", text)}

    for recorded in days.life.log:
        match recorded.event:
            case e.NameLearned() as learned:
                known[learned.resident].add(learned.other)
            case e.Remembered() as memory if memory.source.by == "speaker":
                # Who overhears a talk hears the names that fall in it.
                known[memory.resident] |= named(memory.text)
            case e.Said() as line:
                said = named(line.text)
                assert said <= known[line.speaker], f"{line.speaker} says {line.text!r}"
                for listener in line.to:
                    # One can speak of somebody whose name fell, without knowing the face to it.
                    known[listener] |= said


# -- chance -----------------------------------------------------------------------------------------------------------


def test_no_two_questions_and_no_two_memories_share_an_id(days: Days) -> None:
    asked = Counter(event.key for _, event in days.life.all(e.Asked))
    formed = Counter(event.id for _, event in days.life.all(e.Remembered))
    assert [name for name, count in (asked + formed).items() if count > 1] == []


@pytest.mark.parametrize("town", [BROOK_LANE, THE_VILLE], ids=lambda town: town.folder)
def test_the_same_seed_lives_the_same_days_and_another_others(town: Town) -> None:
    first = days_of(Lived(town, SEEDS[0])).life
    again = live(as_filed(town), seed=SEEDS[0], ticks=first.ticks)
    assert again.digest == first.digest
    assert len({days_of(Lived(town, seed)).life.digest for seed in SEEDS}) == len(SEEDS)
