"""Checks that homes can be lived in: who lives where, in which rooms, with a bed for each."""

from __future__ import annotations

from backend.domain.world import Sector
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.files import TOWN, Files
from backend.scenarios.gazetteer import Gazetteer
from backend.scenarios.places import Places
from backend.scenarios.regions import FILE, place
from backend.scenarios.schema import HomeEntry, TownFile
from backend.scenarios.shape_faults import Shaped
from backend.scenarios.yaml_text import Loc

HOME_NEEDS = ("eat", "wash", "toilet")
"""What every home must offer besides a bed."""


def check_homes(
    town: Shaped[TownFile], files: Files, places: Places, gazetteer: Gazetteer, findings: Findings
) -> None:
    _Homes(town, files, gazetteer, findings).check(places)


def known_resident(name: str, town: Shaped[TownFile], loc: Loc, files: Files, findings: Findings) -> None:
    """A fault at `loc` of town.yaml if nobody is called so."""
    if name not in files.ids:
        remedy = did_you_mean(name, files.ids, "Use the name of a file in residents, without .yaml.")
        findings.add(TOWN, town.place(*loc), f"There is no resident {name!r}.", remedy)


class _Homes:
    def __init__(
        self, town: Shaped[TownFile], files: Files, gazetteer: Gazetteer, findings: Findings
    ) -> None:
        self.town, self.files, self.gazetteer, self.findings = town, files, gazetteer, findings

    def fault(self, loc: Loc, message: str, remedy: str) -> None:
        self.findings.add(TOWN, self.town.place(*loc), message, remedy)

    def check(self, places: Places) -> None:
        self._one_home_each()
        for name, home in self.town.value.homes.items():
            sector = self.gazetteer.sector(name, self.town.yaml, ("homes", name), self.findings)
            if sector is not None:
                self._rooms(name, home)
                self._can_be_lived_in(name, home, sector)
        if "homes" in self.town.unread:
            return
        rooms = {f"{name}:{room}" for name, home in self.town.value.homes.items() for room in home.rooms}
        for sector in self.gazetteer.sectors.values():
            if sector.private and sector.name not in self.town.value.homes:
                remedy = "Add it in town.yaml: homes, or make it public."
                self.findings.add(
                    FILE, place("sectors", sector.name), "It is private, but nobody's home.", remedy
                )
        for key, arena in places.arenas.items():
            if arena.properties.get("private") and key not in rooms:
                remedy = "Say whose it is in town.yaml: homes, rooms, or make it not private."
                self.findings.add(FILE, place("arenas", key), "It is private, but nobody's room.", remedy)

    def _one_home_each(self) -> None:
        lives_in: dict[str, str] = {}
        for name, home in self.town.value.homes.items():
            for at, resident in enumerate(home.residents):
                loc = ("homes", name, "residents", at)
                known_resident(resident, self.town, loc, self.files, self.findings)
                if lives_in.setdefault(resident, name) != name:
                    message = f"{resident!r} lives in {lives_in[resident]!r}, too."
                    self.fault(loc, message, "Remove one of the two.")

    def _rooms(self, name: str, home: HomeEntry) -> None:
        for room, owners in home.rooms.items():
            loc = ("homes", name, "rooms", room)
            self.gazetteer.arena(f"{name}:{room}", self.town.yaml, loc, self.findings)
            for at, resident in enumerate(owners):
                if resident not in home.residents:
                    message = f"{resident!r} has a room here, but does not live here."
                    self.fault((*loc, at), message, "Add it to the home's residents, or remove it.")

    def _can_be_lived_in(self, name: str, home: HomeEntry, sector: Sector) -> None:
        loc = ("homes", name)
        if not sector.private:
            remedy = "Give the sector the property private: true."
            self.fault(loc, "People live there, yet anybody may enter.", remedy)
        if not self.files.uses_known:
            return
        if not home.residents:
            self.fault(
                loc, "Nobody lives there, so nobody may enter.", "Name its residents, or remove the home."
            )
        things = self.gazetteer.objects_of(arena.id for arena in self.gazetteer.arenas_of(sector.id))
        beds = sum(thing.capacity for thing in things if thing.use_for("sleep"))
        if beds < len(home.residents):
            message = f"{len(home.residents)} people live there, but there are beds for {beds}."
            self.fault(loc, message, "Put a bed there for each.")
        for need in HOME_NEEDS:
            if home.residents and not any(thing.use_for(need) for thing in things):
                self.fault(loc, f"The home has no object with a use for {need}.", "Put one there.")
