"""Who was in view of whom in a life, and who gave whom a thought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.view import SIGHT, distance
from tests.a_life import Life
from tests.deeds import Deed, ticks_in
from tests.talks_held import HeldTalk
from tests.whereabouts import Whereabouts

THOUGHT_LATELY = minutes(30)
TALKED_LATELY = minutes(45)


@dataclass(frozen=True)
class Encounter:
    """Two residents awake in view of each other without a break, from tick `start` to before tick `end`."""

    one: str
    other: str
    start: int
    end: int


class Encounters:
    def __init__(
        self, life: Life, whereabouts: Whereabouts, deeds: list[Deed], talks: list[HeldTalk]
    ) -> None:
        self._life, self._whereabouts, self._talks = life, whereabouts, talks
        residents = list(life.scenario.personas)
        self._asleep = {
            resident: ticks_in(
                (deed.begun, deed.ended)
                for deed in deeds
                if deed.resident == resident and deed.what.asleep and deed.begun is not None
            )
            for resident in residents
        }
        self._talking = {
            resident: ticks_in(
                (talk.started, (talk.ended or life.ticks) + 1)
                for talk in talks
                if resident in talk.participants
            )
            for resident in residents
        }
        self._thoughts = [(tick, asked) for tick, asked in life.all(e.Asked) if asked.question == "react"]
        self._thinking = {
            resident: ticks_in(
                (tick, (asked.effect or tick) + 1)
                for tick, asked in self._thoughts
                if asked.resident == resident
            )
            for resident in residents
        }

    def all(self) -> Iterator[Encounter]:
        for one, other in combinations(self._life.scenario.personas, 2):
            start: int | None = None
            for tick in range(self._life.ticks):
                if self._in_view(one, other, tick):
                    start = tick if start is None else start
                elif start is not None:
                    yield Encounter(one, other, start, tick)
                    start = None
            if start is not None:
                yield Encounter(one, other, start, self._life.ticks)

    def had_a_chance(self, met: Encounter) -> bool:
        """Whether one of the two thought about talking to the other, or had a good reason not to.

        Good reasons: they have talked or thought of each other lately; all the while one of them is in a talk,
        or has something else on its mind.
        """
        return self._thought(met) or self._talked(met) or self._were_busy(met)

    def _in_view(self, one: str, other: str, tick: int) -> bool:
        at, there = self._whereabouts.at(one, tick), self._whereabouts.at(other, tick)
        if distance(at, there) > SIGHT or tick in self._asleep[one] or tick in self._asleep[other]:
            return False
        return self._whereabouts.arena(one, tick) == self._whereabouts.arena(other, tick)

    def _thought(self, met: Encounter) -> bool:
        pair = {met.one, met.other}
        return any(
            met.start - THOUGHT_LATELY <= tick <= met.end and {asked.resident, asked.about} == pair
            for tick, asked in self._thoughts
        )

    def _talked(self, met: Encounter) -> bool:
        return any(
            {met.one, met.other} == set(talk.participants)
            and talk.started <= met.end
            and met.start - TALKED_LATELY <= (talk.ended or self._life.ticks)
            for talk in self._talks
        )

    def _were_busy(self, met: Encounter) -> bool:
        return all(
            any(
                tick in ticks
                for ticks in (self._talking[met.one], self._talking[met.other], self._thinking[met.one])
            )
            or tick in self._thinking[met.other]
            for tick in range(met.start, met.end)
        )
