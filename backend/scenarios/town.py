"""Puts map and town.yaml together: homes, staff, hours, capacities, news, and the ways home."""

from __future__ import annotations

from dataclasses import replace

from backend.domain.pathfinding import Pathfinder
from backend.domain.scenario import News
from backend.domain.world import Arena, Sector, TownObject, Use, World
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.files import TOWN, Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.places import Place, Places, Thing
from backend.scenarios.schema import TownFile
from backend.scenarios.shape_faults import Shaped
from backend.scenarios.standing import GATE, Standing
from backend.scenarios.tiled import FILE, TiledMap, place

HOME_NEEDS = ("eat", "wash", "toilet")
"""What every home must offer besides a bed."""


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
    _homes_are_homes(town, files, gazetteer, findings)
    return gazetteer


def make_world(gazetteer: Gazetteer, tiled: TiledMap, standing: Standing, findings: Findings) -> World:
    walkable = tuple(
        tuple((x, y) in standing.walkable for x in range(tiled.width)) for y in range(tiled.height)
    )
    world = World(
        gazetteer.world, tiled.width, tiled.height, walkable, gazetteer.sectors, gazetteer.arenas, gazetteer.objects,
        standing.spawns, standing.seats,
    )  # fmt: skip
    return _with_ways_home(world, findings) if GATE in world.spawns else world


def make_news(town: Shaped[TownFile], files: Files, findings: Findings) -> tuple[News, ...]:
    seen: set[str] = set()
    for number, item in enumerate(town.value.news):
        if item.id in seen:
            findings.add(TOWN, town.place("news", number, "id"), f"The id {item.id!r} is used twice.", "Rename one.")
        seen.add(item.id)
        for at, name in enumerate(item.known_by):
            _known_resident(name, town, ("news", number, "known_by", at), files, findings)
    return tuple(
        News(item.id, item.text, item.importance, tuple(sorted(item.known_by)))
        for item in sorted(town.value.news, key=lambda item: item.id)
    )


def _sector(world: str, each: Place, files: Files, town: Shaped[TownFile]) -> Sector:
    norms = town.value.norms
    home = town.value.homes.get(each.name)
    staff = set(norms.staff.get(each.name, ()))
    for resident, person in files.residents.items():
        job = person.value.job
        if job is not None and job.workplace.split(":")[0].strip() == each.name:
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
            Use(use.need, use.activity, use.emoji, use.state, (use.minutes[0], use.minutes[1])) for use in entry.uses
        ),
        staff_only=bool(thing.properties.get("staff_only", entry.staff_only)),
        initial=str(thing.properties.get("initial", entry.initial)),
        ordinary=tuple(entry.ordinary),
    )


def _norms_name_places(town: Shaped[TownFile], files: Files, gazetteer: Gazetteer, findings: Findings) -> None:
    norms = town.value.norms
    for name in norms.hours:
        gazetteer.sector(name, town.yaml, ("norms", "hours", name), findings)
    for name in norms.capacity:
        gazetteer.arena(name, town.yaml, ("norms", "capacity", name), findings)
    for name, staff in norms.staff.items():
        gazetteer.sector(name, town.yaml, ("norms", "staff", name), findings)
        for at, resident in enumerate(staff):
            _known_resident(resident, town, ("norms", "staff", name, at), files, findings)
    for kind, entry in town.value.object_kinds.items():
        for number, use in enumerate(entry.uses):
            if use.minutes[0] > use.minutes[1]:
                loc = ("object_kinds", kind, "uses", number, "minutes")
                findings.add(TOWN, town.place(*loc), "The least is more than the most.", "Swap the two numbers.")


