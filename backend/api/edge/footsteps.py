"""How fast visitors walk: tiles a real second, whatever the town's speed.

Counted in this process, as the other limits are. The engine knows no real time: what is refused here is no input.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from backend.api.problems import WalkingTooFast

PACE = 4.4
"""Tiles a second in the long run: a walking pace of 4, and a little for clocks that go wrong."""
AT_ONCE = 12.0
"""Tiles that may come together after a pause, and from a network that held them back."""
MOST_WALKERS = 4096
"""Of so many the last steps are kept."""


class Footsteps:
    """Counts. Lives as long as the application; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._left: dict[tuple[str, str], tuple[float, float]] = {}
        """By town and visitor: the tiles that it may still walk at once, and when that was so."""

    def take(self, town: str, visitor: str, tiles: int) -> None:
        """Raises WalkingTooFast."""
        # One at a time: who found nothing kept, as another request had just taken it out, would start rested.
        with self._lock:
            self._take((town, visitor), tiles)

    def _take(self, who: tuple[str, str], tiles: int) -> None:
        now = self._clock()
        left, since = self._left.pop(who, (AT_ONCE, now))
        left = min(AT_ONCE, left + (now - since) * PACE)
        if left < tiles:
            self._left[who] = (left, now)
            raise WalkingTooFast((tiles - left) / PACE)
        if len(self._left) >= MOST_WALKERS:
            del self._left[next(iter(self._left))]
        self._left[who] = (left - tiles, now)
