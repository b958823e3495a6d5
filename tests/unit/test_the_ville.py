"""The Ville, held to the facts of the town that it rebuilds."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path

import pytest

from backend.domain.calendar import WEEKDAYS
from backend.domain.norms import barred_arenas, may_enter
from backend.domain.pathfinding import Pathfinder
from backend.domain.persona import Persona
from backend.domain.scenario import Scenario
from backend.domain.world import Arena, Hours, TownObject
from backend.scenarios import check_scenario, load_scenario
from scenarios.drawing import blocking_kinds
from scenarios.the_ville.draw_map import the_ville
from tests.a_scenario_copy import SCENARIOS
from tests.unit.the_villes_facts import (
    AGES,
    ALSO,
    CORE,
    DAYS,
    GOALS,
    NEAR,
    ONE_WAY,
    PLACES,
    TILES,
    WALKS,
)

FOLDER = SCENARIOS / "the_ville"
NEAR_ENOUGH = 20
"""Tiles by which a walk may be longer or shorter than in the original."""
COUPLES = (("mei", "john"), ("tom", "jane"), ("sam", "jennifer"))


@pytest.fixture(scope="module")
def town() -> Scenario:
    return load_scenario(FOLDER)


def arena(town: Scenario, key: str) -> Arena:
    return town.world.arenas[f"the Ville:{key}"]


def thing(town: Scenario, key: str) -> TownObject:
    return town.world.objects[f"the Ville:{key}"]


def texts_of(town: Scenario, persona: Persona) -> str:
    told = [persona.about, persona.currently, persona.greeting, *persona.memories]
    told += [each.note for each in persona.knows]
    told += [item.text for item in town.news if persona.id in item.known_by]
    return " ".join(told)


def test_the_ville_has_no_faults() -> None:
    assert check_scenario(FOLDER) == ()


def test_the_map_is_what_its_script_draws(tmp_path: Path) -> None:
    the_ville().write(tmp_path, blocking_kinds(FOLDER))
    assert (tmp_path / "map.tmj").read_bytes() == (FOLDER / "map.tmj").read_bytes()


def test_it_has_the_nineteen_sectors_and_sixty_three_arenas(town: Scenario) -> None:
    world = town.world
    assert (world.name, world.width, world.height) == ("the Ville", 140, 100)
    assert len(world.sectors) == 19
    assert len(world.arenas) == 63
    assert {sector.name for sector in world.sectors.values()} == set(PLACES)
    rooms = {f"the Ville:{sector}:{room}" for sector, (_, rooms) in PLACES.items() for room in rooms}
    assert set(world.arenas) == rooms


@pytest.mark.parametrize("sector", PLACES)
def test_each_building_lies_in_its_box(town: Scenario, sector: str) -> None:
    x0, y0, x1, y1 = PLACES[sector][0]
    for room in PLACES[sector][1]:
        for x, y in arena(town, f"{sector}:{room}").tiles:
            assert x0 <= x <= x1
            assert y0 <= y <= y1


def test_everything_that_the_original_has_stands_where_it_stood(town: Scenario) -> None:
    for sector, (_, rooms) in PLACES.items():
        for room, things in rooms.items():
            held = {each.name for each in town.world.objects_in(f"the Ville:{sector}:{room}")}
            assert set(things) <= held, (sector, room)
    for sector, room, name in ALSO:
        assert thing(town, f"{sector}:{room}:{name}").uses


def test_what_covers_many_tiles_covers_as_many_as_it_did(town: Scenario) -> None:
    covered = {each.name: len(each.footprint) for each in town.world.objects.values()}
    assert {name: covered[name] for name in TILES} == TILES


def test_every_object_can_be_used_by_as_many_as_it_holds(town: Scenario) -> None:
    for each in town.world.objects.values():
        assert each.uses, each.id
        assert len(each.spots) >= each.capacity, each.id
        assert {town.world.arena_at(spot) for spot in each.spots} == {each.arena}


def test_the_pub_seats_its_customers_and_the_cafe_a_party(town: Scenario) -> None:
    pub = thing(town, "The Rose and Crown Pub:pub:bar customer seating")
    cafe = thing(town, "Hobbs Cafe:cafe:cafe customer seating")
    assert (pub.capacity, cafe.capacity) == (12, 24)
    for seating in (pub, cafe):
        assert set(seating.spots[: seating.capacity]) <= town.world.seats


def test_the_start_is_midnight_before_a_monday_with_everybody_in_the_own_bedroom(town: Scenario) -> None:
    assert f"{town.start:%Y-%m-%d %H:%M}" == "2023-02-13 00:00"
    assert town.calendar.weekday(0) == "monday"
    for persona in town.personas.values():
        room = town.world.arenas[town.world.objects[persona.bed].arena]
        assert room.sector == persona.home
        assert not room.residents or persona.id in room.residents


def test_the_five_and_twenty_have_their_ages_and_first_names_of_their_own(town: Scenario) -> None:
    assert {persona.id: persona.age for persona in town.personas.values()} == AGES
    assert len({persona.first_name for persona in town.personas.values()}) == 25


def test_they_wake_dine_and_go_to_bed_when_they_did(town: Scenario) -> None:
    for persona in town.personas.values():
        wake, sleep, dinner = DAYS[persona.id]
        assert persona.wake == wake * 60, persona.id
        assert persona.sleep % 1440 == sleep * 60 % 1440, persona.id
        assert persona.meals[-1] // 60 == dinner, persona.id
        assert len(persona.meals) >= 2


def test_couples_share_a_double_bed_and_nobody_else_shares_one(town: Scenario) -> None:
    sleepers = Counter(persona.bed for persona in town.personas.values())
    shared = {persona.id for persona in town.personas.values() if sleepers[persona.bed] > 1}
    assert shared == set(chain(*COUPLES))
    for one, other in COUPLES:
        assert town.personas[one].bed == town.personas[other].bed
        assert town.world.objects[town.personas[one].bed].capacity == 2


def test_everybodys_sunday_differs_from_the_monday(town: Scenario) -> None:
    for persona in town.personas.values():
        assert persona.job is not None
        hours = dict(zip(WEEKDAYS, persona.job.hours, strict=True))
        assert hours["monday"] != hours["sunday"], persona.id


def test_no_two_look_alike(town: Scenario) -> None:
    looks = [persona.looks for persona in town.personas.values()]
    assert len({each.top for each in looks}) == 25
    assert len({(each.skin, each.hair, each.hair_style, each.extras) for each in looks}) == 25


def test_fifty_pairs_of_three_hundred_know_each_others_names(town: Scenario) -> None:
    named = {(p.id, k.other) for p in town.personas.values() for k in p.knows if k.knows_name}
    mutual = {pair for pair in named if pair[::-1] in named and pair[0] < pair[1]}
    assert mutual == {(min(pair), max(pair)) for pair in CORE}
    assert len(mutual) == 50
    assert round(2 * len(mutual) / (25 * 24), 3) == 0.167
    assert {pair for pair in named if pair[::-1] not in named} == ONE_WAY


def test_twenty_six_pairs_more_know_each_others_faces(town: Scenario) -> None:
    faces = {(p.id, k.other) for p in town.personas.values() for k in p.knows if not k.knows_name}
    assert len(NEAR) == 26
    assert faces == NEAR | {pair[::-1] for pair in NEAR}


def test_each_of_the_two_seeds_is_known_to_one_alone(town: Scenario) -> None:
    assert {item.id: item.known_by for item in town.news} == {
        "candidacy": ("sam",),
        "party": ("isabella",),
    }
    for persona in town.personas.values():
        told = texts_of(town, persona).lower()
        assert ("valentine" in told or "party" in told) == (persona.id == "isabella"), persona.id
        assert ("running for mayor" in told) == (persona.id == "sam"), persona.id


def test_nobody_gives_a_seed_away_by_what_it_is_seen_doing(town: Scenario) -> None:
    for persona in town.personas.values():
        assert persona.job is not None
        seen = " ".join(each.activity for each in (*persona.job.tasks, *persona.leisure)).lower()
        for telltale in ("party", "valentine", "running for mayor", "candida"):
            assert telltale not in seen, (persona.id, telltale)


def test_the_owners_flats_are_got_to_through_their_shops_alone(town: Scenario) -> None:
    sectors = town.world.sectors
    assert {name: sector.reached_through for name, sector in sectors.items() if sector.reached_through} == {
        "the Ville:Arthur Burton's apartment": ("the Ville:The Rose and Crown Pub:pub",),
        "the Ville:Isabella Rodriguez's apartment": ("the Ville:Hobbs Cafe:cafe",),
    }


def test_doors_open_and_close_when_they_did(town: Scenario) -> None:
    opening = {sector.name: sector.hours for sector in town.world.sectors.values()}
    for name, opens, closes in (
        ("Hobbs Cafe", 8, 20),
        ("The Rose and Crown Pub", 17, 22),
        ("Harvey Oak Supply Store", 8, 18),
        ("The Willows Market and Pharmacy", 8, 17),
        ("Oak Hill College", 7, 22),
        ("Johnson Park", 5, 22),
        ("Lin family's house", 8, 21),
    ):
        hours = opening[name]
        assert hours is not None
        assert hours[0] == (Hours(opens * 60, closes * 60),)


def test_one_person_at_a_time_is_in_a_bathroom_and_at_what_only_one_can_use(town: Scenario) -> None:
    baths = [room for room in town.world.arenas.values() if "bathroom" in room.name]
    assert len(baths) == 18
    assert {room.capacity for room in baths} == {1}
    singles = {"shower", "toilet", "bathroom sink", "desk", "computer", "easel", "piano", "microphone"}
    singles |= {"cooking area", "harp", "guitar"}
    for each in town.world.objects.values():
        assert each.capacity == 1 or each.name not in singles, each.id
        assert each.staff_only == (each.name.startswith("behind ")) or each.arena.endswith((":cafe", ":pub"))


def test_walks_are_about_as_long_as_they_were(town: Scenario) -> None:
    world, pathfinder = town.world, Pathfinder(town.world)
    things = {
        goal: [o for o in world.objects.values() if world.sector_of(o.arena).name == goal] for goal in GOALS
    }
    for people, ranges in WALKS.items():
        for resident in people.split():
            bedside = world.objects[town.personas[resident].bed].spots[0]
            for number, goal in enumerate(GOALS):
                spots = {o.spots[0] for o in things[goal]} | {o.spots[-1] for o in things[goal]}
                walk = min(d for s in spots if (d := pathfinder.distance(bedside, s)) is not None)
                least, most = ranges[2 * number : 2 * number + 2]
                assert least - NEAR_ENOUGH <= walk <= most + NEAR_ENOUGH, (resident, goal, walk)


def test_everybody_can_walk_to_bed_work_and_leisure_in_spite_of_the_norms(town: Scenario) -> None:
    world, calendar, pathfinder = town.world, town.calendar, Pathfinder(town.world)
    evening = calendar.tick_of(0, 17 * 60 + 10)
    noon = calendar.tick_of(0, 12 * 60)
    for persona in town.personas.values():
        bed = world.objects[persona.bed].spots[0]
        assert persona.job is not None
        wanted = [persona.job.workplace, *(place for each in persona.leisure for place in each.places)]
        for place in wanted:
            tick = evening if "Pub" in place else noon
            assert may_enter(world, calendar, place, persona.id, tick) is None, (persona.id, place)
            barred = barred_arenas(world, calendar, persona.id, tick)
            spot = world.objects_in(place)[0].spots[0]
            assert pathfinder.distance(bed, spot, barred) is not None, (persona.id, place)


def test_all_know_the_cafe_the_park_and_the_shops_and_all_but_two_the_pub(town: Scenario) -> None:
    for persona in town.personas.values():
        known = {place.removeprefix("the Ville:") for place in persona.places}
        assert {"Hobbs Cafe", "Johnson Park", "Harvey Oak Supply Store"} <= known
        assert "The Willows Market and Pharmacy" in known
        assert ("The Rose and Crown Pub" in known) == (persona.id not in ("sam", "jennifer"))
    students, artists = "klaus maria ayesha wolfgang eddy", "latoya rajiv abigail francisco hailey"
    assert those_who_know(town, "Oak Hill College") == {"mei", *students.split()}
    assert those_who_know(town, "Oak Hill College:hallway") == {"john", "carlos", *artists.split()}
    assert those_who_know(town, "Dorm for Oak Hill College") == {"klaus", "maria", "ayesha", "wolfgang"}
    assert those_who_know(town, "Dorm for Oak Hill College:common room") == {"isabella", *artists.split()}


def test_who_works_at_a_table_of_the_cafe_is_none_of_its_staff(town: Scenario) -> None:
    ryan = town.personas["ryan"]
    assert ryan.job is not None
    assert ryan.job.workplace == "the Ville:Hobbs Cafe:cafe"
    assert town.world.sectors["the Ville:Hobbs Cafe"].staff == ("isabella",)


def those_who_know(town: Scenario, place: str) -> set[str]:
    return {persona.id for persona in town.personas.values() if f"the Ville:{place}" in persona.places}
