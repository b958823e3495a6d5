"""Places as a newspaper names them, and which of them are homes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from backend.gazette.deeds import Deed

FULL_HOUSE = 3
"""So many different people make a place one that the town shares."""

MAIN_ROOM = "main room"
"""Whoever is in it is simply said to be at the place."""
OPEN_AIR = frozenset(
    ("bank", "beach", "bridge", "corner", "gate", "green", "jetty", "lawn", "pier", "shore", "square")
)
"""One is at these, not in them."""


class Places:
    """What the deeds of a log tell of its places: address is `world:sector:arena`, or longer for an object."""

    def __init__(self, deeds: Iterable[Deed]) -> None:
        self._arenas: dict[str, set[str]] = defaultdict(set)
        visitors: dict[str, set[str]] = defaultdict(set)
        self._sleepers: dict[str, set[str]] = defaultdict(set)
        for deed in deeds:
            sector = self.sector(deed.what.arena)
            self._arenas[sector].add(deed.what.arena)
            visitors[sector].add(deed.resident)
            if deed.what.asleep:
                self._sleepers[sector].add(deed.resident)
        self.public = frozenset(
            sector
            for sector, people in visitors.items()
            if len(people) >= FULL_HOUSE and not self._sleepers[sector]
        )
        """Sectors that several people use and nobody sleeps in."""

    def sector(self, address: str) -> str:
        return ":".join(address.split(":")[:2])

    def households(self, sector: str) -> frozenset[str]:
        """Who sleeps in a sector."""
        return frozenset(self._sleepers.get(sector, ()))

    def at_sector(self, sector: str) -> str:
        """ "at Hobbs Cafe"."""
        return f"at {self.sector_name(sector)}"

    def sector_name(self, address: str) -> str:
        """ "the Lin family's house"; a name that is not one in itself takes its article."""
        name = address.split(":")[1] if ":" in address else address
        wants = name[:1].islower() or "family's" in name or " for " in name or " of " in name
        return f"the {name}" if wants and not name.lower().startswith("the ") else name

    def at(self, arena: str | None) -> str:
        """ "in the kitchen of The Blue Kettle", "at Hobbs Cafe" where it is all one room, "in the street"."""
        if arena is None:
            return "in the street"
        parts = arena.split(":")
        sector = self.sector(arena)
        building = self.sector_name(sector)
        if len(parts) < 3 or parts[2] == MAIN_ROOM or len(self._arenas[sector] | {arena}) == 1:
            return f"at {building}"
        room = parts[2]
        if "'s " in room:
            return f"in {room} at {building}"
        open_air = room.split()[-1] in OPEN_AIR
        return f"{'at' if open_air else 'in'} {'' if room[:1].isupper() else 'the '}{room} of {building}"

    def thing(self, address: str) -> str:
        """The last part of an address with its article: "the bread oven"."""
        name = address.rsplit(":", 1)[-1]
        return name if "'s " in name else f"the {name}"
