"""The scenarios of towns, each read once: as it was at the founding, and with who came, left and changed since."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from backend.domain.present import scenario_after
from backend.domain.scenario import Scenario
from backend.store.history.events import changes_of_people
from backend.store.postgres.database import Database
from backend.store.town.town_scenario import scenario_of
from backend.store.town.towns import TownRow

KEPT = 32


class TownScenarios:
    """The last `KEPT` scenarios in memory, by their hash; safe to share between threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: OrderedDict[str, Scenario] = OrderedDict()
        self._peopled: OrderedDict[str, tuple[int, Scenario]] = OrderedDict()
        """By town: its scenario as of an event, and that event's number."""
        self._lock = Lock()

    def of(self, row: TownRow) -> Scenario:
        """With who has come, left and changed since it was founded.

        Raises StoreUnavailable; UnknownTown or TownGone where it was deleted meanwhile.
        """
        with self._lock:
            seen, scenario = self._peopled.get(row.id, (0, None))
        if scenario is None:
            scenario = self.founded(row)
        if seen < row.head_seq:
            scenario = scenario_after(scenario, changes_of_people(self._database, row.id, seen, row.head_seq))
            with self._lock:
                self._peopled[row.id] = row.head_seq, scenario
                self._peopled.move_to_end(row.id)
                while len(self._peopled) > KEPT:
                    self._peopled.popitem(last=False)
        return scenario

    def unedited(self, row: TownRow) -> Scenario:
        """With who has come and left since, but everybody as it came: what was rewritten is in the town's state.

        Raises as `of` does.
        """
        changes = changes_of_people(self._database, row.id, 0, row.head_seq)
        return scenario_after(
            self.founded(row), (one for one in changes if one.event.kind != "persona_edited")
        )

    def founded(self, row: TownRow) -> Scenario:
        """As it was at the founding. Raises as `of` does."""
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
