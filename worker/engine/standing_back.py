"""After a fault in its engine a town is left alone for a while, longer each time, and says so."""

from __future__ import annotations

from collections import Counter

from backend.store.postgres.database import Database
from backend.store.town.towns import renew_lease, set_trouble

FIRST = 3.0
"""Real seconds for which a town is left alone after the first fault; twice as long after each further one."""
LONGEST = 60.0


class StandingBack:
    """Counts the slices of each town that failed in a row in this process."""

    def __init__(self) -> None:
        self._failed: Counter[str] = Counter()

    def after(self, database: Database, town: str, owner: str, fence: int, error: Exception) -> None:
        """Holds the lease, so that no worker tries sooner, and puts the fault into words for the page."""
        seconds = min(FIRST * 2 ** min(self._failed[town], 10), LONGEST)
        self._failed[town] += 1
        words = (
            f"The town stands still and is tried again in {seconds:.0f} s: {type(error).__name__}: {error}"
        )
        set_trouble(database, town, words)
        renew_lease(database, town, owner, fence, seconds)

    def forget(self, town: str) -> None:
        """A slice went well."""
        self._failed.pop(town, None)
