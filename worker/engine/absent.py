"""Visitors whose page is closed or asleep: after a while without a sign of theirs, their body leaves the town, and
whoever acted for a resident does so no more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from backend.domain.state import StandIn, TownState

ABSENT_SECONDS = 1800.0
"""Real seconds without an input after which a visitor counts as gone: a nap of the page, not a cup of tea."""
SILENT_SECONDS = 600.0
"""… after which a director who acts for a resident counts as gone: the resident is its own again."""


def stand_ins_of(state: TownState) -> dict[str, StandIn]:
    """Who acts for whom, by resident."""
    return {one.id: one.stand_in for one in state.residents.values() if one.stand_in is not None}


@dataclass
class Signs:
    """When visitors were last heard of, in real seconds of one monotonic clock.

    Only those count who have done something in this very town. Who is in a branch because it was in the town that the
    branch left, or comes again with what was done there, gives no signs here: it stands as it stood, for as long as it
    did there, and no clock leads it out. So branches that are left alone stay the same, however slowly they live.
    """

    here: set[str] = field(default_factory=set)
    """Visitors, and directors who act for somebody, who have sent something to this town themselves."""
    _last: dict[str, float] = field(default_factory=dict)

    def of(self, visitor: str, now: float) -> None:
        self.here.add(visitor)
        self._last[visitor] = now

    def absent(self, in_town: Iterable[str], now: float, after: float = ABSENT_SECONDS) -> list[str]:
        """Of those in town, who has given no sign for so long. Whoever is new to this process has just given one."""
        there = self.here.intersection(in_town)
        self._last = {one: self._last.get(one, now) for one in there}
        return sorted(one for one in there if now - self._last[one] >= after)
