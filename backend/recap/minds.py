"""What came into people's heads: news that reached them, goals, and thoughts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from backend.domain import events as e
from backend.gazette.in_words import number
from backend.recap.people import People, clean
from backend.recap.told import Told

MOST_THOUGHTS, MOST_GOALS = 2, 2
"""Sentences of that kind; of goals, one a resident."""
DEEP = 6
"""Thoughts of less importance are kept to themselves."""


@dataclass(frozen=True)
class Knowing:
    """Who knows of an item of news: each once, as (resident, tick, seq) of the first memory of it."""

    text: str
    knowers: tuple[tuple[str, int, int], ...]


def minds(
    log: Sequence[e.Recorded], people: People, news: Sequence[Knowing], start: int, end: int, residents: int
) -> Iterator[Told]:
    for item in news:
        yield from _spread(item, people, start, end, residents)
    aiming: set[str] = set()
    for recorded in log:
        if isinstance(recorded.event, e.GoalSet) and recorded.event.resident not in aiming:
            goal = recorded.event
            if len(aiming) == MOST_GOALS:
                break
            aiming.add(goal.resident)
            how = {
                "open": "set out to do this",
                "reached": "reached a goal",
                "dropped": "let go of a goal",
            }[goal.status]
            text = f"{people.name(goal.resident)} {how}: “{clean(goal.text)}”"
            yield Told(4, recorded.tick, (recorded.seq,), text, "🎯", (goal.resident,))
    thoughts = [
        (recorded, recorded.event)
        for recorded in log
        if isinstance(recorded.event, e.Remembered)
        and recorded.event.memory == "reflection"
        and recorded.event.importance >= DEEP
    ]
    thoughts.sort(key=lambda one: (-one[1].importance, -one[1].depth, one[0].seq))
    thinkers: set[str] = set()
    for recorded, thought in thoughts:
        if thought.resident in thinkers or len(thinkers) == MOST_THOUGHTS:
            continue
        thinkers.add(thought.resident)
        text = f"{people.name(thought.resident)} came to think: “{clean(thought.text)}”"
        yield Told(3, recorded.tick, (recorded.seq,), text, "💭", (thought.resident,))


def _spread(item: Knowing, people: People, start: int, end: int, residents: int) -> Iterator[Told]:
    before = [who for who, tick, _ in item.knowers if tick <= start]
    new = [(who, tick, seq) for who, tick, seq in item.knowers if start < tick <= end]
    if not new:
        return
    who = tuple(one for one, *_ in new)
    now = number(len(before) + len(new))
    text = (
        f"{people.all(who)} heard that “{clean(item.text.rstrip('. '))}”; {now} of {residents} know it now."
    )
    yield Told(6 + min(6, len(new) / 2), new[0][1], tuple(seq for *_, seq in new), text, "🗞️", who)
