"""How fast a live town goes: simulated time as a wish, real time as it comes (design, section 3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from backend.domain.calendar import SECONDS_PER_TICK

WITH_VISITORS = 10.0
"""Simulated seconds per real second at most, while somebody from outside talks."""
LATEST = 2.0
"""Real seconds that the town may be late; what is more is given up, not caught up with."""
REACHED_OVER = 3.0
"""Real seconds over which the speed that was reached is taken."""


@dataclass
class Pace:
    """Maps real time to ticks from an anchor on. All times are real seconds of one monotonic clock."""

    tick: float = 0.0
    since: float = 0.0
    speed: float = 0.0
    """Simulated seconds per real second; 0 is as fast as can be."""
    _marks: list[tuple[float, float]] = field(default_factory=list)

    def set(self, tick: float, now: float, speed: float) -> None:
        """From now on, time goes on from `tick` at `speed`."""
        self.tick, self.since, self.speed = tick, now, speed

    def due(self, now: float) -> float:
        """The tick, with its fraction, that it should be by now; the anchor's while time stands or runs unpaced."""
        return self.tick + (now - self.since) * self.speed / SECONDS_PER_TICK

    def real_time_of(self, tick: float) -> float:
        """When the tick is due. Only for a speed above 0."""
        return self.since + (tick - self.tick) * SECONDS_PER_TICK / self.speed

    def fall_behind(self, reached: float, now: float) -> None:
        """The town is at `reached` only: too late a town goes on from there instead of racing."""
        if self.speed > 0 and (self.due(now) - reached) * SECONDS_PER_TICK / self.speed > LATEST:
            self.set(reached, now, self.speed)

    def mark(self, tick: float, now: float) -> float:
        """Notes where the town is; returns the simulated seconds per real second lately."""
        self._marks.append((now, tick))
        while len(self._marks) > 2 and now - self._marks[1][0] > REACHED_OVER:
            self._marks.pop(0)
        first, earlier = self._marks[0]
        span = now - first
        return 0.0 if span <= 0 else (tick - earlier) * SECONDS_PER_TICK / span

    def forget_marks(self) -> None:
        """After a pause: what was reached before it says nothing."""
        self._marks.clear()
