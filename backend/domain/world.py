"""The map of a town and its place tree `world: sector: arena: object` (paper, section 5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

Tile = tuple[int, int]
"""(x, y) in tiles, origin top left, y down."""

IDLE = "idle"
"""The state of an object that nobody uses and nothing happened to; never stored as a memory."""


@dataclass(frozen=True)
class Hours:
    """Opening or working hours of one weekday, in minutes after midnight; `closes` may pass 1440 (a bar at night)."""

    opens: int
    closes: int


WeekHours = tuple[tuple[Hours, ...], ...]
"""Seven entries, Monday first; each the spans of that day. An empty entry is a day off."""

NEEDS = (
    "sleep",
    "eat",
    "cook",
    "drink",
    "wash",
    "toilet",
    "dress",
    "work",
    "study",
    "read",
    "write",
    "play",
    "music",
    "rest",
    "exercise",
    "garden",
    "shop",
    "sell",
    "talk",
    "watch",
    "repair",
    "make",
)
"""Everything that an object may be good for, and that a task or a pastime may ask for."""


@dataclass(frozen=True)
class Use:
    """One thing that can be done with an object."""

    need: str
    """What it is good for, one of `NEEDS`."""
    activity: str
    """In the -ing form, as a person would say it: "brewing coffee"."""
    emoji: str
    state: str
    """The object's state in words while so used: "brewing coffee"."""
    minutes: tuple[int, int] = (10, 40)
    """How long it usually takes, least and most, in simulated minutes."""


@dataclass(frozen=True)
class TownObject:
    """A thing that stands somewhere. `id` is its address, `world:sector:arena:name`."""

    id: str
    name: str
    kind: str
    arena: str
    footprint: tuple[Tile, ...]
    """The tiles it covers."""
    spots: tuple[Tile, ...]
    """Free tiles of its arena from which it is used, best first; a bed or a chair may be its own spot."""
    capacity: int
    """How many may use it at once."""
    uses: tuple[Use, ...]
    staff_only: bool = False
    initial: str = IDLE
    ordinary: tuple[str, ...] = ()
    """States that surprise nobody, besides idle and the states of its uses."""

    def use_for(self, need: str) -> Use | None:
        return next((use for use in self.uses if use.need == need), None)

    def stands_on(self, tile: Tile) -> bool:
        """Whether the tile is covered by it: a lawn is used from its own tiles, a table from those around it."""
        return tile in self.footprint

    def is_ordinary(self, state: str) -> bool:
        return (
            state == self.initial
            or state == IDLE
            or state in self.ordinary
            or any(u.state == state for u in self.uses)
        )


@dataclass(frozen=True)
class Arena:
    """A room or an open place. `id` is its address, `world:sector:arena`."""

    id: str
    name: str
    sector: str
    tiles: frozenset[Tile]
    """All tiles of it, walkable or not."""
    capacity: int | None = None
    """How many people may be in it at once; None is no limit."""
    residents: tuple[str, ...] = ()
    """Ids of those whose private room it is; empty is nobody's."""
    staff_only: bool = False
    """Whether only the sector's staff and residents may be in it (a café's kitchen)."""


@dataclass(frozen=True)
class Sector:
    """A building or a park. `id` is its address, `world:sector`."""

    id: str
    name: str
    kind: str
    """cafe, workshop, park, home, shop, school, bar, …"""
    hours: WeekHours | None = None
    """When the public may be in it; None is always."""
    private: bool = False
    """A home: only `residents` and those they let in may enter."""
    residents: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()
    """Ids of those who may be in it outside its hours, besides its residents."""
    reached_through: tuple[str, ...] = ()
    """Addresses of other sectors' arenas that lie on the only way to it: its residents may always cross them."""


@dataclass(frozen=True)
class World:
    """The whole map. Built once by the scenario loader, never changed."""

    name: str
    width: int
    height: int
    walkable: tuple[tuple[bool, ...], ...]
    """walkable[y][x]."""
    sectors: dict[str, Sector]
    arenas: dict[str, Arena]
    objects: dict[str, TownObject]
    spawns: dict[str, Tile] = field(default_factory=dict)
    """Named points: `gate` is where visitors enter."""
    seats: frozenset[Tile] = frozenset()
    """Walkable tiles that nobody crosses, such as beds and chairs: a walk may start or end on one, no more."""

    @cached_property
    def _arena_of_tile(self) -> dict[Tile, str]:
        return {tile: arena.id for arena in self.arenas.values() for tile in arena.tiles}

    @cached_property
    def _objects_of_arena(self) -> dict[str, tuple[TownObject, ...]]:
        found: dict[str, list[TownObject]] = {arena: [] for arena in self.arenas}
        for thing in self.objects.values():
            found[thing.arena].append(thing)
        return {arena: tuple(sorted(things, key=lambda o: o.id)) for arena, things in found.items()}

    @cached_property
    def _rooms_of_sector(self) -> dict[str, tuple[Arena, ...]]:
        found: dict[str, list[Arena]] = {sector: [] for sector in self.sectors}
        for arena in self.arenas.values():
            found[arena.sector].append(arena)
        return {sector: tuple(rooms) for sector, rooms in found.items()}

    @cached_property
    def _floors(self) -> dict[str, tuple[Tile, ...]]:
        return {
            arena.id: tuple(sorted(tile for tile in arena.tiles if self.is_free(tile)))
            for arena in self.arenas.values()
        }

    @cached_property
    def _cluttered(self) -> dict[str, frozenset[Tile]]:
        return {
            arena: frozenset(tile for thing in things for tile in (*thing.spots, *thing.footprint))
            for arena, things in self._objects_of_arena.items()
        }

    def rooms_of(self, sector: str) -> tuple[Arena, ...]:
        """The arenas of a sector."""
        return self._rooms_of_sector[sector]

    def floor_of(self, arena: str) -> tuple[Tile, ...]:
        """The tiles of an arena on which one can stand, in order."""
        return self._floors[arena]

    def clutter_of(self, arena: str) -> frozenset[Tile]:
        """The tiles of an arena that its things cover or are used from."""
        return self._cluttered[arena]

    def is_home(self, place: str) -> bool:
        """Whether people live in a sector, or in an arena: in it, around it or in a room of it."""
        rooms = [arena for arena in self.arenas.values() if place in (arena.id, arena.sector)]
        sector = self.sectors[rooms[0].sector]
        return sector.private or bool(sector.residents) or any(room.residents for room in rooms)

    def arena_at(self, tile: Tile) -> str | None:
        """The arena's address, or None on a street."""
        return self._arena_of_tile.get(tile)

    @cached_property
    def _middles(self) -> dict[str, Tile]:
        return {
            arena.id: (
                sum(x for x, _ in arena.tiles) // len(arena.tiles),
                sum(y for _, y in arena.tiles) // len(arena.tiles),
            )
            for arena in self.arenas.values()
        }

    def middle_of(self, arena: str) -> Tile:
        """The middle of its tiles; not always one of them."""
        return self._middles[arena]

    def objects_in(self, arena: str) -> tuple[TownObject, ...]:
        return self._objects_of_arena[arena]

    def sector_of(self, arena: str) -> Sector:
        return self.sectors[self.arenas[arena].sector]

    def is_free(self, tile: Tile) -> bool:
        """Whether one can stand on it. Outside of the map nothing is free."""
        x, y = tile
        return 0 <= x < self.width and 0 <= y < self.height and self.walkable[y][x]
