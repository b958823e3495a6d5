"""When a place that the town shares was fullest, as far as deeds tell who was where."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from backend.gazette.deeds import Deed
from backend.gazette.record import Day, Record


@dataclass(frozen=True)
class Gathering:
    sector: str
    tick: int
    deeds: tuple[Deed, ...]
    """Of those who were busy there at `tick`, in the order of their beginnings."""

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(deed.resident for deed in self.deeds)

    @property
    def events(self) -> list[int]:
        return [seq for deed in self.deeds for seq in deed.events]


def fullest(record: Record, day: Day, start: int | None = None, end: int | None = None) -> list[Gathering]:
    """The fullest moment of each public place between two ticks of the day, of two people at least; fullest first."""
    start, end = day.start if start is None else start, day.end if end is None else end
    by_sector: dict[str, list[Deed]] = defaultdict(list)
    for deed in record.deeds:
        sector = record.places.sector(deed.what.arena)
        if sector in record.places.public and deed.during(start, end):
            by_sector[sector].append(deed)
    found = []
    for sector, deeds in sorted(by_sector.items()):
        moments = sorted({max(deed.start, start) for deed in deeds})
        tick = max(moments, key=lambda moment: (_count(deeds, moment), -moment))
        there = sorted((deed for deed in deeds if deed.start <= tick < deed.end), key=lambda deed: deed.start)
        if len(there) >= 2:
            found.append(Gathering(sector, tick, tuple(there)))
    return sorted(found, key=lambda gathering: -len(gathering.deeds))


def _count(deeds: list[Deed], moment: int) -> int:
    return sum(deed.start <= moment < deed.end for deed in deeds)
