"""The scenarios that towns were founded on, each read once: a town keeps its own when the folder changes."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from backend.domain.scenario import Scenario
from backend.store.database import Database
from backend.store.town_scenario import scenario_of
from backend.store.towns import TownRow

KEPT = 32


class TownScenarios:
    """The last `KEPT` scenarios in memory, by their hash; safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[str, Scenario] = OrderedDict()
        self._lock = Lock()

    def of(self, row: TownRow) -> Scenario:
        """Raises StoreUnavailable; UnknownTown or TownGone where it was deleted meanwhile."""
        with self._lock:
            if found := self._kept.get(row.scenario_hash):
                self._kept.move_to_end(row.scenario_hash)
                return found
        scenario = scenario_of(self._database, row.id)
        with self._lock:
            self._kept[row.scenario_hash] = scenario
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return scenario
