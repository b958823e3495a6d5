"""Who was in view of whom in a life, and who gave whom a thought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from backend.domain import events as e
from backend.domain.calendar import minutes
from backend.domain.view import SIGHT
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
                (talk.started, (talk.ended or life.ticks) + 1) for talk in talks if resident in talk.everybody
            )
            for resident in residents
        }
        thoughts = [(tick, asked) for tick, asked in life.all(e.Asked) if asked.question == "react"]
        self._thoughts: dict[frozenset[str | None], list[int]] = defaultdict(list)
        for tick, asked in thoughts:
            self._thoughts[frozenset((asked.resident, asked.about))].append(tick)
        self._talks_of: dict[frozenset[str], list[HeldTalk]] = defaultdict(list)
        for talk in talks:
            for pair in combinations(talk.everybody, 2):
                self._talks_of[frozenset(pair)].append(talk)
        self._thinking = {
            resident: ticks_in(
                (tick, (asked.effect or tick) + 1) for tick, asked in thoughts if asked.resident == resident
            )
            for resident in residents
        }

    def all(self) -> Iterator[Encounter]:
        """Pair by pair, in the order of their beginnings."""
        world, residents = self._life.scenario.world, list(self._life.scenario.personas)
        places = {arena: number for number, arena in enumerate([None, *world.arenas])}
        rows = [[places[world.arena_at((x, y))] for x in range(world.width)] for y in range(world.height)]
        arena_at = np.array(rows)
        at = {resident: np.array(self._whereabouts.tiles(resident)) for resident in residents}
        arena = {resident: arena_at[tiles[:, 1], tiles[:, 0]] for resident, tiles in at.items()}
        awake = {resident: np.ones(self._life.ticks, dtype=bool) for resident in residents}
        for resident, ticks in self._asleep.items():
            awake[resident][sorted(ticks)] = False
        for one, other in combinations(residents, 2):
            near = np.abs(at[one] - at[other]).max(axis=1) <= SIGHT
            seen = near & (arena[one] == arena[other]) & awake[one] & awake[other]
            edges = np.flatnonzero(np.diff(seen, prepend=False, append=False))
            for start, end in edges.reshape(-1, 2).tolist():
                yield Encounter(one, other, start, end)

    def had_a_chance(self, met: Encounter) -> bool:
        """Whether one of the two thought about talking to the other, or had a good reason not to.

        Good reasons: they have talked or thought of each other lately; all the while one of them is in a talk,
        or has something else on its mind.
        """
        return self._thought(met) or self._talked(met) or self._were_busy(met)

    def _thought(self, met: Encounter) -> bool:
        thoughts = self._thoughts[frozenset((met.one, met.other))]
        return any(met.start - THOUGHT_LATELY <= tick <= met.end for tick in thoughts)

    def _talked(self, met: Encounter) -> bool:
        return any(
            talk.started <= met.end and met.start - TALKED_LATELY <= (talk.ended or self._life.ticks)
            for talk in self._talks_of[frozenset((met.one, met.other))]
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
