"""Whom and what a person from outside may mean: of all that the resident knows, what the words name."""

from __future__ import annotations

from backend.domain.errands import kinds_for
from backend.domain.naming import name_words
from backend.domain.questions import PersonView, PlaceView
from backend.domain.spoken import Spoken
from backend.domain.view import View
from worker.cognition.recall import Recall
from worker.cognition.telling import known_arenas, person, place_view

MOST = 8
"""People, and rooms, that are put before a mind with one question."""


def known_people(view: View, spoken: Spoken) -> tuple[PersonView, ...]:
    """Those named, by the names that the resident knows, as it remembers them; what they do only if it sees it."""
    words, resident = name_words(spoken.text), spoken.to
    found = []
    for other in sorted(view.state.residents[resident].relationships):
        if other in (resident, spoken.visitor):
            continue
        them = person(view, resident, other)
        shared = len(words & name_words(them.name or ""))
        if shared:
            seen = other in view.bodies() and view.in_sight(resident, other)
            known = them.model_copy(update={"job": None, "activity": them.activity if seen else ""})
            found.append((-shared, other, known))
    return tuple(known for _, _, known in sorted(found, key=lambda entry: entry[:2])[:MOST])


def sightings(recall: Recall, resident: str, people: tuple[PersonView, ...]) -> list[str]:
    """The last time that the resident saw each of them, as ids of memories."""
    stream = recall.index.of(resident)
    missing = {person.id for person in people}
    found: list[str] = []
    for row in range(len(stream) - 1, -1, -1):
        if not missing:
            break
        event = stream[row].event
        if event.percept is not None and (seen := missing.intersection(event.about)):
            missing -= seen
            found.append(event.id)
    return found


def known_places(view: View, spoken: Spoken) -> tuple[PlaceView, ...]:
    """The rooms named, and those where one gets what is asked for, each with its hours of today."""
    words, world = name_words(spoken.text), view.scenario.world
    weekday = view.scenario.calendar.at(view.tick).weekday()
    found, serving = [], kinds_for(spoken.text)
    for arena in known_arenas(view, spoken.to):
        sector = world.sectors[arena.sector]
        shared = len(words & name_words(f"{arena.name} {sector.name} {sector.kind}"))
        if shared or (sector.kind in serving and not arena.staff_only and not arena.residents):
            found.append((-shared, arena.id, arena))
    nearest = sorted(found, key=lambda entry: entry[:2])[:MOST]
    return tuple(place_view(view, spoken.to, arena, weekday) for _, _, arena in nearest)
