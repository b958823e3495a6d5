"""Simulated time: a tick is 10 simulated seconds (paper, section 5), a day has 8,640 of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

SECONDS_PER_TICK = 10
TICKS_PER_MINUTE = 6
TICKS_PER_HOUR = 360
TICKS_PER_DAY = 8640
MINUTES_PER_DAY = 1440
SECONDS_PER_DAY = 86_400

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def minutes(n: float) -> int:
    """`n` simulated minutes in ticks."""
    return round(n * TICKS_PER_MINUTE)


@dataclass(frozen=True)
class Calendar:
    """Maps ticks to the town's local time. Tick 0 is `start`, a town-local date and time."""

    start: datetime

    def at(self, tick: int) -> datetime:
        return self.start + timedelta(seconds=tick * SECONDS_PER_TICK)

    def tick_at(self, moment: datetime) -> int:
        """The tick that is open at a town-local moment; negative before the town's start."""
        return int((moment - self.start).total_seconds()) // SECONDS_PER_TICK

    def minute_of_day(self, tick: int) -> int:
        """Minutes since local midnight, 0 to 1439."""
        return self._seconds(tick) % SECONDS_PER_DAY // 60

    def day(self, tick: int) -> int:
        """Number of the local day, 0 on the day the town starts."""
        return self._seconds(tick) // SECONDS_PER_DAY

    def weekday(self, tick: int) -> str:
        return WEEKDAYS[self.weekday_of(self.day(tick))]

    def weekday_of(self, day: int) -> int:
        """0 for Monday to 6 for Sunday."""
        return (self.start.weekday() + day) % len(WEEKDAYS)

    def date_of(self, day: int) -> date:
        return self.start.date() + timedelta(days=day)

    def tick_of(self, day: int, minute: int) -> int:
        """The tick at `minute` minutes after midnight of `day`; `minute` may pass 1440, the tick may be negative."""
        return (day * SECONDS_PER_DAY + minute * 60 - self._first_second) // SECONDS_PER_TICK

    def clock(self, tick: int) -> str:
        """Local time as HH:MM."""
        return self.at(tick).strftime("%H:%M")

    @cached_property
    def _first_second(self) -> int:
        """Of the local day on which the town starts."""
        return (self.start.hour * 60 + self.start.minute) * 60 + self.start.second

    def _seconds(self, tick: int) -> int:
        """Since the midnight before the town's start."""
        return self._first_second + tick * SECONDS_PER_TICK
