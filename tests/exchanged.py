"""A town with jobs and homes, and names too, exchanged among its residents: what one does must follow the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from backend.domain.chance import Chance
from backend.domain.persona import Persona
from backend.domain.scenario import Scenario
from backend.domain.world import World


def exchanged(scenario: Scenario, seed: int, *, names_too: bool = True) -> Scenario:
    """Everybody gets another's home with bed, and job with its hours, and with `names_too` name, drawn by `seed`.

    Names are exchanged in all texts too, so that they stay true. A job that is done in a home goes with the
    home. Staff, residents of homes and private rooms follow; everybody knows where it lives and works now, on
    top of what it knew.
    """
    people = list(scenario.personas)
    names = _moved_round(people, seed, "names") if names_too else {each: each for each in people}
    homes = _moved_round(people, seed, "homes")
    jobs = _jobs(scenario, homes, seed)
    rename = _renaming(scenario, names)
    world = _rehoused(scenario.world, scenario, homes, jobs)
    personas = {
        old.id: _exchanged(old, scenario.personas, names[old.id], homes[old.id], jobs[old.id], rename)
        for old in scenario.personas.values()
    }
    news = tuple(replace(item, text=rename(item.text)) for item in scenario.news)
    return replace(scenario, personas=personas, world=world, news=news, hash=f"exchanged {seed}")


def _moved_round(people: list[str], seed: int, purpose: str) -> dict[str, str]:
    """Resident to the one whose part it takes; nobody keeps its own."""
    drawn = sorted(people, key=lambda one: Chance(seed, one, purpose, 0).unit())
    return dict(zip(drawn, [*drawn[1:], drawn[0]], strict=True))


def _jobs(scenario: Scenario, homes: Mapping[str, str], seed: int) -> dict[str, str]:
    """Resident to the one whose job it takes."""
    at_home = {p.id for p in scenario.personas.values() if p.job and p.job.workplace.startswith(f"{p.home}:")}
    taken = {new: old for new, old in homes.items() if old in at_home}
    free = [p for p in scenario.personas if p not in taken]
    left = [p for p in scenario.personas if p not in at_home]
    left.sort(key=lambda one: Chance(seed, one, "jobs", 0).unit())
    if all(new == old for new, old in zip(free, left, strict=True)):
        left = [*left[1:], left[0]]
    return taken | dict(zip(free, left, strict=True))


class _renaming:
    """Puts the new name, whole or first, wherever the old one stood."""

    def __init__(self, scenario: Scenario, names: Mapping[str, str]) -> None:
        self._new: dict[str, str] = {}
        for new, old in names.items():
            # `new` is called what `old` was called: where a text said new's own old name, it now says old's.
            before, after = scenario.personas[new], scenario.personas[old]
            self._new |= {before.name: after.name, before.first_name: after.first_name}
        longest = sorted(self._new, key=len, reverse=True)
        self._any = re.compile(r"\b(" + "|".join(map(re.escape, longest)) + r")\b")

    def __call__(self, text: str) -> str:
        return self._any.sub(lambda found: self._new[found.group(1)], text)


def _exchanged(
    old: Persona, people: Mapping[str, Persona], name: str, home: str, job: str, rename: _renaming
) -> Persona:
    return replace(
        old,
        name=people[name].name,
        home=people[home].home,
        bed=people[home].bed,
        job=people[job].job,
        about=rename(old.about),
        currently=rename(old.currently),
        places=tuple(sorted({*old.places, *_whereabouts(people[home], people[job])})),
        memories=tuple(map(rename, old.memories)),
        knows=tuple(replace(known, note=rename(known.note)) for known in old.knows),
    )


def _whereabouts(home: Persona, job: Persona) -> set[str]:
    """The sectors of a home and a workplace."""
    return {home.home} | ({job.job.workplace.rpartition(":")[0]} if job.job is not None else set())


def _rehoused(world: World, scenario: Scenario, homes: Mapping[str, str], jobs: Mapping[str, str]) -> World:
    """The same town with other people in its homes and behind its counters."""
    new_at_home = {old: new for new, old in homes.items()}
    new_in_job = {old: new for new, old in jobs.items()}

    def moved(residents: tuple[str, ...], by: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(sorted(by[resident] for resident in residents))

    return replace(
        world,
        sectors={
            sector.id: replace(
                sector, residents=moved(sector.residents, new_at_home), staff=moved(sector.staff, new_in_job)
            )
            for sector in world.sectors.values()
        },
        arenas={
            arena.id: replace(arena, residents=moved(arena.residents, new_at_home))
            for arena in world.arenas.values()
        },
    )
