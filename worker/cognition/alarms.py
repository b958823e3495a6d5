"""Words of danger: what somebody says that is a thing to react to, not only to remember."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.domain.calendar import minutes
from backend.domain.concern import ALARMING, concern
from backend.domain.events import AnyEvent, Remembered, Said
from backend.domain.inputs import VISITOR_PREFIX
from backend.domain.memory.index import Memory
from backend.domain.naming import name_words
from backend.domain.view import View
from worker.cognition.percept import Percept
from worker.cognition.recall import Recall
from worker.cognition.telling import called, known_arenas

FRESH = minutes(60)
"""Ticks after which a danger that somebody tells of is a story."""


def alarms(
    recall: Recall, view: View, resident: str, stimuli: Sequence[AnyEvent]
) -> Iterator[tuple[Percept, Remembered]]:
    """What the resident was told of, or overheard, in this tick that may be dangerous now, each with its memory."""
    speakers = {event.speaker for event in stimuli if isinstance(event, Said)}
    if not speakers:
        return
    stream = recall.index.of(resident)
    for row in range(len(stream) - 1, -1, -1):
        memory = stream[row]
        if memory.tick < view.tick:
            return
        source = memory.event.source
        if source.by != "speaker" or source.who not in speakers or concern(memory.text) < ALARMING:
            continue
        origin = _origin(recall, memory)
        if not source.who.startswith(VISITOR_PREFIX) and (
            origin is memory or not _is_danger_now(view, origin)
        ):
            continue
        name = called(view, resident, source.who)
        text = f"{name[0].upper()}{name[1:]} says: “{memory.text}”"
        yield Percept(f"heard|{memory.id}", text, "speech", _about(view, origin, source.who), 0), memory.event


def place_of(view: View, resident: str, percept: Percept) -> str | None:
    """The arena in which the danger is, as far as the words tell; None if they name no place that it knows."""
    thing = view.scenario.world.objects.get(percept.about)
    if thing is not None:
        return thing.arena
    words, world = name_words(percept.text), view.scenario.world
    found = []
    for arena in known_arenas(view, resident):
        sector = world.sectors[arena.sector]
        own = len(words & name_words(arena.name))
        shared = own + len(words & name_words(f"{sector.name} {sector.kind}"))
        if shared:
            found.append((-shared, -own, arena.id))
    return min(found)[2] if found else None


def _origin(recall: Recall, memory: Memory) -> Memory:
    """The first memory of a chain of tellings."""
    while memory.event.source.by == "speaker" and memory.event.source.memories:
        memory = recall.index.get(memory.event.source.memories[0])
    return memory


def _is_danger_now(view: View, origin: Memory) -> bool:
    """Something that somebody saw a while ago, not a story and not an item of news."""
    event = origin.event
    return event.memory == "observation" and event.news is None and view.tick - origin.tick <= FRESH


def _about(view: View, origin: Memory, speaker: str) -> str:
    things = view.scenario.world.objects
    return next((about for about in origin.event.about if about in things), speaker)
