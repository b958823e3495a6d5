"""The places of a map by the names that scenario files use for them."""

from __future__ import annotations

from collections.abc import Iterable

from backend.domain.world import Arena, Sector, TownObject
from backend.scenarios.faults import Findings, did_you_mean
from backend.scenarios.yaml_text import Loc, YamlText


class Gazetteer:
    """Finds "Mill House:kitchen:stove" and the like, whose addresses begin with the world's name besides."""

    def __init__(
        self, world: str, sectors: dict[str, Sector], arenas: dict[str, Arena], objects: dict[str, TownObject]
    ) -> None:
        self.world, self.sectors, self.arenas, self.objects = world, sectors, arenas, objects

    def sector(self, name: str, yaml: YamlText, loc: Loc, findings: Findings) -> Sector | None:
        """The sector; if there is none, a fault at `loc` and None."""
        found = self.sectors.get(self.address(name))
        if found is None:
            self._unknown("sector", name, self.sectors, yaml, loc, findings)
        return found

    def arena(self, name: str, yaml: YamlText, loc: Loc, findings: Findings) -> Arena | None:
        found = self.arenas.get(self.address(name))
        if found is None:
            self._unknown("arena", name, self.arenas, yaml, loc, findings)
        return found

    def object(self, name: str, yaml: YamlText, loc: Loc, findings: Findings) -> TownObject | None:
        found = self.objects.get(self.address(name))
        if found is None:
            self._unknown("object", name, self.objects, yaml, loc, findings)
        return found

    def arenas_of(self, sector: str) -> list[Arena]:
        return [arena for arena in self.arenas.values() if arena.sector == sector]

    def objects_of(self, arenas: Iterable[str]) -> list[TownObject]:
        wanted = set(arenas)
        return [thing for thing in self.objects.values() if thing.arena in wanted]

    def address(self, name: str) -> str:
        return ":".join([self.world, *(part.strip() for part in name.split(":"))])

    def short(self, address: str) -> str:
        """The address as scenario files write it."""
        return address.removeprefix(f"{self.world}:")

    def _unknown(
        self, what: str, name: str, known: Iterable[str], yaml: YamlText, loc: Loc, findings: Findings
    ) -> None:
        remedy = did_you_mean(
            name, [self.short(address) for address in known], f"Draw it in the {what}s layer."
        )
        findings.add(yaml.file, yaml.place(loc), f"The map has no {what} {name!r}.", remedy)
