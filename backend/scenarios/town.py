"""Puts map and town.yaml together: homes, staff, hours, capacities, and the ways home."""

from __future__ import annotations

from backend.domain.world import Arena, Sector, TownObject, Use, World
from backend.scenarios.faults import Findings
from backend.scenarios.files import TOWN, Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.homes import check_homes, known_resident
from backend.scenarios.places import Place, Places, Thing
from backend.scenarios.schema import TownFile
from backend.scenarios.shape_faults import Shaped
from backend.scenarios.standing import GATE, Standing
from backend.scenarios.tiled import TiledMap
from backend.scenarios.ways_home import with_ways_home


def make_gazetteer(
    files: Files, town: Shaped[TownFile], places: Places, standing: Standing, findings: Findings
) -> Gazetteer:
    """All places, with who lives and works there and when they are open."""
    world = town.value.world or town.value.title
    sectors = {f"{world}:{name}": _sector(world, each, files, town) for name, each in places.sectors.items()}
    arenas = {f"{world}:{key}": _arena(world, each, town) for key, each in places.arenas.items()}
    objects = {f"{world}:{key}": _object(world, each, standing) for key, each in places.things.items()}
    gazetteer = Gazetteer(world, sectors, arenas, objects)
    _norms_name_places(town, files, gazetteer, findings)
    check_homes(town, files, places, gazetteer, findings)
    return gazetteer


def make_world(gazetteer: Gazetteer, tiled: TiledMap, standing: Standing, findings: Findings) -> World:
    walkable = tuple(
        tuple((x, y) in standing.walkable for x in range(tiled.width)) for y in range(tiled.height)
    )
    world = World(
        gazetteer.world,
        tiled.width,
        tiled.height,
        walkable,
        gazetteer.sectors,
        gazetteer.arenas,
        gazetteer.objects,
        standing.spawns,
        standing.seats,
    )
    return with_ways_home(world, findings) if GATE in world.spawns else world


def _sector(world: str, each: Place, files: Files, town: Shaped[TownFile]) -> Sector:
    norms = town.value.norms
    home = town.value.homes.get(each.name)
    staff = set(norms.staff.get(each.name, ()))
    for resident, person in files.residents.items():
        job = person.value.job
        if job is not None and job.staff and job.workplace.split(":")[0].strip() == each.name:
            staff.add(resident)
    hours = norms.hours.get(each.name)
    return Sector(
        id=f"{world}:{each.name}",
        name=each.name,
        kind=str(each.properties.get("kind", "")),
        hours=hours.hours() if hours is not None else None,
        private=bool(each.properties.get("private", False)),
        residents=tuple(sorted(home.residents)) if home else (),
        staff=tuple(sorted(staff)),
    )


def _arena(world: str, each: Place, town: Shaped[TownFile]) -> Arena:
    home = town.value.homes.get(each.sector)
    capacity = town.value.norms.capacity.get(each.key, each.properties.get("capacity"))
    return Arena(
        id=f"{world}:{each.key}",
        name=each.name,
        sector=f"{world}:{each.sector}",
        tiles=each.tiles,
        capacity=capacity,
        residents=tuple(sorted(home.rooms.get(each.name, ()))) if home else (),
        staff_only=bool(each.properties.get("staff_only", False)),
    )


def _object(world: str, thing: Thing, standing: Standing) -> TownObject:
    entry = thing.entry
    return TownObject(
        id=f"{world}:{thing.key}",
        name=thing.name,
        kind=thing.kind,
        arena=f"{world}:{thing.arena}",
        footprint=thing.tiles,
        spots=standing.spots[thing.key],
        capacity=thing.capacity,
        uses=tuple(
            Use(use.need, use.activity, use.emoji, use.state, (use.minutes[0], use.minutes[1]))
            for use in entry.uses
        ),
        staff_only=bool(thing.properties.get("staff_only", entry.staff_only)),
        initial=str(thing.properties.get("initial", entry.initial)),
        ordinary=tuple(entry.ordinary),
    )


def _norms_name_places(
    town: Shaped[TownFile], files: Files, gazetteer: Gazetteer, findings: Findings
) -> None:
    norms = town.value.norms
    for name, week in norms.hours.items():
        gazetteer.sector(name, town.yaml, ("norms", "hours", name), findings)
        if not any(week.hours()):
            remedy = "Write hours for one day at least; without any it is always open."
            findings.add(TOWN, town.place("norms", "hours", name), "It never opens.", remedy)
    for name in norms.capacity:
        gazetteer.arena(name, town.yaml, ("norms", "capacity", name), findings)
    for name, staff in norms.staff.items():
        gazetteer.sector(name, town.yaml, ("norms", "staff", name), findings)
        for at, resident in enumerate(staff):
            known_resident(resident, town, ("norms", "staff", name, at), files, findings)
    for kind, entry in town.value.object_kinds.items():
        for number, use in enumerate(entry.uses):
            if use.minutes[0] > use.minutes[1]:
                loc = ("object_kinds", kind, "uses", number, "minutes")
                findings.add(
                    TOWN, town.place(*loc), "The least is more than the most.", "Swap the two numbers."
                )
