"""All that the log tells, put in order once, and the day that a paper is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from backend.domain import events as e
from backend.domain.calendar import MINUTES_PER_DAY, TICKS_PER_DAY, Calendar
from backend.gazette.deeds import Deed, Setback, deeds_of
from backend.gazette.people import People
from backend.gazette.places import Places
from backend.gazette.run import Run
from backend.gazette.stories import Story, stories_of
from backend.gazette.talks import Introduction, Talk, introductions, talks_of
from backend.gazette.troubles import Notice, Trouble, Visit, notices_of, troubles_of, visits_of


class GazetteFault(Exception):
    """No paper can be written; the message says what to do."""


class DayNotLived(GazetteFault):
    def __init__(self, number: int, days: int) -> None:
        lived = "its only day is 1" if days == 1 else f"its days are 1 to {days}"
        super().__init__(f"The town has not lived day {number}: {lived}. Choose one of them with --day.")


@dataclass(frozen=True)
class Day:
    """A calendar day of the town, as far as it was lived."""

    number: int
    """1 is the day the town started."""
    date: date
    start: int
    """First tick of it that was lived."""
    end: int
    """The tick after its last one that was lived."""
    whole: bool
    """Whether it was lived until midnight."""

    def has(self, tick: int) -> bool:
        return self.start <= tick < self.end


class Record:
    """A run, read once; nothing of it changes."""

    def __init__(self, run: Run) -> None:
        self.founded = run.founded
        self.log = run.log
        self.ticks = run.ticks
        self.calendar = Calendar(datetime.fromisoformat(run.founded.start))
        self.people = People(run.log)
        deeds, setbacks = deeds_of(run.log, run.ticks)
        self.deeds: list[Deed] = deeds
        self.setbacks: list[Setback] = setbacks
        self.places = Places(deeds)
        self.talks: list[Talk] = talks_of(run.log, run.ticks)
        self.introductions: list[Introduction] = introductions(run.log)
        self.stories: list[Story] = stories_of(run.log)
        self.troubles: list[Trouble] = troubles_of(run.log)
        self.notices: list[Notice] = notices_of(run.log)
        self.visits: list[Visit] = visits_of(run.log)

    @property
    def town(self) -> str:
        """ "The Ville", of the world's name in the addresses; of the scenario's where nobody did anything."""
        world = next((deed.what.arena.split(":")[0] for deed in self.deeds), "")
        name = world or self.founded.scenario.replace("_", " ")
        return " ".join(word[:1].upper() + word[1:] for word in name.split())

    def day(self, number: int | None = None) -> Day:
        """A day by its number; None is the newest of which at least half was lived, else the one lived longest.

        Raises:
            DayNotLived: the run does not reach it.
        """
        last = self.calendar.day(self.ticks - 1 if self.ticks else 0) + 1
        if number is None:
            days = [self._day(n) for n in range(1, last + 1)]
            full = [day for day in days if day.end - day.start >= TICKS_PER_DAY // 2]
            return full[-1] if full else max(days, key=lambda day: day.end - day.start)
        if not 1 <= number <= last:
            raise DayNotLived(number, last)
        return self._day(number)

    def _day(self, number: int) -> Day:
        midnight = self.calendar.tick_of(number - 1, MINUTES_PER_DAY)
        return Day(
            number,
            self.calendar.date_of(number - 1),
            max(0, self.calendar.tick_of(number - 1, 0)),
            min(midnight, self.ticks),
            self.ticks >= midnight,
        )

    def minute(self, tick: int) -> int:
        return self.calendar.minute_of_day(tick)

    def events(self, day: Day) -> list[e.Recorded]:
        return [recorded for recorded in self.log if day.has(recorded.tick)]

    def deeds_on(self, day: Day) -> list[Deed]:
        """Those begun on the day, in the order of their beginnings."""
        return sorted(
            (deed for deed in self.deeds if day.has(deed.start)), key=lambda deed: (deed.start, deed.resident)
        )

    def talks_on(self, day: Day) -> list[Talk]:
        return [talk for talk in self.talks if day.has(talk.start)]
