"""The lives that whole days are judged by: each lived once, whatever asks for it, and read from its log alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY, minutes
from backend.domain.persona import Persona
from backend.domain.scenario import Scenario
from backend.scenarios import load_scenario
from tests.a_life import Life, live
from tests.a_scenario_copy import SCENARIOS
from tests.deeds import Deed, deeds_of, ticks_in
from tests.exchanged import exchanged
from tests.talks_held import HeldTalk, talks_of
from tests.whereabouts import Whereabouts

SEEDS = (1, 2, 3, 4, 5)
DAYS = 2
WAY_THERE, WAY_BACK = 40, 30
"""Minutes before and after an appointment in which one may be on the way."""
LUNCH = 60
"""Minutes that one may be away for the meal break that its file gives."""


@dataclass(frozen=True, eq=False)
class Town:
    """A shipped scenario, and what its days are held to."""

    folder: str
    names_too: bool
    """Whether names are exchanged along with jobs and homes. In the Ville rooms and houses are called after people."""
    least_talks: int
    """Talks in a day, at the least."""
    telltales: Mapping[str, tuple[str, ...]]
    """News to words of it that nobody uses who has not heard it."""


BROOK_LANE = Town("brook_lane", True, 8, {"lanterns": ("lantern", "afloat")})
THE_VILLE = Town("the_ville", False, 40, {"candidacy": ("running for mayor",), "party": ("valentine",)})


@dataclass(frozen=True)
class Days:
    """A life and what can be read in it."""

    town: Town
    life: Life

    @property
    def scenario(self) -> Scenario:
        return self.life.scenario

    @property
    def people(self) -> list[Persona]:
        return list(self.scenario.personas.values())

    @cached_property
    def whereabouts(self) -> Whereabouts:
        return Whereabouts(self.life)

    @cached_property
    def deeds(self) -> list[Deed]:
        return deeds_of(self.life)

    @cached_property
    def talks(self) -> list[HeldTalk]:
        return talks_of(self.life)

    def done(self, resident: str) -> Iterator[tuple[Deed, int, int]]:
        """What the resident got to do, each from tick to before tick."""
        for deed in self._deeds_of[resident]:
            if deed.begun is not None:
                yield deed, deed.begun, deed.ended

    def due(self, persona: Persona, day: int) -> set[int]:
        """The ticks at which its job expects it, as far as they were lived.

        A meal break that the file gives is not due: an hour from then on, with the way there and back. Nor are the
        hours of an occasion that it gives itself, as whoever takes over a host's house along with another's job does.
        """
        if persona.job is None:
            return set()
        calendar = self.scenario.calendar
        spans = persona.job.hours[calendar.date_of(day).weekday()]
        hours = ticks_in((calendar.tick_of(day, s.opens), calendar.tick_of(day, s.closes)) for s in spans)
        if persona.job.lunch is not None:
            noon = calendar.tick_of(day, persona.job.lunch)
            hours -= set(range(noon, noon + minutes(LUNCH)))
        hours -= self.appointments(persona.id, given=True)
        return {tick for tick in hours if tick < self.life.ticks}

    def appointments(self, resident: str, *, given: bool = False) -> set[int]:
        """The ticks of what it had agreed on and came to, with the way there and back.

        Args:
            given: only of what it gave itself.
        """
        made = {offer.commitment: offer for _, offer in reversed(list(self.life.all(e.Offered)))}
        kept = [
            made[settled.commitment]
            for _, settled in self.life.all(e.CommitmentSettled)
            if settled.resident == resident and settled.how == "kept"
        ]
        return ticks_in(
            (offer.start - minutes(WAY_THERE), offer.end + minutes(WAY_BACK))
            for offer in kept
            if not given or (offer.resident == resident and offer.news is not None)
        )

    @cached_property
    def _deeds_of(self) -> dict[str, list[Deed]]:
        found: dict[str, list[Deed]] = {each.id: [] for each in self.people}
        for deed in self.deeds:
            found[deed.resident].append(deed)
        return found


@dataclass(frozen=True)
class Lived:
    """Which life: of which town, by which seed, with the people as they are or in each other's places."""

    town: Town
    seed: int
    exchanged: bool = False

    def __str__(self) -> str:
        return f"{self.town.folder}, seed {self.seed}, {'exchanged' if self.exchanged else 'as they are'}"


def lives_of(*towns: Town) -> list[Lived]:
    """All seeds, as they are and exchanged."""
    return [Lived(town, seed, shoes) for town in towns for shoes in (False, True) for seed in SEEDS]


@cache
def as_filed(town: Town) -> Scenario:
    return load_scenario(SCENARIOS / town.folder)


@cache
def days_of(which: Lived) -> Days:
    scenario = as_filed(which.town)
    if which.exchanged:
        scenario = exchanged(scenario, which.seed, names_too=which.town.names_too)
    return Days(which.town, live(scenario, seed=which.seed, ticks=DAYS * TICKS_PER_DAY))
