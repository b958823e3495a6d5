"""A scenario as the page needs it: plain values that become JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backend.domain.handling import handlings
from backend.domain.scenario import Scenario, TileLayer
from backend.domain.world import Tile


def scenario_document(scenario: Scenario) -> dict[str, Any]:
    """What the page draws a town from. Nothing that a resident keeps to itself: no memories, notes or news.

    Tiles of a place are rectangles [x, y, width, height] that do not overlap; rows of `walkable` and of each
    layer run from the north to the south.
    """
    world = scenario.world
    return {
        "id": scenario.id,
        "title": scenario.title,
        "summary": scenario.summary,
        "start": scenario.start.isoformat(timespec="minutes"),
        "hash": scenario.hash,
        "world": {"name": world.name, "width": world.width, "height": world.height},
        "walkable": ["".join("1" if free else "0" for free in row) for row in world.walkable],
        "seats": _tiles(world.seats),
        "layers": [_layer(layer) for layer in scenario.layers],
        "sectors": [
            {
                "id": sector.id,
                "name": sector.name,
                "kind": sector.kind,
                "private": sector.private,
                "hours": [[[span.opens, span.closes] for span in day] for day in sector.hours]
                if sector.hours is not None
                else None,
                "residents": list(sector.residents),
                "staff": list(sector.staff),
                "rects": rectangles(
                    tile
                    for arena in world.arenas.values()
                    if arena.sector == sector.id
                    for tile in arena.tiles
                ),
            }
            for sector in world.sectors.values()
        ],
        "arenas": [
            {
                "id": arena.id,
                "name": arena.name,
                "sector": arena.sector,
                "capacity": arena.capacity,
                "rects": rectangles(arena.tiles),
            }
            for arena in world.arenas.values()
        ],
        "objects": [
            {
                "id": thing.id,
                "name": thing.name,
                "kind": thing.kind,
                "arena": thing.arena,
                "footprint": _tiles(thing.footprint),
                "state": thing.initial,
                "uses": [
                    {
                        "id": use.id,
                        "kind": use.kind,
                        "activity": use.activity,
                        "emoji": use.emoji,
                        "state": use.state,
                        "pose": use.pose,
                    }
                    for use in handlings(world, thing)
                ],
            }
            for thing in world.objects.values()
        ],
        "spawns": {name: list(tile) for name, tile in world.spawns.items()},
        "residents": [
            {
                "id": persona.id,
                "name": persona.name,
                "age": persona.age,
                "pronouns": list(persona.pronouns),
                "job": persona.job.title if persona.job else None,
                "about": persona.about,
                "traits": list(persona.traits),
                "home": persona.home,
                "looks": {
                    "skin": persona.looks.skin,
                    "hair": persona.looks.hair,
                    "hair_style": persona.looks.hair_style,
                    "top": persona.looks.top,
                    "bottom": persona.looks.bottom,
                    "extras": list(persona.looks.extras),
                },
            }
            for persona in scenario.personas.values()
        ],
    }


def rectangles(tiles: Iterable[Tile]) -> list[list[int]]:
    """Tiles as rectangles [x, y, width, height]: runs along x, joined downwards where they are alike."""
    rows: dict[int, list[int]] = {}
    for x, y in sorted(set(tiles), key=lambda tile: (tile[1], tile[0])):
        rows.setdefault(y, []).append(x)
    growing: dict[tuple[int, int], list[int]] = {}
    done: list[list[int]] = []
    for y, columns in rows.items():
        runs = {run: growing.pop(run, None) for run in _runs(columns)}
        done += growing.values()
        growing = {}
        for (x, width), rectangle in runs.items():
            if rectangle is not None and rectangle[1] + rectangle[3] == y:
                rectangle[3] += 1
            else:
                done += [rectangle] if rectangle is not None else []
                rectangle = [x, y, width, 1]
            growing[(x, width)] = rectangle
    return sorted([*done, *growing.values()], key=lambda r: (r[1], r[0]))


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for x in columns:
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs


def _tiles(tiles: Iterable[Tile]) -> list[list[int]]:
    return [list(tile) for tile in sorted(tiles, key=lambda tile: (tile[1], tile[0]))]


def _layer(layer: TileLayer) -> dict[str, Any]:
    """Rows as flat lists of number and run length: 0 is nothing, 1 is the first of `terrains`."""
    terrains = sorted({name for row in layer.rows for name in row if name})
    numbers = {"": 0} | {name: number for number, name in enumerate(terrains, start=1)}
    rows = []
    for row in layer.rows:
        packed: list[int] = []
        for name in row:
            if packed and packed[-2] == numbers[name]:
                packed[-1] += 1
            else:
                packed += [numbers[name], 1]
        rows.append(packed)
    return {"name": layer.name, "terrains": terrains, "rows": rows}