def _homes_are_homes(town: Shaped[TownFile], files: Files, gazetteer: Gazetteer, findings: Findings) -> None:
    lives_in: dict[str, str] = {}
    for name, home in town.value.homes.items():
        sector = gazetteer.sector(name, town.yaml, ("homes", name), findings)
        for at, resident in enumerate(home.residents):
            loc = ("homes", name, "residents", at)
            _known_resident(resident, town, loc, files, findings)
            if lives_in.setdefault(resident, name) != name:
                message = f"{resident!r} lives in {lives_in[resident]!r}, too."
                findings.add(TOWN, town.place(*loc), message, "Remove one of the two.")
        for room, owners in home.rooms.items():
            if sector is not None:
                gazetteer.arena(f"{name}:{room}", town.yaml, ("homes", name, "rooms", room), findings)
            for at, resident in enumerate(owners):
                if resident not in home.residents:
                    loc = ("homes", name, "rooms", room, at)
                    message = f"{resident!r} has a room here, but does not live here."
                    findings.add(TOWN, town.place(*loc), message, "Add it to the home's residents, or remove it.")
        if sector is None:
            continue
        loc = ("homes", name)
        if not sector.private:
            message = "People live there, yet anybody may enter."
            findings.add(TOWN, town.place(*loc), message, "Give the sector the property private: true.")
        things = gazetteer.objects_of(arena.id for arena in gazetteer.arenas_of(sector.id))
        beds = sum(thing.capacity for thing in things if thing.use_for("sleep"))
        if beds < len(home.residents):
            message = f"{len(home.residents)} people live there, but there are beds for {beds}."
            findings.add(TOWN, town.place(*loc), message, "Put a bed there for each.")
        for need in HOME_NEEDS:
            if home.residents and not any(thing.use_for(need) for thing in things):
                message = f"The home has no object with a use for {need}."
                findings.add(TOWN, town.place(*loc), message, "Put one there.")
    if "homes" in town.unread:
        return
    for sector in gazetteer.sectors.values():
        if sector.private and sector.name not in town.value.homes:
            message = "It is private, but nobody's home."
            findings.add(FILE, place("sectors", sector.name), message, "Add it in town.yaml: homes, or make it public.")


def _known_resident(
    name: str, town: Shaped[TownFile], loc: tuple[str | int, ...], files: Files, findings: Findings
) -> None:
    if name not in files.ids:
        remedy = did_you_mean(name, files.ids, "Use the name of a file in residents, without .yaml.")
        findings.add(TOWN, town.place(*loc), f"There is no resident {name!r}.", remedy)


def _with_ways_home(world: World, findings: Findings) -> World:
    """Tells each home which rooms of others one must cross to get to it, as a flat above a café has."""
    pathfinder, gate = Pathfinder(world), world.spawns[GATE]
    here = world.arena_at(gate)
    if here is not None and (world.sector_of(here).private or world.sector_of(here).hours is not None):
        message = f"The gate is in {world.sector_of(here).name!r}, which is not always open."
        findings.add(FILE, place("spawns", GATE), message, "Move it to a street.")
    sectors = dict(world.sectors)
    for sector in world.sectors.values():
        if not sector.residents:
            continue
        private = frozenset(
            arena.id
            for arena in world.arenas.values()
            if arena.sector != sector.id and (world.sectors[arena.sector].private or arena.residents)
        )
        closing = private | {
            arena.id
            for arena in world.arenas.values()
            if arena.sector != sector.id and (world.sectors[arena.sector].hours is not None or arena.staff_only)
        }
        rooms = [arena for arena in world.arenas.values() if arena.sector == sector.id]
        doors = sorted(tile for room in rooms for tile in room.tiles if world.is_free(tile))
        if any(pathfinder.distance(gate, tile, closing) is not None for tile in doors):
            continue
        walks = [walk for tile in doors if (walk := pathfinder.path(gate, tile, private)) is not None]
        if not walks:
            message = "The only way to it leads through somebody else's home."
            findings.add(FILE, place("sectors", sector.name), message, "Give it a door of its own.")
            continue
        crossed = {world.arena_at(tile) for tile in min(walks, key=lambda walk: (len(walk), walk))}
        through = sorted(arena for arena in crossed if arena in closing)
        sectors[sector.id] = replace(sector, reached_through=tuple(through))
    return replace(world, sectors=sectors)
