"""The numbers of the day, counted in its events."""

from __future__ import annotations

from backend.domain import events as e
from backend.domain.calendar import TICKS_PER_DAY, TICKS_PER_HOUR
from backend.gazette.paper import Figure
from backend.gazette.record import Day, Record


def figures(record: Record, day: Day) -> tuple[Figure, ...]:
    """The box of numbers; a number that is nothing is left out, but for talks and lines."""
    events = record.events(day)
    talks = record.talks_on(day)
    lines = [it for it in events if isinstance(it.event, e.Said)]
    names = [it for it in record.introductions if day.has(it.tick)]
    told = [telling for story in record.stories for telling in story.tellings if day.has(telling.tick)]
    memories = sum(isinstance(it.event, e.Remembered) and it.tick > 0 for it in events)
    places = {deed.what.arena for deed in record.deeds_on(day)}
    asleep = sum(
        min(deed.end, day.end) - max(deed.start, day.start)
        for deed in record.deeds
        if deed.what.asleep and deed.during(day.start, day.end)
    )
    residents = len(record.people.residents)
    rows = [
        ("residents", residents),
        ("talks", len(talks)),
        ("lines said", len(lines)),
        ("new acquaintances", len(names)),
        ("tales and news told", len(told)),
        ("memories made", memories),
        ("rooms and greens in use", len(places)),
        ("plans that came to nothing", sum(day.has(it.tick) for it in record.setbacks)),
    ]
    kept = [Figure(what, f"{count:,}") for what, count in rows if count or what in ("talks", "lines said")]
    if residents and day.whole and day.end - day.start == TICKS_PER_DAY:
        kept.append(Figure("hours of sleep a head", f"{asleep / residents / TICKS_PER_HOUR:.1f}"))
    return tuple(kept)
