"""Brook Lane, as those who live there need it to be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.domain.calendar import MINUTES_PER_DAY
from backend.domain.norms import barred_arenas, may_enter
from backend.domain.pathfinding import Pathfinder
from backend.domain.persona import Persona
from backend.domain.scenario import Scenario
from backend.domain.world import NEEDS
from backend.scenarios import (
    UnknownScenario,
    check_scenario,
    find_scenario,
    list_scenarios,
    load_scenario,
    scenario_document,
)
from backend.scenarios.document import rectangles
from scenarios.brook_lane.draw_map import brook_lane
from scenarios.drawing import blocking_kinds, write_swatches
from tests.a_scenario_copy import SCENARIOS, ScenarioCopy, layer

FOLDER = SCENARIOS / "brook_lane"


@pytest.fixture(scope="module")
def lane() -> Scenario:
    return load_scenario(FOLDER)


def people(scenario: Scenario) -> Iterator[Persona]:
    return iter(scenario.personas.values())


def test_brook_lane_has_no_faults() -> None:
    assert check_scenario(FOLDER) == ()


def test_the_map_is_what_its_script_draws(tmp_path: Path) -> None:
    brook_lane().write(tmp_path, blocking_kinds(FOLDER))
    write_swatches(tmp_path / "tiles.png")
    assert (tmp_path / "map.tmj").read_bytes() == (FOLDER / "map.tmj").read_bytes()
    assert (tmp_path / "tiles.png").read_bytes() == (SCENARIOS / "tiles.png").read_bytes()


def test_two_readings_of_the_same_files_are_equal(lane: Scenario, tmp_path: Path) -> None:
    again = load_scenario(ScenarioCopy(tmp_path).folder)
    assert again == lane
    assert list(again.world.objects) == sorted(again.world.objects)
    assert list(again.personas) == sorted(again.personas)


def test_the_hash_tells_one_letter_apart_but_no_file_beside_the_scenario(tmp_path: Path) -> None:
    copy = ScenarioCopy(tmp_path)
    before = load_scenario(copy.folder).hash
    copy.write("notes.txt", "buy milk")
    assert load_scenario(copy.folder).hash == before
    copy.rewrite("residents/ruth.yaml", "greeting: Morning.", "greeting: Evening.")
    changed = load_scenario(copy.folder).hash
    assert changed != before
    shared = tmp_path / "object_kinds.yaml"
    shared.write_text(shared.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    assert load_scenario(copy.folder).hash not in (before, changed)


def test_the_town_starts_on_a_monday_at_seven(lane: Scenario) -> None:
    assert lane.calendar.clock(0) == "07:00"
    assert lane.calendar.weekday(0) == "monday"


def test_somebody_is_up_at_the_start_and_somebody_still_sleeps(lane: Scenario) -> None:
    assert any(persona.wake < 420 for persona in people(lane))
    assert any(persona.wake > 420 for persona in people(lane))


def test_six_people_live_there_who_sleep_seven_to_nine_hours_and_eat_twice(lane: Scenario) -> None:
    assert len(lane.personas) == 6
    for persona in people(lane):
        assert 7 * 60 <= persona.wake + MINUTES_PER_DAY - persona.sleep <= 9 * 60
        assert len(persona.meals) >= 2


def test_everybody_can_walk_to_bed_work_and_leisure_in_spite_of_the_norms(lane: Scenario) -> None:
    world, calendar, pathfinder = lane.world, lane.calendar, Pathfinder(lane.world)
    noon = calendar.tick_of(0, 12 * 60)
    for persona in people(lane):
        bed = world.objects[persona.bed].spots[0]
        barred = barred_arenas(world, calendar, persona.id, noon)
        wanted = [persona.job.workplace] if persona.job else []
        wanted += [place for leisure in persona.leisure for place in leisure.places]
        for arena in wanted:
            assert may_enter(world, calendar, arena, persona.id, noon) is None
            spot = world.objects_in(arena)[0].spots[0]
            assert pathfinder.path(bed, spot, barred) is not None, (persona.id, arena)


def test_wherever_one_can_stand_one_can_get_to(lane: Scenario) -> None:
    world, pathfinder = lane.world, Pathfinder(lane.world)
    for y in range(world.height):
        for x in range(world.width):
            assert not world.is_free((x, y)) or pathfinder.distance(world.spawns["gate"], (x, y)) is not None


def test_every_object_can_be_used_from_where_one_can_stand(lane: Scenario) -> None:
    world = lane.world
    for thing in world.objects.values():
        assert thing.uses
        assert len(thing.spots) >= thing.capacity
        for spot in thing.spots:
            assert world.is_free(spot)
            assert world.arena_at(spot) == thing.arena


def test_the_town_serves_every_need(lane: Scenario) -> None:
    served = {use.need for thing in lane.world.objects.values() for use in thing.uses}
    assert served == set(NEEDS)


def test_every_home_has_a_bathroom_for_one(lane: Scenario) -> None:
    for home in {persona.home for persona in people(lane)}:
        bathrooms = [a for a in lane.world.arenas.values() if a.sector == home and a.name == "bathroom"]
        assert [room.capacity for room in bathrooms] == [1]


def test_peoples_pastimes_bring_them_together(lane: Scenario) -> None:
    visitors: dict[str, set[str]] = {}
    for persona in people(lane):
        for leisure in persona.leisure:
            for place in leisure.places:
                visitors.setdefault(place, set()).add(persona.id)
    met = {frozenset((a, b)) for group in visitors.values() for a in group for b in group if a != b}
    assert len(met) == 15


def test_some_know_each_other_by_name_some_by_face_and_some_not_at_all(lane: Scenario) -> None:
    named = {(p.id, each.other) for p in people(lane) for each in p.knows if each.knows_name}
    faces = {(p.id, each.other) for p in people(lane) for each in p.knows if not each.knows_name}
    assert named
    assert faces
    assert len(named | faces) < 30


def test_one_piece_of_news_is_known_to_one(lane: Scenario) -> None:
    assert [item.known_by for item in lane.news] == [("walter",)]
    told = " ".join(text for p in people(lane) if p.id != "walter" for text in (*p.memories, p.currently))
    assert "lantern" not in told


def test_history_is_planted_in_those_who_were_there(lane: Scenario) -> None:
    danced = [p.id for p in people(lane) if any("danced" in memory for memory in p.memories)]
    assert danced == ["ivo", "marta"]


def test_the_page_gets_a_document_of_plain_values_without_anybodys_secrets(lane: Scenario) -> None:
    document = scenario_document(lane)
    text = json.dumps(document)
    assert json.loads(text) == document
    assert len(document["walkable"]) == lane.world.height
    assert {len(row) for row in document["walkable"]} == {lane.world.width}
    for secret in (*(m for p in people(lane) for m in p.memories), *(item.text for item in lane.news)):
        assert secret not in text


def test_the_documents_rectangles_cover_each_arena_exactly(lane: Scenario) -> None:
    for arena in lane.world.arenas.values():
        covered = [
            (x + i, y + j)
            for x, y, width, height in rectangles(arena.tiles)
            for i in range(width)
            for j in range(height)
        ]
        assert sorted(covered) == sorted(arena.tiles)


def test_the_documents_layers_unpack_to_the_map(lane: Scenario) -> None:
    for packed, drawn in zip(scenario_document(lane)["layers"], lane.layers, strict=True):
        terrains = ["", *packed["terrains"]]
        rows = [
            [terrains[number] for at in range(0, len(row), 2) for number in [row[at]] * row[at + 1]]
            for row in packed["rows"]
        ]
        assert rows == [list(row) for row in drawn.rows]


def test_scenarios_are_listed_by_name_and_unknown_ones_are_named_errors(tmp_path: Path) -> None:
    assert "brook_lane" in [each.id for each in list_scenarios(SCENARIOS)]
    assert find_scenario(SCENARIOS, "brook_lane") == FOLDER
    for name in ("brook lane", "../scenarios/brook_lane", "", "/etc"):
        with pytest.raises(UnknownScenario, match="brook_lane"):
            find_scenario(SCENARIOS, name)
    assert list_scenarios(tmp_path) == ()


def test_who_lives_behind_the_park_may_cross_it_at_night_and_nobody_else(tmp_path: Path) -> None:
    copy = ScenarioCopy(tmp_path)

    def wall_in(document: dict[str, Any]) -> None:
        """Leaves Signal Cottage no way but through the hedge of the park."""
        for tile in ((14, 18), (15, 18), (14, 35), (15, 35)):
            layer(document, "collision")["data"][tile[1] * 48 + tile[0]] = 1
        for name in ("walls", "collision"):
            layer(document, name)["data"][25 * 48 + 16] = 0

    copy.edit_map(wall_in)
    scenario = load_scenario(copy.folder)
    night = scenario.calendar.tick_of(1, 2 * 60)
    green = "Brook Lane:Alder Green:bandstand green"
    assert scenario.world.sectors["Brook Lane:Signal Cottage"].reached_through == (green,)
    assert green not in barred_arenas(scenario.world, scenario.calendar, "ruth", night)
    assert green in barred_arenas(scenario.world, scenario.calendar, "marta", night)
